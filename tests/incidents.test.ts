// Incidents in the database: one covers a slice, every change is a compare-and-set, and pages list them.
import { describe, expect, test } from "vitest";
import { type Slice, sliceKeyOf } from "../lib/incident";
import * as changes from "../lib/store/incident-changes";
import * as incidents from "../lib/store/incidents";
import { HOUR_MS, plus } from "../lib/time";
import { aReport, aSlice, aVerdict, idOf, minutesAfter, noon } from "./world/makers";
import { nth, openStore } from "./world/store";
import { openOn } from "./world/watch";

const world = await openStore();
const { pool, catalog } = world;

function anOpening(given: Partial<changes.Opening> = {}): Omit<changes.Opening, "reach"> {
	const slice = given.slice ?? aSlice();
	const usual = {
		serviceId: world.service(0).id,
		cause: "undetermined",
		title: "SMS codes from X",
		text: "It may not be arriving.",
	} as const;
	return { ...usual, slice, sliceKey: sliceKeyOf(slice), startedAt: minutesAfter(noon, -9), at: noon, verdict: aVerdict(), ...given };
}

function sliceOf(place: number, given: Partial<Slice> = {}): { serviceId: number; slice: Slice } {
	const { id, slug } = world.service(place);
	return { serviceId: id, slice: aSlice({ service: [slug], ...given }) };
}

async function open(given: Partial<changes.Opening> = {}): Promise<string> {
	const id = await openOn(pool, anOpening(given));
	if (id === null) throw new Error("the slice is covered already");
	return id;
}

function aChange(id: string, given: Partial<changes.Change> = {}): changes.Change {
	const at = minutesAfter(noon, 20);
	return {
		id,
		version: 1,
		at,
		by: "watch",
		userId: null,
		state: "resolved",
		set: { endedAt: at, closedAt: at },
		text: "Over.",
		verdict: null,
		audit: null,
		...given,
	};
}

describe("opening", () => {
	test("five at once open one, with its verdict and its first update", async () => {
		const opened = await Promise.all(Array.from({ length: 5 }, () => openOn(pool, anOpening(sliceOf(1)))));
		const ids = opened.filter((id) => id !== null);
		expect(ids).toHaveLength(1);
		const row = await incidents.findIncident(pool, nth(ids, 0));
		expect(row).toMatchObject({ state: "suspected", version: 1, openedAt: noon, confirmedBy: null, stances: [] });
		expect(row?.verdicts).toMatchObject([aVerdict()]);
		expect(row?.updates).toMatchObject([
			{ at: "2022-11-14T12:00:00.000Z", by: "watch", state: "suspected", text: "It may not be arriving." },
		]);
	});

	test("another slice of the same service is another incident", async () => {
		await open(sliceOf(2));
		await open(sliceOf(2, { channel: ["email"] }));
		expect(await incidents.listCurrent(pool, noon, world.service(2))).toHaveLength(2);
	});

	test.each([
		["most of the evidence in its slice was played in", { played: 3, own: 2, elsewhere: 0 }, true],
		["people's own evidence is as much as what was played in", { played: 2, own: 2, elsewhere: 0 }, false],
		["what was played in is of another channel", { played: 0, own: 1, elsewhere: 5 }, false],
	])("is of the demo or not: %s", async (_what, { played, own, elsewhere }, isDemo) => {
		const place = 20 + played;
		const { serviceId, slice } = sliceOf(place);
		const file = (count: number, label: string, given: Parameters<typeof aReport>[0] = {}) =>
			world.file(...Array.from({ length: count }, (_, index) => aReport({ serviceId, who: `${place} ${label} ${index}`, ...given })));
		await file(played, "played");
		await file(elsewhere, "elsewhere", { channel: "email" });
		await world.rows("UPDATE report SET demo = true WHERE service_id = $1", [serviceId]);
		await file(own, "own");
		const id = await open({ serviceId, slice });
		expect((await incidents.findIncident(pool, id))?.demo).toBe(isDemo);
	});

	test("what was played is of the demo, whatever people reported beside it", async () => {
		expect(await incidents.findIncident(pool, await open({ ...sliceOf(24), isPlayed: true }))).toMatchObject({ demo: true });
		expect(await incidents.findIncident(pool, await open(sliceOf(25)))).toMatchObject({ demo: false });
	});

	test("what has closed covers nothing any more", async () => {
		const id = await open(sliceOf(3));
		await changes.changeIncident(pool, aChange(id));
		await open({ ...sliceOf(3), at: minutesAfter(noon, 1) });
	});
});

