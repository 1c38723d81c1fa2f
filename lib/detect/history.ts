// What was reported in a day, kept small: evidence and arrivals per half hour and cell, with past outages capped, so that
// what broke last week is not ordinary this week. The cap is Farrington's (Noufaily et al. 2013): beyond the 2/3-power
// limit of what the model expected a half hour counts as much as the limit.
import { HOUR_MS, MINUTE_MS } from "../time";
import type { Baseline } from "./baseline";
import { ANY, keyOf, type Place, placeOf } from "./space";

export const BLOCK_MS = 30 * MINUTE_MS;
export const BLOCKS_A_DAY = 48;
/** Half hours in the stretch by which lasting dispersion is told from passing. */
const STRETCH_BLOCKS = 6;
/** Normal quantile of the cap: Farrington's 2.58 trims so much of thin cells that the variance comes out too small. */
const CAP_Z = 3.5;
/** Reports of one cell and half hour that are never capped. */
const CAP_MIN = 3;

/** Half hours within which a whole day's first report comes. */
const EARLY_BLOCKS = 4;

/** One cell in one half hour of the day. */
export type Entry = { leaf: number; block: number; evidence: number; arrived: number };
export type Day = { /** UTC days since the epoch. */ day: number; entries: readonly Entry[] };

/** Sums of (count − expected)² − expected and of expected², by half hour and by stretch, per dimension. */
export type Moments = Record<"service" | "region" | "carrier" | "channel", { block: Moment; stretch: Moment }>;
export type Moment = { excess: number; square: number };
/** A day after capping: `weights` stand beside `day.entries`. */
export type CappedDay = Day & { weights: Float64Array; moments: Moments | null };

/** The first day is one only when somebody spoke early in it: what began in the evening was not quiet before. */
export function wholeDays(days: readonly Day[]): readonly Day[] {
	const isWhole = days[0]?.entries.some(({ block }) => block < EARLY_BLOCKS) ?? true;
	return isWhole ? days : days.slice(1);
}

export function uncapped(day: Day): CappedDay {
	return { ...day, weights: Float64Array.from(day.entries, (entry) => entry.evidence), moments: null };
}

/** The day as the baseline says it may count at most, and how much it varied around it. */
export function capped(day: Day, baseline: Baseline): CappedDay {
	const sums = new Map<number, number>();
	const shapes = day.entries.map((entry) => slicesOf(entry.leaf));
	day.entries.forEach((entry, i) => {
		for (const slice of shapes[i] ?? []) add(sums, slice * BLOCKS_A_DAY + entry.block, entry.evidence);
	});
	const factors = new Map<number, number>();
	for (const [cell, count] of sums) {
		const key = Math.floor(cell / BLOCKS_A_DAY);
		const expected = ratePerBlock(key, day.day, cell % BLOCKS_A_DAY, baseline);
		const limit = limitOf(expected, baseline.dispersion(key, 30));
		if (count > limit) factors.set(cell, limit / count);
	}
	const weights = Float64Array.from(day.entries, (entry, i) => {
		const factor = (shapes[i] ?? []).reduce((least, slice) => Math.min(least, factors.get(slice * BLOCKS_A_DAY + entry.block) ?? 1), 1);
		return entry.evidence * factor;
	});
	return { ...day, weights, moments: momentsOf(day, weights, baseline) };
}

/** The slices a past outage may fill: any of them caps what lies in it. */
function slicesOf(leaf: number): readonly number[] {
	const { service, region, carrier, channel } = placeOf(leaf);
	const none = { service: ANY, region: ANY, carrier: ANY, channel: ANY };
	const slices = [
		{ ...none, service },
		{ ...none, service, channel },
		{ ...none, service, region },
		{ ...none, region, channel },
		{ ...none, service, region, channel },
	];
	const withCarrier = [
		{ ...none, carrier },
		{ ...none, carrier, region },
		{ ...none, carrier, service },
	];
	return (carrier === ANY ? slices : [...slices, ...withCarrier]).map(keyOf);
}

function ratePerBlock(key: number, day: number, block: number, baseline: Baseline): number {
	return baseline.rate(placeOf(key), day * 24 * HOUR_MS + block * BLOCK_MS) * 30;
}

/** Farrington's upper limit by the 2/3-power transformation, for a count that varies by φ μ² beside μ. */
function limitOf(expected: number, dispersion: number): number {
	const mean = Math.max(expected, 0.02);
	const spread = 1 + dispersion * mean;
	return Math.max(CAP_MIN, mean * (1 + (2 / 3) * CAP_Z * Math.sqrt(spread / mean)) ** 1.5);
}

function momentsOf(day: Day, weights: Float64Array, baseline: Baseline): Moments {
	return {
		service: momentOf("service", day, weights, baseline),
		region: momentOf("region", day, weights, baseline),
		carrier: momentOf("carrier", day, weights, baseline),
		channel: momentOf("channel", day, weights, baseline),
	};
}

function momentOf(dimension: keyof Place, day: Day, weights: Float64Array, baseline: Baseline): { block: Moment; stretch: Moment } {
	const counts = new Map<number, Float64Array>();
	day.entries.forEach((entry, i) => {
		const value = placeOf(entry.leaf)[dimension];
		if (value === ANY) return;
		const blocks = counts.get(value) ?? new Float64Array(BLOCKS_A_DAY);
		blocks[entry.block] = (blocks[entry.block] ?? 0) + (weights[i] ?? 0);
		counts.set(value, blocks);
	});
	const block = { excess: 0, square: 0 };
	const stretch = { excess: 0, square: 0 };
	for (const [value, blocks] of counts) {
		const key = keyOf({ service: ANY, region: ANY, carrier: ANY, channel: ANY, [dimension]: value });
		const long = { count: 0, expected: 0 };
		for (let i = 0; i < BLOCKS_A_DAY; i++) {
			const expected = ratePerBlock(key, day.day, i, baseline);
			note(block, blocks[i] ?? 0, expected);
			long.count += blocks[i] ?? 0;
			long.expected += expected;
			if ((i + 1) % STRETCH_BLOCKS > 0) continue;
			note(stretch, long.count, long.expected);
			long.count = 0;
			long.expected = 0;
		}
	}
	return { block, stretch };
}

function note(moment: Moment, count: number, expected: number): void {
	moment.excess += (count - expected) ** 2 - expected;
	moment.square += expected ** 2;
}

/**
 * Variance of half hours and of stretches of six tells what passes (and averages out) from what lasts:
 * φ₁ = passing + lasting, φ₆ = passing / 6 + lasting.
 */
export function dispersionOf(days: readonly CappedDay[], dimension: keyof Moments): { passing: number; lasting: number } | null {
	const sum = (of: "block" | "stretch") => {
		const known = days.flatMap((day) => (day.moments ? [day.moments[dimension][of]] : []));
		const square = known.reduce((all, one) => all + one.square, 0);
		return square > 0 ? Math.max(0, known.reduce((all, one) => all + one.excess, 0) / square) : null;
	};
	const short = sum("block");
	const long = sum("stretch");
	if (short === null || long === null) return null;
	const passing = Math.max(0, ((short - long) * STRETCH_BLOCKS) / (STRETCH_BLOCKS - 1));
	return { passing, lasting: Math.max(0, short - passing) };
}

function add(sums: Map<number, number>, key: number, by: number): void {
	sums.set(key, (sums.get(key) ?? 0) + by);
}
