// Five minutes become hours and hours become days: once, exactly, and again whenever what they were made of changes.
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Channel } from "../lib/report";
import { clearDemo, saveDemo } from "../lib/store/demo";
import { foldHours } from "../lib/store/folding";
import { forgetTallies } from "../lib/store/forgetting";
import { beginImport, endImport, makeDaysOf, saveImported } from "../lib/store/imports";
import { withdrawReports } from "../lib/store/reports";
import { countReport } from "../lib/tally";
import { DAY_MS, HOUR_MS, plus } from "../lib/time";
import { aReport, idOf, keyOf, minutesAfter, nobody } from "./world/makers";
import { openStore, type Store } from "./world/store";
import { stepsOf } from "./world/tallies";

const midnight = new Date("2022-11-14T00:00:00.000Z");
const hour = (hours: number) => plus(midnight, hours * HOUR_MS);

/** So many people of one carrier, five minutes apart from `at` on. */
async function crowd(world: Store, size: number, { at, serviceId, carrierId }: { at: Date; serviceId: number; carrierId: number }) {
	for (let index = 0; index < size; index++) {
		await world.setClock(minutesAfter(at, index * 5));
		await world.file(aReport({ serviceId, carrierId, who: `${at.toISOString()} ${carrierId} ${index}` }));
	}
}

const hoursOf = (world: Store, serviceId: number, isTotal = false) =>
	stepsOf(world, serviceId, { table: "tally_hour", stepMs: HOUR_MS, isTotal });
const daysOf = (world: Store, serviceId: number, isTotal = false) =>
	stepsOf(world, serviceId, { table: "tally_day", stepMs: DAY_MS, isTotal });
const totalsOf = (world: Store, serviceId: number, stepMs: number) => stepsOf(world, serviceId, { table: "tally", stepMs, isTotal: true });

async function reportersOf(steps: Promise<Record<string, { reporters: number }>>): Promise<Record<string, number>> {
	return Object.fromEntries(Object.entries(await steps).map(([key, { reporters }]) => [key, reporters]));
}

/** An import's lines of one file, saved as they come; `who` is counted anew in each. */
function aFile(world: Store, word: string) {
	const file = keyOf(word);
	let line = 0;
	return {
		begin: () => beginImport(world.pool, file),
		save: async (at: Date, given: { serviceId: number; who: string; carrierId?: number; channel?: Channel }) => {
			const report = aReport(given);
			const id = idOf(`${word} ${line}`, at);
			const filed = [{ id, at, report, outcome: countReport(id, report, nobody, at) }];
			await makeDaysOf(world.pool, filed);
			await saveImported(world.pool, file, { from: line, to: ++line, filed });
		},
		end: () => endImport(world.pool, file),
	};
}

test("an hour is folded seven hours after its end and not a millisecond sooner, its day with the last hour", async () => {
	const world = await openStore();
	const { id: serviceId } = world.service(0);
	await crowd(world, 3, { at: hour(22), serviceId, carrierId: 3 });
	await crowd(world, 2, { at: hour(23), serviceId, carrierId: 3 });
	await foldHours(world.pool, plus(hour(30), -1));
	expect(await reportersOf(hoursOf(world, serviceId))).toEqual({});
	await foldHours(world.pool, hour(30));
	expect(await reportersOf(hoursOf(world, serviceId))).toEqual({ "2022-11-14T22:00 1 0 1": 3 });
	expect(await daysOf(world, serviceId)).toEqual({});
	await foldHours(world.pool, hour(31));
	expect(await reportersOf(daysOf(world, serviceId))).toEqual({ "2022-11-14T00:00 1 0 1": 5 });
});

test("a cell keeps its carrier with five people, loses it with four, and totals are what they were", async () => {
	const world = await openStore();
	const { id: serviceId } = world.service(0);
	await crowd(world, 5, { at: hour(10), serviceId, carrierId: 3 });
	await crowd(world, 4, { at: hour(10), serviceId, carrierId: 4 });
	await crowd(world, 1, { at: hour(10), serviceId, carrierId: 5 });
	await foldHours(world.pool, hour(31));
	expect(await reportersOf(hoursOf(world, serviceId))).toEqual({ "2022-11-14T10:00 1 0 1": 5, "2022-11-14T10:00 1 3 1": 5 });
	expect(await reportersOf(daysOf(world, serviceId))).toEqual({ "2022-11-14T00:00 1 0 1": 5, "2022-11-14T00:00 1 3 1": 5 });
	expect(await hoursOf(world, serviceId, true)).toEqual(await totalsOf(world, serviceId, HOUR_MS));
	expect(await daysOf(world, serviceId, true)).toEqual(await totalsOf(world, serviceId, DAY_MS));
});

