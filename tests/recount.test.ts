// Reports are ground, tallies are derived: whatever people say and take back, summing the outcomes written on the rows
// gives the tallies, cell by cell.
import { randomInt } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Channel, type Symptom, symptoms } from "../lib/report";
import { channelOf } from "../lib/store/codes";
import { withdrawReports } from "../lib/store/reports";
import { stepOf, TALLY_STEP_MS } from "../lib/time";
import { aReport, minutesAfter, noon } from "./world/makers";
import { openStore, type Store } from "./world/store";
import { reportsOf } from "./world/tallies";

const world = await openStore();

/** Two countries and a state: what is said of a state is counted in its country. */
const [andorra, country, state] = ["AD", "US", "US-CA"].map((code) => world.catalog.findRegion(code)?.id ?? 0);

type Saying = { who: string; network: string; channel: Channel; symptom: Symptom; regionId: number };
type Deed = { tag: "file"; sayings: Saying[] } | { tag: "wait"; minutes: number } | { tag: "withdraw"; saying: Saying };

const saying = fc.record({
	who: fc.constantFrom("ann", "bob", "cy"),
	network: fc.constantFrom("one", "two"),
	channel: fc.constantFrom<Channel>("sms", "email"),
	symptom: fc.constantFrom(...symptoms),
	regionId: fc.constantFrom(andorra ?? 0, country ?? 0, state ?? 0),
});
const deed: fc.Arbitrary<Deed> = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ tag: fc.constant("file" as const), sayings: fc.array(saying, { minLength: 1, maxLength: 4 }) }) },
	{ weight: 3, arbitrary: fc.record({ tag: fc.constant("wait" as const), minutes: fc.constantFrom(1, 5, 31, 200) }) },
	{ weight: 1, arbitrary: fc.record({ tag: fc.constant("withdraw" as const), saying }) },
);

test("the tallies are the sum of the ground, whatever people say and take back", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 14 }), async (deeds) => {
			const serviceId = randomInt(1_000, 2_000_000_000);
			await play(serviceId, deeds);
			expect(await talliesOf(world, serviceId)).toEqual(await recountOf(world, serviceId));
		}),
		{ numRuns: 40 },
	);
});

async function play(serviceId: number, deeds: readonly Deed[]): Promise<void> {
	for (const [index, one] of deeds.entries()) {
		await world.setClock(minutesAfter(noon, waited(deeds.slice(0, index))));
		if (one.tag === "file") await world.file(...one.sayings.map((said) => aReport({ ...said, serviceId, cell: cellOf(said.regionId) })));
		if (one.tag === "withdraw") await takeBack(serviceId, one.saying);
	}
}

function cellOf(regionId: number) {
	return { carrierId: null, regionId: regionId === state ? (country ?? 0) : regionId };
}

function waited(deeds: readonly Deed[]): number {
	return deeds.reduce((minutes, one) => minutes + (one.tag === "wait" ? one.minutes : 0), 0);
}

async function takeBack(serviceId: number, { who, channel }: Saying): Promise<void> {
	const report = aReport({ serviceId, who, channel });
	const own = (await reportsOf(world, serviceId)).filter((row) => row.channel === channel && row.reporter_key.equals(report.reporterKey));
	const last = own.at(-1);
	if (last) await withdrawReports(world.pool, report, last.id);
}

/** Every row that is not empty: cells, channel totals and the service's total. */
async function talliesOf({ rows }: Store, serviceId: number): Promise<Record<string, number>> {
	const found = await rows<Record<string, number> & { at: Date }>("SELECT * FROM tally WHERE service_id = $1", [serviceId]);
	const flat = found.flatMap(({ at, service_id: _service, channel, carrier_id, region_id, ...sums }) =>
		Object.entries(sums).map(([counter, sum]): [string, number] => [
			`${at.toISOString()} ${nameOf(channel ?? 0)} ${carrier_id} ${region_id} ${counter}`,
			sum,
		]),
	);
	return Object.fromEntries(flat.filter(([, sum]) => sum !== 0));
}

function nameOf(code: number): string {
	return code < 0 ? "all" : channelOf(code);
}

async function recountOf(store: Store, serviceId: number): Promise<Record<string, number>> {
	const reports = await reportsOf(store, serviceId);
	const byId = new Map(reports.map((row) => [row.id, row]));
	const sums: Record<string, number> = {};
	const add = (row: (typeof reports)[number], counter: string, by: number) => {
		const at = stepOf(row.at, TALLY_STEP_MS).toISOString();
		const cells = [`${row.channel} ${row.carrier_id} ${cellOf(row.region_id).regionId}`, `${row.channel} -1 -1`, "all -1 -1"];
		for (const cell of cells) sums[`${at} ${cell} ${counter}`] = (sums[`${at} ${cell} ${counter}`] ?? 0) + by;
	};
	const count = (row: (typeof reports)[number], by: number) => {
		for (const counter of [row.symptom, "reporters", ...(row.evidence ? ["evidence"] : [])]) add(row, counter, by);
	};
	for (const row of reports) {
		if (!row.counted) add(row, "repeats", 1);
		else count(row, 1);
		const left = row.supersedes === null ? undefined : byId.get(row.supersedes);
		if (left) count(left, -1);
	}
	return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}
