// What happened step by step? Counts from the tallies beside what the model expects, with the incidents and updates of
// the same stretch. Empty steps are there as zeroes, steps not yet begun are absent, and what is too small to tell is null.
import type { Carrier, Catalog, Region, Service } from "./catalog/catalog";
import { expectedIn, type Model } from "./detect/prior";
import { NAMED_STEP_MIN_MS, publishNamed } from "./publish";
import type { TimelineQuery } from "./reading";
import type { Channel } from "./report";
import type { Timeline, TimelinePoint } from "./status";
import type { IncidentRow } from "./store/incidents";
import { type Counter, counters } from "./tally";
import { DAY_MS, HOUR_MS, MINUTE_MS, plus, stepOf, stepsBetween } from "./time";

export const timelineSteps = { "5m": 5 * MINUTE_MS, "30m": 30 * MINUTE_MS, "1h": HOUR_MS, "1d": DAY_MS } as const satisfies Record<
	Timeline["step"],
	number
>;
/** Points of one answer: 40 days of hours, 3.5 days of five minutes. */
export const TIMELINE_POINTS_MAX = 1_008;

type Step = { at: Date } & Record<Counter, number>;

export type TimelineParts = {
	catalog: Catalog;
	model: Model;
	listTotals(serviceId: number, query: { from: Date; to: Date; channel: Channel | null }): Promise<readonly Step[]>;
	listCells(
		serviceId: number,
		query: { from: Date; to: Date; channel: Channel | null; carrierId: number | null; regionId: number | null },
	): Promise<readonly Step[]>;
	listBetween(serviceId: number, from: Date, to: Date): Promise<readonly IncidentRow[]>;
};

/** The timeline of a service; without a query the last 24 hours in steps of five minutes. Carriers and regions are known ones. */
export async function readTimeline(parts: TimelineParts, service: Service, query: TimelineQuery, now: Date): Promise<Timeline> {
	const isNamed = query.carrier !== undefined || query.region !== undefined;
	const step = isNamed && (query.step ?? "5m") === "5m" ? "30m" : (query.step ?? "5m");
	const stepMs = timelineSteps[step];
	const to = query.to !== undefined && query.to < now ? query.to : now;
	const from = stepOf(query.from ?? plus(to, stepMs < HOUR_MS ? -DAY_MS + stepMs : -30 * DAY_MS), stepMs);
	const channel = query.channel ?? null;
	const { carrier, region } = placeOf(parts.catalog, query);
	const [steps, incidents] = await Promise.all([
		isNamed
			? parts.listCells(service.id, { from, to, channel, carrierId: carrier?.id ?? null, regionId: region?.id ?? null })
			: parts.listTotals(service.id, { from, to, channel }),
		parts.listBetween(service.id, from, to),
	]);
	const offered = channel === null ? service.channels : [channel];
	// The model knows services and channels; of a place it expects nothing, rather than what it expects of everywhere.
	const expected = isNamed ? null : expectedIn(parts.model, offered, stepMs / MINUTE_MS);
	const points = pointsOf(steps, { from, to, stepMs, expected });
	return {
		service: service.slug,
		from: from.toISOString(),
		to: to.toISOString(),
		step,
		slice: { channel, carrier: carrier?.key ?? null, region: region?.code ?? null },
		points: isNamed ? points.map((point) => publishNamed(point, Math.max(stepMs, NAMED_STEP_MIN_MS), now)) : points,
		...eventsOf(incidents.filter((row) => channel === null || row.slice.channel === null || row.slice.channel.includes(channel))),
		asOf: now.toISOString(),
	};
}

/** The carrier and region of a query as they are counted: an MVNO's network, a region's country. */
function placeOf(catalog: Catalog, query: TimelineQuery): { carrier: Carrier | null; region: Region | null } {
	const carrier = query.carrier === undefined ? null : catalog.findCarrier(query.carrier);
	const region = query.region === undefined ? null : catalog.findRegion(query.region);
	return { carrier: carrier && catalog.networkOf(carrier), region: region && catalog.countryOf(region) };
}

type Frame = { from: Date; to: Date; stepMs: number; expected: number | null };

function pointsOf(steps: readonly Step[], { from, to, stepMs, expected }: Frame): TimelinePoint[] {
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
			expected,
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