test("folding at once from five processes, or after ten days of standstill, comes to the same", async () => {
	const world = await openStore();
	const { id: serviceId } = world.service(0);
	for (const day of [0, 1, 4, 9]) await crowd(world, 6, { at: hour(day * 24 + 13), serviceId, carrierId: 3 + day });
	await Promise.all(Array.from({ length: 5 }, () => foldHours(world.pool, hour(250))));
	expect(Object.keys(await hoursOf(world, serviceId))).toHaveLength(4);
	expect(await hoursOf(world, serviceId)).toEqual(await stepsOf(world, serviceId, { table: "tally", stepMs: HOUR_MS, isTotal: false }));
	expect(await daysOf(world, serviceId, true)).toEqual(await totalsOf(world, serviceId, DAY_MS));
});

test("a fold whose connection is killed in the middle has folded nothing, and the next folds all", async () => {
	const world = await openStore();
	const { id: serviceId } = world.service(0);
	await crowd(world, 5, { at: hour(10), serviceId, carrierId: 3 });
	const reader = await world.pool.connect();
	await reader.query("BEGIN");
	await reader.query("LOCK TABLE tally_day");
	const failed = expect(foldHours(world.pool, hour(31))).rejects.toThrow("terminat");
	const waiting = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted AND relation = 'tally_day'::regclass";
	while ((await world.rows(waiting)).length === 0) await wait(5);
	await failed;
	await reader.query("COMMIT");
	reader.release();
	expect(await hoursOf(world, serviceId)).toEqual({});
	await foldHours(world.pool, hour(31));
	expect(await reportersOf(daysOf(world, serviceId))).toEqual({ "2022-11-14T00:00 1 3 1": 5 });
});

test("what is said after a clock ran ahead and was set right is in its hour and day all the same", async () => {
	const world = await openStore();
	const { id: serviceId } = world.service(0);
	await foldHours(world.pool, hour(60));
	await foldHours(world.pool, hour(10));
	await crowd(world, 5, { at: hour(10), serviceId, carrierId: 3 });
	await foldHours(world.pool, hour(31));
	expect(await reportersOf(hoursOf(world, serviceId))).toEqual({ "2022-11-14T10:00 1 3 1": 5 });
	expect(await reportersOf(daysOf(world, serviceId))).toEqual({ "2022-11-14T00:00 1 3 1": 5 });
});

test("a clock that ran a year ahead while nobody spoke forgets nothing of what is said when it is right", async () => {
	const world = await openStore();
	const { id: serviceId } = world.service(0);
	const chores = async (now: Date) => {
		await foldHours(world.pool, now);
		await forgetTallies(world.pool, now, 30);
	};
	await chores(plus(hour(0), 365 * DAY_MS));
	await crowd(world, 5, { at: hour(10), serviceId, carrierId: 3 });
	await chores(hour(10));
	expect(await world.rows("SELECT FROM tally WHERE service_id = $1", [serviceId])).not.toEqual([]);
	await chores(hour(31));
	expect(await reportersOf(hoursOf(world, serviceId))).toEqual({ "2022-11-14T10:00 1 3 1": 5 });
});

test("an episode that is taken back after its first hour was folded leaves that hour too", async () => {
	const world = await openStore();
	const { id: serviceId } = world.service(0);
	const report = aReport({ serviceId });
	await world.setClock(hour(1));
	await world.file(report);
	await world.file(report);
	await world.setClock(hour(6));
	await world.file({ ...report, symptom: "late" });
	await world.setClock(hour(11));
	const [last] = await world.file({ ...report, symptom: "rejected" });
	await foldHours(world.pool, hour(11));
	expect(await hoursOf(world, serviceId)).toMatchObject({ "2022-11-14T01:00 1 0 1": { repeats: 1, reporters: 0 } });
	await withdrawReports(world.pool, report, last?.id ?? "");
	expect(await hoursOf(world, serviceId)).toEqual({});
	expect(await hoursOf(world, serviceId, true)).toEqual({});
});

