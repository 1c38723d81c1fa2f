// The tallies can be made again from the reports: whatever people say, take back, import or play in, a rebuild finds them
// right; whatever is wrong it finds, says and mends, while reports keep coming in.
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeReader } from "../lib/import";
import { type Channel, type Symptom, symptoms } from "../lib/report";
import { clearDemo, saveDemo } from "../lib/store/demo";
import { makeDaysOf, saveImported } from "../lib/store/imports";
import { holdService } from "../lib/store/listings";
import { dropPartitions, makeDays } from "../lib/store/partitions";
import { compareDay, mend, whileRebuilding } from "../lib/store/rebuild";
import { withdrawReports } from "../lib/store/reports";
import { counters } from "../lib/tally";
import { DAY_MS, plus, stepOf, stepsBetween } from "../lib/time";
import { run } from "../server/rebuild";
import { freshDatabase } from "./world/database";
import { aReport, minutesAfter, noon } from "./world/makers";
import { nth, openStore, type Store } from "./world/store";
import { reportsOf } from "./world/tallies";

const world = await openStore();
const today = stepOf(noon, DAY_MS);
const midnight = plus(today, DAY_MS);

/** Everything the command says; a dry run that finds differences ends with its refusal. */
async function rebuild({ url }: Store, options: { isDry?: boolean; from?: string } = {}): Promise<string> {
	const said: string[] = [];
	const all = { isDry: false, from: null, to: null, ...options };
	await run(all, { databaseUrl: url, retainDays: 30, say: (line) => said.push(line) }).catch((error: Error) => said.push(error.message));
	return said.join("\n");
}

const RIGHT = "the tallies say what the reports say";

/** What the tallies count; a row that counts nothing is like one that is not there. */
function talliesOf({ rows }: Store) {
	return rows(`SELECT * FROM tally WHERE ${counters.join(" + ")} > 0 ORDER BY service_id, at, channel, carrier_id, region_id`);
}

let held = 0;
async function aHeldService(store: Store): Promise<number> {
	const suggested = await holdService(store.pool, `held-${held++}.example`, 1_000);
	return suggested?.service.id ?? 0;
}

const rider = nth(
	world.catalog.carriers.filter((one) => one.parent !== null),
	0,
);
const state = nth(
	world.catalog.regions.filter((one) => one.parent !== null),
	0,
);
const places = [
	{ carrierId: null, regionId: world.catalog.countryOf(state).id },
	{ carrierId: rider.id, regionId: state.id },
	{ carrierId: world.catalog.networkOf(rider).id, regionId: state.id },
];

type Saying = { who: string; network: string; channel: Channel; symptom: Symptom; place: number };

function reportOf(serviceId: number, { place, ...said }: Saying) {
	const { carrierId, regionId } = nth(places, place);
	const network = carrierId === null ? null : world.catalog.networkOf(rider).id;
	return aReport({ ...said, serviceId, carrierId, regionId, cell: { carrierId: network, regionId: world.catalog.countryOf(state).id } });
}

const saying: fc.Arbitrary<Saying> = fc.record({
	who: fc.constantFrom("ann", "bob", "cy"),
	network: fc.constantFrom("one", "two"),
	channel: fc.constantFrom<Channel>("sms", "email"),
	symptom: fc.constantFrom(...symptoms),
	place: fc.integer({ min: 0, max: places.length - 1 }),
});
const deed = fc.record({
	minutes: fc.constantFrom(0, 1, 5, 31, 200, 355),
	sayings: fc.array(saying, { minLength: 1, maxLength: 4 }),
	takenBack: fc.boolean(),
});

test("whatever people say and take back, through midnight and of held services too, a rebuild finds nothing to mend", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 14 }), async (deeds) => {
			const serviceId = await aHeldService(world);
			let at = minutesAfter(noon, 300);
			for (const { minutes, sayings, takenBack } of deeds) {
				at = minutesAfter(at, minutes);
				await world.setClock(at);
				await world.file(...sayings.map((said) => reportOf(serviceId, said)));
				if (takenBack) await takeBackLast(serviceId, nth(sayings, 0));
			}
			expect(await differencesOf(world, serviceId, stepsBetween(noon, at, DAY_MS))).toEqual([]);
		}),
		{ numRuns: 20 },
	);
	expect(await rebuild(world, { isDry: true })).toContain(RIGHT);
}, 120_000);

async function differencesOf({ pool }: Store, serviceId: number, days: readonly Date[]) {
	return whileRebuilding(pool, async (connection) => {
		const found = [];
		for (const day of days) found.push(...((await compareDay(connection, serviceId, day))?.differences ?? []));
		return found;
	});
}

async function takeBackLast(serviceId: number, said: Saying): Promise<void> {
	const report = reportOf(serviceId, said);
	const own = (await reportsOf(world, serviceId)).filter(
		(row) => row.channel === said.channel && row.reporter_key.equals(report.reporterKey),
	);
	await withdrawReports(world.pool, report, own.at(-1)?.id ?? "");
}

