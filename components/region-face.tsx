// The page of a country: which services' codes fail for people there, and on which networks. A country has no status.
import type { Carrier, Region } from "@/lib/catalog/catalog";
import type { IncidentPage, Named } from "@/lib/incident-list";
import { withArticle } from "@/lib/incident-title";
import type { PlaceBook } from "@/lib/places";
import { ofRegion, type RegionPlaces } from "@/lib/places-of";
import type { Reading } from "@/lib/reading";
import { DemoNote } from "./demo-note";
import { Moment } from "./moment";
import { NotRead } from "./not-read";
import { PlaceCounts } from "./place-counts";
import { PlaceIncidents } from "./place-incidents";
import { PlaceNames } from "./place-names";
import { PlaceServices } from "./place-services";
import { PlaceTrail } from "./place-trail";
import { Section } from "./section";

type RegionFaceProps = {
	country: Region;
	/** Its networks, by name. */
	carriers: readonly Carrier[];
	/** `null`: it could not be read. */
	book: PlaceBook | null;
	incidents: Reading<IncidentPage>;
	services: readonly Named[];
	/** What a carrier is called. */
	names: ReadonlyMap<string, string>;
	demo: boolean;
};

export function RegionFace({ country, carriers, book, incidents, services, names, demo }: RegionFaceProps) {
	const told = book && ofRegion(book, country.code);
	const called = withArticle(country.name);
	return (
		<>
			{demo && <DemoNote />}
			<div className="frame">
				<div className="grid gap-2 py-6">
					<PlaceTrail steps={[{ href: "/regions", name: "Countries" }]} />
					<h1 className="text-xl">{country.name}</h1>
					<p className="max-w-measure text-ink-2">
						What people in {called} told us of their codes. It says which services fail for them, and nothing about the country.
					</p>
				</div>
				<Section title="Codes that failed" lead={book && <Window book={book} />} tools={<a href="/method#small">Small numbers</a>}>
					{told === null && <NotRead what={`What failed in ${called}`} />}
					{told?.services.length === 0 && (
						<p className="max-w-measure">
							Nobody in {called} told us about a code in that time, or fewer people than may be told. That is usual. Services whose codes
							fail there would stand here.
						</p>
					)}
					{told !== null && told.services.length > 0 && <PlaceServices counts={told.services} services={services} />}
				</Section>
				<Section title="On which carriers" lead="Answers about every service. A long bar is a high share, not the carrier’s fault.">
					<Carriers told={told?.carriers ?? null} names={names} called={called} />
				</Section>
				<PlaceIncidents reading={incidents} name={called} address={`/incidents?region=${country.code}`} />
				<Section
					title="Mobile networks"
					lead="Those we know by name."
					tools={<a href={`/api/v1/carriers?country=${country.code}`}>As JSON</a>}
				>
					{carriers.length > 0 ? <PlaceNames places={carriers} base="/carriers" /> : <p>We know no mobile network of {called} by name.</p>}
				</Section>
			</div>
		</>
	);
}

type CarriersProps = { told: RegionPlaces["carriers"] | null; names: RegionFaceProps["names"]; called: string };

function Carriers({ told, names, called }: CarriersProps) {
	if (told === null) return <NotRead what={`What failed on which carrier in ${called}`} />;
	if (told.length === 0)
		return <p className="max-w-measure">No carrier had enough people in {called} to tell of it. Those that have would stand here.</p>;
	const counts = told.map(({ carrier, ...count }) => ({ ...count, href: `/carriers/${carrier}`, name: names.get(carrier) ?? carrier }));
	return <PlaceCounts head="Carrier" counts={counts} />;
}

function Window({ book: { from, to } }: { book: PlaceBook }) {
	return (
		<>
			Of all who answered, <Moment at={from} form="day-time" /> to <Moment at={to} form="day-time" />, as far as it may be told.
		</>
	);
}
