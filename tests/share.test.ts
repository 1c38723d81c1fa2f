import { describe, expect, test } from "vitest";
import { ANSWERS_MIN, shareOf, wilson } from "../lib/share";

test.each([
	[ANSWERS_MIN - 1, 0, null],
	[ANSWERS_MIN, 0, 1],
	[0, ANSWERS_MIN - 1, null],
	[0, ANSWERS_MIN, 0],
	[41, 17, 41 / 58],
])("of %i who failed and %i who got it in time the share is %s", (failed, arrived, share) => {
	expect(shareOf({ failed, arrived })?.share ?? null).toBe(share);
});

test("a share of a withheld count is not told", () => {
	expect(shareOf({ failed: null, arrived: 40 })).toBeNull();
	expect(shareOf({ failed: 40, arrived: null })).toBeNull();
});

describe("the bounds of a share", () => {
	// Worked out by hand from the quadratic (p − s)² = z² p (1 − p) / n, z = 1.6449.
	test.each([
		[0, 15, 0, 0.1528],
		[15, 15, 0.8472, 1],
		[5, 10, 0.2693, 0.7307],
		[41, 58, 0.6011, 0.7942],
		[500, 1000, 0.474, 0.526],
	])("of %i in %i lie at %f and %f", (failed, answered, low, high) => {
		const bounds = wilson(failed, answered);
		expect(bounds.low).toBeCloseTo(low, 3);
		expect(bounds.high).toBeCloseTo(high, 3);
	});

	test("hold the share, never leave 0 to 1, and come nearer as more people answer", () => {
		for (let failed = 0; failed <= 20; failed++) {
			const [few, many] = [wilson(failed, 20), wilson(failed * 10, 200)];
			expect(few.low).toBeGreaterThanOrEqual(0);
			expect(few.high).toBeLessThanOrEqual(1);
			expect(few.low).toBeLessThanOrEqual(failed / 20);
			expect(few.high).toBeGreaterThanOrEqual(failed / 20);
			expect(many.high - many.low).toBeLessThan(few.high - few.low);
		}
	});
});
