// Where codes fail, read from the tallies: whole steps of the day, everybody where they stand now, and never of a few.
import { expect, test } from "vitest";
import { makePlaceReadings, type PlaceReading } from "../lib/places";
import { namedCarriers, ofCarrier, ofRegion, ofWorld } from "../lib/places-of";
import { PLACE_STEP_PEOPLE } from "../lib/publish-places";
import type { Report } from "../lib/report";
import { makeSingleFlight } from "../lib/single-flight";
import { listPlaceSteps } from "../lib/store/places";
import { STEPS_KEPT_DAYS } from "../lib/tally";
import { DAY_MS, HOUR_MS, plus } from "../lib/time";
import { aReport, aSlice, minutesAfter, noon } from "./world/makers";
import { nth, openStore } from "./world/store";

const world = await openStore();

/** Readings at a time, that keep nothing from one to the next. */
function readingsAt(now: Date, given: Partial<Parameters<typeof makePlaceReadings>[0]> = {}) {
	return makePlaceReadings({
		catalog: world.catalog,
		slowFlight: makeSingleFlight(() => 0),
		now: () => now,
		listPlaceSteps: (query) => listPlaceSteps(world.pool, world.catalog, query),
		failed: (_what, error) => expect.unreachable(String(error)),
		...given,
	});
}

type Crowd = { size: number; service: number; region?: string; on?: string | null; name?: string; riding?: string } & Partial<Report>;

/** So many people, each once. */
async function crowd({ size, service, region = "US", on = null, name = "", ...said }: Crowd): Promise<void> {
	const cell = {
		serviceId: world.service(service).id,
		regionId: world.catalog.findRegion(region)?.id ?? 0,
		carrierId: on === null ? null : (world.catalog.findCarrier(on)?.id ?? 0),
	};
	const who = (index: number) => `${name} ${service} ${region} ${on} ${said.channel} ${said.symptom} ${index}`;
	await world.file(...Array.from({ length: size }, (_, index) => aReport({ ...cell, ...said, who: who(index) })));
}

/** "failed of answered" under each country and carrier. */
function words(reading: PlaceReading | null): Record<string, string> {
	const rows = reading?.regions.flatMap(({ channel, region, failed, answered, carriers }) => [
		[`${channel} ${region}`, `${failed} of ${answered}`],
		...carriers.map((one) => [`${channel} ${region} ${one.carrier ?? "others"}`, `${one.failed} of ${one.answered}`]),
	]);
	return Object.fromEntries(rows ?? []);
}

test("a crowd is told by network and country once its half hour is over, and nothing before", async () => {
	await world.setClock(minutesAfter(noon, 5));
	await crowd({ service: 0, size: PLACE_STEP_PEOPLE - 20, on: "us-verizon" });
	await crowd({ service: 0, size: 3, on: "us-t-mobile" });
	await crowd({ service: 0, size: 17, on: "us-t-mobile", symptom: "arrived" });
	const readings = (minute: number) => readingsAt(minutesAfter(noon, minute)).placesOfService(world.service(0));
	expect(await readings(29)).toMatchObject({ to: noon.toISOString(), kept: true, regions: [] });
	const told = await readings(30);
	expect(told).toMatchObject({ from: plus(noon, -3 * HOUR_MS).toISOString(), to: minutesAfter(noon, 30).toISOString() });
	expect(words(told)).toEqual({ "sms US": "183 of 200", "sms US us-verizon": "180 of 180", "sms US us-t-mobile": "3 of 20" });
});

test("thin trouble is told at the end of three hours, and a country with four people is not", async () => {
	await world.setClock(minutesAfter(noon, 20));
	await crowd({ service: 1, size: 6, region: "DE", on: "de-telekom" });
	await crowd({ service: 1, size: 4, region: "FR", on: "fr-orange" });
	const readings = (hours: number) => readingsAt(plus(noon, hours * HOUR_MS)).placesOfService(world.service(1));
	expect(words(await readings(2.5))).toEqual({});
	const told = await readings(3);
	expect(words(told)).toEqual({ "sms DE": "6 of 6", "sms DE de-telekom": "6 of 6" });
	expect(told?.elsewhere).toEqual([{ channel: "sms", failed: 4, answered: 4 }]);
	expect(words(await readings(5.9))).toMatchObject({ "sms DE": "6 of 6" });
	expect(words(await readings(6))).toEqual({});
});

