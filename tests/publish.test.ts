// Which counts may leave the house when they name a carrier or a region.
import fc from "fast-check";
import { expect, test } from "vitest";
import { NAMED_STEP_MIN_MS, publishNamed, REPORTERS_PUBLISHED_MIN } from "../lib/publish";
import { plus } from "../lib/time";
import { aPoint, noon } from "./world/makers";

const closed = plus(noon, NAMED_STEP_MIN_MS);
const show = (given: Parameters<typeof aPoint>[0], now = closed, hides = false) =>
	publishNamed(aPoint(given), { stepMs: NAMED_STEP_MIN_MS, hides, now });

test("five people behind a closed step are shown, four are not", () => {
	expect(show({ reporters: REPORTERS_PUBLISHED_MIN, missing: 5 })).toEqual(aPoint({ reporters: 5, missing: 5 }));
	expect(show({ reporters: REPORTERS_PUBLISHED_MIN - 1, missing: 4 })).toMatchObject({ withheld: true, missing: null, reporters: null });
});

test("a step is shown once it has closed, and not a millisecond before", () => {
	expect(show({ reporters: 9 }).withheld).toBe(false);
	expect(show({ reporters: 9 }, plus(closed, -1)).withheld).toBe(true);
});

test("an empty step is a true zero", () => {
	expect(show({})).toEqual(aPoint());
	expect(show({}, plus(closed, -1)).withheld).toBe(true);
});

test("a step in which small cells may be missing is neither zero nor the rest of it", () => {
	expect(show({}, closed, true)).toMatchObject({ withheld: true, missing: null, reporters: null });
	expect(show({ reporters: 9 }, closed, true).withheld).toBe(true);
});

test("people who only repeat themselves are people too", () => {
	expect(show({ repeats: 1 }).withheld).toBe(true);
});

test("what is withheld shows no number but the expected one, whatever it holds", () => {
	const count = fc.nat(4);
	fc.assert(
		fc.property(
			fc.record({
				reporters: fc.integer({ min: 1, max: 4 }),
				missing: count,
				late: count,
				arrived: count,
				repeats: count,
				evidence: count,
			}),
			(given) => {
				const { at, expected, withheld, ...numbers } = show(given);
				expect([at, expected, withheld]).toEqual([noon.toISOString(), 0.3, true]);
				expect(Object.values(numbers).every((one) => one === null)).toBe(true);
			},
		),
	);
});
