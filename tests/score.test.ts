// The numbers behind a verdict, held against the same computed another way.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOverSurge, penaltyOf, scanScore, setNats } from "@/lib/detect/score";

/** The floor under every expectation, in reports. */
const FLOOR = 0.02;
const numbers = {
	count: fc.integer({ min: 0, max: 500 }),
	expected: fc.double({ min: 0, max: 80, noNaN: true }),
	dispersion: fc.double({ min: 0.02, max: 3, noNaN: true }),
};

/** ln of the negative binomial's probability without the terms that no mean changes. */
function logLikelihood(count: number, mean: number, dispersion: number): number {
	const size = 1 / dispersion;
	return count * Math.log(mean / (mean + size)) + size * Math.log(size / (mean + size));
}

describe("the scan's score", () => {
	test("is the log-likelihood ratio of what came against what was expected", () => {
		fc.assert(
			fc.property(fc.record(numbers), ({ count, expected, dispersion }) => {
				fc.pre(count > expected + FLOOR);
				const ratio = logLikelihood(count, count, dispersion) - logLikelihood(count, expected + FLOOR, dispersion);
				expect(scanScore(count, expected, dispersion)).toBeCloseTo(ratio, 6);
			}),
		);
	});

	test("is nothing where no more came than expected, and is never negative", () => {
		fc.assert(
			fc.property(fc.record(numbers), ({ count, expected, dispersion }) => {
				const score = scanScore(count, expected, dispersion);
				expect(score).toBeGreaterThanOrEqual(-1e-9);
				if (count <= expected) expect(score).toBe(0);
			}),
		);
	});

	test("is less surprised the more a slice varies of itself", () => {
		expect(scanScore(20, 4, 0.5)).toBeLessThan(scanScore(20, 4, 0.05));
	});
});

describe("the price of a description", () => {
	const choices = { service: 120, region: 12, carrier: { mobile: 24, mailbox: 6 }, channel: 4 };
	const anywhere = { service: null, region: null, carrier: null, channel: null };
	const price = (area: Partial<Record<keyof typeof anywhere, number[]>>) => penaltyOf({ ...anywhere, ...area }, choices, () => "mobile");

	test("is the logarithm of how many might have been named instead", () => {
		expect(price({})).toBe(0);
		expect(price({ service: [3] })).toBeCloseTo(Math.log(120), 12);
		expect(price({ service: [3], region: [1], carrier: [2], channel: [0] })).toBeCloseTo(Math.log(120 * 12 * 24 * 4), 12);
	});

	test("of a set counts the sets of its size, and ln 4 for every further member", () => {
		expect(setNats(2, 120)).toBeCloseTo(Math.log((120 * 119) / 2) + Math.log(4), 9);
		expect(setNats(5, 12)).toBeCloseTo(Math.log(792) + 4 * Math.log(4), 9);
	});
});

describe("a fault against a surge", () => {
	test("arrivals as on any day speak for a fault, arrivals that rise as failures do for a surge", () => {
		expect(faultOverSurge(4, 4, 5)).toBeGreaterThan(2);
		expect(faultOverSurge(20, 4, 5)).toBeLessThan(1);
	});

	test("nobody's code arriving is the clearest fault", () => {
		expect(faultOverSurge(0, 4, 5)).toBeGreaterThan(faultOverSurge(2, 4, 5));
	});
});
