import type { Metadata } from "next";
import { foundAs } from "@/app/_http/found";
import { readLanguage } from "@/app/_http/language";
import { readCountry } from "@/app/_http/origin";
import { Elsewhere } from "@/components/elsewhere";
import { SpeakingForm } from "@/components/form-speech";
import { formPhrasesIn } from "@/components/form-speeches";
import { IsItMe } from "@/components/is-it-me";
import { Island } from "@/components/island";
import { LanguageList } from "@/components/language-list";
import { ReportForm, type ReportFormProps } from "@/components/report-form";
import { speechIn } from "@/components/speeches";
import { countriesIn } from "@/lib/countries";
import { house } from "@/lib/house";
import { NOTE_LENGTH_MAX } from "@/lib/note";
import { channels, flows, symptoms } from "@/lib/report";
import { report } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
	const language = await readLanguage();
	const [{ phrases }, { what, lead }] = await Promise.all([speechIn(language), formPhrasesIn(language)]);
	return foundAs({ path: "/report", language, title: phrases.nav.report, description: `${what} ${lead}` });
}

/** As long as a name may be in a report. */
const WORD_LENGTH_MAX = 120;

type Query = Record<string, string | string[] | undefined>;

/** A query that names nothing we know is as good as none. */
export default async function ReportPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [query, language] = await Promise.all([searchParams, readLanguage()]);
	const [{ phrases }, formPhrases] = await Promise.all([speechIn(language), formPhrasesIn(language)]);
	const { catalog, readings } = house();
	const country = catalog.findRegion((await readCountry()) ?? "")?.code ?? null;
	const service = typeof query.service === "string" ? catalog.meantService(query.service) : null;
	const form: ReportFormProps = {
		service,
		chosen: chosenBy(query),
		country,
		choices: {
			channels,
			symptoms,
			flows,
			noteLengthMax: NOTE_LENGTH_MAX,
			services: service ? [] : catalog.services.map(({ name }) => name),
			countries: countriesIn(language, catalog.countries),
			networks: country ? catalog.carriersOf(country).map(({ name }) => name) : [],
			mailboxes: catalog.mailboxHosts.map(({ name }) => name),
		},
	};
	return (
		<SpeakingForm language={language}>
			<div className="frame grid grid-cols-[minmax(0,1fr)] gap-8 py-6 pb-12 wide:grid-cols-[minmax(0,36rem)_17rem] wide:justify-between">
				<Island name="report" props={form}>
					<ReportForm action={report} {...form} />
				</Island>
				<div>
					<div lang="en" dir="ltr">
						<Elsewhere incidents={service ? await readings.elsewhere(service) : []} />
					</div>
					<IsItMe phrases={formPhrases} />
				</div>
			</div>
			<LanguageList path={addressOf(form.chosen)} language={language} label={phrases.footer.languages} />
		</SpeakingForm>
	);
}

function addressOf(chosen: ReportFormProps["chosen"]): string {
	const query = new URLSearchParams(chosen);
	return query.size > 0 ? `/report?${query}` : "/report";
}

/** What the address chooses; a service nobody knows stands in the field as it was written, to be mended. */
function chosenBy({ service, channel, symptom }: Query) {
	const knownChannel = channels.find((value) => value === channel);
	const knownSymptom = symptoms.find((value) => value === symptom);
	return {
		...(typeof service === "string" && service !== "" && { service: service.slice(0, WORD_LENGTH_MAX) }),
		...(knownChannel && { channel: knownChannel }),
		...(knownSymptom && { symptom: knownSymptom }),
	};
}
