// What may a page, the API, a badge or the widget read? Each reading is made at most once a second per process however
// many ask (single flight), comes back as a value with its time, and never throws: what could not be read is `unknown`.
import { setTimeout as wait } from "node:timers/promises";
import { adviceFor } from "./advice";
import { rowAsOf } from "./as-of";
import type { Catalog, Service } from "./catalog/catalog";
import { namesOf } from "./catalog/names";
import { type Elsewhere, type ElsewhereParts, makeElsewhere } from "./elsewhere";
import { type FlowParts, type FlowReadings, makeFlowReadings } from "./flows";
import { type Incident, isOpen, type Slice, sliceKeyOf } from "./incident";
import { type IncidentListParts, type IncidentLists, makeIncidentLists } from "./incident-list";
import { type Overview, type OverviewFacts, overviewOf, unknownOverview } from "./overview";
import { makePlaceReadings, type PlaceParts, type PlaceReadings } from "./places";
import { incidentOf } from "./presentation";
import type { SingleFlight } from "./single-flight";
import { readSliceTimeline, type SliceTimeline, type SliceTimelineParts } from "./slice-timeline";
import { type Advice, type Status, type StatusFacts, statusOf, type Timeline, unknownStatus, WINDOW_MINUTES } from "./status";
import type { IncidentRow } from "./store/incidents";
import { DAY_MS, HOUR_MS, MINUTE_MS, plus, stepOf, TALLY_STEP_MS } from "./time";
import { readTimeline, type TimelineParts, type TimelineQuery } from "./timeline";
import { makeWaitReadings, type WaitParts, type WaitReadings } from "./waits";

export type ServiceReading = {
	service: Service;
	status: Status;
	/** Open ones first, then the last 90 days; `null` when they could not be read. */
	incidents: readonly Incident[] | null;
	/** Open ones of no service in particular, on a channel that this one offers: they change nothing of its status. */
	elsewhere: readonly Incident[];
	advice: readonly Advice[];
	/** The last 24 hours in steps of five minutes; `null` when it could not be read. */
	timeline: Timeline | null;
};

/** `known: false`: the read failed. */
export type Reading<Value> = { known: true; value: Value } | { known: false };

export type Readings = Elsewhere &
	FlowReadings &
	PlaceReadings &
	WaitReadings &
	IncidentLists & {
		overview(): Promise<Overview>;
		status(service: Service): Promise<Status>;
		service(service: Service): Promise<ServiceReading>;
		/** What an open page is told: the status, and the incidents that are open or changed in the last hour. */
		news(service: Service): Promise<{ status: Status; incidents: readonly Incident[] }>;
		/** Milliseconds until a change made now can be read: readings are kept for a second. Told once one under way is made. */
		newsIn(service: Service): Promise<number>;
		/** Milliseconds for which a service's status, or the overview, is still told as it was read. */
		lastsMs(service: Service | null): number;
		/** The status as it is once a change made now can be read: waits about a second. */
		statusSoon(service: Service): Promise<Status>;
		timeline(service: Service, query: TimelineQuery): Promise<Reading<Timeline>>;
		/** The counts of an incident's slice; without an end, to now. */
		sliceTimeline(slice: Slice, around: { from: Date; to?: Date }): Promise<Reading<SliceTimeline>>;
		/** `value: null`: there is no such incident, or there was none then. */
		incident(id: string, asOf?: Date | null): Promise<Reading<Incident | null>>;
	};

/** What readings need of the house. */
export type ReadingParts = TimelineParts &
	SliceTimelineParts &
	ElsewhereParts &
	FlowParts &
	PlaceParts &
	WaitParts &
	IncidentListParts & {
		catalog: Catalog;
		publicUrl: string;
		flight: SingleFlight;
		now(): Date;
		findTick(): Promise<Date | null>;
		findLastReportAt(serviceId: number): Promise<Date | null>;
		/** The services with reports since then that were played in. */
		listDemoServices(since: Date): Promise<ReadonlySet<number>>;
		listChannelCounts(serviceId: number, since: Since): Promise<StatusFacts["channels"]>;
		listAllChannelCounts(since: Since): Promise<OverviewFacts["counts"]>;
		listCurrent(since: Date, service: Service | null): Promise<readonly IncidentRow[]>;
		findIncident(id: string): Promise<IncidentRow | null>;
		/** A read failed: the log reads everything, people read "unknown". */
		failed(what: string, error: unknown): void;
	};

/** Facts whose incidents can be presented, not only weighed. */
type Facts = StatusFacts & { incidents: readonly IncidentRow[] };

type Since = { windowSince: Date; daySince: Date };

/** How far back a service page lists its incidents. */
const SERVICE_INCIDENTS_MS = 90 * DAY_MS;
/** How long a retraction stays on the overview. */
const RETRACTED_MS = DAY_MS;

