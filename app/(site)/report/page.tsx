import type { Metadata } from "next";
import { foundAs } from "@/app/_http/found";
import { readCountry } from "@/app/_http/origin";
import { Elsewhere } from "@/components/elsewhere";
import { IsItMe } from "@/components/is-it-me";
import { Island } from "@/components/island";
import { ReportForm, type ReportFormProps } from "@/components/report-form";
import { house } from "@/lib/house";
import { NOTE_LENGTH_MAX } from "@/lib/note";
import { channels, flows, symptoms } from "@/lib/report";
import { report } from "./actions";

export const metadata: Metadata = foundAs({
	path: "/report",
	title: "Report a code",
	description: "Say in three taps that a verification code never came. No account, no phone number.",
});

/** As long as a name may be in a report. */
const WORD_LENGTH_MAX = 120;

type Query = Record<string, string | string[] | undefined>;

/** A query that names nothing we know is as good as none. */
export default async function ReportPage({ searchParams }: { searchParams: Promise<Query> }) {
	const query = await searchParams;
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
			countries: catalog.countries.map(({ code, name }) => ({ code, name })),
			networks: country ? catalog.carriersOf(country).map(({ name }) => name) : [],
			mailboxes: catalog.mailboxHosts.map(({ name }) => name),
		},
	};
	return (
		<div className="frame grid grid-cols-[minmax(0,1fr)] gap-8 py-6 pb-12 wide:grid-cols-[minmax(0,36rem)_17rem] wide:justify-between">
			<Island name="report" props={form}>
				<ReportForm action={report} {...form} />
			</Island>
			<div>
				<Elsewhere incidents={service ? await readings.elsewhere(service) : []} />
				<IsItMe />
			</div>
		</div>
	);
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