test("what is imported into folded hours is in them and in their day when its lines are committed", async () => {
	const world = await openStore();
	const { id: serviceId } = world.service(0);
	await crowd(world, 4, { at: hour(10), serviceId, carrierId: 3 });
	await world.setClock(hour(48));
	await foldHours(world.pool, hour(48));
	const file = aFile(world, "into folded hours");
	await file.begin();
	await file.save(hour(10), { serviceId, carrierId: 3, who: "fifth" });
	await file.save(hour(12), { serviceId, carrierId: 4, who: "sixth" });
	expect(await reportersOf(hoursOf(world, serviceId))).toEqual({ "2022-11-14T10:00 1 3 1": 5, "2022-11-14T12:00 1 0 1": 1 });
	expect(await reportersOf(daysOf(world, serviceId, true))).toMatchObject({ "2022-11-14T00:00 -1 -1 -1": 6 });
});

test("five minutes go after forty days, when their hours are folded and nobody is importing", async () => {
	const world = await openStore();
	const { id: serviceId } = world.service(0);
	await crowd(world, 5, { at: hour(10), serviceId, carrierId: 3 });
	const steps = async () => (await world.rows("SELECT FROM tally WHERE service_id = $1", [serviceId])).length;
	const old = hour(11 + 40 * 24);
	await forgetTallies(world.pool, old, 30);
	expect(await steps()).toBe(15);
	await foldHours(world.pool, old);
	await forgetTallies(world.pool, plus(old, -1), 30);
	expect(await steps()).toBe(15);
	await forgetTallies(world.pool, old, 40);
	expect(await steps()).toBe(15);
	const file = aFile(world, "at work");
	await file.begin();
	await forgetTallies(world.pool, old, 30);
	expect(await steps()).toBe(15);
	await file.end();
	await forgetTallies(world.pool, old, 30);
	expect(await steps()).toBe(0);
	expect(await reportersOf(hoursOf(world, serviceId))).toEqual({ "2022-11-14T10:00 1 3 1": 5 });
});

test("what is imported into forgotten hours is added to them once its import is done", async () => {
	const world = await openStore();
	const { id: serviceId } = world.service(0);
	await crowd(world, 5, { at: hour(10), serviceId, carrierId: 3 });
	const now = hour(24 * 60);
	await world.setClock(now);
	const keep = async () => {
		await foldHours(world.pool, now);
		await forgetTallies(world.pool, now, 30);
	};
	await keep();
	const file = aFile(world, "from long ago");
	await file.begin();
	await file.save(hour(10), { serviceId, carrierId: 3, who: "to the named" });
	await file.save(hour(10), { serviceId, carrierId: 4, who: "to nobody's" });
	await keep();
	expect(await reportersOf(hoursOf(world, serviceId))).toEqual({ "2022-11-14T10:00 1 3 1": 5 });
	await file.end();
	await keep();
	await keep();
	const folded = { "2022-11-14T10:00 1 0 1": 1, "2022-11-14T10:00 1 3 1": 6 };
	expect(await reportersOf(hoursOf(world, serviceId))).toEqual(folded);
	expect(await reportersOf(daysOf(world, serviceId, true))).toMatchObject({ "2022-11-14T00:00 -1 -1 -1": 7 });
	expect(await world.rows("SELECT FROM tally")).toEqual([]);
});

test("the demo leaves no trace in hours and days that were folded with it", async () => {
	const world = await openStore();
	const { id: serviceId } = world.service(0);
	await crowd(world, 1, { at: hour(10), serviceId, carrierId: 3 });
	const played = Array.from({ length: 5 }, (_, index) => {
		const report = aReport({ serviceId, carrierId: 3, who: `played ${index}` });
		const id = idOf(`played ${index}`, hour(10));
		return { id, at: hour(10), report, outcome: countReport(id, report, nobody, hour(10)) };
	});
	await world.setClock(hour(33));
	await foldHours(world.pool, hour(33));
	const before = [await hoursOf(world, serviceId), await daysOf(world, serviceId, true)];
	await saveDemo(world.pool, played);
	expect(await reportersOf(hoursOf(world, serviceId))).toEqual({ "2022-11-14T10:00 1 3 1": 6 });
	await clearDemo(world.pool);
	expect([await hoursOf(world, serviceId), await daysOf(world, serviceId, true)]).toEqual(before);
});
