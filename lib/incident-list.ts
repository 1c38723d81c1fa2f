// Which incidents are listed, and by what can a list be narrowed? By state, service, carrier, region and time. Incidents name
// networks and countries alone: an MVNO stands for its network, and a part of a country for the country.
import type { Catalog } from "./catalog/catalog";
import { namesOf } from "./catalog/names";
import type { DayCount } from "./history";
import type { Incident, IncidentState } from "./incident";
import type { Reading } from "./reading";
import type { SingleFlight } from "./single-flight";
import type { IncidentRow } from "./store/incidents";
import { DAY_MS, plus } from "./time";

export type IncidentFilter = {
	state?: IncidentState | undefined;
	service?: string | undefined;
	carrier?: string | undefined;
	region?: string | undefined;
	from?: Date | undefined;
	to?: Date | undefined;
	/** Only what lasted into this stretch, whenever it was noticed. */
	during?: { from: Date; to: Date } | undefined;
	cursor?: string | undefined;
};

export type IncidentPage = { incidents: readonly Incident[]; next: string | null; asOf: string };

/** What can be chosen: keys and what they are called, by name. */
export type IncidentPlaces = { carriers: readonly Named[]; regions: readonly Named[] };
export type Named = { key: string; name: string };

export type RelatedIncidents = { same: readonly Incident[]; meanwhile: readonly Incident[] };

export type IncidentLists = {
	incidents(filter: IncidentFilter): Promise<Reading<IncidentPage>>;
	/** How many lasted into each day of some weeks; days without any are left out. */
	incidentDays(filter: IncidentFilter, weeks: { from: Date; to: Date }): Promise<Reading<readonly DayCount[]>>;
	/** Others of its services in the 90 days before it and after, and what lasted elsewhere while it did. */
	relatedIncidents(incident: Incident): Promise<Reading<RelatedIncidents>>;
	/** The carriers and regions that any incident names. */
	incidentPlaces(): Promise<Reading<IncidentPlaces>>;
};

export type IncidentListParts = {
	catalog: Catalog;
	flight: SingleFlight;
	slowFlight: SingleFlight;
	now(): Date;
	listIncidents(filter: IncidentFilter): Promise<{ rows: readonly IncidentRow[]; next: string | null }>;
	listRelated(
		incident: { id: string; services: readonly string[]; startedAt: Date; endedAt: Date | null },
		around: { from: Date; to: Date },
	): Promise<{ same: readonly IncidentRow[]; meanwhile: readonly IncidentRow[] }>;
	countDays(filter: IncidentFilter, weeks: { from: Date; to: Date }): Promise<readonly DayCount[]>;
	listNamedPlaces(): Promise<{ carriers: readonly string[]; regions: readonly string[] }>;
};

type Telling = {
	attempt<Value>(what: string, read: () => Promise<Value>): Promise<Reading<Value>>;
	present(row: IncidentRow): Incident;
};

export function makeIncidentLists(parts: IncidentListParts, { attempt, present }: Telling): IncidentLists {
	const names = namesOf(parts.catalog);
	return {
		incidents: (asked) =>
			attempt("incidents", async () => {
				const filter = asNamed(asked, parts.catalog);
				const { rows, next } = await parts.flight.read(`incidents ${JSON.stringify(filter)}`, () => parts.listIncidents(filter));
				return { incidents: rows.map(present), next, asOf: parts.now().toISOString() };
			}),
		incidentDays: (asked, weeks) =>
			attempt("days of incidents", () => {
				const filter = asNamed(asked, parts.catalog);
				return parts.flight.read(`days ${JSON.stringify([filter, weeks])}`, () => parts.countDays(filter, weeks));
			}),
		relatedIncidents: (incident) =>
			attempt(`what is near ${incident.id}`, async () => {
				const read = () => parts.listRelated(spanOf(incident), { from: aroundOf(incident, -1), to: aroundOf(incident, 1) });
				const { same, meanwhile } = await parts.slowFlight.read(`near ${incident.id} ${incident.version}`, read);
				return { same: same.map(present), meanwhile: meanwhile.map(present) };
			}),
		incidentPlaces: () =>
			attempt("places of incidents", async () => {
				const { carriers, regions } = await parts.slowFlight.read("places of incidents", parts.listNamedPlaces);
				return { carriers: named(carriers, names.carrier), regions: named(regions, names.region) };
			}),
	};
}

/** The filter with its place as incidents would name it; what the catalogue does not know stays and finds nothing. */
function asNamed(filter: IncidentFilter, catalog: Catalog): IncidentFilter {
	return { ...filter, ...placeNamed(filter, catalog) };
}

/** A place as incidents name it: an MVNO's network, the country of a region. Without what the catalogue does not know. */
export function placeNamed(
	{ carrier = "", region = "" }: Pick<IncidentFilter, "carrier" | "region">,
	catalog: Catalog,
): { carrier?: string; region?: string } {
	const said = { carrier: catalog.findCarrier(carrier), region: catalog.findRegion(region) };
	return {
		...(said.carrier && { carrier: catalog.networkOf(said.carrier).key }),
		...(said.region && { region: catalog.countryOf(said.region).code }),
	};
}

const RELATED_WITHIN_MS = 90 * DAY_MS;

function aroundOf({ startedAt }: Incident, side: 1 | -1): Date {
	return plus(new Date(startedAt), side * RELATED_WITHIN_MS);
}

function spanOf({ id, slice, startedAt, endedAt, dismissedAt }: Incident) {
	const end = endedAt ?? dismissedAt;
	return { id, services: slice.service ?? [], startedAt: new Date(startedAt), endedAt: end === null ? null : new Date(end) };
}

function named(keys: readonly string[], nameOf: (key: string) => string): readonly Named[] {
	return keys.map((key) => ({ key, name: nameOf(key) })).toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}
