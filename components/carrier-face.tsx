// The page of a carrier: what it is, which services' codes failed on it, and the incidents that name it. A carrier has a status
// only while an open incident's cause is the carrier itself, by the published rule.
import type { Carrier, Region } from "@/lib/catalog/catalog";
import { type Incident, isOpen } from "@/lib/incident";
import type { IncidentPage, Named } from "@/lib/incident-list";
import type { PlaceBook } from "@/lib/places";
import { ofCarrier } from "@/lib/places-of";
import type { Reading } from "@/lib/reading";
import { CarrierFacts } from "./carrier-facts";
import { DemoNote } from "./demo-note";
import { Moment } from "./moment";
import { NotRead } from "./not-read";
import { PlaceIncidents } from "./place-incidents";
import { PlaceServices } from "./place-services";
import { PlaceTrail } from "./place-trail";
import { Section } from "./section";
import { StateWord } from "./shape";
import { lookOfIncident } from "./tone";

export type CarrierMatter = {
	carrier: Carrier;
	/** The network it rides on; `null` for one that runs its own. */
	network: Carrier | null;
	/** Brands that ride on it. */
	riders: readonly Carrier[];
	country: Region | null;
};

type CarrierFaceProps = CarrierMatter & {
	/** `null`: it could not be read. */
	book: PlaceBook | null;
	incidents: Reading<IncidentPage>;
	services: readonly Named[];
	demo: boolean;
};

export function CarrierFace({ book, incidents, services, demo, ...matter }: CarrierFaceProps) {
	const { carrier, network, country } = matter;
	const counted = network ?? carrier;
	const steps = [{ href: "/carriers", name: "Carriers" }, ...(country ? [{ href: `/regions/${country.code}`, name: country.name }] : [])];
	return (
		<>
			{demo && <DemoNote />}
			<div className="frame">
				<div className="grid gap-2 py-6">
					<PlaceTrail steps={steps} />
					<h1 className="text-xl [overflow-wrap:anywhere]">
						<bdi>{carrier.name}</bdi>
					</h1>
					{network && (
						<p className="max-w-measure">
							{carrier.name} rides on the network of <a href={`/carriers/${network.key}`}>{network.name}</a>, and its customers are counted
							with that network’s: everything here is of both.
						</p>
					)}
					<Standing name={counted.name} incidents={incidents} />
				</div>
				<Section title="Codes that failed" lead={book && <Window book={book} />} tools={<a href="/method#small">Small numbers</a>}>
					<Failures book={book} counted={counted} services={services} />
				</Section>
				<PlaceIncidents reading={incidents} name={counted.name} address={`/incidents?carrier=${counted.key}`} />
				<Section title="About" lead="As the list of networks has it." tools={<a href="/api/v1/carriers">All as JSON</a>}>
					<CarrierFacts {...matter} />
				</Section>
			</div>
		</>
	);
}

/** What is said of the carrier itself. */
function Standing({ name, incidents }: { name: string; incidents: Reading<IncidentPage> }) {
	if (!incidents.known) return <NotRead what={`Whether ${name} itself is in trouble`} />;
	const own = incidents.value.incidents.filter((incident) => isOpen(incident) && incident.cause === "carrier");
	if (own.length > 0) return own.map((incident) => <Fault key={incident.id} incident={incident} />);
	return (
		<p className="max-w-measure text-ink-2">
			Nothing we were told makes {name} itself look at fault. That its customers report is not its fault: we say so only when codes of
			several services fail here and the same codes arrive elsewhere. <a href="/method">The rule</a>
		</p>
	);
}

function Fault({ incident }: { incident: Incident }) {
	const look = lookOfIncident(incident.state);
	return (
		<div className={`${look.tone} max-w-measure border-t-2 border-tone bg-wash p-4`}>
			<StateWord look={look} />
			<p>
				{incident.title} {incident.state === "confirmed" ? "are not" : "may not be"} arriving, whichever service sends them, and the same
				codes arrive elsewhere. <a href={`/incidents/${incident.id}`}>Read the incident</a>
			</p>
		</div>
	);
}

type FailuresProps = { book: PlaceBook | null; counted: Carrier; services: readonly Named[] };

function Failures({ book, counted, services }: FailuresProps) {
	if (book === null) return <NotRead what={`What failed on ${counted.name}`} />;
	const counts = ofCarrier(book, counted.key);
	if (counts.length > 0) return <PlaceServices counts={counts} services={services} />;
	return (
		<p className="max-w-measure">
			Nobody on {counted.name} told us about a code in that time, or fewer people than may be told. That is usual. Services whose codes fail
			here would stand here, with how many of how many.
		</p>
	);
}

function Window({ book: { from, to } }: { book: PlaceBook }) {
	return (
		<>
			Of all who answered, <Moment at={from} form="day-time" /> to <Moment at={to} form="day-time" />, as far as it may be told.
		</>
	);
}
