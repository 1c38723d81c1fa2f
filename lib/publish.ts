// Which counts may leave the house? Totals of a service and channel are exact and live: they say nothing about where
// anybody is. A count that names a carrier, a region or a flow is published only for a closed step of half an hour or
// longer in which enough people stand behind it; otherwise it is `null`, and a page says "a few". Where the parts of a total
// are told, none may be worked out from the others.

import type { TimelinePoint } from "./status";
import { HOUR_MS, MINUTE_MS, plus, stepOf, stepsBetween } from "./time";
import { type Flow, flows } from "./vocabulary";

/** The shortest step in which a count may name a place or a carrier. */
export const NAMED_STEP_MIN_MS = 30 * MINUTE_MS;
/** People who must stand behind a count that names a place or a carrier. */
export const REPORTERS_PUBLISHED_MIN = 5;

/**
 * A point of a timeline narrowed to a carrier or region, as it may be shown at `now`. An empty step is a true zero, unless
 * it `hides` what was folded because it was small: then neither zero nor the rest of it is true.
 */
export function publishNamed(point: TimelinePoint, { stepMs, hides, now }: { stepMs: number; hides: boolean; now: Date }): TimelinePoint {
	const isClosed = Date.parse(point.at) + stepMs <= now.getTime();
	const isEmpty = point.reporters === 0 && point.repeats === 0;
	if (isClosed && !hides && (isEmpty || (point.reporters ?? 0) >= REPORTERS_PUBLISHED_MIN)) return point;
	return {
		at: point.at,
		missing: null,
		late: null,
		rejected: null,
		blocked: null,
		arrived: null,
		repeats: null,
		evidence: null,
		reporters: null,
		expected: point.expected,
		withheld: true,
	};
}

/** What was said of one flow in the half hour that begins at `at`; `null`: of none. */
export type FlowStep = {
	at: Date;
	flow: Flow | null;
	failed: number;
	arrived: number;
	/** Keys of people behind it, of all or of as many as are enough; a person may be in it twice. */
	voices: readonly string[];
};

/** `null`: a few, or nobody. `withheld`: more were counted than is told. */
export type FlowCount = { flow: Flow | null; failed: number | null; arrived: number | null; withheld: boolean };

/** Every flow, and what was said of none; up to the end of the last step that may be told. */
export type FlowCounts = { until: Date; flows: readonly FlowCount[] };

/** A half hour in which somebody's flow is too small to tell waits for the other half of its hour. */
const FLOW_STEP_MAX_MS = HOUR_MS;

/**
 * What may be told of the flows between two whole hours: closed half hours, or whole hours where a half is too small. Steps
 * depend on nothing but the counts, so that no two readers can subtract theirs.
 */
export function publishFlows(steps: readonly FlowStep[], { from, to }: { from: Date; to: Date }): FlowCounts {
	const told = tellableSteps(steps, { from, to });
	return { until: told.at(-1)?.until ?? from, flows: [...flows, null].map((flow) => sumOf(told, flow)) };
}

type TellableStep = { until: Date; parts: readonly Part[]; withheld: ReadonlySet<Part> };
type Part = Omit<FlowStep, "at">;

function tellableSteps(steps: readonly FlowStep[], { from, to }: { from: Date; to: Date }): readonly TellableStep[] {
	const told: TellableStep[] = [];
	const halves = stepsBetween(from, to, NAMED_STEP_MIN_MS).map((at) => plus(at, NAMED_STEP_MIN_MS));
	for (const until of halves.filter((end) => end <= to)) {
		const begins = told.at(-1)?.until ?? from;
		const parts = partsOf(steps.filter(({ at }) => at >= begins && at < until));
		const withheld = withheldOf(parts);
		const isHourFull = stepOf(until, FLOW_STEP_MAX_MS).getTime() === until.getTime();
		if (isHourFull || withheld.size === 0) told.push({ until, parts, withheld });
	}
	return told;
}

/** Every flow with what the halves of a step say of it together. */
function partsOf(steps: readonly FlowStep[]): readonly Part[] {
	return [...flows, null].map((flow) => {
		const same = steps.filter((step) => step.flow === flow);
		return {
			flow,
			failed: same.reduce((sum, { failed }) => sum + failed, 0),
			arrived: same.reduce((sum, { arrived }) => sum + arrived, 0),
			voices: [...new Set(same.flatMap(({ voices }) => voices))],
		};
	});
}

/**
 * The parts behind which too few people stand; and the next smallest beside a single one, which the total would tell: of
 * several as small the one that says least, which stands last.
 */
function withheldOf(parts: readonly Part[]): ReadonlySet<Part> {
	const people = parts.reduce((sum, { voices }) => sum + voices.length, 0);
	const small = parts.filter(({ voices }) => voices.length > 0 && voices.length < REPORTERS_PUBLISHED_MIN);
	if (people > 0 && people < REPORTERS_PUBLISHED_MIN) return new Set(parts);
	const others = parts
		.filter((part) => !small.includes(part))
		.toReversed()
		.toSorted((one, other) => sizeOf(one) - sizeOf(other));
	return new Set(small.length === 1 ? [...small, ...others.slice(0, 1)] : small);
}

function sizeOf({ failed, arrived }: Part): number {
	return failed + arrived;
}

/** Told where any step tells of somebody, or every step tells it whole. */
function sumOf(steps: readonly TellableStep[], flow: Flow | null): FlowCount {
	const mine = steps.flatMap(({ parts, withheld }) =>
		parts.filter((part) => part.flow === flow).map((part) => ({ part, isTold: !withheld.has(part) })),
	);
	const told = mine.filter(({ isTold }) => isTold).map(({ part }) => part);
	const withheld = told.length < mine.length;
	const isSilent = told.every((part) => sizeOf(part) === 0);
	if (withheld && isSilent) return { flow, failed: null, arrived: null, withheld };
	return {
		flow,
		failed: told.reduce((sum, { failed }) => sum + failed, 0),
		arrived: told.reduce((sum, { arrived }) => sum + arrived, 0),
		withheld,
	};
}
