// How surprising a count is, held against tails computed another way.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logGamma, shareSurprise, surprise } from "../lib/detect/first/score";

/** The floor under every expectation, in reports. */
const FLOOR = 0.02;

/** P(X ≥ observed) by adding up the mass below it, term by term from P(0) = (1 − p)^k. */
function exactTail(observed: number, expected: number, dispersion: number): number {
	const mean = expected + FLOOR;
	const size = 1 / dispersion;
	const success = mean / (mean + size);
	const mass = [(1 - success) ** size];
	for (let count = 1; count < observed; count++) mass.push((mass[count - 1] ?? 0) * ((count - 1 + size) / count) * success);
	return 1 - mass.slice(0, observed).reduce((sum, one) => sum + one, 0);
}

describe("surprise", () => {
	test("is the negative binomial's exact tail, in nats", () => {
		for (const expected of [0, 0.06, 0.24, 1, 5, 20]) {
			for (const dispersion of [0.1, 0.5, 1, 3]) {
				for (const observed of [1, 2, 3, 5, 8, 13]) {
					const tail = exactTail(observed, expected, dispersion);
					if (tail > 1e-9) expect(surprise(observed, expected, dispersion)).toBeCloseTo(-Math.log(tail), 5);
				}
			}
		}
	});

	test("with a dispersion of one is the geometric tail, however far out", () => {
		for (const observed of [1, 7, 60, 400]) {
			expect(surprise(observed, 0.24, 1)).toBeCloseTo(-observed * Math.log(0.26 / 1.26), 8);
		}
	});

	test.each([[0], [-1]])("of %i reports is none", (observed) => expect(surprise(observed, 3, 1)).toBe(0));

	test("is a finite number even where nothing is expected, or a hundred thousand came", () => {
		expect(surprise(5, 0, 1)).toBeGreaterThan(15);
		expect(Number.isFinite(surprise(100_000, 0.24, 1))).toBe(true);
		expect(surprise(3, 60, 1)).toBeCloseTo(-Math.log(exactTail(3, 60, 1)), 9);
	});

	test("grows with what is observed, falls with what is expected, and is never negative", () => {
		const numbers = {
			observed: fc.integer({ min: 1, max: 300 }),
			expected: fc.double({ min: 0, max: 60, noNaN: true }),
			dispersion: fc.double({ min: 0.05, max: 5, noNaN: true }),
		};
		fc.assert(
			fc.property(fc.record(numbers), ({ observed, expected, dispersion }) => {
				const here = surprise(observed, expected, dispersion);
				expect(here).toBeGreaterThanOrEqual(0);
				expect(surprise(observed + 1, expected, dispersion)).toBeGreaterThanOrEqual(here - 1e-9);
				expect(surprise(observed, expected + 1, dispersion)).toBeLessThanOrEqual(here + 1e-9);
			}),
		);
	});
});

describe("ln Γ", () => {
	test("is the factorial's logarithm at whole numbers", () => {
		const factorial = (n: number): number => (n <= 1 ? 0 : Math.log(n) + factorial(n - 1));
		for (const x of [1, 2, 3, 10, 50, 170]) expect(logGamma(x)).toBeCloseTo(factorial(x - 1), 9);
	});

	test.each([
		[0.5, 0.5 * Math.log(Math.PI)],
		[1.5, Math.log(Math.sqrt(Math.PI) / 2)],
		[0.25, Math.log(3.625609908221908)],
		[0.1, Math.log(9.513507698668732)],
	])("of %d is what tables say", (x, value) => expect(logGamma(x)).toBeCloseTo(value, 11));

	test("obeys Γ(x + 1) = x Γ(x)", () => {
		fc.assert(
			fc.property(fc.double({ min: 0.01, max: 1_000, noNaN: true }), (x) => {
				expect(logGamma(x + 1)).toBeCloseTo(logGamma(x) + Math.log(x), 8);
			}),
		);
	});
});

describe("the surprise of a share", () => {
	test.each([
		["nobody answered", 0, 0],
		["everybody got their code", 0, 9],
		["just the ordinary share failed", 5, 5],
		["less than the ordinary share failed", 4, 6],
	])("is none when %s", (_when, failed, arrived) => expect(shareSurprise(failed, arrived, 0.5)).toBe(0));

	test("is the logarithm of how much likelier the data are at their own share", () => {
		const likelihood = (share: number) => share ** 8 * (1 - share) ** 2;
		expect(shareSurprise(8, 2, 0.5)).toBeCloseTo(Math.log(likelihood(0.8) / likelihood(0.5)), 10);
	});

	test("is failed × ln(1 / ordinary) when nobody got their code", () => {
		expect(shareSurprise(6, 0, 0.5)).toBeCloseTo(6 * Math.LN2, 12);
	});
});
