// Reports are ground, tallies are derived: whatever people say and take back, summing the outcomes written on the rows
// gives the tallies, cell by cell.
import { randomInt } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Channel, type Symptom, symptoms } from "../lib/report";
import { withdrawReports } from "../lib/store/reports";
import { TALLY_STEP_MS } from "../lib/time";
import { aReport, minutesAfter, noon } from "./world/makers";
import { openStore } from "./world/store";
import { recountOf, reportsOf, stepsOf } from "./world/tallies";

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
			expect(await stepsOf(world, serviceId, { table: "tally", stepMs: TALLY_STEP_MS })).toEqual(
				await recountOf(world, serviceId, TALLY_STEP_MS),
			);
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
