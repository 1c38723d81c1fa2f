import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { foundAs } from "@/app/_http/found";
import { wordOf } from "@/app/_http/word";
import { NoSuchPlace } from "@/components/no-such-place";
import { RegionFace } from "@/components/region-face";
import { namesOf } from "@/lib/catalog/names";
import { house } from "@/lib/house";
import { ofRegion } from "@/lib/places-of";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { catalog } = house();
	const region = catalog.findRegion(await wordOf(params, "code"));
	if (!region) return { title: "A country we don’t know" };
	const { code, name } = catalog.countryOf(region);
	return foundAs({
		path: `/regions/${code}`,
		title: `Verification codes in ${name}: what is not arriving?`,
		description: `Which services’ verification codes fail for people in ${name}, on which networks, and every incident that names it.`,
	});
}

export default async function RegionPage({ params }: Props) {
	const word = await wordOf(params, "code");
	const { catalog, readings } = house();
	const region = catalog.findRegion(word);
	if (!region) return <NoSuchPlace word={word} kind="region" />;
	const country = catalog.countryOf(region);
	if (country.code !== word) permanentRedirect(`/regions/${country.code}`);
	const [book, incidents, overview] = await Promise.all([
		readings.places(),
		readings.incidents({ region: country.code }),
		readings.overview(),
	]);
	const told = book && ofRegion(book, country.code);
	const names = namesOf(catalog);
	return (
		<RegionFace
			country={country}
			carriers={catalog.carriersOf(country.code)}
			book={book}
			incidents={incidents}
			services={catalog.services.map(({ slug, name }) => ({ key: slug, name }))}
			names={new Map(told?.carriers.map(({ carrier }) => [carrier, names.carrier(carrier)]))}
			demo={overview.services.some(({ slug, demo }) => demo && told?.services.some(({ service }) => service === slug))}
		/>
	);
}
