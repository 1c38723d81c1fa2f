// The bench's arithmetic: which seeds are meant, and how sure a count of false alarms is.
import { expect, test } from "vitest";
import { poissonInterval, readSeeds } from "../bench/detection/table.mjs";

test("seeds are named one by one and in stretches", () => {
	expect(readSeeds("1-3,9")).toEqual([1, 2, 3, 9]);
});

test.each(["", "a", "3-1", "1-"])("%j names no seeds", (text) => {
	expect(() => readSeeds(text)).toThrow("names no seeds");
});

test.each([
	[0, 0, 3.689],
	[1, 0.0253, 5.572],
	[10, 4.795, 18.39],
])("%i events lie in Garwood's interval", (count, low, high) => {
	const [from, to] = poissonInterval(count, 1);
	expect(from).toBeCloseTo(low, 2);
	expect(to).toBeCloseTo(high, 2);
});
