// What is counted in one process counts in the others: told once a second, sealed, and only of who nears a limit.
import { expect, test } from "vitest";
import { makeCounters } from "../lib/counter";
import { ADDRESS_REPORTS_MAX, makeLimits, REPORTER_REPORTS_MAX } from "../lib/limits";
import { forgetCounts, openExchange } from "../lib/store/counts";
import { MINUTE_MS, plus } from "../lib/time";
import { noon } from "./world/makers";
import { openStore } from "./world/store";

const world = await openStore();

/** Some processes on one database, whose clocks the test sets together. */
function processes(count: number) {
	const clock = { ms: 0 };
	const make = () => {
		const counters = makeCounters({
			secret: "good for nothing but tests",
			now: () => clock.ms,
			exchange: openExchange(world.pool, () => plus(noon, clock.ms)),
		});
		return { limits: makeLimits(counters), share: counters.share };
	};
	const all = Array.from({ length: count }, make);
	const second = async () => {
		clock.ms += 1_000;
		for (const one of [...all, ...all]) await one.share();
	};
	return { all, clock, second, join: () => all.push(make()) };
}

type Process = ReturnType<typeof processes>["all"][number];

/** How many of so many reports of one person, each from another address, are taken. */
async function taken(process: Process | undefined, times: number, reporter: string): Promise<number> {
	const answers = [];
	for (let index = 0; index < times; index++) answers.push(await process?.limits.consume({ address: `${reporter} ${index}`, reporter }));
	return answers.filter((answer) => answer === null).length;
}

test("who has used up the limit at one process is refused by every other a second later", async () => {
	const { all, second } = processes(3);
	expect(await taken(all[0], 20, "ann")).toBe(REPORTER_REPORTS_MAX);
	await second();
	expect([await taken(all[1], 20, "ann"), await taken(all[2], 20, "ann"), await taken(all[1], 1, "bob")]).toEqual([0, 0, 1]);
});

test("what several processes counted is one sum, told again without being counted again", async () => {
	const { all, second } = processes(3);
	expect([await taken(all[0], 4, "cy"), await taken(all[1], 4, "cy")]).toEqual([4, 4]);
	for (let seconds = 0; seconds < 9; seconds++) await second();
	expect(await taken(all[2], 20, "cy")).toBe(REPORTER_REPORTS_MAX - 8);
});

test("what each holds back of a person is one report, and of an address less than a fifth", async () => {
	const { all, second } = processes(2);
	expect(await taken(all[0], 1, "dee")).toBe(1);
	await second();
	expect(await taken(all[1], 20, "dee")).toBe(REPORTER_REPORTS_MAX);
	const from = (process: Process | undefined, person: string) => process?.limits.consume({ address: "one", reporter: person });
	for (let index = 0; index < ADDRESS_REPORTS_MAX / 5; index++) await from(all[0], `person ${index}`);
	await second();
	const answers = [];
	for (let index = 0; index < ADDRESS_REPORTS_MAX; index++) answers.push(await from(all[1], `another ${index}`));
	expect(answers.filter((answer) => answer === null)).toHaveLength((ADDRESS_REPORTS_MAX * 4) / 5);
});

test("a process that starts afresh knows who was at the limit, and the window ends when it ends", async () => {
	const { all, clock, second, join } = processes(1);
	await taken(all[0], 20, "eve");
	await second();
	join();
	await second();
	const refusal = await all[1]?.limits.consume({ address: null, reporter: "eve" });
	expect(refusal).toMatchObject({ word: "too-many", retryAfterSeconds: 598 });
	clock.ms = 10 * MINUTE_MS;
	expect(await all[1]?.limits.consume({ address: null, reporter: "eve" })).toBeNull();
});

test("a person who reports once leaves no trace, and a name that is kept tells nothing without the secret", async () => {
	const { all, second } = processes(1);
	await world.pool.query("TRUNCATE limit_count");
	await taken(all[0], 1, "fay");
	await second();
	expect(await world.rows("SELECT FROM limit_count")).toEqual([]);
	await taken(all[0], 1, "fay");
	await second();
	const [row] = await world.rows<{ name: string }>("SELECT name FROM limit_count");
	expect(row?.name).toMatch(/^[\w+/]{22}==$/);
});

test("without a database each process goes on counting, and tells later", async () => {
	const counters = { isGone: true };
	const told: number[] = [];
	const { open, share } = makeCounters({
		secret: "any",
		now: () => 0,
		exchange: async (counted) => {
			if (counters.isGone) throw new Error("gone");
			told.push(...counted.map(({ count }) => count));
			return [];
		},
	});
	const counter = open("reports", 2);
	counter.count("gil");
	await expect(share()).rejects.toThrow("gone");
	counter.count("gil");
	expect(counter.waitMs("gil")).toBeGreaterThan(0);
	counters.isGone = false;
	await share();
	expect(told).toEqual([2]);
});

test("windows that are over are forgotten, whoever counted them", async () => {
	const { all, second } = processes(1);
	await taken(all[0], 10, "hal");
	await second();
	await forgetCounts(world.pool, plus(noon, 10 * MINUTE_MS));
	expect((await world.rows("SELECT FROM limit_count")).length).toBeGreaterThan(0);
	await forgetCounts(world.pool, plus(noon, 10 * MINUTE_MS + 1));
	expect(await world.rows("SELECT FROM limit_count")).toEqual([]);
});
