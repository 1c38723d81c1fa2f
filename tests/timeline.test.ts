// What happened step by step: every step of the stretch, zeroes where nobody spoke, nothing of the future.
import { expect, test } from "vitest";
import type { Expectation } from "../lib/expectation";
import type { Slice } from "../lib/incident";
import { readTimeline, type TimelineParts } from "../lib/timeline";
import { referenceCatalog } from "./world/catalog";
import { anExpectation, anIncidentRow, aService, aSlice, counts, minutesAfter, noon } from "./world/makers";

const now = minutesAfter(noon, 2);
const catalog = referenceCatalog();
const service = catalog.findService("x") ?? aService();

type Asked = { which: "totals" | "cells"; query: unknown };

/** A house that holds these steps and incidents, and remembers what it was asked. */
function holding({
	steps = [],
	incidents = [],
}: {
	steps?: Awaited<ReturnType<TimelineParts["listTotals"]>>;
	incidents?: ReturnType<typeof anIncidentRow>[];
}) {
	const asked: Asked[] = [];
	const list = (which: Asked["which"]) => async (_id: number, query: unknown) => {
		asked.push({ which, query });
		return steps;
	};
	const parts: TimelineParts = {
		catalog,
		expectation: () => anExpectation(),
		listTotals: list("totals"),
		listCells: list("cells"),
		listBetween: async () => incidents,
	};
	return { parts, asked };
}

const step = (minutes: number, given: Parameters<typeof counts>[0]) => ({ at: minutesAfter(noon, minutes), ...counts(given) });

test("without a query it is the last day in steps of five minutes, the one under way among them", async () => {
	const { points, ...told } = await readTimeline(holding({}).parts, service, {}, now);
	expect(points).toHaveLength(288);
	expect([points[0]?.at, points.at(-1)?.at]).toEqual(["2022-11-13T12:05:00.000Z", "2022-11-14T12:00:00.000Z"]);
	expect(told).toMatchObject({
		step: "5m",
		to: now.toISOString(),
		slice: { channel: null, carrier: null, region: null },
		asOf: now.toISOString(),
	});
});

test("steps of an hour and a day go back thirty days", async () => {
	expect((await readTimeline(holding({}).parts, service, { step: "1h" }, now)).points).toHaveLength(721);
	expect((await readTimeline(holding({}).parts, service, { step: "1d" }, now)).points).toHaveLength(31);
});

test("an empty step is there with zeroes, and a step that has not begun is absent", async () => {
	const { parts } = holding({ steps: [step(-10, { missing: 3, reporters: 3, evidence: 2 })] });
	const { points } = await readTimeline(parts, service, { from: minutesAfter(noon, -10), to: minutesAfter(noon, 30) }, now);
	expect(points.map(({ at, missing, evidence, withheld }) => [at.slice(11, 16), missing, evidence, withheld])).toEqual([
		["11:50", 3, 2, false],
		["11:55", 0, 0, false],
		["12:00", 0, 0, false],
	]);
});

test("longer steps are the sums of the short ones, and so is what is expected", async () => {
	const { parts } = holding({ steps: [step(-60, { late: 1 }), step(-35, { late: 2 }), step(-30, { late: 4 })] });
	const query = { from: minutesAfter(noon, -60), to: noon, step: "30m", channel: "sms" } as const;
	const { points } = await readTimeline(parts, service, query, now);
	expect(points.map((one) => one.late)).toEqual([3, 4]);
	expect(points[0]?.expected).toBeCloseTo(0.012 * 30, 12);
});

test("what names a carrier or a region comes from the cells, in closed half hours, and only of five people or more", async () => {
	const { parts, asked } = holding({
		steps: [step(-60, { missing: 5, reporters: 5 }), step(-30, { missing: 4, reporters: 4 }), step(0, { missing: 9, reporters: 9 })],
	});
	const query = { from: minutesAfter(noon, -90), carrier: "us-t-mobile", region: "US" };
	const { points, step: told } = await readTimeline(parts, service, query, now);
	expect(told).toBe("30m");
	expect(points.map(({ missing, withheld }) => [missing, withheld])).toEqual([
		[0, false],
		[5, false],
		[null, true],
		[null, true],
	]);
	const [{ which, query: cells }] = asked.length === 1 ? asked : [{ which: "none", query: null }];
	expect(which).toBe("cells");
	expect(cells).toMatchObject({ carrierId: catalog.findCarrier("us-t-mobile")?.id, regionId: catalog.findRegion("US")?.id });
});

test.each([
	[-1, -30],
	[0, 0],
	[1, 0],
])("a place is told in whole half hours, wherever a query ends: at minute %i it is %i", async (minute, end) => {
	const { parts, asked } = holding({});
	const [from, to] = [minutesAfter(noon, -120), minutesAfter(noon, minute)];
	const told = await readTimeline(parts, service, { from, to, region: "US" }, now);
	expect(told.to).toBe(minutesAfter(noon, end).toISOString());
	expect(asked[0]?.query).toMatchObject({ to: minutesAfter(noon, end) });
	expect((await readTimeline(parts, service, { from, asOf: to, region: "US" }, now)).to).toBe(told.to);
	expect((await readTimeline(parts, service, { from, to }, now)).to).toBe(to.toISOString());
});

