// Where do more people fail than usual? A slice's score can only jump when one of its reports arrives, so each report
// touches its fifteen slices and nothing else is looked at: the cost does not grow with the cube. What an incident covers
// is taken out again, so that the same fault is not found twice.
import { MINUTE_MS } from "../time";
import type { Baseline } from "./baseline";
import type { Model } from "./model";
import { MEMORY_MS, rules } from "./rules";
import { penaltyOfKey, scanScore } from "./score";
import { areaOfKey, keysAround, type Names, type Place, placeOf, SHAPES_MAX, shapeOf } from "./space";

const WINDOWS = rules.windowsMinutes;
const WINDOWS_MS = WINDOWS.map((minutes) => minutes * MINUTE_MS);
/** Counters nobody spoke to are let go this often. */
const SWEEP_MS = 30 * MINUTE_MS;

/** A failing report; `at` in ms. */
type Counted = { place: Place; at: number };

/** The best window of a slice. */
export type Candidate = { key: number; count: number; expected: number; score: number; threshold: number; windowMinutes: number };

export type Scan = {
	/** Times never go back. */
	add(report: Counted): void;
	/** Takes out what was taken in, in order of time; a crowd at once, for each of its slices is gone through once a call. */
	remove(reports: readonly Counted[]): void;
	/** Slices touched since the scan last settled whose score is above their threshold, furthest above first. */
	above(at: number): readonly Candidate[];
	settle(): void;
};

type Counter = {
	key: number;
	times: number[];
	heads: number[];
	rates: Map<number, number>;
	penalty: number;
	threshold: number;
	dispersions: number[];
};

export function makeScan(model: Model, baseline: Baseline, names: Names): Scan {
	const counters = new Map<number, Counter>();
	const touched = new Set<Counter>();
	const keys = new Float64Array(SHAPES_MAX);
	let sweptAt = 0;

	function add({ place, at }: Counted): void {
		const count = keysAround(place, keys);
		for (let i = 0; i < count; i++) {
			const counter = counterOf(keys[i] ?? 0);
			counter.times.push(at);
			if (counter.times.length >= rules.evidenceMin) touched.add(counter);
		}
		if (at - sweptAt > SWEEP_MS) sweep(at);
	}

	function counterOf(key: number): Counter {
		const known = counters.get(key);
		if (known) return known;
		const made: Counter = {
			key,
			times: [],
			heads: WINDOWS.map(() => 0),
			rates: new Map(),
			penalty: penaltyOfKey(key, model.choices, names.kindOfCarrier),
			threshold: model.thresholds[shapeOf(areaOfKey(key))] ?? Number.POSITIVE_INFINITY,
			dispersions: WINDOWS.map((minutes) => baseline.dispersion(key, minutes)),
		};
		counters.set(key, made);
		return made;
	}

	function remove(reports: readonly Counted[]): void {
		const leaving = new Map<Counter, number[]>();
		for (const { place, at } of reports) {
			const count = keysAround(place, keys);
			for (let i = 0; i < count; i++) {
				const counter = counters.get(keys[i] ?? 0);
				if (!counter) continue;
				const times = leaving.get(counter);
				if (times) times.push(at);
				else leaving.set(counter, [at]);
			}
		}
		for (const [counter, times] of leaving) takeOut(counter, times);
	}

	/** Those it no longer counts are passed over. */
	function takeOut(counter: Counter, leaving: readonly number[]): void {
		const stay: number[] = [];
		const heads = [...counter.heads];
		let next = 0;
		for (const [index, at] of counter.times.entries()) {
			while ((leaving[next] ?? Number.POSITIVE_INFINITY) < at) next++;
			if (leaving[next] !== at) {
				stay.push(at);
				continue;
			}
			next++;
			for (const [w, head] of counter.heads.entries()) if (index < head) heads[w] = (heads[w] ?? 0) - 1;
		}
		counter.times = stay;
		counter.heads = heads;
	}

	function above(at: number): readonly Candidate[] {
		const found: Candidate[] = [];
		for (const counter of touched) {
			const best = read(counter, at);
			if (best !== null && best.score > best.threshold) found.push(best);
		}
		return found.sort((one, other) => other.score - other.threshold - (one.score - one.threshold) || one.key - other.key);
	}

	function read(counter: Counter, at: number): Candidate | null {
		forget(counter, at);
		let best: Candidate | null = null;
		for (let w = WINDOWS.length - 1; w >= 0; w--) {
			const count = counter.times.length - (counter.heads[w] ?? 0);
			if (count < rules.evidenceMin) break;
			const expected = expectedIn(counter, WINDOWS_MS[w] ?? 0, at);
			if (count <= expected) continue;
			const score = scanScore(count, expected, counter.dispersions[w] ?? 1) - counter.penalty;
			if (best === null || score > best.score)
				best = { key: counter.key, count, expected, score, threshold: counter.threshold, windowMinutes: WINDOWS[w] ?? 5 };
		}
		return best;
	}

	/** Moves each window's first report on, and drops what the longest no longer sees. */
	function forget(counter: Counter, at: number): void {
		for (let w = 0; w < WINDOWS.length; w++) {
			const start = at - (WINDOWS_MS[w] ?? 0);
			let head = counter.heads[w] ?? 0;
			while (head < counter.times.length && (counter.times[head] ?? 0) <= start) head++;
			counter.heads[w] = head;
		}
		const gone = counter.heads[WINDOWS.length - 1] ?? 0;
		if (gone < 64 || gone * 2 < counter.times.length) return;
		counter.times.splice(0, gone);
		counter.heads = counter.heads.map((head) => head - gone);
	}

	function expectedIn(counter: Counter, windowMs: number, at: number): number {
		let sum = 0;
		for (let start = at - windowMs; start < at; ) {
			const hour = Math.floor(start / HOUR_MS);
			const end = Math.min(at, (hour + 1) * HOUR_MS);
			sum += (rateOf(counter, hour) * (end - start)) / MINUTE_MS;
			start = end;
		}
		return sum;
	}

	function rateOf(counter: Counter, hour: number): number {
		const kept = counter.rates.get(hour);
		if (kept !== undefined) return kept;
		if (counter.rates.size > 4) counter.rates.clear();
		const rate = baseline.rate(placeOf(counter.key), hour * HOUR_MS);
		counter.rates.set(hour, rate);
		return rate;
	}

	function sweep(at: number): void {
		for (const [key, { times }] of counters) if ((times.at(-1) ?? 0) <= at - MEMORY_MS) counters.delete(key);
		sweptAt = at;
	}

	return {
		add,
		remove,
		above,
		settle: () => touched.clear(),
	};
}

const HOUR_MS = 60 * MINUTE_MS;
