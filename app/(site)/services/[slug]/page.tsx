import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { foundAs } from "@/app/_http/found";
import { readLanguage } from "@/app/_http/language";
import { wordOf } from "@/app/_http/word";
import { chartMatterOf } from "@/components/chart-matter";
import { LanguageList } from "@/components/language-list";
import { NoSuchService } from "@/components/no-such-service";
import { PlaceSection } from "@/components/place-section";
import { ServiceFace } from "@/components/service-face";
import { speechIn } from "@/components/speeches";
import { namesOf } from "@/lib/catalog/names";
import { house } from "@/lib/house";
import { placeTableOf } from "@/lib/place-table";
import { sentenceOf } from "@/lib/telling";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const service = house().catalog.findService(await wordOf(params, "slug"));
	if (!service) return { title: "A service we don’t know" };
	const language = await readLanguage();
	const [status, { book, phrases }] = await Promise.all([house().readings.status(service), speechIn(language)]);
	return foundAs({
		path: `/services/${service.slug}`,
		language,
		title: book.widget.title(service.name),
		description: `${phrases.ask.question(service.name)} ${sentenceOf(status.says, book)}`,
		picture: `/services/${service.slug}/picture.png`,
	});
}

export default async function ServicePage({ params }: Props) {
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
	const [{ timeline, ...reading }, flows, places] = await Promise.all([
		readings.service(service),
		readings.flowsOfService(service),
		readings.placesOfService(service),
	]);
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
			<ServiceFace initial={{ ...reading, matter: timeline && chartMatterOf(timeline), flows }} where={where} />
			<LanguageList path={`/services/${service.slug}`} language={language} label={phrases.footer.languages} />
		</>
	);
}
