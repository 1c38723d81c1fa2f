// How long people waited for their code: exact and live of a service, as careful as any count of a place where it names one.
import { expect, test } from "vitest";
import type { Report } from "../lib/report";
import { makeSingleFlight } from "../lib/single-flight";
import { listWaitSteps } from "../lib/store/flows";
import { DAY_MS, plus } from "../lib/time";
import { waitLengths } from "../lib/wait-lengths";
import { makeWaitReadings, type WaitReading } from "../lib/waits";
import { aReport, aSlice, minutesAfter, noon } from "./world/makers";
import { nth, openStore } from "./world/store";

const world = await openStore();

function readingsAt(now: Date, given: Partial<Parameters<typeof makeWaitReadings>[0]> = {}) {
	return makeWaitReadings({
		catalog: world.catalog,
		slowFlight: makeSingleFlight(() => 0),
		retainDays: 30,
		now: () => now,
		listWaitSteps: (query) => listWaitSteps(world.pool, query),
		failed: (_what, error) => expect.unreachable(String(error)),
		...given,
	});
}

/** People by length of waiting, in order, then those without a code and those who did not say. */
function peopleIn(reading: WaitReading | null) {
	return reading && [...reading.waits.map(({ people }) => people), reading.missing.people, reading.unsaid.people];
}

async function crowd(size: number, { name, ...said }: { name: string } & Partial<Report>): Promise<void> {
	await world.file(...Array.from({ length: size }, (_, index) => aReport({ ...said, who: `${name} ${index}` })));
}

const waited = (who: string, waitedSeconds: number | null, given: Partial<Report> = {}) =>
	aReport({ who, waitedSeconds, symptom: "arrived", ...given });

test("each length reaches to the next: both sides of every edge", async () => {
	const serviceId = world.service(0).id;
	await world.setClock(minutesAfter(noon, 1));
	const edges = waitLengths.flatMap(({ belowSeconds }) => (belowSeconds === null ? [] : [belowSeconds - 1, belowSeconds]));
	await world.file(...edges.map((seconds) => waited(`edge ${seconds}`, seconds, { serviceId })));
	expect(peopleIn(await readingsAt(minutesAfter(noon, 2)).waitsOfService(world.service(0), null))).toEqual([1, 2, 2, 2, 1, 0, 0]);
});

test("of a service every single person is told, at once: who had it late, who did not say how long, who has none", async () => {
	const serviceId = world.service(1).id;
	await world.setClock(minutesAfter(noon, 1));
	await world.file(
		waited("ann", 30, { serviceId }),
		waited("bob", 2_000, { serviceId, symptom: "late" }),
		waited("cy", null, { serviceId, channel: "email" }),
		waited("dee", 9_000, { serviceId, symptom: "missing" }),
		waited("eve", 40, { serviceId, symptom: "rejected" }),
	);
	const readings = readingsAt(minutesAfter(noon, 2));
	expect(peopleIn(await readings.waitsOfService(world.service(1), null))).toEqual([1, 0, 0, 1, 0, 1, 1]);
	expect(peopleIn(await readings.waitsOfService(world.service(1), "email"))).toEqual([0, 0, 0, 0, 0, 0, 1]);
	expect(await readingsAt(noon).waitsOfService(world.service(1), null)).toMatchObject({ to: noon.toISOString(), missing: { people: 0 } });
});

test("who waited and then got the code has it after so long, and waits no more", async () => {
	const serviceId = world.service(2).id;
	await world.setClock(minutesAfter(noon, 1));
	await world.file(aReport({ who: "ann", serviceId }));
	await world.setClock(minutesAfter(noon, 12));
	await world.file(waited("ann", 660, { serviceId, symptom: "late" }));
	expect(peopleIn(await readingsAt(minutesAfter(noon, 13)).waitsOfService(world.service(2), null))).toEqual([0, 0, 1, 0, 0, 0, 0]);
});

test("a day is told and no more, and nothing of what is no longer kept", async () => {
	const serviceId = world.service(3).id;
	await world.setClock(minutesAfter(noon, 1));
	await world.file(waited("ann", 30, { serviceId }));
	const told = (now: Date, given = {}) => readingsAt(now, given).waitsOfService(world.service(3), null);
	expect(peopleIn(await told(plus(minutesAfter(noon, 1), DAY_MS)))?.[0]).toBe(1);
	expect(peopleIn(await told(plus(minutesAfter(noon, 2), DAY_MS)))?.[0]).toBe(0);
	const began = noon.toISOString();
	const long = { slice: aSlice({ service: [world.service(3).slug] }), startedAt: began, endedAt: began, dismissedAt: null };
	expect(await readingsAt(plus(noon, 40 * DAY_MS)).waitsOfIncident(long)).toMatchObject({ kept: false, waits: [] });
});

test("of a place it waits for the half hour, and fewer than five people of one length are a few", async () => {
	const serviceId = world.service(4).id;
	const regionId = world.catalog.findRegion("US")?.id ?? 0;
	await world.setClock(minutesAfter(noon, 1));
	await crowd(6, { name: "quick", serviceId, regionId, symptom: "arrived", waitedSeconds: 30 });
	await crowd(4, { name: "slow", serviceId, regionId, symptom: "late", waitedSeconds: 4_000 });
	await crowd(7, { name: "none", serviceId, regionId });
	const slice = aSlice({ service: [world.service(4).slug], region: ["US"], channel: null });
	const incident = { slice, startedAt: noon.toISOString(), endedAt: null, dismissedAt: null };
	expect(await readingsAt(minutesAfter(noon, 29)).waitsOfIncident(incident)).toMatchObject({ kept: true, waits: [] });
	const told = await readingsAt(minutesAfter(noon, 60)).waitsOfIncident(incident);
	// The four alone could be worked out from the total: the next smallest is left out with them.
	expect(peopleIn(told)).toEqual([6, 0, 0, 0, null, 7, null]);
	const everywhere = { ...incident, slice: { ...slice, region: null } };
	expect(peopleIn(await readingsAt(minutesAfter(noon, 60)).waitsOfIncident(everywhere))).toEqual([6, 0, 0, 0, 4, 7, 0]);
});

test("a reading that fails is none, and the failure is told to the log", async () => {
	const failures: string[] = [];
	const broken = readingsAt(noon, {
		listWaitSteps: () => Promise.reject(new Error("gone")),
		failed: (_what, error) => failures.push(String(error)),
	});
	expect(await broken.waitsOfService(nth(world.catalog.services, 5), null)).toBeNull();
	expect(failures).toEqual(["Error: gone"]);
});
