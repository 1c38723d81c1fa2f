// What is known of one service on one channel within the detector's memory? Counts by grid step, so that a window costs
// its steps however many spoke; and the evidence one by one, for the one window that wins. What is superseded leaves.
import { isFailing } from "../../report";
import { GRID_MS, MINUTE_MS, stepOf } from "../../time";
import type { Observation } from "./detector";
import { MEMORY_MS } from "./rules";

/** Who spoke in a stretch, and how. */
export type Counts = {
	/** Failing reports left after thinning. */
	evidence: number;
	/** People whose code came, and people who said anything. */
	arrived: number;
	answered: number;
	/** Failing reports that count as evidence, or repeat one: they say that it goes on. */
	failing: number;
};

export type Cell = {
	add(observation: Observation): void;
	/** Takes back a report that another one superseded. */
	drop(id: string): void;
	/** Forgets what no rule looks back to at `at`. */
	forget(at: Date): void;
	/** What was counted in the last so many minutes before `at`. */
	last(minutes: number, at: Date): Counts;
	/** How many networks the evidence of these minutes came from, and when the first of it came. */
	sourceOf(minutes: number, at: Date): { networks: number; firstAt: Date | null };
	lastFailingAt(): Date | null;
	readonly isEmpty: boolean;
};

/** What one report added, and where. */
type Part = Counts & { step: number; at: Date; hasFailed: boolean };

export function makeCell(): Cell {
	const parts = new Map<string, Part>();
	const steps = new Map<number, Counts>();
	const evidence = new Map<string, { at: Date; network: string }>();

	function change(step: number, part: Counts, by: 1 | -1): void {
		const counts = steps.get(step) ?? noCounts();
		counts.evidence += by * part.evidence;
		counts.arrived += by * part.arrived;
		counts.answered += by * part.answered;
		counts.failing += by * part.failing;
		steps.set(step, counts);
	}

	function drop(id: string): void {
		const part = parts.get(id);
		if (!part) return;
		change(part.step, part, -1);
		parts.delete(id);
		evidence.delete(id);
	}

	return {
		add(observation) {
			const part = partOf(observation);
			parts.set(observation.id, part);
			change(part.step, part, 1);
			if (observation.evidence) evidence.set(observation.id, observation);
		},
		drop,
		forget(at) {
			// Reports come in order of time, so the first ones met are the oldest.
			for (const [id, part] of parts) {
				if (at.getTime() - part.at.getTime() < MEMORY_MS) break;
				parts.delete(id);
				evidence.delete(id);
			}
			for (const step of steps.keys()) {
				if (at.getTime() - step >= MEMORY_MS) steps.delete(step);
			}
		},
		last(minutes, at) {
			const since = at.getTime() - minutes * MINUTE_MS;
			const sum = noCounts();
			for (const [step, counts] of steps) {
				if (step <= since) continue;
				sum.evidence += counts.evidence;
				sum.arrived += counts.arrived;
				sum.answered += counts.answered;
				sum.failing += counts.failing;
			}
			return sum;
		},
		sourceOf(minutes, at) {
			const since = at.getTime() - minutes * MINUTE_MS;
			const within = [...evidence.values()].filter((one) => one.at.getTime() > since);
			const firstAt = within.reduce<Date | null>((first, one) => (first === null || one.at < first ? one.at : first), null);
			return { networks: new Set(within.map((one) => one.network)).size, firstAt };
		},
		lastFailingAt() {
			const failed = [...parts.values()].filter((part) => part.hasFailed);
			return failed.reduce<Date | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null);
		},
		get isEmpty() {
			return parts.size === 0;
		},
	};
}

/** A report belongs to the grid step that ends at or after it: the step the watch takes it in with. */
function partOf({ at, symptom, counted, evidence }: Observation): Part {
	const step = stepOf(new Date(at.getTime() + GRID_MS - 1), GRID_MS).getTime();
	return {
		step,
		at,
		evidence: evidence ? 1 : 0,
		hasFailed: isFailing(symptom),
		arrived: counted && symptom === "arrived" ? 1 : 0,
		answered: counted ? 1 : 0,
		failing: isFailing(symptom) && (evidence || !counted) ? 1 : 0,
	};
}

function noCounts(): Counts {
	return { evidence: 0, arrived: 0, answered: 0, failing: 0 };
}
