import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { foundAs } from "@/app/_http/found";
import { wordOf } from "@/app/_http/word";
import { CarrierFace } from "@/components/carrier-face";
import { NoSuchPlace } from "@/components/no-such-place";
import { namesOf } from "@/lib/catalog/names";
import { house } from "@/lib/house";
import { ofCarrier } from "@/lib/places-of";

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { catalog } = house();
	const carrier = catalog.findCarrier(await wordOf(params, "key"));
	if (!carrier) return { title: "A carrier we don’t know" };
	const name = namesOf(catalog).carrier(carrier.key);
	return foundAs({
		path: `/carriers/${carrier.key}`,
		title: `${name}: are verification codes arriving?`,
		description: `Which services’ verification codes fail ${carrier.kind === "mailbox" ? "at" : "on"} ${name}, as people report it, and every incident that names it.`,
	});
}

export default async function CarrierPage({ params }: Props) {
	const word = await wordOf(params, "key");
	const { catalog, readings } = house();
	const carrier = catalog.findCarrier(word);
	if (!carrier) return <NoSuchPlace word={word} kind="carrier" />;
	if (carrier.key !== word) permanentRedirect(`/carriers/${carrier.key}`);
	const network = catalog.networkOf(carrier);
	const [book, incidents, overview] = await Promise.all([
		readings.places(),
		readings.incidents({ carrier: network.key }),
		readings.overview(),
	]);
	const told = new Set(book ? ofCarrier(book, network.key).map(({ service }) => service) : []);
	return (
		<CarrierFace
			carrier={carrier}
			network={network === carrier ? null : network}
			riders={catalog.carriers.filter(({ parent }) => parent === carrier.key)}
			country={catalog.findRegion(carrier.country ?? "")}
			book={book}
			incidents={incidents}
			services={catalog.services.map(({ slug, name }) => ({ key: slug, name }))}
			demo={overview.services.some(({ slug, demo }) => demo && told.has(slug))}
		/>
	);
}
