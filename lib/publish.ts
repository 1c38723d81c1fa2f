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

/** What was said of one part of all reports in the half hour that begins at `at`: of a flow, or of a length of waiting. */
export type PartStep<Name> = {
	at: Date;
	name: Name;
	failed: number;
	arrived: number;
	/** Keys of people behind it, of all or of as many as are enough; a person may be in it twice. */
	voices: readonly string[];
};

/** `null`: a few, or nobody. `withheld`: more were counted than is told. */
export type PartCount<Name> = { name: Name; failed: number | null; arrived: number | null; withheld: boolean };

/** Of one flow; `null`: of none. */
export type FlowStep = Omit<PartStep<Flow | null>, "name"> & { flow: Flow | null };
export type FlowCount = Omit<PartCount<Flow | null>, "name"> & { flow: Flow | null };

/** Every flow, and what was said of none; up to the end of the last step that may be told. */
export type FlowCounts = { until: Date; flows: readonly FlowCount[] };

/** A half hour in which somebody's part is too small to tell waits for the other half of its hour. */
const PART_STEP_MAX_MS = HOUR_MS;

/** What may be told of the flows between two whole hours. */
export function publishFlows(steps: readonly FlowStep[], stretch: { from: Date; to: Date }): FlowCounts {
	const named = steps.map(({ flow, ...step }) => ({ ...step, name: flow }));
	const { until, parts } = publishParts(named, [...flows, null], stretch);
	return { until, flows: parts.map(({ name, ...count }) => ({ flow: name, ...count })) };
}

/**
 * What may be told of the parts of a whole between two whole hours: closed half hours, or whole hours where a half is too
 * small. Steps depend on nothing but the counts, so that no two readers can subtract theirs. The name that says least stands last.
 */
export function publishParts<Name>(
	steps: readonly PartStep<Name>[],
	names: readonly Name[],
	{ from, to }: { from: Date; to: Date },
): { until: Date; parts: readonly PartCount<Name>[] } {
	const told = tellableSteps(steps, names, { from, to });
	return { until: told.at(-1)?.until ?? from, parts: names.map((name) => sumOf(told, name)) };
}

type TellableStep<Name> = { until: Date; parts: readonly Part<Name>[]; withheld: ReadonlySet<Part<Name>> };
type Part<Name> = Omit<PartStep<Name>, "at">;

function tellableSteps<Name>(
	steps: readonly PartStep<Name>[],
	names: readonly Name[],
	{ from, to }: { from: Date; to: Date },
): readonly TellableStep<Name>[] {
	const told: TellableStep<Name>[] = [];
	const halves = stepsBetween(from, to, NAMED_STEP_MIN_MS).map((at) => plus(at, NAMED_STEP_MIN_MS));
	for (const until of halves.filter((end) => end <= to)) {
		const begins = told.at(-1)?.until ?? from;
		const within = steps.filter(({ at }) => at >= begins && at < until);
		const parts = names.map((name) => partOf(within, name));
		const withheld = withheldOf(parts);
		const isHourFull = stepOf(until, PART_STEP_MAX_MS).getTime() === until.getTime();
		if (isHourFull || withheld.size === 0) told.push({ until, parts, withheld });
	}
	return told;
}

/** What the halves of a step say of one part together. */
function partOf<Name>(steps: readonly PartStep<Name>[], name: Name): Part<Name> {
	const same = steps.filter((step) => step.name === name);
	return {
		name,
		failed: same.reduce((sum, { failed }) => sum + failed, 0),
		arrived: same.reduce((sum, { arrived }) => sum + arrived, 0),
		voices: [...new Set(same.flatMap(({ voices }) => voices))],
	};
}

/**
 * The parts behind which too few people stand; and the next smallest beside a single one, which the total would tell: of
 * several as small the one that says least, which stands last.
 */
function withheldOf<Name>(parts: readonly Part<Name>[]): ReadonlySet<Part<Name>> {
	const people = parts.reduce((sum, { voices }) => sum + voices.length, 0);
	const small = parts.filter(({ voices }) => voices.length > 0 && voices.length < REPORTERS_PUBLISHED_MIN);
	if (people > 0 && people < REPORTERS_PUBLISHED_MIN) return new Set(parts);
	const others = parts
		.filter((part) => !small.includes(part))
		.toReversed()
		.toSorted((one, other) => sizeOf(one) - sizeOf(other));
	return new Set(small.length === 1 ? [...small, ...others.slice(0, 1)] : small);
}

function sizeOf({ failed, arrived }: { failed: number; arrived: number }): number {
	return failed + arrived;
}

/** Told where any step tells of somebody, or every step tells it whole. */
function sumOf<Name>(steps: readonly TellableStep<Name>[], name: Name): PartCount<Name> {
	const mine = steps.flatMap(({ parts, withheld }) =>
		parts.filter((part) => part.name === name).map((part) => ({ part, isTold: !withheld.has(part) })),
	);
	const told = mine.filter(({ isTold }) => isTold).map(({ part }) => part);
	const withheld = told.length < mine.length;
	const isSilent = told.every((part) => sizeOf(part) === 0);
	if (withheld && isSilent) return { name, failed: null, arrived: null, withheld };
	return {
		name,
		failed: told.reduce((sum, { failed }) => sum + failed, 0),
		arrived: told.reduce((sum, { arrived }) => sum + arrived, 0),
		withheld,
	};
}