function aDayOfLines(store: Store) {
	const read = makeReader({ catalog: store.catalog, file: randomBytes(32), salt: randomBytes(32), startedAt: midnight });
	const lines = Array.from({ length: 300 }, (_, index) => {
		const said = { symptom: symptoms[(index * 7) % 5], reporter: `r${index % 40}`, network: `n${index % 9}`, channel: "sms" };
		return read(index, JSON.stringify({ at: minutesAfter(today, index * 4), service: "x", region: "US-CA", carrier: null, ...said }));
	});
	return lines.flatMap((line) => ("reason" in line ? [] : [line]));
}

test("imported reports and the demo are counted like others, before and after it is taken out", async () => {
	const store = await openStore();
	const filed = aDayOfLines(store);
	expect(filed).toHaveLength(300);
	await store.pool.query("INSERT INTO import (file, started_at) VALUES ('file', $1)", [noon]);
	await makeDaysOf(store.pool, filed);
	await saveImported(store.pool, Buffer.from("file"), { from: 0, to: 300, filed });
	await saveDemo(store.pool, aDayOfLines(store));
	expect(await rebuild(store, { isDry: true })).toContain(RIGHT);
	await clearDemo(store.pool);
	expect(await rebuild(store, { isDry: true })).toContain(RIGHT);
});

/** A store in which five people spoke of one service, one moved and one said it twice. */
async function aSpokenOf(): Promise<Store & { serviceId: number }> {
	const store = await openStore();
	const { id: serviceId } = store.service(0);
	const people = ["ann", "bob", "cy", "dan", "eve"].map((who) => aReport({ serviceId, who, carrierId: 1 }));
	await makeDays(store.pool, [today, midnight]);
	await store.file(...people);
	await store.setClock(minutesAfter(noon, 7));
	await store.file(nth(people, 0), { ...nth(people, 1), symptom: "arrived" });
	return { ...store, serviceId };
}

test("a wrong number in any counter of any row is found and mended, and the next run finds nothing", async () => {
	const store = await aSpokenOf();
	const before = await talliesOf(store);
	for (const counter of counters) {
		await store.rows(`UPDATE tally SET ${counter} = ${counter} + 3 WHERE at = $1`, [noon]);
		expect(await rebuild(store, { from: "2022-11-14" }), counter).toContain("3 differed and were mended");
		expect(await talliesOf(store)).toEqual(before);
	}
	for (const row of ["channel = -1", "channel > 0 AND carrier_id = -1", "carrier_id > 0"]) {
		await store.rows(`UPDATE tally SET missing = 0, reporters = 1 WHERE at = $1 AND ${row}`, [noon]);
		expect(await rebuild(store, { from: "2022-11-14" }), row).toContain("1 differed and were mended");
		expect(await talliesOf(store)).toEqual(before);
	}
	expect(await rebuild(store, { isDry: true })).toContain(RIGHT);
});

test("a row that is gone comes back, one that nobody reported counts nothing, and a dry run does neither", async () => {
	const store = await aSpokenOf();
	const before = await talliesOf(store);
	await store.rows("DELETE FROM tally WHERE channel = 1 AND carrier_id = -1");
	await store.rows("INSERT INTO tally (service_id, at, channel, carrier_id, region_id, late) VALUES ($1, $2, 2, 0, 1, 4)", [
		store.serviceId,
		minutesAfter(noon, -60),
	]);
	const wrong = await talliesOf(store);
	expect(await rebuild(store, { isDry: true })).toContain("3 differ. Mend them with: npm run rebuild");
	expect(await talliesOf(store)).toEqual(wrong);
	expect(await rebuild(store)).toContain("3 differed and were mended");
	expect(await talliesOf(store)).toEqual(before);
});

test("a dry run leaves a database of an older version as it is, and says so", async () => {
	const { url } = await freshDatabase({ migrated: false });
	const store = { ...world, url };
	expect(await rebuild(store, { isDry: true })).toBe("The database is of an older version. Start this one once, then ask again: npm start");
	expect(await rebuild(store)).toContain(RIGHT);
});

test("a difference is said in a sentence, with the time, the place and both numbers", async () => {
	const store = await aSpokenOf();
	const [carrier, region] = [store.catalog.carrierOfId(1)?.key, store.catalog.regionOfId(1)?.code];
	await store.rows("UPDATE tally SET missing = missing + 2, evidence = 0 WHERE at = $1 AND carrier_id > 0", [noon]);
	await store.rows("UPDATE tally SET late = 1 WHERE at = $1 AND channel = -1", [noon]);
	const said = await rebuild(store, { isDry: true });
	expect(said).toContain("2022-11-14: 6 rows compared, 2 differ.");
	const name = store.service(0).name;
	expect(said).toContain(
		`2022-11-14 12:00 ${name}, SMS, ${carrier}, ${region}: missing says 6, the reports say 4; evidence says 0, the reports say 4.`,
	);
	expect(said).toContain(`2022-11-14 12:00 ${name}, all channels, in total: late says 1, the reports say 0.`);
});

