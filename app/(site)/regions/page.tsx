import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { foundAs } from "@/app/_http/found";
import { CountriesFound, CountrySearch } from "@/components/country-search";
import { DemoNote } from "@/components/demo-note";
import { PageTitle } from "@/components/prose";
import { WorldFace } from "@/components/world-face";
import { namesOf } from "@/lib/catalog/names";
import { searchCountries } from "@/lib/catalog/place-search";
import { house } from "@/lib/house";
import { countryMeant } from "@/lib/narrowing";
import { ofWorld } from "@/lib/places-of";

export const metadata: Metadata = foundAs({
	path: "/regions",
	title: "Countries",
	description: "A map of the world: where do verification codes fail, and for how many of those who answered?",
});

type Query = { service?: string | string[]; q?: string | string[] };

export default async function RegionsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const { service: word, q } = await searchParams;
	const query = (typeof q === "string" ? q : "").trim().slice(0, 80);
	const { catalog, readings } = house();
	const meant = query === "" ? null : countryMeant(query, catalog);
	if (meant) redirect(`/regions/${meant.code}`);
	const service = typeof word === "string" ? catalog.meantService(word) : null;
	const [book, overview] = await Promise.all([readings.places(), readings.overview()]);
	const told = book && [...book.services].filter(([slug]) => service === null || slug === service.slug);
	const spoken = new Set(told?.map(([slug]) => slug));
	const isDemo = overview.services.some(({ slug, demo }) => demo && spoken.has(slug));
	return (
		<>
			{isDemo && <DemoNote />}
			<div className="frame">
				<PageTitle
					title={service ? `Countries: ${service.name}` : "Countries"}
					lead={`Where people told us that a code ${service ? `from ${service.name} ` : ""}failed, or came${service ? "" : ", whatever the service"}. The stronger the ink, the more of them failed.`}
				/>
				<CountrySearch query={query} service={service} />
				{query !== "" && <CountriesFound query={query} found={searchCountries(query, catalog.countries)} />}
				<WorldFace
					service={service}
					book={book}
					counts={told && ofWorld(told.map(([, reading]) => reading))}
					countries={catalog.countries}
					nameOf={namesOf(catalog).region}
				/>
			</div>
		</>
	);
}
