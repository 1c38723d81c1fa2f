// Indexes of tallies: a month makes them loose, the chore makes them tight again while reports come in.
import { expect, test } from "vitest";
import { packIndexes } from "../lib/store/packing";
import { aReport } from "./world/makers";
import { openStore } from "./world/store";

const world = await openStore();
const small = { bytesMin: 1 };

let steps = 0;

/** Steps as they come: at each, every service has a row for all and two for places. */
async function live(more: number): Promise<void> {
	for (const until = steps + more; steps < until; steps++) {
		await world.rows(
			`INSERT INTO tally (service_id, at, channel, carrier_id, region_id, missing)
			 SELECT service, $1::timestamptz, 1, place, place, 1 FROM generate_series(1, 100) AS service, unnest(ARRAY[-1, 3, 7]) AS place`,
			[new Date(Date.UTC(2022, 9, 1) + steps * 300_000)],
		);
	}
	await world.rows("ANALYZE tally");
}

async function bytesOf(index: string): Promise<number> {
	const [row] = await world.rows<{ bytes: number }>("SELECT pg_relation_size($1::regclass)::int AS bytes", [index]);
	return row?.bytes ?? 0;
}

async function unfinished(): Promise<number> {
	return (await world.rows("SELECT FROM pg_index WHERE NOT indisvalid")).length;
}

const sum = async () =>
	(await world.rows("SELECT sum(missing)::int AS missing FROM tally WHERE carrier_id = -1 AND region_id = -1 AND channel = 1"))[0];

test("what a month made loose is packed while reports come in, and every count is there", async () => {
	await live(200);
	const before = await bytesOf("tally_pkey");
	const [packed] = await Promise.all([
		packIndexes(world.pool, small),
		world.file(...Array.from({ length: 20 }, (_, who) => aReport({ serviceId: 1, who: `one of ${who}` }))),
	]);
	expect(packed).toContain("tally_pkey");
	expect(await bytesOf("tally_pkey")).toBeLessThan(before * 0.7);
	expect(await sum()).toEqual({ missing: 200 * 100 + 20 });
	expect(await unfinished()).toBe(0);
});

test("what is tight is left alone, and so is what is small", async () => {
	await world.rows("ANALYZE tally");
	expect(await packIndexes(world.pool, small)).toEqual([]);
	await live(200);
	expect(await packIndexes(world.pool)).toEqual([]);
});

test("what a build that was cut off left behind is taken away", async () => {
	await world.rows("CREATE UNIQUE INDEX CONCURRENTLY tally_pkey_ccnew ON tally (channel)").catch(() => {});
	await world.rows("CREATE UNIQUE INDEX CONCURRENTLY tally_total_ccold1 ON tally (channel)").catch(() => {});
	expect(await unfinished()).toBe(2);
	await packIndexes(world.pool, small);
	expect(await unfinished()).toBe(0);
});
