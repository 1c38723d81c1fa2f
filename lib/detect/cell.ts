// What is known of one service on one channel within the detector's memory? Counts by grid step, and the evidence one by
// one, so that a window is read at the cost of its evidence and not of everybody who spoke. What is superseded leaves.
import { isFailing } from "../report";
import { GRID_MS, MINUTE_MS, stepOf } from "../time";
import type { Observation } from "./detector";
import { MEMORY_MS } from "./rules";

/** A stretch of a cell: who spoke, and how. */
export type Stretch = {
	/** Failing reports left after thinning, and the networks they came from. */
	evidence: number;
	networks: ReadonlySet<string>;
	firstEvidenceAt: Date | null;
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
	/** The last so many minutes before `at`. */
	last(minutes: number, at: Date): Stretch;
	lastFailingAt(): Date | null;
	readonly isEmpty: boolean;
};

type Counts = { arrived: number; answered: number; failing: number };
/** What one report added, and where. */
type Part = Counts & { step: number; at: Date; hasFailed: boolean };

export function makeCell(): Cell {
	const parts = new Map<string, Part>();
	const steps = new Map<number, Counts>();
	const evidence = new Map<string, { at: Date; network: string }>();

	function change(step: number, part: Counts, by: 1 | -1): void {
		const counts = steps.get(step) ?? { arrived: 0, answered: 0, failing: 0 };
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
			const within = [...evidence.values()].filter((one) => one.at.getTime() > since);
			const counts = { arrived: 0, answered: 0, failing: 0 };
			for (const [step, one] of steps) {
				if (step <= since) continue;
				counts.arrived += one.arrived;
				counts.answered += one.answered;
				counts.failing += one.failing;
			}
			const first = within.reduce<Date | null>((earliest, one) => (earliest === null || one.at < earliest ? one.at : earliest), null);
			return { ...counts, evidence: within.length, networks: new Set(within.map((one) => one.network)), firstEvidenceAt: first };
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
		hasFailed: isFailing(symptom),
		arrived: counted && symptom === "arrived" ? 1 : 0,
		answered: counted ? 1 : 0,
		failing: isFailing(symptom) && (evidence || !counted) ? 1 : 0,
	};
}
