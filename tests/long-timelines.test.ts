// A timeline says the same whichever rows answer it: five minutes, hours or days; and nothing it cannot know.
import { expect, test } from "vitest";
import type { Service } from "../lib/catalog/catalog";
import type { Channel } from "../lib/report";
import { foldHours } from "../lib/store/folding";
import { forgetTallies } from "../lib/store/forgetting";
import { beginImport, saveImported } from "../lib/store/imports";
import { listBetween } from "../lib/store/incidents";
import { listCells, listTotals } from "../lib/store/timelines";
import { countReport } from "../lib/tally";
import { DAY_MS, HOUR_MS, plus } from "../lib/time";
import { readTimeline } from "../lib/timeline";
import { anExpectation, aReport, aService, idOf, keyOf, minutesAfter, nobody } from "./world/makers";
import { openStore, type Store } from "./world/store";

const { catalog } = await openStore();
const begin = new Date("2022-11-14T00:00:00.000Z");
const hour = (hours: number) => plus(begin, hours * HOUR_MS);
const carrier = catalog.findCarrier("us-t-mobile");
const country = catalog.findRegion("US");
const service = catalog.findService("x") ?? aService();
const serviceId = service.id;
const [carrierId, regionId] = [carrier?.id ?? 0, country?.id ?? 0];

/** People of one cell in one hour, from its tenth minute on. */
type Crowd = { at: Date; size: number; carrierId?: number | null; channel?: Channel };

async function fill(world: Store, crowds: readonly Crowd[]): Promise<void> {
	for (const { at, size, ...given } of crowds) {
		await world.setClock(minutesAfter(at, 10));
		const people = Array.from({ length: size }, (_, index) => `${at.toISOString()} ${JSON.stringify(given)} ${index}`);
		await world.file(...people.map((who) => aReport({ serviceId, regionId, carrierId, who, ...given })));
	}
}

async function keep({ pool }: Store, now: Date): Promise<void> {
	await foldHours(pool, now);
	await forgetTallies(pool, now, 30);
}

function told({ pool }: Store, query: Parameters<typeof readTimeline>[2], now: Date) {
	const parts = {
		catalog,
		expectation: () => anExpectation(),
		listTotals: (id: number, asked: Parameters<typeof listTotals>[2]) => listTotals(pool, id, asked),
		listCells: (id: number, asked: Parameters<typeof listCells>[2]) => listCells(pool, id, asked),
		listBetween: (one: Service, from: Date, to: Date) => listBetween(pool, one, from, to),
	};
	return readTimeline(parts, service, query, now);
}

type Told = Awaited<ReturnType<typeof told>>;
/** Steps that are not zero; `null` for those that are withheld. */
const peopleOf = ({ points }: Told) =>
	Object.fromEntries(points.filter(({ reporters }) => reporters !== 0).map(({ at, reporters }) => [at.slice(5, 13), reporters]));

test("hours and days say what five minutes said, before folding, in the middle of it, and when five minutes are gone", async () => {
	const world = await openStore();
	await fill(world, [
		{ at: hour(1), size: 7 },
		{ at: hour(23), size: 3 },
		{ at: hour(24), size: 4, carrierId: null },
		{ at: hour(40), size: 5, channel: "email", carrierId: null },
		{ at: hour(49), size: 6 },
	]);
	const now = hour(54);
	const queries = [
		{ step: "1h" },
		{ step: "1d" },
		{ step: "1d", channel: "sms" },
		{ step: "1h", region: "US" },
		{ step: "1d", region: "US" },
		{ step: "1h", carrier: "us-t-mobile" },
		{ step: "1h", to: minutesAfter(hour(49), 11) },
		{ step: "1d", to: minutesAfter(hour(40), 10) },
	] as const;
	const all = async (at: Date) =>
		Promise.all(queries.map(async (query) => (await told(world, { from: begin, to: now, ...query }, at)).points));
	const before = await all(now);
	expect(peopleOf(await told(world, { from: begin, step: "1d" }, now))).toEqual({ "11-14T00": 10, "11-15T00": 9, "11-16T00": 6 });
	for (const at of [hour(30), hour(32), hour(47), now]) {
		await foldHours(world.pool, at);
		expect(await all(now)).toEqual(before);
	}
	const later = hour(24 * 60);
	const isWhole = (index: number) => index < 5;
	const kept = await all(later);
	await keep(world, later);
	expect(await world.rows("SELECT FROM tally")).toEqual([]);
	expect((await all(later)).filter((_, index) => isWhole(index))).toEqual(kept.filter((_, index) => isWhole(index)));
});

