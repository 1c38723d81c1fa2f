// What people were trying to do: the breakdown of the evening of November 2022, on an instance that has just begun.
import { expect, test } from "vitest";
import { makeFlowReadings } from "../lib/flows";
import { incidentOf } from "../lib/presentation";
import type { Flow, Report } from "../lib/report";
import { makeSingleFlight, SLOW_KEPT_MS } from "../lib/single-flight";
import { listFlowSteps } from "../lib/store/flows";
import { saveTick } from "../lib/store/observations";
import { dropPartitions } from "../lib/store/partitions";
import { withdrawReports } from "../lib/store/reports";
import { DAY_MS, plus } from "../lib/time";
import { aReport, aSlice, minutesAfter, noon } from "./world/makers";
import { nth, openStore } from "./world/store";
import { aWatch, incidentsOf } from "./world/watch";

const world = await openStore();
const RETAIN_DAYS = 30;

/** Readings at a time, that keep nothing from one to the next. */
function readingsAt(now: Date, given: Partial<Parameters<typeof makeFlowReadings>[0]> = {}) {
	return makeFlowReadings({
		catalog: world.catalog,
		slowFlight: makeSingleFlight(() => 0),
		retainDays: RETAIN_DAYS,
		now: () => now,
		listFlowSteps: (query) => listFlowSteps(world.pool, query),
		failed: (_what, error) => expect.unreachable(String(error)),
		...given,
	});
}

type Told = Awaited<ReturnType<ReturnType<typeof readingsAt>["flowsOfService"]>>;

/** Failed and arrived by flow, without those of whom nobody spoke. */
function counted(reading: Told): Record<string, string> {
	const rows = reading?.flows.filter(({ failed, arrived }) => failed !== 0 || arrived !== 0) ?? [];
	return Object.fromEntries(rows.map(({ flow, failed, arrived }) => [flow ?? "none", failed === null ? "few" : `${failed} ${arrived}`]));
}

/** So many people, each on a network of their own and all over the world. */
async function crowd(size: number, { name, ...said }: { name: string } & Partial<Report>): Promise<void> {
	const country = (index: number) => nth(world.catalog.countries, index % 7).id;
	await world.file(...Array.from({ length: size }, (_, index) => aReport({ ...said, who: `${name} ${index}`, regionId: country(index) })));
}

test("sign-up codes that stop while export codes come: the incident names service and channel, its breakdown what people did", async () => {
	const service = world.service(0);
	const watch = aWatch(world);
	const look = async (at: Date) => {
		await world.setClock(plus(at, 8_000));
		await watch.watchOnce();
	};
	await saveTick(world.pool, plus(noon, -10_000));
	await look(noon);
	for (const minute of [2, 6, 11, 17, 23]) {
		await world.setClock(minutesAfter(noon, minute));
		const name = `minute ${minute}`;
		await crowd(4, { name: `${name} sign-up`, serviceId: service.id, flow: "sign-up" });
		await crowd(2, { name: `${name} export`, serviceId: service.id, flow: "export", symptom: "arrived" });
		await crowd(1, { name: `${name} mail`, serviceId: service.id, flow: "log-in", symptom: "arrived", channel: "email" });
	}
	await look(minutesAfter(noon, 25));
	const [row] = await incidentsOf(world, service.slug);
	expect(row?.slice).toEqual(aSlice({ service: [service.slug] }));
	const incident = incidentOf(row ?? nth([], 0), world.catalog, "https://undelivered.example");

	expect(await readingsAt(minutesAfter(noon, 29)).flowsOfIncident(incident)).toMatchObject({ kept: true, flows: [] });
	const told = await readingsAt(minutesAfter(noon, 30)).flowsOfIncident(incident);
	expect(told).toMatchObject({ from: noon.toISOString(), to: minutesAfter(noon, 30).toISOString() });
	expect(counted(told)).toEqual({ "sign-up": "20 0", export: "0 10" });
	expect(counted(await readingsAt(minutesAfter(noon, 30)).flowsOfService(service))).toEqual({
		"sign-up": "20 0",
		export: "0 10",
		"log-in": "0 5",
	});
});

test("an incident that began late in an hour is not told by the half hour before it", async () => {
	const lived = {
		slice: aSlice({ service: ["nobody"] }),
		startedAt: minutesAfter(noon, 50).toISOString(),
		endedAt: null,
		dismissedAt: null,
	};
	expect(await readingsAt(minutesAfter(noon, 59)).flowsOfIncident(lived)).toMatchObject({ kept: true, flows: [] });
	expect((await readingsAt(minutesAfter(noon, 60)).flowsOfIncident(lived))?.flows).toHaveLength(6);
});

test("a person is told where they stand now: who got the code in the end no longer fails, who took it back was never there", async () => {
	const serviceId = world.service(1).id;
	await world.setClock(minutesAfter(noon, 1));
	await crowd(9, { name: "ann", serviceId, flow: "log-in" });
	const said = { serviceId, flow: "log-in", regionId: nth(world.catalog.countries, 0).id } as const;
	await world.setClock(minutesAfter(noon, 2));
	await world.file(aReport({ ...said, who: "ann 0", symptom: "arrived" }));
	await world.file(aReport({ ...said, who: "ann 1" }));
	const [taken] = await world.file(aReport({ ...said, who: "bob" }));
	await withdrawReports(world.pool, aReport({ ...said, who: "bob" }), taken?.id ?? "");
	expect(counted(await readingsAt(minutesAfter(noon, 60)).flowsOfService(world.service(1)))).toEqual({ "log-in": "8 1" });
});

