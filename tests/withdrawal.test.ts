// Taking a report back: what a person said on this service and channel leaves the ground and the tallies.
import { expect, test } from "vitest";
import type { Report } from "../lib/report";
import { findReport, withdrawReports } from "../lib/store/reports";
import { HOUR_MS } from "../lib/time";
import { aReport, counts, minutesAfter, noon } from "./world/makers";
import { nth, openStore } from "./world/store";
import { reportsOf, summed } from "./world/tallies";

const world = await openStore();

async function withdraw(report: Report, id: string): Promise<void> {
	await withdrawReports(world.pool, report, id);
}

test("a withdrawn report leaves nothing behind, and twice is the same as once", async () => {
	const report = aReport({ serviceId: world.service(0).id });
	const [filed] = await world.file(report);
	await withdraw(report, filed?.id ?? "");
	await withdraw(report, filed?.id ?? "");
	expect(await reportsOf(world, report.serviceId)).toEqual([]);
	expect(await summed(world, report.serviceId)).toEqual(counts());
});

test("repeats and moves go with it, wherever they were counted", async () => {
	const report = aReport({ serviceId: world.service(1).id });
	await world.setClock(noon);
	const [first] = await world.file(report);
	await world.setClock(minutesAfter(noon, 7));
	await world.file({ ...report, regionId: 3 });
	await world.setClock(minutesAfter(noon, 14));
	await world.file({ ...report, regionId: 4, symptom: "late" });
	await withdraw(report, first?.id ?? "");
	expect(await reportsOf(world, report.serviceId)).toEqual([]);
	expect(await summed(world, report.serviceId)).toEqual(counts());
});

test("reports of the same millisecond go too, whatever their ids", async () => {
	const report = aReport({ serviceId: world.service(2).id });
	const filed = await world.file(...Array.from({ length: 20 }, () => report));
	await withdraw(report, filed[0]?.id ?? "");
	expect(await reportsOf(world, report.serviceId)).toEqual([]);
	expect(await summed(world, report.serviceId)).toEqual(counts());
});

test("a repeat of an earlier episode goes too when its own receipt asks for it", async () => {
	const report = aReport({ serviceId: world.service(3).id });
	await world.setClock(noon);
	await world.file(report);
	await world.setClock(minutesAfter(noon, 359));
	const [repeat] = await world.file(report);
	await world.setClock(minutesAfter(noon, 361));
	await world.file(report);
	await withdraw(report, repeat?.id ?? "");
	expect(await reportsOf(world, report.serviceId)).toHaveLength(1);
	expect(await summed(world, report.serviceId)).toEqual(counts({ missing: 1, reporters: 1, evidence: 1 }));
});

test("other people and other channels stay", async () => {
	const report = aReport({ serviceId: world.service(4).id });
	const [filed] = await world.file(report, { ...report, channel: "email" }, aReport({ serviceId: report.serviceId, who: "bob" }));
	await withdraw(report, filed?.id ?? "");
	expect(await summed(world, report.serviceId)).toEqual(counts({ missing: 2, reporters: 2, evidence: 1 }));
});

test("whoever took a report back may speak again", async () => {
	const report = aReport({ serviceId: world.service(5).id });
	const [filed] = await world.file(report);
	await withdraw(report, filed?.id ?? "");
	const [again] = await world.file(report);
	expect(again?.outcome).toMatchObject({ counted: true, evidence: true, repeatOf: null });
});

test("two who withdraw the same report at once take it back once", async () => {
	const report = aReport({ serviceId: world.service(6).id });
	const [filed] = await world.file(report, aReport({ serviceId: report.serviceId, who: "bob" }));
	await Promise.all([1, 2, 3].map(() => withdraw(report, filed?.id ?? "")));
	expect(await summed(world, report.serviceId)).toMatchObject({ missing: 1, reporters: 1 });
});

test("a report is found for six hours, under its own keys, and not a millisecond longer", async () => {
	const rider = nth(
		world.catalog.carriers.filter((one) => one.parent !== null),
		0,
	);
	const state = nth(
		world.catalog.regions.filter((one) => one.parent !== null),
		0,
	);
	const cell = { carrierId: world.catalog.networkOf(rider).id, regionId: world.catalog.countryOf(state).id };
	const report = aReport({ serviceId: world.service(7).id, carrierId: rider.id, regionId: state.id, cell });
	await world.setClock(noon);
	const { id } = nth(await world.file(report), 0);
	await world.setClock(minutesAfter(noon, 360));
	expect(await findReport(world.pool, id, 6 * HOUR_MS)).toEqual(report);
	await world.setClock(new Date(minutesAfter(noon, 360).getTime() + 1));
	expect(await findReport(world.pool, id, 6 * HOUR_MS)).toBeNull();
});
