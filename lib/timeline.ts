// What happened step by step? Counts from the tallies beside what the model expects, with the incidents and updates of
// the same stretch. Empty steps are there as zeroes, steps not yet begun are absent, and what is too small to tell is null.
// Five minutes are told while they live; a stretch that begins before is told in hours at least, and the answer says so.
// Of a carrier or a region it is told what may be told of places (lib/named-timeline.ts).
import { rowAsOf } from "./as-of";
import type { Carrier, Catalog, Region, Service } from "./catalog/catalog";
import { tallyCellsOf } from "./catalog/reach";
import type { Expectation } from "./expectation";
import { type NamedParts, readNamedPoints } from "./named-timeline";
import type { Channel } from "./report";
import type { Timeline } from "./status";
import type { IncidentRow } from "./store/incidents";
import { STEPS_KEPT_DAYS } from "./tally";
import { DAY_MS, HOUR_MS, MINUTE_MS, plus, stepOf } from "./time";
import { expectedIn, pointsOf, type Step, type Stretch } from "./timeline-points";

export const timelineSteps = {
	"5m": 5 * MINUTE_MS,
	"30m": 30 * MINUTE_MS,
	"1h": HOUR_MS,
	"3h": 3 * HOUR_MS,
	"1d": DAY_MS,
} as const satisfies Record<Timeline["step"], number>;
/** Points of one answer: 40 days of hours, 3.5 days of five minutes. */
export const TIMELINE_POINTS_MAX = 1_008;

/** `asOf`: up to then, with incidents and updates as they stood then (lib/as-of.ts). */
export type TimelineQuery = {
	from?: Date | undefined;
	to?: Date | undefined;
	step?: Timeline["step"] | undefined;
	channel?: Timeline["slice"]["channel"] | undefined;
	carrier?: string | undefined;
	region?: string | undefined;
	asOf?: Date | undefined;
};

export type TimelineParts = NamedParts & {
	catalog: Catalog;
	/** The one in force. */
	expectation(): Expectation;
	listTotals(serviceId: number, query: Stretch & { channel: Channel | null }): Promise<readonly Step[]>;
	listBetween(service: Service, from: Date, to: Date): Promise<readonly IncidentRow[]>;
};

/** The timeline of a service; without a query the last 24 hours in steps of five minutes. Carriers and regions are known ones. */
export async function readTimeline(parts: TimelineParts, service: Service, query: TimelineQuery, now: Date): Promise<Timeline> {
	const isNamed = query.carrier !== undefined || query.region !== undefined;
	const { step, stepMs, from, to } = stretchOf({ ...query, to: endOf(query) }, isNamed, now);
	const channel = query.channel ?? null;
	const { carrier, region } = placeOf(parts.catalog, query);
	const asked = {
		service: [service.slug],
		region: region && [region.code],
		carrier: carrier && [carrier.key],
		channel: channel && [channel],
	};
	const cells = tallyCellsOf(asked, parts.catalog);
	const slice = { ...asked, channel: cells.channels };
	const expectation = parts.expectation();
	const frame = { from, to, stepMs, expectedAt: expectedIn(expectation, slice, { stepMs, isNamed }) };
	const named = { ...frame, cells, place: { channels: cells.channels, regions: asked.region, carriers: asked.carrier } };
	const [points, incidents] = await Promise.all([
		isNamed
			? readNamedPoints(parts, named, now)
			: parts.listTotals(service.id, { from, to, stepMs, channel }).then((steps) => pointsOf(steps, frame)),
		parts.listBetween(service, from, to),
	]);
	return {
		service: service.slug,
		from: from.toISOString(),
		to: to.toISOString(),
		step,
		slice: { channel, carrier: carrier?.key ?? null, region: region?.code ?? null },
		points,
		...eventsOf(
			incidents
				.filter((row) => channel === null || row.slice.channel === null || row.slice.channel.includes(channel))
				.flatMap((row) => (query.asOf ? (rowAsOf(row, query.asOf) ?? []) : row)),
		),
		model: expectation.name,
		asOf: now.toISOString(),
	};
}

/** Nothing is told beyond `asOf`. */
function endOf({ to, asOf }: TimelineQuery): Date | undefined {
	return to === undefined || (asOf !== undefined && asOf < to) ? asOf : to;
}

/** What is told: closed half hours at least of a place, whole hours at least of a time whose five minutes are gone. */
export function stretchOf(
	query: Pick<TimelineQuery, "from" | "to" | "step">,
	isNamed: boolean,
	now: Date,
): Stretch & { step: Timeline["step"] } {
	const wanted = isNamed && (query.step ?? "5m") === "5m" ? "30m" : (query.step ?? "5m");
	const wantedMs = timelineSteps[wanted];
	const end = query.to !== undefined && query.to < now ? query.to : now;
	const start = query.from ?? plus(end, wantedMs < HOUR_MS ? -DAY_MS + wantedMs : -30 * DAY_MS);
	const keptFrom = plus(now, -STEPS_KEPT_DAYS * DAY_MS);
	const step = start < keptFrom && wantedMs < HOUR_MS ? "1h" : wanted;
	const stepMs = timelineSteps[step];
	const to = end < keptFrom ? plus(stepOf(plus(end, -1), HOUR_MS), HOUR_MS) : end;
	// Of a place no step is cut: two that end minutes apart would tell of the few between them.
	return { step, stepMs, from: stepOf(start, stepMs), to: isNamed && to < now ? stepOf(to, stepMs) : to };
}

/** The carrier and region of a query as they are counted: an MVNO's network, a region's country. */
function placeOf(catalog: Catalog, query: TimelineQuery): { carrier: Carrier | null; region: Region | null } {
	const carrier = query.carrier === undefined ? null : catalog.findCarrier(query.carrier);
	const region = query.region === undefined ? null : catalog.findRegion(query.region);
	return { carrier: carrier && catalog.networkOf(carrier), region: region && catalog.countryOf(region) };
}

function eventsOf(rows: readonly IncidentRow[]): Pick<Timeline, "incidents" | "updates"> {
	return {
		incidents: rows.map(({ id, state, openedAt, startedAt, endedAt, slice }) => ({
			id,
			state,
			openedAt: openedAt.toISOString(),
			startedAt: startedAt.toISOString(),
			endedAt: endedAt?.toISOString() ?? null,
			slice,
		})),
		updates: rows.flatMap((row) => row.updates.map(({ at, by, text }) => ({ incident: row.id, at, by, text }))),
	};
}
