import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { foundAs } from "@/app/_http/found";
import { CarrierList } from "@/components/carrier-list";
import { DemoNote } from "@/components/demo-note";
import { PageTitle } from "@/components/prose";
import type { Carrier } from "@/lib/catalog/catalog";
import { namesOf } from "@/lib/catalog/names";
import { searchCarriers } from "@/lib/catalog/place-search";
import { house } from "@/lib/house";
import { namedCarriers } from "@/lib/places-of";

export const metadata: Metadata = foundAs({
	path: "/carriers",
	title: "Carriers",
	description: "Mobile networks and mailbox hosts: on which of them do verification codes fail, and for which services?",
});

const FOUND_MAX = 60;

type Query = { q?: string | string[]; country?: string | string[] };

export default async function CarriersPage({ searchParams }: { searchParams: Promise<Query> }) {
	const { q, country: code } = await searchParams;
	const query = (typeof q === "string" ? q : "").trim().slice(0, 80);
	const { catalog, readings } = house();
	const country = catalog.findRegion(typeof code === "string" ? code : "");
	const meant = catalog.findCarrier(query);
	if (meant) redirect(`/carriers/${meant.key}`);
	const names = namesOf(catalog);
	const named = (carrier: Carrier) => ({ key: carrier.key, name: names.carrier(carrier.key) });
	const among = country ? catalog.carriersOf(country.code) : catalog.carriers;
	const found = query === "" ? (country ? among : null) : searchCarriers(query, among, FOUND_MAX);
	const [book, overview] = await Promise.all([readings.places(), readings.overview()]);
	const isDemo = overview.services.some(({ slug, demo }) => demo && book?.services.has(slug));
	return (
		<>
			{isDemo && <DemoNote />}
			<div className="frame">
				<PageTitle
					title="Carriers"
					lead="Who brings a code the last stretch: the mobile network of a phone, the host of a mailbox. That customers of one report is not its fault."
				/>
				<CarrierList
					choice={{ query, country }}
					countries={catalog.countries}
					found={found?.map(named) ?? null}
					told={
						book &&
						namedCarriers(book).map(({ carrier, ...count }) => ({ ...count, href: `/carriers/${carrier}`, name: names.carrier(carrier) }))
					}
					mailboxes={catalog.mailboxHosts.map(named)}
				/>
			</div>
		</>
	);
}
