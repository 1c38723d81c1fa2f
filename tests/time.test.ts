// How time is cut up, and ids that carry their time.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, MINUTE_MS, minutesBetween, plus, stepOf, stepsBetween, TALLY_STEP_MS, uuidFloor, uuidFloorOf, uuidOf } from "../lib/time";
import { keyOf, minutesAfter, noon } from "./world/makers";

const instant = fc.date({ min: new Date(0), max: new Date("2200-01-01"), noInvalidDate: true });
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe("a step", () => {
	test("holds its first millisecond and not its end", () => {
		expect(stepOf(noon, TALLY_STEP_MS)).toEqual(noon);
		expect(stepOf(plus(noon, TALLY_STEP_MS - 1), TALLY_STEP_MS)).toEqual(noon);
		expect(stepOf(plus(noon, TALLY_STEP_MS), TALLY_STEP_MS)).toEqual(minutesAfter(noon, 5));
	});

	test("steps between two times begin with the one that holds the first and end before the second", () => {
		const between = (from: number, to: number) =>
			stepsBetween(minutesAfter(noon, from), minutesAfter(noon, to), TALLY_STEP_MS).map((at) => minutesBetween(noon, at));
		expect(between(3, 15)).toEqual([0, 5, 10]);
		expect(between(3, 15.01)).toEqual([0, 5, 10, 15]);
		expect(between(0, 0)).toEqual([]);
		expect(between(10, 0)).toEqual([]);
	});
});

test("a day is UTC's", () => {
	expect(dayOf(new Date("2022-11-14T23:59:59.999Z"))).toBe("2022-11-14");
	expect(dayOf(new Date("2022-11-15T01:00:00+02:00"))).toBe("2022-11-14");
});

describe("an id", () => {
	test("is the UUIDv7 of the standard's example for its time and chance", () => {
		// RFC 9562, appendix A.6: rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
		const chance = Uint8Array.from(Buffer.from("0cc318c4dc0c0c07398f", "hex"));
		expect(uuidOf(new Date("2022-02-22T19:22:22.000Z"), chance)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
	});

	test("is of version 7 and RFC variant, whatever its time and chance", () => {
		fc.assert(
			fc.property(instant, random, (at, chance) => {
				expect(uuidOf(at, chance)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
			}),
		);
	});

	test("of a later millisecond is a larger one", () => {
		fc.assert(
			fc.property(instant, random, random, (at, one, other) => {
				expect(uuidOf(at, one) < uuidOf(plus(at, 1), other)).toBe(true);
			}),
		);
	});

	test("lies on or above the floor of its time, and below the next one's", () => {
		fc.assert(
			fc.property(instant, random, (at, chance) => {
				const id = uuidOf(at, chance);
				expect(uuidFloor(at) <= id && id < uuidFloor(plus(at, 1))).toBe(true);
				expect(uuidFloorOf(id)).toBe(uuidFloor(at));
			}),
		);
	});

	test("needs ten bytes of chance and takes no more", () => {
		expect(uuidOf(noon, Buffer.concat([keyOf("a").subarray(0, 10), keyOf("b")]))).toBe(uuidOf(noon, keyOf("a").subarray(0, 10)));
	});
});

test("minutes lie between two times, and may be negative", () => {
	expect(minutesBetween(noon, plus(noon, 90_000))).toBe(1.5);
	expect(minutesBetween(plus(noon, MINUTE_MS), noon)).toBe(-1);
});