test("a carrier's small hours are withheld once they are folded away, its empty and its large ones are told", async () => {
	const world = await openStore();
	const crowds: Crowd[] = [
		{ at: hour(1), size: 7 },
		{ at: hour(2), size: 4 },
		{ at: hour(3), size: 3, carrierId: null },
		{ at: hour(4), size: 9, carrierId: null, channel: "push" },
		{ at: hour(5), size: 6 },
		{ at: hour(5), size: 2, channel: "call" },
	];
	const query = { from: begin, to: hour(7), step: "1h", carrier: "us-t-mobile", region: "US" } as const;
	await fill(world, crowds);
	const young = { "11-14T01": 7, "11-14T02": null, "11-14T05": 8 };
	expect(peopleOf(await told(world, query, hour(30)))).toEqual(young);
	await foldHours(world.pool, hour(24 * 39));
	expect(peopleOf(await told(world, query, hour(24 * 39)))).toEqual(young);
	const later = hour(24 * 60);
	await keep(world, later);
	expect(peopleOf(await told(world, query, later))).toEqual({ "11-14T01": 7, "11-14T02": null, "11-14T03": null, "11-14T05": null });
	expect(peopleOf(await told(world, { ...query, channel: "sms" }, later))).toMatchObject({ "11-14T05": 6 });
	expect(peopleOf(await told(world, { ...query, channel: "push" }, later))).toEqual({});
	expect(peopleOf(await told(world, { from: begin, to: hour(7), step: "1h", region: "US" }, later))).toMatchObject({ "11-14T05": 8 });
});

test("five minutes are told for forty days, and of a stretch that begins before, hours, which the answer says", async () => {
	const world = await openStore();
	await fill(world, [{ at: hour(2), size: 6 }]);
	const query = { from: hour(1), to: minutesAfter(hour(2), 30) };
	const edge = hour(1 + 40 * 24);
	const young = await told(world, query, edge);
	expect([young.step, young.points.length]).toEqual(["5m", 18]);
	const later = plus(hour(3 + 40 * 24), 1);
	await keep(world, later);
	const old = await told(world, query, later);
	expect([old.step, old.from, old.to]).toEqual(["1h", hour(1).toISOString(), hour(3).toISOString()]);
	expect(old.points.map(({ reporters }) => reporters)).toEqual([0, 6]);
});

test("what is being imported into forgotten time is told beside its hour", async () => {
	const world = await openStore();
	await fill(world, [{ at: hour(2), size: 6 }]);
	const now = hour(24 * 60);
	await keep(world, now);
	const report = aReport({ serviceId, regionId, carrierId, who: "from long ago" });
	const id = idOf("from long ago", hour(2));
	await beginImport(world.pool, keyOf("file"));
	await saveImported(world.pool, keyOf("file"), {
		from: 0,
		to: 1,
		filed: [{ id, at: hour(2), report, outcome: countReport(id, report, nobody, hour(2)) }],
	});
	const stretch = { from: begin, to: plus(begin, DAY_MS) };
	expect(peopleOf(await told(world, { ...stretch, step: "1h" }, now))).toEqual({ "11-14T02": 7 });
	expect(peopleOf(await told(world, { ...stretch, step: "1d" }, now))).toEqual({ "11-14T00": 7 });
	expect(peopleOf(await told(world, { ...stretch, step: "1h", carrier: "us-t-mobile" }, now))).toEqual({ "11-14T02": 7 });
});