describe("changing", () => {
	test("of two who saw the same version one makes the change", async () => {
		const id = await open(sliceOf(4));
		const done = await Promise.all([1, 2, 3].map(() => changes.changeIncident(pool, aChange(id))));
		expect(done.filter(Boolean)).toHaveLength(1);
		expect(await incidents.findIncident(pool, id)).toMatchObject({ version: 2, state: "resolved", endedAt: minutesAfter(noon, 20) });
	});

	test("leaves an update, a verdict and an audit row, in the same transaction", async () => {
		const id = await open(sliceOf(5));
		const audit = { who: "m@example.org", deed: "confirm", detail: { from: "suspected" } };
		const set = { confirmedAt: noon, confirmedBy: "moderator" } as const;
		await changes.changeIncident(
			pool,
			aChange(id, { state: "confirmed", set, by: "moderator", userId: "u", audit, verdict: aVerdict({ observed: 30 }) }),
		);
		const row = await incidents.findIncident(pool, id);
		expect(row?.updates.map(({ by, state }) => [by, state])).toEqual([
			["watch", "suspected"],
			["moderator", "confirmed"],
		]);
		expect(row?.verdicts.map(({ observed }) => observed)).toEqual([9, 30]);
		expect(await incidents.listAudit(pool, id)).toMatchObject([{ ...audit, subject: id }]);
	});

	test("that the database refuses leaves nothing of itself", async () => {
		const id = await open(sliceOf(6));
		await expect(changes.changeIncident(pool, aChange(id, { set: {} }))).rejects.toThrow("incident_resolved_check");
		expect(await incidents.findIncident(pool, id)).toMatchObject({ version: 1, state: "suspected", updates: [{}] });
	});

	test("without a sentence tells nothing", async () => {
		const id = await open(sliceOf(7));
		await changes.changeIncident(pool, aChange(id, { text: "" }));
		expect((await incidents.findIncident(pool, id))?.updates).toHaveLength(1);
	});

	test("an incident nobody opened changes nothing", async () => {
		expect(await changes.changeIncident(pool, aChange(idOf("nobody's")))).toBe(false);
	});
});

test("what is no id is nobody's incident, and no fault", async () => {
	for (const id of ["", "nonsense", "1; DROP TABLE incident", idOf("nobody's")]) expect(await incidents.findIncident(pool, id)).toBeNull();
});

describe("what is current", () => {
	test("is what is open, what still covers its slice, and what ended since then", async () => {
		const since = minutesAfter(noon, 20);
		const open1 = await open(sliceOf(8));
		const covering = await open(sliceOf(8, { channel: ["email"] }));
		const dismissal = { state: "dismissed", set: { dismissedAt: noon, dismissedReason: "A test.", endedAt: noon } } as const;
		await changes.changeIncident(pool, aChange(covering, dismissal));
		const ended = await open(sliceOf(8, { channel: ["call"] }));
		await changes.changeIncident(pool, aChange(ended));
		const old = await open(sliceOf(8, { channel: ["push"] }));
		await changes.changeIncident(pool, aChange(old, { set: { endedAt: plus(since, -1), closedAt: plus(since, -1) } }));
		const current = await incidents.listCurrent(pool, since, world.service(8));
		expect(current.map((row) => row.id).sort()).toEqual([open1, covering, ended].sort());
	});
});

