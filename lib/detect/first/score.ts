// How surprising is a count? Pure numbers: the tail of the negative binomial and the likelihood ratio of a share.

/** A floor under every expectation, in reports: what no model may claim to rule out. */
const EXPECTATION_FLOOR = 0.02;
/** Beyond this a tail adds nothing a double can hold. */
const TAIL_TERMS_MAX = 2_000;

/**
 * −ln P(X ≥ observed) in nats, X negative binomial with mean `expected` + floor and dispersion φ (variance μ + φ μ²,
 * k = 1/φ; NB2 of Cameron & Trivedi 1998, ch. 3). 0 for a count no larger than none.
 */
export function surprise(observed: number, expected: number, dispersion: number): number {
	if (observed <= 0) return 0;
	const mean = expected + EXPECTATION_FLOOR;
	const size = 1 / dispersion;
	const success = mean / (mean + size);
	const first =
		logGamma(observed + size) - logGamma(size) - logGamma(observed + 1) + size * Math.log1p(-success) + observed * Math.log(success);
	let sum = 1;
	let term = 1;
	for (let count = observed; count < observed + TAIL_TERMS_MAX && term > sum * 1e-12; count++) {
		term *= ((count + size) / (count + 1)) * success;
		sum += term;
	}
	return Math.max(0, -(first + Math.log(sum)));
}

/**
 * Log-likelihood ratio, in nats, that failures are a larger share than `ordinary` (binomial, one-sided): 0 when they
 * are not.
 */
export function shareSurprise(failed: number, arrived: number, ordinary: number): number {
	const answered = failed + arrived;
	if (answered === 0 || failed / answered <= ordinary) return 0;
	return xLogY(failed, failed / answered / ordinary) + xLogY(arrived, arrived / answered / (1 - ordinary));
}

function xLogY(x: number, y: number): number {
	return x === 0 ? 0 : x * Math.log(y);
}

/** ln Γ(x) for x > 0 by Lanczos' approximation (g = 7, n = 9), good to 1e-13. */
export function logGamma(x: number): number {
	if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
	const series = LANCZOS.reduce((sum, coefficient, index) => (index === 0 ? coefficient : sum + coefficient / (x - 1 + index)), 0);
	const t = x + 6.5;
	return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

const LANCZOS = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
	-0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
