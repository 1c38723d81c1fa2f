// The chart of an incident counts what its slice holds: of several services together, of a carrier whatever the service,
// and nothing that would tell where a few people are.
import { expect, test } from "vitest";
import { readSliceTimeline } from "../lib/slice-timeline";
import { foldHours } from "../lib/store/folding";
import { forgetTallies } from "../lib/store/forgetting";
import { listSumOfCells, listSumOfTotals } from "../lib/store/timelines";
import { DAY_MS, plus } from "../lib/time";
import { anExpectation, aReport, aSlice, minutesAfter, noon } from "./world/makers";
import { openStore, type Store } from "./world/store";

const country = (store: Store, code: string) => store.catalog.findRegion(code)?.id ?? 0;
const carrier = (store: Store, key: string) => store.catalog.findCarrier(key)?.id ?? 0;

type Crowd = { service?: number; size: number; at?: number; region?: string; on?: string | null; channel?: "sms" | "email" };

async function fill(store: Store, crowds: readonly Crowd[]): Promise<void> {
	for (const { service = 0, size, at = 5, region = "US", on = null, channel = "sms" } of crowds) {
		await store.setClock(minutesAfter(noon, at));
		const cell = {
			serviceId: store.service(service).id,
			regionId: country(store, region),
			carrierId: on === null ? null : carrier(store, on),
			channel,
		};
		const names = Array.from({ length: size }, (_, index) => `${service} ${at} ${region} ${on} ${channel} ${index}`);
		await store.file(...names.map((who) => aReport({ ...cell, who })));
	}
}

/** Failing people of each step that holds any; `null` for those withheld. */
async function told({ pool, catalog }: Store, slice: ReturnType<typeof aSlice>, now = minutesAfter(noon, 65)) {
	const parts = {
		catalog,
		expectation: () => anExpectation(),
		listSumOfTotals: (query: Parameters<typeof listSumOfTotals>[1]) => listSumOfTotals(pool, query),
		listSumOfCells: (query: Parameters<typeof listSumOfCells>[1]) => listSumOfCells(pool, query),
	};
	const around = { from: noon, to: minutesAfter(noon, 60) };
	const { step, points } = await readSliceTimeline(parts, slice, around, now);
	return { step, people: points.filter(({ missing }) => missing !== 0).map(({ at, missing }) => [at.slice(11, 16), missing]) };
}

test("several services add up, in steps of five minutes while no place is named", async () => {
	const store = await openStore();
	await fill(store, [{ size: 3 }, { service: 1, size: 4 }, { service: 2, size: 8 }, { service: 1, size: 2, channel: "email" }]);
	const service = [store.service(0).slug, store.service(1).slug];
	expect(await told(store, aSlice({ service }))).toEqual({ step: "5m", people: [["12:05", 7]] });
	expect(await told(store, aSlice({ service, channel: ["sms", "email"] }))).toEqual({ step: "5m", people: [["12:05", 9]] });
	expect(await told(store, aSlice({ service: null, channel: ["sms"] }))).toEqual({ step: "5m", people: [["12:05", 15]] });
});

test("a carrier's or a region's slice shows its own counts, of every service when it names none", async () => {
	const store = await openStore();
	await fill(store, [
		{ size: 4, on: "us-t-mobile" },
		{ service: 1, size: 3, on: "us-t-mobile" },
		{ service: 1, size: 9, on: "us-verizon" },
		{ service: 1, size: 6, region: "DE" },
	]);
	const channel = ["sms", "call"] as const;
	expect(await told(store, aSlice({ service: null, carrier: ["us-t-mobile"], channel }))).toEqual({ step: "30m", people: [["12:00", 7]] });
	expect(await told(store, aSlice({ service: null, carrier: ["us-t-mobile", "us-verizon"], channel }))).toEqual({
		step: "30m",
		people: [["12:00", 16]],
	});
	expect(await told(store, aSlice({ service: null, region: ["DE"] }))).toEqual({ step: "30m", people: [["12:00", 6]] });
	expect(await told(store, aSlice({ service: null, region: ["DE", "US"] }))).toEqual({ step: "30m", people: [["12:00", 22]] });
});

test("what too few people stand behind is withheld, and a half hour that is not over is not told at all", async () => {
	const store = await openStore();
	await fill(store, [
		{ size: 4, region: "DE" },
		{ size: 9, region: "DE", at: 40 },
	]);
	const slice = aSlice({ service: [store.service(0).slug], region: ["DE"] });
	expect((await told(store, slice)).people).toEqual([
		["12:00", null],
		["12:30", 9],
	]);
	expect((await told(store, slice, minutesAfter(noon, 45))).people).toEqual([["12:00", null]]);
});

test("long after, an hour in which a carrier's people may be folded away is withheld", async () => {
	const store = await openStore();
	await fill(store, [
		{ size: 6, on: "us-t-mobile" },
		{ service: 1, size: 2, on: "us-verizon" },
	]);
	const later = plus(noon, 60 * DAY_MS);
	await foldHours(store.pool, later);
	await forgetTallies(store.pool, later, 30);
	const slice = (service: number) => aSlice({ service: [store.service(service).slug], carrier: ["us-t-mobile"] });
	expect(await told(store, slice(0), later)).toEqual({ step: "1h", people: [["12:00", 6]] });
	expect(await told(store, slice(1), later)).toEqual({ step: "1h", people: [["12:00", null]] });
	const both = aSlice({ service: [store.service(0).slug, store.service(1).slug], carrier: ["us-t-mobile"] });
	expect(await told(store, both, later)).toEqual({ step: "1h", people: [["12:00", null]] });
});