test("what comes in between comparing and mending keeps its counts", async () => {
	const store = await aSpokenOf();
	const before = await talliesOf(store);
	await store.rows("UPDATE tally SET missing = missing + 2, reporters = 1 WHERE carrier_id > 0 AND missing > 0");
	await whileRebuilding(store.pool, async (connection) => {
		const comparison = await compareDay(connection, store.serviceId, today);
		const [late] = await store.file(aReport({ serviceId: store.serviceId, who: "fay", carrierId: 1 }));
		await mend(connection, comparison?.shortfall ?? []);
		expect(await rebuild(store, { isDry: true })).toBe("Another rebuild is running: let it end.");
		await withdrawReports(store.pool, aReport({ serviceId: store.serviceId, who: "fay", carrierId: 1 }), late?.id ?? "");
	});
	expect(await talliesOf(store)).toEqual(before);
});

test("tallies and reports are read as they stood at one moment", async () => {
	const store = await aSpokenOf();
	const holding = await store.pool.connect();
	await holding.query("BEGIN");
	// What the reports are summed with is held back, while the tallies have been read.
	await holding.query("LOCK TABLE carrier IN ACCESS EXCLUSIVE MODE");
	const differences = differencesOf(store, store.serviceId, [today]);
	await new Promise((resolve) => setTimeout(resolve, 500));
	await store.file(aReport({ serviceId: store.serviceId, who: "fay", carrierId: 1 }));
	await holding.query("COMMIT");
	holding.release();
	expect(await differences).toEqual([]);
});

test("rebuilding again and again under a stream of reports loses none", async () => {
	const store = await aSpokenOf();
	await store.rows("UPDATE tally SET missing = missing + 1, reporters = 0");
	let isRebuilding = true;
	const speak = async (name: string) => {
		for (let index = 0; isRebuilding; index++) {
			const report = aReport({ serviceId: store.serviceId, who: `${name}${index % 50}`, carrierId: (index % 2) + 1 });
			await store.file(report, { ...report, symptom: nth(symptoms, index % 5) });
		}
	};
	const speaking = Promise.all(["one", "two", "three"].map(speak));
	for (let index = 0; index < 6; index++) {
		await store.rows("UPDATE tally SET late = late + 2 WHERE at = $1", [noon]);
		expect(await rebuild(store, { from: "2022-11-14" })).toContain("differed and were mended");
	}
	isRebuilding = false;
	await speaking;
	expect(await rebuild(store, { isDry: true })).toContain(RIGHT);
	expect((await reportsOf(store, store.serviceId)).length).toBeGreaterThan(50);
}, 120_000);

test("a day whose reports were dropped keeps its tallies; whoever moved on from it is right on the day after", async () => {
	const store = await openStore();
	const report = aReport({ serviceId: store.service(0).id });
	await makeDays(store.pool, [today, midnight]);
	await store.setClock(minutesAfter(midnight, -10));
	await store.file(report, aReport({ serviceId: report.serviceId, who: "bob" }));
	await store.setClock(minutesAfter(midnight, 10));
	await store.file({ ...report, symptom: "late" });
	expect(await rebuild(store, { isDry: true })).toContain(RIGHT);
	const before = await talliesOf(store);
	await dropPartitions(store.pool, plus(midnight, DAY_MS), 1);
	const said = await rebuild(store);
	expect(said).toContain("2022-11-14: the reports of this day are not kept whole, so its tallies stay as they are.");
	expect(said).toContain(RIGHT);
	await store.rows("UPDATE tally SET late = 7 WHERE at > $1", [midnight]);
	expect(await rebuild(store)).toContain("3 differed and were mended");
	expect(await talliesOf(store)).toEqual(before);
	await makeDays(store.pool, [today]);
	expect(await rebuild(store)).toContain("2022-11-14: the reports of this day are not kept whole");
	expect(await talliesOf(store)).toEqual(before);
	expect(await rebuild(store, { from: "2022-10-01" })).toContain("Reports are kept from 2022-10-16 on");
});

test("a day that is dropped at that very moment is not taken for a day without reports", async () => {
	const store = await aSpokenOf();
	const dropping = await store.pool.connect();
	await dropping.query("BEGIN");
	await dropping.query("DROP TABLE report_20221114");
	const compared = whileRebuilding(store.pool, (connection) => compareDay(connection, store.serviceId, today));
	await new Promise((resolve) => setTimeout(resolve, 300));
	await dropping.query("COMMIT");
	dropping.release();
	expect(await compared).toBeNull();
});

test("reports without a day of their own are counted and told of, and so is who stands counted for nothing", async () => {
	const store = await openStore();
	const [filed] = await store.file(aReport({ serviceId: store.service(0).id }));
	expect(await rebuild(store)).toContain(RIGHT);
	await store.rows("UPDATE tally SET missing = 5");
	await store.setClock(minutesAfter(noon, 13 * 60));
	const said = await rebuild(store);
	expect(said).toContain("have no table of their own: 1.");
	expect(said).toContain("3 differed and were mended");
	expect(said).not.toContain("stand counted");
	await store.setClock(minutesAfter(noon, 60));
	await store.rows("DELETE FROM report WHERE id = $1", [filed?.id]);
	expect(await rebuild(store)).toContain("stand counted for a report that is not there: 1.");
});
