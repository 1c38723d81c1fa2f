// Where one can stop on a chart: its quarters in order, as the charting library wants them.
import type { Quarter } from "./chart-matter";

/** One stop of the walk; a gap has no quarter. */
export type Stop = { at: number; evidence: number | null; expected: number | null; quarter: Quarter | null };

/** A stop for each quarter, one more that closes the last before what is withheld, and an empty one where a gap begins. */
export function stopsOf(quarters: readonly Quarter[]): Stop[] {
	return quarters.flatMap((quarter, place) => {
		const next = quarters[place + 1];
		const stop = { at: quarter.from, evidence: quarter.evidence, expected: quarter.expected, quarter };
		const closed = [stop, { ...stop, at: quarter.until }];
		if (!next) return closed;
		if (next.from !== quarter.until) return [...closed, { at: quarter.until + 1, evidence: null, expected: null, quarter: null }];
		return quarter.evidence !== null && next.evidence === null ? closed : [stop];
	});
}
