// Which share of those who answered failed, and how sure can one be of it? Pure arithmetic on two counts of people. A share
// of a few answers says more about chance than about a service: under `ANSWERS_MIN` there is none.

/** Failed of answered, and the share with the bounds it lies within nine times of ten, all between 0 and 1. */
export type Share = { failed: number; answered: number; share: number; low: number; high: number };

/** People who must have answered. */
export const ANSWERS_MIN = 15;
/** The standard normal's 95th percentile: 5 % beyond it on each side leave 90 % between. */
const Z = 1.6449;

/** `null` where too few answered, or where a count is withheld. */
export function shareOf({ failed, arrived }: { failed: number | null; arrived: number | null }): Share | null {
	if (failed === null || arrived === null) return null;
	const answered = failed + arrived;
	return answered < ANSWERS_MIN ? null : { failed, answered, share: failed / answered, ...wilson(failed, answered) };
}

/**
 * The score interval of a proportion: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927), 209–212. It stays between 0 and 1 and holds for small numbers and
 * for shares near the ends, where the textbook's interval does not (Brown, Cai and DasGupta, Statistical Science 16 (2001), 101–133).
 */
export function wilson(successes: number, trials: number): { low: number; high: number } {
	const share = successes / trials;
	const spread = Z ** 2 / trials;
	const middle = share + spread / 2;
	const half = Z * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials));
	// At the ends the bound is the end itself, but for what rounding leaves of it.
	return { low: Math.max(0, (middle - half) / (1 + spread)), high: Math.min(1, (middle + half) / (1 + spread)) };
}