test("one person on several channels is one person behind a flow", async () => {
	const serviceId = world.service(2).id;
	await world.setClock(minutesAfter(noon, 1));
	const everywhere = ["sms", "email", "push", "call"] as const;
	await world.file(
		...["ann", "bob", "cy", "dee"].flatMap((who) => everywhere.map((channel) => aReport({ who, channel, serviceId, flow: "export" }))),
	);
	await crowd(9, { name: "eve", serviceId, flow: null });
	expect(counted(await readingsAt(minutesAfter(noon, 60)).flowsOfService(world.service(2)))).toMatchObject({ export: "few", none: "9 0" });
});

test("an incident of a carrier in a country counts its networks' customers there, whatever the service, while it lasts", async () => {
	const carrierId = world.catalog.findCarrier("us-t-mobile")?.id ?? 0;
	const rider = nth(
		world.catalog.carriers.filter(({ parent }) => parent === "us-t-mobile"),
		0,
	).id;
	const state = world.catalog.findRegion("US-CA")?.id ?? 0;
	const country = world.catalog.findRegion("US")?.id ?? 0;
	const at = (minute: number) => minutesAfter(noon, 600 + minute);
	const tell = async (size: number, flow: Flow, given: Partial<Report>) => {
		const who = `${flow} ${given.serviceId} ${given.carrierId} ${given.regionId} ${given.channel}`;
		await world.file(...Array.from({ length: size }, (_, index) => aReport({ flow, ...given, who: `${who} ${index}` })));
	};
	await world.setClock(at(5));
	await tell(6, "log-in", { serviceId: world.service(3).id, carrierId, regionId: country });
	await tell(5, "log-in", { serviceId: world.service(4).id, carrierId: rider, regionId: state, channel: "call" });
	await tell(7, "export", { serviceId: world.service(4).id, carrierId, regionId: world.catalog.findRegion("DE")?.id ?? 0 });
	await tell(7, "export", { serviceId: world.service(4).id, carrierId: null, regionId: country });
	await tell(7, "export", { serviceId: world.service(4).id, carrierId, regionId: country, channel: "email" });
	await world.setClock(at(125));
	await tell(8, "settings", { serviceId: world.service(4).id, carrierId, regionId: country });
	const slice = aSlice({ service: null, carrier: ["us-t-mobile"], region: ["US"], channel: null });
	const lived = { slice, startedAt: at(3).toISOString(), endedAt: at(50).toISOString(), dismissedAt: null };
	expect(counted(await readingsAt(at(200)).flowsOfIncident(lived))).toEqual({ "log-in": "11 0" });
	expect(counted(await readingsAt(at(200)).flowsOfIncident({ ...lived, endedAt: null }))).toEqual({ "log-in": "11 0", settings: "8 0" });
});

test("when the reports of a time are gone it says so, and never that nobody spoke", async () => {
	const lived = { slice: aSlice({ service: [world.service(0).slug] }), startedAt: noon.toISOString(), endedAt: null, dismissedAt: null };
	const ended = { ...lived, endedAt: minutesAfter(noon, 60).toISOString() };
	const later = plus(noon, (RETAIN_DAYS + 1) * DAY_MS);
	await dropPartitions(world.pool, later, RETAIN_DAYS);
	expect(await readingsAt(later).flowsOfIncident(ended)).toMatchObject({ kept: false, flows: [] });
	expect(await readingsAt(plus(noon, RETAIN_DAYS * DAY_MS)).flowsOfIncident(ended)).toMatchObject({ kept: true });
});

test("nobody waits for a crowd to be read: while a reading is made, the one before is told, for ten minutes", async () => {
	const clock = { now: minutesAfter(noon, 65) };
	const reads: (() => void)[] = [];
	const readings = readingsAt(noon, {
		now: () => clock.now,
		slowFlight: makeSingleFlight(() => clock.now.getTime(), SLOW_KEPT_MS),
		listFlowSteps: () => new Promise((resolve) => reads.push(() => resolve([]))),
	});
	const first = readings.flowsOfService(world.service(0));
	reads.at(-1)?.();
	expect(await first).toMatchObject({ to: minutesAfter(noon, 60).toISOString() });
	clock.now = minutesAfter(noon, 75);
	expect(await readings.flowsOfService(world.service(0))).toMatchObject({ to: minutesAfter(noon, 60).toISOString() });
	clock.now = minutesAfter(noon, 90);
	const second = readings.flowsOfService(world.service(0));
	for (const answer of reads) answer();
	expect(await second).toMatchObject({ to: minutesAfter(noon, 90).toISOString() });
});

test("a first reading that takes long is not waited for, and told once it is made", async () => {
	const answers: ((steps: readonly []) => void)[] = [];
	const readings = readingsAt(minutesAfter(noon, 60), { listFlowSteps: () => new Promise((resolve) => answers.push(resolve)) });
	expect(await readings.flowsOfService(world.service(0))).toBeNull();
	for (const answer of answers) answer([]);
	expect(await readings.flowsOfService(world.service(0))).toMatchObject({ kept: true });
	expect(answers).toHaveLength(1);
});

test("what cannot be read is said to be unread", async () => {
	const faults: string[] = [];
	const failing = {
		listFlowSteps: () => Promise.reject(new Error("no")),
		failed: (_what: string, error: unknown) => faults.push(String(error)),
	};
	expect(await readingsAt(minutesAfter(noon, 65), failing).flowsOfService(world.service(0))).toBeNull();
	expect(faults).toEqual(["Error: no"]);
});
