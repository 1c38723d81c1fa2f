// Which slice explains a rise? Every slice of one value per dimension that the reports of a stretch lie in is scored, and
// the best are widened to sets of values, one dimension at a time: values in order of how far they rose, the best prefix
// (linear-time subset scanning: Neill 2012; MD-Scan, Neill & Kumar 2013). The dearer a description, the more it must explain.
import type { Baseline } from "./baseline";
import type { Model } from "./model";
import { penaltyOf, penaltyOfKey, scanScore } from "./score";
import { ANY, type Area, areaOfKey, type CarrierKind, keysAround, kindOf, type Names, type Place, SHAPES_MAX } from "./space";

/** Wider than any fitted dimension with bench/detection: what a cold start does not know must not hide what stands out. */
const DISPERSION_MAX = 0.2;
/** A slice of one value that fewer people speak of is not tried. */
const COUNT_MIN = 3;
/** How many of the best slices of one value are widened. */
const STARTS = 6;
const SET_DIMENSIONS = ["service", "region", "carrier"] as const;
/** More than this share of the values are better said as "all". */
const SET_SHARE_MAX = 0.5;

export type Named = { area: Area; count: number; expected: number; score: number };
/** Another explanation, and by how many nats it explains the stretch less than the one that was taken. */
export type Rival = { area: Area; behind: number };
/** What happened in a stretch of time (ms): the failing reports no other incident covers. */
export type Stretch = { from: number; to: number; places: readonly Place[] };
export type NamingParts = { model: Model; baseline: Baseline; names: Names };

/** The best explanation, and the best that says something else. `near` keeps to slices that share reports with it. */
export function nameSlice(stretch: Stretch, near: Area | null, parts: NamingParts): { best: Named | null; runnerUp: Rival | null } {
	const singles = singlesOf(stretch, near, parts);
	const own = near === null ? [] : stretch.places.filter((place) => lies(place, near));
	const named = [...singles, ...singles.slice(0, STARTS).flatMap((single) => widen(single, stretch, parts))]
		.sort((one, other) => other.score - one.score || compare(one.area, other.area))
		.filter(({ area }) => own.filter((place) => lies(place, area)).length * 2 >= own.length);
	const [best] = named;
	if (best === undefined) return { best: null, runnerUp: null };
	const other = named.find((one) => JSON.stringify(one.area) !== JSON.stringify(best.area));
	return { best, runnerUp: other ? rivalOf(best, other) : null };
}

export function rivalOf(taken: Named, { area, score }: Named): Rival {
	return { area, behind: taken.score - score };
}

/** Score of one slice over a stretch. */
export function weighSlice(area: Area, stretch: Stretch, { model, baseline, names }: NamingParts): Named {
	const count = stretch.places.filter((place) => lies(place, area)).length;
	const expected = baseline.expected(area, stretch.from, stretch.to);
	return { area, count, expected, score: scoreOf(area, count, expected, stretch, { model, baseline, names }) };
}

function scoreOf(area: Area, count: number, expected: number, { from, to }: Stretch, { model, baseline, names }: NamingParts): number {
	const dispersion = namingDispersion(baseline.dispersionOf(area, (to - from) / 60_000));
	return scanScore(count, expected, dispersion) - penaltyOf(area, model.choices, names.kindOfCarrier);
}

/** That more fail than usual is known by now; where they do varies less than how many. */
function namingDispersion(dispersion: number): number {
	return Math.min(dispersion, DISPERSION_MAX);
}

function singlesOf(stretch: Stretch, near: Area | null, parts: NamingParts): Named[] {
	const counts = new Map<number, { all: number; shared: number }>();
	const keys = new Float64Array(SHAPES_MAX);
	for (const place of stretch.places) {
		const isNear = near === null || lies(place, near);
		const found = keysAround(place, keys);
		for (let i = 0; i < found; i++) {
			const key = keys[i] ?? 0;
			const count = counts.get(key) ?? { all: 0, shared: 0 };
			count.all++;
			if (isNear) count.shared++;
			counts.set(key, count);
		}
	}
	const named: Named[] = [];
	for (const [key, { all, shared }] of counts) {
		if (all < COUNT_MIN || (near !== null && shared === 0)) continue;
		const expected = parts.baseline.expected(areaOfKey(key), stretch.from, stretch.to);
		const dispersion = parts.baseline.dispersion(key, (stretch.to - stretch.from) / 60_000);
		const score =
			scanScore(all, expected, namingDispersion(dispersion)) - penaltyOfKey(key, parts.model.choices, parts.names.kindOfCarrier);
		if (score > 0) named.push({ area: areaOfKey(key), count: all, expected, score });
	}
	return named.sort((one, other) => other.score - one.score || compare(one.area, other.area));
}