export function makeReadings(parts: ReadingParts): Readings {
	const { catalog, flight } = parts;
	const lastGood = new Map<string, Status>();
	const lastOverview: { asOf: string | null } = { asOf: null };
	const statuses = new WeakMap<Facts, Status>();
	const names = namesOf(catalog);
	const present = (row: IncidentRow) => incidentOf(row, catalog, parts.publicUrl);
	const around = makeElsewhere(parts, present);

	/** Runs a read whose failure is told as `known: false` instead of thrown. */
	async function attempt<Value>(what: string, read: () => Promise<Value>): Promise<Reading<Value>> {
		try {
			return { known: true, value: await read() };
		} catch (error) {
			parts.failed(what, error);
			return { known: false };
		}
	}

	function since(now: Date): Since {
		return {
			windowSince: stepOf(plus(now, -WINDOW_MINUTES * MINUTE_MS), TALLY_STEP_MS),
			daySince: stepOf(plus(now, -DAY_MS), TALLY_STEP_MS),
		};
	}

	/** One read for every service. */
	function demoSince(now: Date): Promise<ReadonlySet<number>> {
		return flight.read("demo", () => parts.listDemoServices(since(now).daySince));
	}

	async function readFacts(service: Service): Promise<Facts> {
		const readAt = parts.now();
		const [channels, incidents, lastReportAt, tickAt, demo] = await Promise.all([
			parts.listChannelCounts(service.id, since(readAt)),
			parts.listCurrent(plus(readAt, -HOUR_MS), service),
			parts.findLastReportAt(service.id),
			parts.findTick(),
			demoSince(readAt),
		]);
		return {
			service,
			channels,
			incidents,
			lastReportAt,
			tickAt,
			readAt,
			expectation: parts.expectation(),
			names,
			demo: demo.has(service.id),
		};
	}

	async function news(one: Service): Promise<{ status: Status; incidents: readonly Incident[] }> {
		const reading = await readingOf(one);
		return { status: tell(one, reading), incidents: reading.known ? reading.value.incidents.map(present) : [] };
	}

	/** The status a reading comes to; the last good one is remembered for when none can be had. */
	function tell(service: Service, reading: Reading<Facts>): Status {
		const now = parts.now();
		const told = reading.known ? toldOnce(reading.value, now) : unknownStatus(service, now, null);
		if (told.state === "unknown") return unknownStatus(service, now, lastGood.get(service.slug) ?? null);
		lastGood.set(service.slug, told);
		return told;
	}

	/** Facts are kept for a second, and everybody who reports reads what they come to. */
	function toldOnce(facts: Facts, now: Date): Status {
		const told = statuses.get(facts) ?? statusOf(facts, now);
		statuses.set(facts, told);
		return told;
	}

	function readingOf(one: Service): Promise<Reading<Facts>> {
		return attempt(`status of ${one.slug}`, () => flight.read(statusKey(one), () => readFacts(one)));
	}

	async function status(one: Service): Promise<Status> {
		return tell(one, await readingOf(one));
	}

	async function service(one: Service): Promise<ServiceReading> {
		const now = parts.now();
		const [told, incidents, elsewhere, timeline] = await Promise.all([
			status(one),
			attempt(`incidents of ${one.slug}`, () =>
				flight.read(`incidents ${one.slug}`, () => parts.listCurrent(plus(now, -SERVICE_INCIDENTS_MS), one)),
			),
			around.elsewhere(one),
			timelineOf(one, {}),
		]);
		return {
			service: one,
			status: told,
			incidents: incidents.known ? incidents.value.map(present).sort((a, b) => Number(isOpen(b)) - Number(isOpen(a))) : null,
			elsewhere,
			advice: adviceFor(told, one),
			timeline: timeline.known ? timeline.value : null,
		};
	}

	function timelineOf(one: Service, query: TimelineQuery): Promise<Reading<Timeline>> {
		const key = `timeline ${one.slug} ${JSON.stringify(query)}`;
		return attempt(key, () => flight.read(key, () => readTimeline(parts, one, query, parts.now())));
	}

	async function readOverview(): Promise<Overview> {
		const readAt = parts.now();
		const [counts, incidents, tickAt, demo] = await Promise.all([
			parts.listAllChannelCounts(since(readAt)),
			parts.listCurrent(plus(readAt, -RETRACTED_MS), null),
			parts.findTick(),
			demoSince(readAt),
		]);
		const facts = { services: catalog.services, counts, incidents, tickAt, readAt, expectation: parts.expectation(), names, demo };
		return overviewOf(facts, present, parts.now());
	}

	async function overview(): Promise<Overview> {
		const reading = await attempt("overview", () => flight.read("overview", readOverview));
		const told = reading.known ? reading.value : unknownOverview(catalog.services, parts.now());
		if (told.known) lastOverview.asOf = told.asOf;
		return told.known ? told : { ...told, lastGoodAt: lastOverview.asOf };
	}

	return {
		overview,
		status,
		service,
		news,
		newsIn: (one) => flight.freshIn(statusKey(one)),
		lastsMs: (one) => flight.leftIn(one === null ? "overview" : statusKey(one)),
		...around,
		...makeFlowReadings(parts),
		...makePlaceReadings(parts),
		...makeWaitReadings(parts),
		...makeIncidentLists(parts, { attempt, present }),
		statusSoon: async (one) => wait(await flight.freshIn(statusKey(one))).then(() => status(one)),
		timeline: timelineOf,
		sliceTimeline(slice, around) {
			const key = `timeline ${sliceKeyOf(slice)} ${JSON.stringify(around)}`;
			return attempt(key, () => flight.read(key, () => readSliceTimeline(parts, slice, around, parts.now())));
		},
		incident: (id, asOf = null) =>
			attempt(`incident ${id}`, async () => {
				const row = await flight.read(`incident ${id}`, () => parts.findIncident(id));
				const then = row && asOf ? rowAsOf(row, asOf) : row;
				return then && present(then);
			}),
	};
}

function statusKey(service: Service): string {
	return `status ${service.slug}`;
}
