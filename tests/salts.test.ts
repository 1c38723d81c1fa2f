// The day's secret: made once, yesterday's in reach while a claim may stand under it, destroyed half a day later.
import { expect, test } from "vitest";
import { destroySalts, readSalts, takeSalt } from "../lib/store/salts";
import { DAY_MS, HOUR_MS, plus, stepOf } from "../lib/time";
import { noon } from "./world/makers";
import { openStore } from "./world/store";

const world = await openStore();
const midnight = stepOf(noon, DAY_MS);

async function days(): Promise<readonly string[]> {
	return (await world.rows<{ day: string }>("SELECT day::text FROM salt ORDER BY day")).map((row) => row.day);
}

test("twenty who ask at once for a new day's salt get the same one", async () => {
	const salts = await Promise.all(Array.from({ length: 20 }, () => takeSalt(world.pool, "2022-01-01")));
	expect(new Set(salts.map((salt) => salt.toString("hex"))).size).toBe(1);
	expect(salts[0]).toHaveLength(32);
});

test("no two days have the same salt", async () => {
	expect(await takeSalt(world.pool, "2022-02-01")).not.toEqual(await takeSalt(world.pool, "2022-02-02"));
});

test("yesterday's salt is in reach in the first six hours of a day, and not afterwards", async () => {
	const yesterday = await takeSalt(world.pool, "2022-11-13");
	expect((await readSalts(world.pool, midnight)).yesterday).toEqual(yesterday);
	expect((await readSalts(world.pool, plus(midnight, 6 * HOUR_MS - 1))).yesterday).toEqual(yesterday);
	expect((await readSalts(world.pool, plus(midnight, 6 * HOUR_MS))).yesterday).toBeNull();
});

test("on the first day there is no yesterday", async () => {
	expect((await readSalts(world.pool, new Date("2020-05-05T01:00:00Z"))).yesterday).toBeNull();
});

test("a salt is destroyed twelve hours after its day, and not before", async () => {
	await takeSalt(world.pool, "2022-11-13");
	await takeSalt(world.pool, "2022-11-14");
	await destroySalts(world.pool, plus(midnight, 12 * HOUR_MS - 1));
	expect(await days()).toContain("2022-11-13");
	await destroySalts(world.pool, plus(midnight, 12 * HOUR_MS));
	expect(await days()).toEqual(["2022-11-14"]);
});
