// What happens by itself: the watch every second, and on the leader the chores that keep the ground in order.
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { readEnv } from "../lib/env";
import { takeSalt } from "../lib/store/salts";
import { DAY_MS, dayOf, plus } from "../lib/time";
import { makeClock } from "../server/clock";
import { keepHouse } from "../server/household";
import { aReport, noon } from "./world/makers";
import { openStore, type Store } from "./world/store";

const env = readEnv({
	DATABASE_URL: "postgres://localhost/x",
	DATA_DIR: ".data",
	AUTH_SECRET: "good for nothing but tests",
	RETAIN_DAYS: "2",
});

/** Keeps house until the first round is over, and says what failed. */
async function keepFor(
	{ pool }: Store,
	now: Date,
	{ leads = true, watchOnce = async () => {}, wake = () => {}, fit = () => {} } = {},
): Promise<readonly string[]> {
	const failed: string[] = [];
	const clock = { now: () => now, set: async () => {} };
	const house = keepHouse({
		env,
		pool,
		clock,
		renewCatalog: async () => {},
		watch: { watchOnce },
		wake,
		fit,
		lead: async () => leads,
		failed: (what) => failed.push(what),
	});
	await house.close();
	return failed;
}

async function salts(world: Store): Promise<readonly string[]> {
	return (await world.rows<{ day: string }>("SELECT day::text FROM salt ORDER BY day")).map((row) => row.day);
}

test("on the leader, days and salts are made ahead and old ones are gone", async () => {
	const world = await openStore();
	await takeSalt(world.pool, dayOf(plus(noon, -2 * DAY_MS)));
	expect(await keepFor(world, noon)).toEqual([]);
	expect(await salts(world)).toEqual(["2022-11-15"]);
	await world.file(aReport());
	expect(await world.rows("SELECT tableoid::regclass::text AS home FROM report")).toEqual([{ home: "report_20221114" }]);
	expect(await keepFor(world, plus(noon, 3 * DAY_MS))).toEqual([]);
	expect(await world.rows("SELECT FROM report")).toEqual([]);
	expect(await world.rows("SELECT FROM reporter_claim")).toEqual([]);
});

test("elsewhere nothing is done but watching", async () => {
	const world = await openStore();
	const watched: number[] = [];
	await keepFor(world, noon, { leads: false, watchOnce: async () => void watched.push(1) });
	expect([watched, await salts(world)]).toEqual([[1], []]);
});

test("moderators are woken by the leader alone, and every round looks whether it is due", async () => {
	const world = await openStore();
	const woken: number[] = [];
	const wake = () => void woken.push(1);
	await keepFor(world, noon, { leads: false, wake });
	expect(woken).toEqual([]);
	await keepFor(world, noon, { wake });
	expect(woken).toEqual([1]);
});

test("a chore that fails keeps no other from being done", async () => {
	const world = await openStore();
	await takeSalt(world.pool, dayOf(plus(noon, -2 * DAY_MS)));
	await world.pool.query("CREATE TABLE report_20221114 ()");
	expect(await keepFor(world, noon)).toEqual(["making days"]);
	expect(await salts(world)).toEqual(["2022-11-15"]);
});

test("a watch that fails is said to have, and the next round comes", async () => {
	const world = await openStore();
	const failed: string[] = [];
	const clock = { now: () => noon, set: async () => {} };
	const watchOnce = async () => Promise.reject(new Error("gone"));
	const house = keepHouse({
		renewCatalog: async () => {},
		env,
		pool: world.pool,
		clock,
		watch: { watchOnce },
		wake: () => {},
		fit: () => {},
		lead: async () => false,
		failed: (what) => failed.push(what),
	});
	await wait(1_200);
	await house.close();
	expect(failed).toEqual(["watch", "watch"]);
});

test("this process tells the database's time, however far its own clock is off", async () => {
	const clock = makeClock(async () => plus(new Date(), -3 * DAY_MS));
	await clock.set();
	expect(Math.abs(clock.now().getTime() - (Date.now() - 3 * DAY_MS))).toBeLessThan(100);
});