/** One dimension after the other: the best set of values with the rest as it is. */
function widen(start: Named, stretch: Stretch, parts: NamingParts): Named[] {
	return SET_DIMENSIONS.flatMap((dimension) => {
		const set = bestSet(start.area, dimension, stretch, parts);
		return set === null ? [] : [set];
	});
}

function bestSet(area: Area, dimension: (typeof SET_DIMENSIONS)[number], stretch: Stretch, parts: NamingParts): Named | null {
	const kind = kindOfArea(area, parts.names);
	const isMailbox = dimension === "carrier" && kind === "mailbox";
	const rest: Area = { ...area, [dimension]: null, ...(isMailbox ? { channel: null } : {}) };
	// Two services that fail everywhere are two incidents: a set must share something else.
	if (SET_DIMENSIONS.every((one) => rest[one] === null) && rest.channel === null) return null;
	const counts = new Map<number, number>();
	for (const place of stretch.places) {
		const value = place[dimension];
		if (value === ANY || !lies(place, rest)) continue;
		if (dimension === "carrier" && kind !== null && kindOf(place.channel) !== kind) continue;
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	const risen = [...counts]
		.map(([value, count]) => ({
			value,
			count,
			expected: parts.baseline.expected({ ...rest, [dimension]: [value] }, stretch.from, stretch.to),
		}))
		.filter(({ count, expected }) => count > expected)
		.sort((one, other) => other.count / (other.expected + 0.02) - one.count / (one.expected + 0.02) || one.value - other.value)
		.slice(0, Math.max(1, Math.floor(choicesIn(dimension, kind, parts.model) * SET_SHARE_MAX)));
	let best: Named | null = null;
	let count = 0;
	let expected = 0;
	const values: number[] = [];
	for (const one of risen) {
		count += one.count;
		expected += one.expected;
		values.push(one.value);
		if (
			dimension === "carrier" &&
			kind === null &&
			values.length > 1 &&
			parts.names.kindOfCarrier(one.value) !== parts.names.kindOfCarrier(values[0] ?? 0)
		)
			break;
		const set = { ...rest, [dimension]: [...values].sort((a, b) => a - b) };
		const score = scoreOf(set, count, expected, stretch, parts);
		if (best === null || score > best.score) best = { area: set, count, expected, score };
	}
	return best;
}

function choicesIn(dimension: (typeof SET_DIMENSIONS)[number], kind: CarrierKind | null, { choices }: Model): number {
	return dimension === "carrier" ? choices.carrier[kind ?? "mobile"] : choices[dimension];
}

function kindOfArea(area: Area, names: Names) {
	const [carrier] = area.carrier ?? [];
	if (carrier !== undefined) return names.kindOfCarrier(carrier);
	const [channel] = area.channel ?? [];
	return channel === undefined ? null : kindOf(channel);
}

/** Does a report lie in a slice? One without a carrier lies in no carrier's. */
export function lies(place: Place, area: Area): boolean {
	return (
		(area.service === null || area.service.includes(place.service)) &&
		(area.region === null || area.region.includes(place.region)) &&
		(area.carrier === null || area.carrier.includes(place.carrier)) &&
		(area.channel === null || area.channel.includes(place.channel))
	);
}

/** Do two slices share anything? */
export function overlaps(one: Area, other: Area): boolean {
	const share = (a: readonly number[] | null, b: readonly number[] | null) =>
		a === null || b === null || a.some((value) => b.includes(value));
	return (
		share(one.service, other.service) &&
		share(one.region, other.region) &&
		share(one.carrier, other.carrier) &&
		share(one.channel, other.channel)
	);
}

function compare(one: Area, other: Area): number {
	return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