test("as of a time that has passed it ends there, and tells what was written and decided by then", async () => {
	const update = { by: "watch", state: "suspected", text: "It may not be arriving." } as const;
	const incidents = [
		anIncidentRow({
			openedAt: minutesAfter(noon, -20),
			state: "confirmed",
			updates: [
				{ ...update, id: "u", at: minutesAfter(noon, -20).toISOString() },
				{ ...update, id: "v", at: minutesAfter(noon, -10).toISOString(), state: "confirmed" },
			],
		}),
		anIncidentRow({ id: "later", openedAt: minutesAfter(noon, -5) }),
	];
	const { parts } = holding({ incidents });
	const told = await readTimeline(parts, service, { to: noon, asOf: minutesAfter(noon, -15) }, now);
	expect(told.to).toBe(minutesAfter(noon, -15).toISOString());
	expect(told.incidents.map(({ id, state }) => [id, state])).toEqual([[incidents[0]?.id, "suspected"]]);
	expect(told.updates).toHaveLength(1);
	expect((await readTimeline(parts, service, { to: minutesAfter(noon, -60), asOf: noon }, now)).to).toBe(
		minutesAfter(noon, -60).toISOString(),
	);
});

test("a state is counted in its country and a rider on its network, and the answer says so", async () => {
	const { parts, asked } = holding({});
	const rider = catalog.carriers.find((one) => one.parent !== null);
	const network = catalog.findCarrier(rider?.parent ?? "");
	const told = await readTimeline(parts, service, { region: "US-CA", carrier: rider?.key }, now);
	expect(asked[0]?.query).toMatchObject({ carrierId: network?.id, regionId: catalog.findRegion("US")?.id });
	expect(told.slice).toEqual({ channel: null, carrier: network?.key, region: "US" });
});

/** Expects as many as the hour of the day says, and remembers of what. */
function expecting() {
	const slices: Slice[] = [];
	const of: Expectation["of"] = (slice, from) => {
		slices.push(slice);
		return from.getUTCHours() + 0.04;
	};
	return { parts: { ...holding({}).parts, expectation: () => ({ name: "test", of }) }, slices };
}

test("what is expected is each step's own, of the whole service or of the channel that was asked for", async () => {
	const { parts, slices } = expecting();
	const { points } = await readTimeline(parts, service, { from: minutesAfter(noon, -120), step: "1h" }, now);
	expect(points.map(({ expected }) => expected)).toEqual([10.04, 11.04, 12.04]);
	expect(slices[0]).toEqual({ service: ["x"], region: null, carrier: null, channel: null });
	await readTimeline(parts, service, { step: "1h", channel: "email" }, now);
	expect(slices.at(-1)).toEqual({ service: ["x"], region: null, carrier: null, channel: ["email"] });
});

test("of a place it is the place's own, in tenths, and of a carrier on the channels it carries", async () => {
	const { parts, slices } = expecting();
	const query = { from: minutesAfter(noon, -60), region: "US-CA", carrier: "us-t-mobile" };
	const { points } = await readTimeline(parts, service, query, now);
	expect(points.map(({ expected }) => expected)).toEqual([11, 11, 12]);
	expect(slices[0]).toEqual({ service: ["x"], region: ["US"], carrier: ["us-t-mobile"], channel: ["sms", "call"] });
	await readTimeline(parts, service, { carrier: "gmail.com" }, now);
	expect(slices.at(-1)?.channel).toEqual(["email"]);
	await readTimeline(parts, service, { carrier: "gmail.com", channel: "sms" }, now);
	expect(slices.at(-1)?.channel).toEqual([]);
});

test("the incidents of the stretch come with it, those of another channel left out", async () => {
	const update = { id: "u", at: noon.toISOString(), by: "watch", state: "suspected", text: "It may not be arriving." } as const;
	const incidents = [
		anIncidentRow({ updates: [update] }),
		anIncidentRow({ id: "mail", slice: aSlice({ channel: ["email"] }) }),
		anIncidentRow({ id: "all", slice: aSlice({ channel: null }) }),
	];
	const { parts } = holding({ incidents });
	const told = await readTimeline(parts, service, { channel: "sms" }, now);
	expect(told.incidents.map((one) => one.id)).toEqual([incidents[0]?.id, "all"]);
	expect(told.updates).toEqual([{ incident: incidents[0]?.id, at: noon.toISOString(), by: "watch", text: "It may not be arriving." }]);
	expect((await readTimeline(parts, service, {}, now)).incidents).toHaveLength(3);
});
