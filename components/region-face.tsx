// The page of a country: which services' codes fail for people there, and on which networks. A country has no status.
import type { Carrier, Region } from "@/lib/catalog/catalog";
import type { IncidentPage, Named } from "@/lib/incident-list";
import type { PlaceBook } from "@/lib/places";
import { ofRegion } from "@/lib/places-of";
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
	return (
		<>
			{demo && <DemoNote />}
			<div className="frame">
				<div className="grid gap-2 py-6">
					<PlaceTrail steps={[{ href: "/regions", name: "Countries" }]} />
					<h1 className="text-xl">{country.name}</h1>
					<p className="max-w-measure text-ink-2">
						What people in {country.name} told us of their codes. It says which services fail for them, and nothing about the country.
					</p>
				</div>
				<Section title="Codes that failed" lead={book && <Window book={book} />} tools={<a href="/method#small">Small numbers</a>}>
					{told === null && <NotRead what={`What failed in ${country.name}`} />}
					{told?.services.length === 0 && (
						<p className="max-w-measure">
							Nobody in {country.name} told us about a code in that time, or fewer people than may be told. That is usual. Services whose
							codes fail there would stand here.
						</p>
					)}
					{told !== null && told.services.length > 0 && <PlaceServices counts={told.services} services={services} />}
				</Section>
				<Section title="Networks and mailboxes" lead="Answers about every service. Dark means much, never guilty.">
					{told !== null && told.carriers.length > 0 && (
						<PlaceCounts
							head="Carrier"
							counts={told.carriers.map(({ carrier, ...count }) => ({
								...count,
								href: `/carriers/${carrier}`,
								name: names.get(carrier) ?? carrier,
							}))}
						/>
					)}
					<AllCarriers country={country} carriers={carriers} />
				</Section>
				<PlaceIncidents reading={incidents} name={country.name} address={`/incidents?region=${country.code}`} />
			</div>
		</>
	);
}

function AllCarriers({ country, carriers }: { country: Region; carriers: readonly Carrier[] }) {
	if (carriers.length === 0) return <p className="max-w-measure">We know no mobile network of {country.name} by name.</p>;
	return (
		<>
			<h3 className="mt-6 mb-2 text-s text-ink-2">Every mobile network we know in {country.name}</h3>
			<PlaceNames places={carriers} base="/carriers" />
		</>
	);
}

function Window({ book: { from, to } }: { book: PlaceBook }) {
	return (
		<>
			Of all who answered, <Moment at={from} form="day-time" /> to <Moment at={to} form="day-time" />, as far as it may be told.
		</>
	);
}
