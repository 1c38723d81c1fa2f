// A month in which nobody looks after anything: the hour's chores alone keep days, salts and claims in order.
import { expect, test } from "vitest";
import { readEnv } from "../lib/env";
import { DAY_MS, dayOf, HOUR_MS, plus } from "../lib/time";
import { choresOf } from "../server/household";
import { aReport, noon } from "./world/makers";
import { openStore } from "./world/store";
import { summed } from "./world/tallies";

const world = await openStore();
const env = readEnv({ DATABASE_URL: "postgres://localhost/x", DATA_DIR: ".data", AUTH_SECRET: "good for nothing but tests" });
const HOURS = 35 * 24;

test("after five weeks the reports of thirty days are there, each in its day, and nobody's key outlives its use", async () => {
	for (let hour = 0; hour <= HOURS; hour++) {
		const now = plus(noon, hour * HOUR_MS);
		await world.setClock(now);
		for (const chore of Object.values(choresOf({ pool: world.pool, env }, now))) await chore();
		await world.file(aReport({ serviceId: 7, who: `one of ${hour}` }), aReport({ serviceId: 7, who: `another of ${hour}` }));
	}
	const end = plus(noon, HOURS * HOUR_MS);
	const homes = await world.rows<{ home: string }>("SELECT DISTINCT tableoid::regclass::text AS home FROM report ORDER BY 1");
	expect(homes).toHaveLength(31);
	expect(homes[0]?.home).toBe(`report_${dayOf(plus(end, -30 * DAY_MS)).replaceAll("-", "")}`);
	expect(await world.rows("SELECT FROM salt WHERE day < $1::date", [dayOf(plus(end, -DAY_MS))])).toEqual([]);
	expect(await world.rows("SELECT FROM reporter_claim WHERE touched_at < $1", [plus(end, -3 * DAY_MS)])).toEqual([]);
	expect(await summed(world, 7)).toMatchObject({ reporters: 2 * (HOURS + 1) });
}, 60_000);
