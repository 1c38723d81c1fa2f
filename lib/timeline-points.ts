// Which steps does a timeline have, what was counted in each, and what is ordinary there? Pure arithmetic; empty steps are zeroes.
import type { Expectation } from "./expectation";
import type { Slice } from "./incident";
import type { TimelinePoint } from "./status";
import { type Counter, counters } from "./tally";
import { plus, stepOf, stepsBetween } from "./time";

/** `hides`: what was too small may be missing in it. */
export type Step = { at: Date; hides?: boolean } & Record<Counter, number>;

export type Stretch = { from: Date; to: Date; stepMs: number };

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
