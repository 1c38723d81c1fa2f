// Keys change with the UTC day, yet nobody is counted twice for it: a person who stands under yesterday's salt keeps
// yesterday's key in the first six hours.
import { expect, test } from "vitest";
import { makeIntake } from "../lib/intake";
import { makeLimits } from "../lib/limits";
import { isRefusal } from "../lib/refusal";
import type { Report } from "../lib/report";
import { forgetClaims } from "../lib/store/claims";
import { commitReports } from "../lib/store/reports";
import { readSalts } from "../lib/store/salts";
import { DAY_MS, HOUR_MS, plus, stepOf } from "../lib/time";
import { anOrigin, aReport, aStatement, aStatus, counts, keyOf, minutesAfter, noon } from "./world/makers";
import { openStore } from "./world/store";
import { reportsOf, summed } from "./world/tallies";

const world = await openStore();
const midnight = stepOf(plus(noon, DAY_MS), DAY_MS);

/** The same person as keys see her: before midnight, in the first six hours after it, and later. */
const evening = (serviceId: number): Report => aReport({ serviceId, who: "ann yesterday", network: "one yesterday" });
const night = (serviceId: number): Report => ({
	...aReport({ serviceId, who: "ann today", network: "one today" }),
	reporterKeyBefore: keyOf("ann yesterday"),
	networkKeyBefore: keyOf("one yesterday"),
});
const morning = (serviceId: number): Report => aReport({ serviceId, who: "ann today", network: "one today" });

async function at(minutesAfterMidnight: number, report: Report): Promise<void> {
	await world.setClock(minutesAfter(midnight, minutesAfterMidnight));
	await world.file(report);
}

test("whoever was counted before midnight is a repeat after it, under the same key", async () => {
	const { id } = world.service(0);
	await at(-10, evening(id));
	await at(10, night(id));
	await at(340, night(id));
	expect(await summed(world, id)).toMatchObject({ reporters: 1, evidence: 1, missing: 1 });
	for (const { reporter_key } of await reportsOf(world, id)) expect(reporter_key).toEqual(keyOf("ann yesterday"));
});

test("whoever was not counted before midnight has the key of today", async () => {
	const { id } = world.service(1);
	await at(200, night(id));
	await at(400, morning(id));
	expect(await summed(world, id)).toEqual(counts({ missing: 1, reporters: 1, evidence: 1, repeats: 1 }));
});

test("whoever is counted anew after midnight is so under the key that stays", async () => {
	const { id } = world.service(2);
	await at(-10, evening(id));
	await at(180, night(id));
	await at(355, night(id));
	await at(365, morning(id));
	expect(await summed(world, id)).toEqual(counts({ missing: 2, reporters: 2, evidence: 2, repeats: 2 }));
});

test("a network's two pieces of evidence count across midnight", async () => {
	const { id } = world.service(3);
	await world.setClock(minutesAfter(midnight, -5));
	await world.file(...["ann", "bob"].map((who) => aReport({ serviceId: id, who, network: "one yesterday" })));
	await world.setClock(minutesAfter(midnight, 5));
	await world.file({ ...aReport({ serviceId: id, who: "cy", network: "one today" }), networkKeyBefore: keyOf("one yesterday") });
	expect(await summed(world, id)).toMatchObject({ reporters: 3, evidence: 2 });
});

test("a person who keeps our cookie only after midnight is still one person", async () => {
	const { slug, id } = world.service(5);
	const clock = { at: minutesAfter(midnight, -10) };
	const intake = makeIntake({
		catalog: world.catalog,
		suggestionLimits: makeLimits(),
		listing: { hold: () => Promise.reject(new Error("nobody suggests here")), find: async () => null },
		secret: "good for nothing but tests",
		limits: makeLimits(),
		now: () => clock.at,
		salts: () => readSalts(world.pool, clock.at),
		statusOf: async () => aStatus(),
		commit: (filings) => commitReports(world.pool, filings),
		isRefusedRow: () => false,
		findAnswer: async () => null,
		findReport: async () => null,
		withdraw: async () => {},
		changed: () => {},
		failed: (error) => expect.unreachable(String(error)),
	});
	const report = async (minutes: number, token: string | null) => {
		clock.at = minutesAfter(midnight, minutes);
		await world.setClock(clock.at);
		const answer = await intake.receiveReport(aStatement({ service: slug }), anOrigin({ token }));
		return isRefusal(answer) ? expect.unreachable(answer.detail) : answer;
	};
	await report(-10, null);
	const { token } = await report(10, null);
	expect(await report(20, token)).toMatchObject({ counted: false });
	expect(await summed(world, id)).toEqual(counts({ missing: 1, reporters: 1, evidence: 1, repeats: 2 }));
	expect((await report(400, null)).token).not.toBeNull();
});

test("claims are forgotten once their key can come no more, thirty hours after they were touched", async () => {
	const { id } = world.service(4);
	await world.setClock(noon);
	await world.file(aReport({ serviceId: id }));
	const left = async () => (await world.rows("SELECT FROM reporter_claim WHERE service_id = $1", [id])).length;
	await forgetClaims(world.pool, plus(noon, 30 * HOUR_MS));
	expect(await left()).toBe(1);
	await forgetClaims(world.pool, plus(noon, 30 * HOUR_MS + 1));
	expect(await left()).toBe(0);
	expect(await world.rows("SELECT FROM network_claim WHERE service_id = $1", [id])).toEqual([]);
});
