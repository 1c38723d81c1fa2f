import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { foundAs } from "@/app/_http/found";
import { readLanguage } from "@/app/_http/language";
import { readSection } from "@/app/_http/service-view";
import { wordOf } from "@/app/_http/word";
import { LanguageList } from "@/components/language-list";
import { NoSuchService } from "@/components/no-such-service";
import { PlaceSection } from "@/components/place-section";
import { sentView } from "@/components/sent-view";
import { ServiceFace } from "@/components/service-face";
import { speechIn } from "@/components/speeches";
import { namesOf } from "@/lib/catalog/names";
import { house } from "@/lib/house";
import { listed } from "@/lib/incident";
import { languageNamed } from "@/lib/languages";
import { placeTableOf } from "@/lib/place-table";
import { sentenceOf } from "@/lib/telling";
import { addressOfView, parseView } from "@/lib/view";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
	const service = house().catalog.findService(await wordOf(params, "slug"));
	if (!service) return { title: "A service we don’t know" };
	const language = await readLanguage();
	const [status, { book, phrases }] = await Promise.all([house().readings.status(service), speechIn(language)]);
	const { view } = parseView(await searchParams, house().now());
	return foundAs({
		path: addressOfView(`/services/${service.slug}`, view),
		language,
		title: book.widget.title(service.name),
		description: `${phrases.ask.question(service.name)} ${sentenceOf(status.says, book)}`,
		picture: `/services/${service.slug}/picture.png`,
	});
}

export default async function ServicePage({ params, searchParams }: Props) {
	const word = await wordOf(params, "slug");
	const { catalog, readings } = house();
	const service = catalog.findService(word);
	if (!service) {
		const meant = catalog.meantService(word);
		if (meant) permanentRedirect(`/services/${meant.slug}`);
		return <NoSuchService word={word} />;
	}
	const language = await readLanguage();
	const { phrases } = await speechIn(language);
	const words = await searchParams;
	const asked = parseView(words, house().now());
	const [{ timeline, incidents, elsewhere, ...reading }, flows, waits, places] = await Promise.all([
		readings.service(service),
		readings.flowsOfService(service),
		readings.waitsOfService(service, asked.view.channel),
		readings.placesOfService(service),
	]);
	const shown = reading.status.channels.map(({ channel }) => channel);
	const section = await readSection(service, asked, { usual: timeline, shown, named: languageNamed(String(words.lang)) });
	const where = (
		<PlaceSection
			reading={places}
			matter={places && placeTableOf(places, namesOf(catalog))}
			codes={`codes from ${service.name}`}
			slug={service.slug}
		/>
	);
	return (
		<>
			<ServiceFace
				initial={sentView({
					...reading,
					incidents: incidents?.map(listed) ?? null,
					elsewhere: elsewhere.map(listed),
					section,
					flows,
					waits,
				})}
				where={where}
			/>
			<LanguageList path={addressOfView(`/services/${service.slug}`, asked.view)} language={language} label={phrases.footer.languages} />
		</>
	);
}