describe("a slice of several services, or of none", () => {
	const openWithout = async (slice: Slice) => {
		const id = await open({ slice, at: plus(noon, 96 * HOUR_MS) });
		await world.rows("UPDATE incident SET service_id = NULL WHERE id = $1", [id]);
		return id;
	};
	const [from, to] = [plus(noon, 95 * HOUR_MS), plus(noon, 97 * HOUR_MS)];

	test("is found for each service that it names, and for no other", async () => {
		const [one, other, third] = [world.service(14), world.service(15), world.service(16)];
		const id = await openWithout(aSlice({ service: [one.slug, other.slug] }));
		const found = async (service: typeof one) => [
			(await incidents.listCurrent(pool, from, service)).map((row) => row.id),
			(await incidents.listBetween(pool, service, from, to)).map((row) => row.id),
			(await incidents.listIncidents(pool, { service: service.slug }, catalog)).rows.map((row) => row.id),
		];
		expect(await found(one)).toEqual([[id], [id], [id]]);
		expect(await found(other)).toEqual([[id], [id], [id]]);
		expect(await found(third)).toEqual([[], [], []]);
	});

	test("is listed as of no service when it names none, while it is open and a while after", async () => {
		const id = await openWithout(aSlice({ service: null, carrier: ["us-t-mobile"] }));
		const listed = async (since: Date) => (await incidents.listOfNoService(pool, since)).map((row) => row.id);
		expect(await listed(to)).toEqual([id]);
		await changes.changeIncident(pool, aChange(id, { at: to, set: { endedAt: to, closedAt: to } }));
		expect(await listed(to)).toEqual([id]);
		expect(await listed(plus(to, 1))).toEqual([]);
	});
});

describe("what the watch holds", () => {
	test("is what stood before its step: open, covering, or back within the hour", async () => {
		const open1 = await open(sliceOf(21));
		const retracted = await open(sliceOf(21, { channel: ["email"] }));
		const dismissal = { state: "dismissed", set: { dismissedAt: noon, dismissedReason: "A test.", endedAt: noon } } as const;
		await changes.changeIncident(pool, aChange(retracted, dismissal));
		const back = await open(sliceOf(21, { channel: ["call"] }));
		await changes.changeIncident(pool, aChange(back));
		const heldAt = async (at: Date) => (await incidents.listHeld(pool, at, 3_600_000)).map((one) => one.incident);
		expect(await heldAt(minutesAfter(noon, 80))).toEqual(expect.arrayContaining([open1, retracted, back]));
		expect(await heldAt(plus(minutesAfter(noon, 80), 1))).not.toContain(back);
		expect(await heldAt(noon)).not.toContain(open1);
	});
});

describe("another name", () => {
	const renamedTo = (given: { serviceId: number; slice: Slice }, sliceKey = sliceKeyOf(given.slice)) => ({
		...given,
		sliceKey,
		title: "Codes",
	});

	test("changes what it is about, and the verdict is of the new slice", async () => {
		const id = await open(sliceOf(31));
		const renamed = renamedTo(sliceOf(31, { channel: ["sms", "call"] }));
		const change = aChange(id, { state: "suspected", set: { cause: "service" }, renamed, verdict: aVerdict({ observed: 30 }) });
		expect(await changes.changeIncident(pool, change)).toBe(true);
		const row = await incidents.findIncident(pool, id);
		expect(row).toMatchObject({ slice: renamed.slice, cause: "service", title: "Codes", version: 2 });
		expect(row?.verdicts.at(-1)).toMatchObject({ observed: 30 });
	});

	test("is refused while another incident holds it, and nothing has changed", async () => {
		const [one, other] = [await open(sliceOf(30)), sliceOf(30, { channel: ["email"] })];
		await open(other);
		expect(await changes.changeIncident(pool, aChange(one, { state: "suspected", set: {}, renamed: renamedTo(other) }))).toBe(false);
		expect(await incidents.findIncident(pool, one)).toMatchObject({ slice: sliceOf(30).slice, version: 1 });
	});
});

