// What happened step by step? Counts from the tallies beside what the model expects, with the incidents and updates of
// the same stretch. Empty steps are there as zeroes, steps not yet begun are absent, and what is too small to tell is null.
// Five minutes are told while they live; a stretch that begins before is told in hours at least, and the answer says so.
import { rowAsOf } from "./as-of";
import type { Carrier, Catalog, Region, Service } from "./catalog/catalog";
import type { Expectation } from "./expectation";
import type { Slice } from "./incident";
import { NAMED_STEP_MIN_MS, publishNamed } from "./publish";
import { type Channel, carriedChannels } from "./report";
import type { Timeline, TimelinePoint } from "./status";
import type { IncidentRow } from "./store/incidents";
import { type Counter, counters, STEPS_KEPT_DAYS } from "./tally";
import { DAY_MS, HOUR_MS, MINUTE_MS, plus, stepOf, stepsBetween } from "./time";

export const timelineSteps = { "5m": 5 * MINUTE_MS, "30m": 30 * MINUTE_MS, "1h": HOUR_MS, "1d": DAY_MS } as const satisfies Record<
	Timeline["step"],
	number
>;
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

/** `hides`: what was too small may be missing in it. */
export type Step = { at: Date; hides?: boolean } & Record<Counter, number>;

export type Stretch = { from: Date; to: Date; stepMs: number };

export type TimelineParts = {
	catalog: Catalog;
	/** The one in force. */
	expectation(): Expectation;
	listTotals(serviceId: number, query: Stretch & { channel: Channel | null }): Promise<readonly Step[]>;
	listCells(
		serviceId: number,
		query: Stretch & { channels: readonly Channel[] | null; carrierId: number | null; regionId: number | null },
	): Promise<readonly Step[]>;
	listBetween(service: Service, from: Date, to: Date): Promise<readonly IncidentRow[]>;
};

/** The timeline of a service; without a query the last 24 hours in steps of five minutes. Carriers and regions are known ones. */
export async function readTimeline(parts: TimelineParts, service: Service, query: TimelineQuery, now: Date): Promise<Timeline> {
	const isNamed = query.carrier !== undefined || query.region !== undefined;
	const { step, stepMs, from, to } = stretchOf({ ...query, to: endOf(query) }, isNamed, now);
	const channel = query.channel ?? null;
	const { carrier, region } = placeOf(parts.catalog, query);
	const cells = cellsOf(channel, carrier, region);
	const [steps, incidents] = await Promise.all([
		isNamed ? parts.listCells(service.id, { from, to, stepMs, ...cells }) : parts.listTotals(service.id, { from, to, stepMs, channel }),
		parts.listBetween(service, from, to),
	]);
	const slice = {
		service: [service.slug],
		region: region && [region.code],
		carrier: carrier && [carrier.key],
		channel: carrier ? cells.channels : channel && [channel],
	};
	const expectation = parts.expectation();
	const points = pointsOf(steps, { from, to, stepMs, expectedAt: expectedIn(expectation, slice, { stepMs, isNamed }) });
	return {
		service: service.slug,
		from: from.toISOString(),
		to: to.toISOString(),
		step,
		slice: { channel, carrier: carrier?.key ?? null, region: region?.code ?? null },
		points: isNamed ? namedPoints(points, { steps, stepMs, now }) : points,
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

/** Points that name a place, as they may be shown. */
export function namedPoints(
	points: readonly TimelinePoint[],
	{ steps, stepMs, now }: { steps: readonly Step[]; stepMs: number; now: Date },
): readonly TimelinePoint[] {
	const hiding = new Set(steps.filter(({ hides }) => hides).map(({ at }) => stepOf(at, stepMs).toISOString()));
	const shown = { stepMs: Math.max(stepMs, NAMED_STEP_MIN_MS), now };
	return points.map((point) => publishNamed(point, { ...shown, hides: hiding.has(point.at) }));
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

/** The cells of a place: of a carrier on the channels that its kind carries. */
function cellsOf(channel: Channel | null, carrier: Carrier | null, region: Region | null) {
	const carried = carrier && carriedChannels.filter((one) => (one === "email") === (carrier.kind === "mailbox"));
	const channels = channel === null ? carried : [channel].filter((one) => carried === null || carried.some((same) => same === one));
	return { channels, carrierId: carrier?.id ?? null, regionId: region?.id ?? null };
}

/** The carrier and region of a query as they are counted: an MVNO's network, a region's country. */
function placeOf(catalog: Catalog, query: TimelineQuery): { carrier: Carrier | null; region: Region | null } {
	const carrier = query.carrier === undefined ? null : catalog.findCarrier(query.carrier);
	const region = query.region === undefined ? null : catalog.findRegion(query.region);
	return { carrier: carrier && catalog.networkOf(carrier), region: region && catalog.countryOf(region) };
}

/**
 * What is ordinary in the step that begins at a time. Of a place it is told in tenths: it rests on every single report of
 * past days, and a finer number would tell of them.
 */
export function expectedIn(
	{ of }: Expectation,
	slice: Slice,
	{ stepMs, isNamed }: { stepMs: number; isNamed: boolean },
): (step: Date) => number {
	return (step) => {
		const expected = of(slice, step, plus(step, stepMs));
		return isNamed ? Math.round(expected * 10) / 10 : expected;
	};
}

type Frame = { from: Date; to: Date; stepMs: number; expectedAt(step: Date): number };

export function pointsOf(steps: readonly Step[], { from, to, stepMs, expectedAt }: Frame): TimelinePoint[] {
	const sums = new Map<number, Record<Counter, number>>();
	for (const step of steps) {
		const key = stepOf(step.at, stepMs).getTime();
		const sum = sums.get(key) ?? { missing: 0, late: 0, rejected: 0, blocked: 0, arrived: 0, repeats: 0, reporters: 0, evidence: 0 };
		for (const counter of counters) sum[counter] += step[counter];
		sums.set(key, sum);
	}
	return stepsBetween(from, to, stepMs).map((at) => {
		const sum = sums.get(at.getTime());
		const count = (counter: Counter) => sum?.[counter] ?? 0;
		return {
			at: at.toISOString(),
			missing: count("missing"),
			late: count("late"),
			rejected: count("rejected"),
			blocked: count("blocked"),
			arrived: count("arrived"),
			repeats: count("repeats"),
			evidence: count("evidence"),
			expected: expectedAt(at),
			reporters: count("reporters"),
			withheld: false,
		};
	});
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