test("a person stands where they stand now, and on each channel by itself", async () => {
	await world.setClock(minutesAfter(noon, 40));
	await crowd({ service: 2, size: 6, region: "IN", on: "in-jio", name: "ann" });
	const ann = {
		serviceId: world.service(2).id,
		regionId: world.catalog.findRegion("IN")?.id ?? 0,
		carrierId: world.catalog.findCarrier("in-jio")?.id ?? 0,
	};
	await world.file(aReport({ ...ann, who: "ann 2 IN in-jio undefined undefined 0", symptom: "arrived" }));
	await crowd({ service: 2, size: 5, region: "IN", on: "gmail.com", channel: "email", symptom: "arrived" });
	const readings = readingsAt(plus(noon, 3 * HOUR_MS));
	expect(words(await readings.placesOfService(world.service(2)))).toEqual({
		"sms IN": "5 of 6",
		"sms IN in-jio": "5 of 6",
		"email IN": "0 of 5",
		"email IN gmail.com": "0 of 5",
	});
	expect(Object.keys(words(await readings.placesOfService(world.service(2), "email")))).toEqual(["email IN", "email IN gmail.com"]);
});

test("an incident of several services adds them up on its channels, while it lasts", async () => {
	await world.setClock(plus(noon, 12 * HOUR_MS));
	for (const service of [3, 4]) {
		await crowd({ service, size: 7, region: "BR", on: "br-vivo" });
		await crowd({ service, size: 5, region: "BR", channel: "push" });
	}
	await crowd({ service: 5, size: 9, region: "BR", on: "br-vivo" });
	const slice = aSlice({ service: [world.service(3).slug, world.service(4).slug], carrier: ["br-vivo"] });
	const lived = {
		slice,
		startedAt: plus(noon, 12.2 * HOUR_MS).toISOString(),
		endedAt: plus(noon, 13 * HOUR_MS).toISOString(),
		dismissedAt: null,
	};
	const told = await readingsAt(plus(noon, 20 * HOUR_MS)).placesOfIncident(lived);
	expect(told).toMatchObject({ from: plus(noon, 12 * HOUR_MS).toISOString(), to: plus(noon, 15 * HOUR_MS).toISOString() });
	expect(words(told)).toEqual({ "sms BR": "14 of 14", "sms BR br-vivo": "14 of 14" });
	expect(await readingsAt(plus(noon, 12.4 * HOUR_MS)).placesOfIncident(lived)).toMatchObject({ kept: true, regions: [] });
	expect(await readingsAt(plus(noon, (STEPS_KEPT_DAYS + 1) * DAY_MS)).placesOfIncident(lived)).toMatchObject({ kept: false, regions: [] });
});

test("a carrier, a country and the world are told from the same reading, whatever the service", async () => {
	const book = await readingsAt(plus(noon, 15 * HOUR_MS)).places();
	if (book === null) throw new Error("it could not be read");
	const slugs = [3, 4, 5].map((place) => world.service(place).slug);
	expect(ofCarrier(book, "br-vivo").map(({ service, failed }) => [service, failed])).toEqual([
		[slugs[2], 9],
		[slugs[0], 7],
		[slugs[1], 7],
	]);
	const { services, carriers } = ofRegion(book, "BR");
	expect(services.map(({ service, channel, answered }) => [service, channel, answered])).toContainEqual([slugs[0], "push", 5]);
	expect(carriers).toEqual([{ carrier: "br-vivo", failed: 23, answered: 23, withheld: false }]);
	expect(namedCarriers(book)).toEqual(carriers);
	expect([...ofWorld(book.services.values())]).toEqual([["BR", { failed: 33, answered: 33, withheld: false }]]);
	expect([ofCarrier(book, "us-verizon"), ofRegion(book, "DE").services]).toEqual([[], []]);
});

test("everybody who asks within a minute has the same reading, of every page", async () => {
	const clock = { now: noon };
	const reads: Date[] = [];
	const readings = readingsAt(noon, {
		now: () => clock.now,
		slowFlight: makeSingleFlight(() => clock.now.getTime(), 60_000),
		listPlaceSteps: async ({ to }) => {
			reads.push(to);
			return [];
		},
	});
	await Promise.all([readings.places(), ...[0, 1, 2].map((place) => readings.placesOfService(nth(world.catalog.services, place)))]);
	clock.now = plus(noon, 59_999);
	await readings.places();
	expect(reads).toHaveLength(1);
	clock.now = plus(noon, 60_000);
	await readings.places();
	expect(reads).toHaveLength(2);
});

test("what cannot be read is said to be unread", async () => {
	const faults: string[] = [];
	const readings = readingsAt(noon, {
		listPlaceSteps: () => Promise.reject(new Error("no")),
		failed: (_what, error) => faults.push(String(error)),
	});
	expect(await readings.places()).toBeNull();
	expect(await readings.placesOfService(world.service(0))).toBeNull();
	expect(faults).toEqual(["Error: no", "Error: no"]);
});
