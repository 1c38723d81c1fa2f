// What charts, statuses and the watch read of the store, at the edges of their windows.
import { expect, test } from "vitest";
import { findLastReportAt, findTick, listObservations, saveTick } from "../lib/store/observations";
import { listAllChannelCounts, listChannelCounts } from "../lib/store/tallies";
import { listCells, listTotals } from "../lib/store/timelines";
import { plus, TALLY_STEP_MS } from "../lib/time";
import { aReport, counts, minutesAfter, noon } from "./world/makers";
import { openStore } from "./world/store";

const world = await openStore();
const { pool, catalog } = world;

test("totals of a stretch hold its first step and not its end, by channel or all together", async () => {
	const { id: serviceId } = world.service(0);
	for (const minutes of [-5, 0, 5]) {
		await world.setClock(minutesAfter(noon, minutes));
		await world.file(
			aReport({ serviceId, who: `ann ${minutes}` }),
			aReport({ serviceId, who: `bob ${minutes}`, channel: "email", symptom: "late" }),
		);
	}
	const one = { reporters: 1, evidence: 1 };
	const stretch = { from: noon, to: minutesAfter(noon, 5), stepMs: TALLY_STEP_MS };
	expect(await listTotals(pool, serviceId, { ...stretch, channel: null })).toEqual([
		{ at: noon, ...counts({ missing: 1, late: 1, reporters: 2, evidence: 2 }) },
	]);
	expect(await listTotals(pool, serviceId, { ...stretch, channel: "email" })).toEqual([{ at: noon, ...counts({ late: 1, ...one }) }]);
	expect(await listTotals(pool, serviceId, { ...stretch, channel: "call" })).toEqual([]);
});

test("cells are narrowed by carrier and region, and never hold totals", async () => {
	const { id: serviceId } = world.service(1);
	await world.setClock(noon);
	await world.file(
		aReport({ serviceId, who: "ann", carrierId: 3, regionId: 1 }),
		aReport({ serviceId, who: "bob", carrierId: 4, regionId: 2 }),
		aReport({ serviceId, who: "cy", carrierId: null, regionId: 2 }),
	);
	const missing = async (carrierId: number | null, regionId: number | null) => {
		const query = { from: noon, to: minutesAfter(noon, 5), stepMs: TALLY_STEP_MS, channels: null, carrierId, regionId };
		return (await listCells(pool, serviceId, query)).map((step) => step.missing);
	};
	expect(await missing(null, null)).toEqual([3]);
	expect(await missing(3, null)).toEqual([1]);
	expect(await missing(null, 2)).toEqual([2]);
	expect(await missing(3, 2)).toEqual([]);
});

test("a channel's counts hold the window, and who spoke since the day began", async () => {
	const { id: serviceId } = world.service(2);
	for (const minutes of [-600, 0]) {
		await world.setClock(minutesAfter(noon, minutes));
		await world.file(aReport({ serviceId, who: `ann ${minutes}` }), aReport({ serviceId, who: `bob ${minutes}`, symptom: "arrived" }));
	}
	const since = { windowSince: noon, daySince: minutesAfter(noon, -600) };
	const window = counts({ missing: 1, arrived: 1, reporters: 2, evidence: 1 });
	const told = { channel: "sms", window, dayReporters: 4, dayArrived: 2 };
	expect(await listChannelCounts(pool, serviceId, since)).toEqual([told]);
	expect((await listAllChannelCounts(pool, since)).filter((one) => one.serviceId === serviceId)).toEqual([
		{ ...told, serviceId, lastStepAt: noon },
	]);
	expect(await listChannelCounts(pool, serviceId, { ...since, daySince: minutesAfter(noon, -595) })).toMatchObject([
		{ dayReporters: 2, dayArrived: 1 },
	]);
	expect(await listChannelCounts(pool, world.service(3).id, since)).toEqual([]);
});

test("the watch reads what lies after one time and up to another, in order, under the service's slug", async () => {
	const { id: serviceId, slug } = world.service(4);
	const at = (seconds: number) => plus(noon, 86_400_000 + seconds * 1_000);
	for (const seconds of [0, 10, 20]) {
		await world.setClock(at(seconds));
		await world.file(aReport({ serviceId, who: `ann ${seconds}` }));
	}
	const read = async (after: number, to: number) =>
		(await listObservations(pool, catalog, { after: at(after), to: at(to) })).map((one) => one.at);
	expect(await read(0, 20)).toEqual([at(10), at(20)]);
	expect(await read(0, 19.999)).toEqual([at(10)]);
	expect(await read(-0.001, 0)).toEqual([at(0)]);
	const [observation] = await listObservations(pool, catalog, { after: at(10), to: at(20) });
	expect(observation).toMatchObject({ service: slug, channel: "sms", symptom: "missing", counted: true, evidence: true, supersedes: null });
});

test("the tick goes forward and never back", async () => {
	await saveTick(pool, noon);
	await saveTick(pool, minutesAfter(noon, 1));
	await saveTick(pool, noon);
	expect(await findTick(pool)).toEqual(minutesAfter(noon, 1));
});

test("a service was last spoken of when its latest report came; of another nobody spoke", async () => {
	const { id: serviceId } = world.service(5);
	await world.setClock(noon);
	await world.file(aReport({ serviceId }));
	expect(await findLastReportAt(pool, serviceId)).toEqual(noon);
	expect(await findLastReportAt(pool, world.service(6).id)).toBeNull();
});
