// A month and a half in which nobody looks after anything: people report, change their mind, repeat themselves and take
// it back, and the hour's chores alone keep days, salts, claims and tallies in order.
import { expect, test } from "vitest";
import { readEnv } from "../lib/env";
import type { Channel, Report } from "../lib/report";
import { HOUR_REPORTERS_MIN } from "../lib/store/folding";
import { commitReports, type Filed, withdrawReports } from "../lib/store/reports";
import { listTotals } from "../lib/store/timelines";
import { counters } from "../lib/tally";
import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS, plus, stepOf } from "../lib/time";
import { choresOf } from "../server/chores";
import { run } from "../server/rebuild";
import { aReport, keyOf, noon } from "./world/makers";
import { nth, openStore } from "./world/store";
import { recountOf, type Steps, stepsOf, sumOf } from "./world/tallies";

const world = await openStore();
const { catalog } = world;
const env = readEnv({ DATABASE_URL: "postgres://localhost/x", DATA_DIR: ".data", AUTH_SECRET: "good for nothing but tests" });
const HOURS = 45 * 24;
/** Rounds come this often: every other one of a server that keeps house by the hour is enough, and half the work. */
const HOURS_PER_ROUND = 2;
const end = plus(noon, HOURS * HOUR_MS);
const services = [0, 1, 2].map((place) => world.service(place).id);

let state = 20_221_114;
/** The next number below `below`; the same in every run. */
function chance(below: number): number {
	state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
	return Math.floor((state / 2 ** 32) * below);
}

const pick = <Entry>(list: readonly Entry[]): Entry => nth(list, chance(list.length));

const regions = ["US", "US-CA", "IN"].map((code) => catalog.findRegion(code));
const riders = catalog.carriers.filter(({ parent, kind }) => parent !== null && kind === "mobile").slice(0, 1);
const carriers = [...riders, ...["us-t-mobile", "us-verizon", "us-at-t"].map((key) => catalog.findCarrier(key)), null];

/** What somebody says; one of few people, so that many speak again within six hours. */
function said(given: { serviceId: number; who: string; channel: Channel }): Report {
	const [carrier, region] = [given.channel === "sms" ? pick(carriers) : null, pick(regions)];
	return aReport({
		...given,
		symptom: pick(["missing", "missing", "missing", "late", "rejected", "arrived"] as const),
		network: `network ${chance(40)}`,
		carrierId: carrier?.id ?? null,
		regionId: region?.id ?? 0,
		cell: { carrierId: carrier ? catalog.networkOf(carrier).id : null, regionId: region ? catalog.countryOf(region).id : 0 },
	});
}

/** A round: a few people anywhere, and every evening a crowd. */
function aRound(at: Date): readonly Report[] {
	const size = at.getUTCHours() === 18 ? 130 : 16;
	return Array.from({ length: size }, () =>
		said({ serviceId: pick(services), who: `one of ${chance(150)}`, channel: pick(["sms", "sms", "email"] as const) }),
	);
}

/** Files them, the first under a key, and maybe once more under the same. */
async function file(reports: readonly Report[], { isRepeated }: { isRepeated: boolean }): Promise<readonly Filed[]> {
	const keyed = { key: keyOf(`key ${state}`), body: keyOf("body"), answerOf: () => ({}) };
	const filings = reports.map((report, index) => ({ report, keyed: index === 0 ? keyed : null }));
	const settled = await commitReports(world.pool, filings);
	if (isRepeated) expect(await commitReports(world.pool, filings.slice(0, 1))).toMatchObject([{ tag: "answered" }]);
	return settled.flatMap((one) => (one.tag === "filed" ? one.filed : []));
}

/** Lives through all of it; returns how many people were counted and stayed. */
async function live(): Promise<number> {
	let people = 0;
	for (let hour = 0; hour <= HOURS; hour += HOURS_PER_ROUND) {
		const now = plus(noon, hour * HOUR_MS);
		await world.setClock(now);
		for (const chore of Object.values(choresOf({ pool: world.pool, env }, now))) await chore();
		await world.setClock(plus(now, chance(60) * MINUTE_MS));
		const reports = aRound(now);
		const filed = await file(reports, { isRepeated: hour % 5 === 0 });
		people += filed.filter(({ outcome }) => outcome.counted && outcome.supersedes === null).length;
		if (hour % 3 > 0) continue;
		await withdrawReports(world.pool, nth(reports, 0), nth(filed, 0).id);
		people--;
	}
	return people;
}

/** What hours must be: a cell of fewer than five people goes to carrier "not stated" of its country. */
function folded(cells: Steps): Steps {
	const steps: Steps = {};
	for (const [key, sum] of Object.entries(cells)) {
		const [at, channel, carrier, region] = key.split(" ");
		const isSmall = Number(carrier) > 0 && sum.reporters < HOUR_REPORTERS_MIN;
		const name = `${at} ${channel} ${isSmall ? 0 : carrier} ${region}`;
		steps[name] = sumOf(steps[name], sum);
	}
	return steps;
}

