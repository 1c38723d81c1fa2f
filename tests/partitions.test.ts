// The report table is cut by UTC day: days stand ready, rows that came too early move in, old days go.
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { dropPartitions, makePartitions } from "../lib/store/partitions";
import { DAY_MS, plus, stepOf } from "../lib/time";
import { aReport, noon } from "./world/makers";
import { openStore, type Store } from "./world/store";

const world = await openStore();
const other = await openStore();

async function partitions({ rows }: Store): Promise<readonly string[]> {
	const found = await rows<{ name: string }>(
		"SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'report'::regclass ORDER BY 1",
	);
	return found.map((row) => row.name);
}

async function homeOf({ rows }: Store, serviceId: number): Promise<readonly string[]> {
	return (await rows<{ home: string }>("SELECT tableoid::regclass::text AS home FROM report WHERE service_id = $1", [serviceId])).map(
		(row) => row.home,
	);
}

test("today and three days ahead stand ready, and asking again makes nothing new", async () => {
	await makePartitions(world.pool, noon);
	const made = ["report_20221114", "report_20221115", "report_20221116", "report_20221117", "report_rest"];
	expect(await partitions(world)).toEqual(made);
	await makePartitions(world.pool, noon);
	expect(await partitions(world)).toEqual(made);
});

test("five processes that start at once make them once, and none fails", async () => {
	await Promise.all(Array.from({ length: 5 }, () => makePartitions(other.pool, noon)));
	expect(await partitions(other)).toHaveLength(5);
});

test("a report lies in its day, from its first millisecond to its last", async () => {
	const midnight = stepOf(plus(noon, DAY_MS), DAY_MS);
	await makePartitions(world.pool, noon);
	await world.setClock(plus(midnight, -1));
	await world.file(aReport({ serviceId: 1 }));
	await world.setClock(midnight);
	await world.file(aReport({ serviceId: 2 }));
	expect(await homeOf(world, 1)).toEqual(["report_20221114"]);
	expect(await homeOf(world, 2)).toEqual(["report_20221115"]);
});

test("a report that came before its day was made is not lost, and moves in", async () => {
	await world.setClock(new Date("2022-11-25T08:00:00Z"));
	await world.file(aReport({ serviceId: 3 }));
	expect(await homeOf(world, 3)).toEqual(["report_rest"]);
	await makePartitions(world.pool, new Date("2022-11-23T08:00:00Z"));
	expect(await homeOf(world, 3)).toEqual(["report_20221125"]);
});

test("days are dropped with their reports once they have been kept, and not a day sooner", async () => {
	await makePartitions(other.pool, noon);
	await other.setClock(noon);
	await other.file(aReport({ serviceId: 4 }));
	await dropPartitions(other.pool, new Date("2022-12-14T23:59:59.999Z"), 30);
	expect(await homeOf(other, 4)).toEqual(["report_20221114"]);
	await dropPartitions(other.pool, new Date("2022-12-15T00:00:00Z"), 30);
	expect(await homeOf(other, 4)).toEqual([]);
	expect(await partitions(other)).toEqual(["report_20221115", "report_20221116", "report_20221117", "report_rest"]);
});

/** Reads a day and holds it until told to let go. */
async function hold({ pool }: Store, name: string): Promise<() => Promise<void>> {
	const connection = await pool.connect();
	await connection.query("BEGIN");
	await connection.query(`SELECT FROM ${name}`);
	return async () => {
		await connection.query("COMMIT");
		connection.release();
	};
}

test("a day that somebody reads keeps no other from being dropped, and is said to be left", async () => {
	const held = await openStore();
	await makePartitions(held.pool, noon);
	const letGo = await hold(held, "report_20221114");
	await expect(dropPartitions(held.pool, new Date("2022-12-17T00:00:00Z"), 30)).rejects.toThrow("report_20221114 could not be dropped");
	expect(await partitions(held)).toEqual(["report_20221114", "report_20221117", "report_rest"]);
	await letGo();
	await dropPartitions(held.pool, new Date("2022-12-17T00:00:00Z"), 30);
	expect(await partitions(held)).toEqual(["report_20221117", "report_rest"]);
});

test("a day whose reader is done within the round is dropped in it", async () => {
	const held = await openStore();
	await makePartitions(held.pool, noon);
	const letGo = await hold(held, "report_20221114");
	const dropped = dropPartitions(held.pool, new Date("2022-12-15T00:00:00Z"), 30);
	await wait(2_500);
	await letGo();
	await dropped;
	expect(await partitions(held)).toEqual(["report_20221115", "report_20221116", "report_20221117", "report_rest"]);
});

test("a report whose day was never made is kept as long as any other, and no longer", async () => {
	await other.setClock(new Date("2022-10-01T23:59:59.999Z"));
	await other.file(aReport({ serviceId: 5 }));
	await dropPartitions(other.pool, new Date("2022-10-31T23:59:59.999Z"), 30);
	expect(await homeOf(other, 5)).toEqual(["report_rest"]);
	await dropPartitions(other.pool, new Date("2022-11-01T00:00:00Z"), 30);
	expect(await homeOf(other, 5)).toEqual([]);
});