describe("the list of incidents", () => {
	test("comes in pages of fifty, newest first, and shows each once", async () => {
		const { serviceId, slice } = sliceOf(11);
		for (let minute = 0; minute < 101; minute++)
			await open({ serviceId, slice, sliceKey: `slice ${minute}`, at: minutesAfter(noon, minute) });
		const filter = { service: world.service(11).slug };
		const first = await incidents.listIncidents(pool, filter, catalog);
		const second = await incidents.listIncidents(pool, { ...filter, cursor: first.next ?? "" }, catalog);
		const third = await incidents.listIncidents(pool, { ...filter, cursor: second.next ?? "" }, catalog);
		expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 1]);
		expect(third.next).toBeNull();
		const times = [first, second, third].flatMap(({ rows }) => rows.map((row) => row.openedAt.getTime()));
		expect(times).toEqual([...new Set(times)].sort((a, b) => b - a));
	});

	test("is narrowed by state, service, time, carrier and region", async () => {
		const { serviceId, slice } = sliceOf(12, { carrier: ["us-t-mobile"], region: ["US"] });
		const id = await open({ serviceId, slice, at: plus(noon, 48 * HOUR_MS) });
		const ids = async (filter: Parameters<typeof incidents.listIncidents>[1]) =>
			(await incidents.listIncidents(pool, { service: world.service(12).slug, ...filter }, catalog)).rows.map((row) => row.id);
		expect(await ids({ state: "suspected", carrier: "us-t-mobile", region: "US", from: plus(noon, 48 * HOUR_MS) })).toEqual([id]);
		expect(await ids({ state: "resolved" })).toEqual([]);
		expect(await ids({ carrier: "us-verizon" })).toEqual([]);
		expect(await ids({ region: "DE" })).toEqual([]);
		expect(await ids({ from: plus(noon, 48 * HOUR_MS + 1) })).toEqual([]);
		expect(await ids({ to: plus(noon, 48 * HOUR_MS) })).toEqual([]);
		expect(await ids({ to: plus(noon, 48 * HOUR_MS + 1) })).toEqual([id]);
		expect(await ids({ service: "nobody" })).toEqual([]);
	});

	test("of what is near one: others of its services, and what lasted elsewhere meanwhile, each at most eight", async () => {
		const start = plus(noon, 1_000 * HOUR_MS);
		const of = (place: number, minute: number, given: Partial<Slice> = {}) =>
			open({
				...sliceOf(place, given),
				sliceKey: `near ${place} ${minute}`,
				startedAt: minutesAfter(start, minute),
				at: minutesAfter(start, minute),
			});
		const ended = async (id: string, minute: number) => {
			const at = minutesAfter(start, minute);
			await changes.changeIncident(pool, aChange(id, { at, set: { endedAt: at, closedAt: at } }));
			return id;
		};
		const own = await of(40, 0);
		const [before, long] = [await ended(await of(40, -300), -200), await ended(await of(40, -3_000), -2_900)];
		const [during, over] = [await ended(await of(41, -30), 0), await ended(await of(41, -60), -1)];
		const later = await of(42, 60);
		const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
		const near = async (endedAt: Date | null) => {
			const span = { id: own, services: [world.service(40).slug], startedAt: start, endedAt };
			const { same, meanwhile } = await incidents.listRelated(pool, span, {
				from: minutesAfter(start, -1_000),
				to: minutesAfter(start, 1_000),
			});
			return { same: ids(same), meanwhile: ids(meanwhile) };
		};
		expect(await near(minutesAfter(start, 59))).toMatchObject({ same: [before] });
		expect((await near(minutesAfter(start, 59))).meanwhile).toContain(during);
		for (const id of [own, before, long, over, later]) expect((await near(minutesAfter(start, 59))).meanwhile).not.toContain(id);
		expect((await near(null)).meanwhile).toContain(later);
		for (let minute = 1; minute < 12; minute++) await of(43, minute);
		expect((await near(null)).meanwhile).toHaveLength(8);
	});

	test("of one stretch holds what overlaps it", async () => {
		const { serviceId, slice } = sliceOf(13);
		const id = await open({ serviceId, slice, startedAt: noon });
		const between = async (from: number, to: number) =>
			(await incidents.listBetween(pool, world.service(13), minutesAfter(noon, from), minutesAfter(noon, to))).map((row) => row.id);
		await changes.changeIncident(pool, aChange(id));
		expect(await between(-10, 0)).toEqual([]);
		expect(await between(-10, 1)).toEqual([id]);
		expect(await between(20, 30)).toEqual([id]);
		expect(await between(21, 30)).toEqual([]);
	});
});