function byDay(hours: Steps): Steps {
	const steps: Steps = {};
	for (const [key, sum] of Object.entries(hours)) {
		const name = `${key.slice(0, 10)}T00:00${key.slice(16)}`;
		steps[name] = sumOf(steps[name], sum);
	}
	return steps;
}

const between = (steps: Steps, from: Date, to: Date): Steps =>
	Object.fromEntries(
		Object.entries(steps).filter(([key]) => key >= from.toISOString().slice(0, 16) && key < to.toISOString().slice(0, 16)),
	);

test("after forty-five days everything is there that should be, everything else is gone, and all of it adds up", async () => {
	const people = await live();

	const homes = await world.rows<{ home: string }>("SELECT DISTINCT tableoid::regclass::text AS home FROM report ORDER BY 1");
	expect(homes).toHaveLength(31);
	expect(homes[0]?.home).toBe(`report_${dayOf(plus(end, -30 * DAY_MS)).replaceAll("-", "")}`);
	expect(await world.rows("SELECT FROM salt WHERE day < $1::date", [dayOf(plus(end, -DAY_MS))])).toEqual([]);
	for (const [table, column, days] of [
		["reporter_claim", "touched_at", 3],
		["network_claim", "touched_at", 3],
		["idempotency", "at", 2],
		["tally", "at", 40],
	] as const) {
		expect(await world.rows(`SELECT FROM ${table} WHERE ${column} < $1`, [plus(end, -days * DAY_MS)]), table).toEqual([]);
	}

	const [retained, hoursEnd] = [stepOf(plus(end, -30 * DAY_MS), DAY_MS), plus(end, -7 * HOUR_MS)];
	let named = 0;
	let counted = 0;
	for (const serviceId of services) {
		const [hours, days] = [
			await stepsOf(world, serviceId, { table: "tally_hour", stepMs: HOUR_MS }),
			await stepsOf(world, serviceId, { table: "tally_day", stepMs: DAY_MS }),
		];
		const ground = folded(await recountOf(world, serviceId, HOUR_MS));
		expect(between(hours, retained, end)).toEqual(between(ground, retained, hoursEnd));
		expect(days).toEqual(between(byDay(hours), stepOf(noon, DAY_MS), stepOf(hoursEnd, DAY_MS)));
		const stretch = { from: stepOf(noon, DAY_MS), to: plus(end, DAY_MS), channel: null };
		for (const stepMs of [HOUR_MS, DAY_MS]) {
			for (const { reporters } of await listTotals(world.pool, serviceId, { ...stretch, stepMs })) counted += reporters;
		}
		named += Object.keys(hours).filter((key) => Number(key.split(" ")[2]) > 0).length;
	}
	expect(counted).toBe(2 * people);
	expect(named).toBeGreaterThan(20);
}, 240_000);

test("a rebuild then finds nothing to mend, and what is planted in five minutes, hours and days", async () => {
	expect(await rebuild(true)).toContain(RIGHT);
	const before = await sumsOf();
	const day = stepOf(plus(end, -9 * DAY_MS), DAY_MS);
	for (const table of ["tally", "tally_hour", "tally_day"]) {
		const { rowCount } = await world.pool.query(
			`UPDATE ${table} SET missing = missing + 3 WHERE at >= $1 AND at < $2 AND (service_id, at, channel, carrier_id, region_id) =
			   (SELECT service_id, at, channel, carrier_id, region_id FROM ${table} WHERE at >= $1 AND at < $2 ORDER BY at, service_id LIMIT 1)`,
			[day, plus(day, DAY_MS)],
		);
		expect(rowCount).toBe(1);
	}
	expect(await rebuild(true)).toMatch(/differ\. Mend them with: npm run rebuild/);
	expect(await rebuild(false)).toMatch(/differed and were mended/);
	expect(await rebuild(true)).toContain(RIGHT);
	expect(await sumsOf()).toEqual(before);
}, 120_000);

const RIGHT = "the tallies say what the reports say";

/** Everything the command says; a dry run that finds differences ends with its refusal. */
async function rebuild(isDry: boolean): Promise<string> {
	const said: string[] = [];
	const settings = { databaseUrl: world.url, retainDays: 30, say: (line: string) => said.push(line) };
	await run({ isDry, from: null, to: null }, settings).catch((error: Error) => said.push(error.message));
	return said.join("\n");
}

/** All counts of each table, in a word. */
async function sumsOf(): Promise<unknown> {
	return world.rows(
		["tally", "tally_hour", "tally_day"]
			.map((table) => `(SELECT md5(string_agg(row::text, '' ORDER BY row::text)) FROM ${table} AS row WHERE ${counters.join(" + ")} > 0)`)
			.map((word, index) => (index === 0 ? `SELECT ${word} AS t0` : `${word} AS t${index}`))
			.join(", "),
	);
}
