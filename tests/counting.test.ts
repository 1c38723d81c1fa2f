// One person counted once, on the real database: rows, claims and tallies of a batch are one transaction.
import { describe, expect, test } from "vitest";
import { commitReports } from "../lib/store/reports";
import { aReport, counts, minutesAfter, noon } from "./world/makers";
import { openStore } from "./world/store";
import { cellsOf, reportsOf, summed } from "./world/tallies";

const world = await openStore();

describe("a first report", () => {
	test("leaves a row and three tallies: its cell's, its channel's total and the service's", async () => {
		const { id: serviceId } = world.service(0);
		await world.setClock(noon);
		await world.file(aReport({ serviceId, carrierId: 3, regionId: 2 }));
		expect(await reportsOf(world, serviceId)).toMatchObject([{ at: noon, counted: true, evidence: true, weight_reason: null }]);
		const one = { service_id: serviceId, at: noon, ...counts({ missing: 1, reporters: 1, evidence: 1 }) };
		expect(await world.rows("SELECT * FROM tally WHERE service_id = $1 ORDER BY channel, carrier_id", [serviceId])).toEqual([
			{ ...one, channel: -1, carrier_id: -1, region_id: -1 },
			{ ...one, channel: 1, carrier_id: -1, region_id: -1 },
			{ ...one, channel: 1, carrier_id: 3, region_id: 2 },
		]);
	});

	test("that fails in the database takes its whole batch with it, and nothing is left of either", async () => {
		const { id: serviceId } = world.service(1);
		const broken = aReport({ serviceId, who: "bob", waitedSeconds: -1 });
		await expect(world.file(aReport({ serviceId }), broken)).rejects.toThrow("report_waited_seconds_check");
		for (const table of ["report", "tally", "reporter_claim", "network_claim"]) {
			expect(await world.rows(`SELECT * FROM ${table} WHERE service_id = $1`, [serviceId]), table).toEqual([]);
		}
	});

	test("says nothing of the phone, the address or the device it came from", async () => {
		const columns = await world.rows<{ name: string }>(
			"SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'report'",
		);
		expect(columns.map(({ name }) => name).filter((name) => /phone|address|agent|code$|token|email/.test(name))).toEqual([]);
	});
});

describe("the same person again", () => {
	test("is a repeat of the report that is counted, in the same batch as in a later one", async () => {
		const { id: serviceId } = world.service(2);
		await world.setClock(noon);
		const [first, second] = await world.file(aReport({ serviceId }), aReport({ serviceId }));
		const [third] = await world.file(aReport({ serviceId }));
		expect(second?.outcome.repeatOf).toBe(first?.id);
		expect(third?.outcome.repeatOf).toBe(first?.id);
		expect(await summed(world, serviceId)).toEqual(counts({ missing: 1, reporters: 1, evidence: 1, repeats: 2 }));
	});

	test("two hundred times, through eight processes at once, is still one person", async () => {
		const { id: serviceId } = world.service(3);
		await world.setClock(noon);
		const aProcess = async () => {
			for (let time = 0; time < 25; time++) await world.file(aReport({ serviceId }));
		};
		await Promise.all(Array.from({ length: 8 }, aProcess));
		expect(await summed(world, serviceId)).toEqual(counts({ missing: 1, reporters: 1, evidence: 1, repeats: 199 }));
		expect(await reportsOf(world, serviceId)).toHaveLength(200);
	});

	test("is counted anew after six hours, and not a millisecond before", async () => {
		const { id: serviceId } = world.service(4);
		await world.setClock(noon);
		await world.file(aReport({ serviceId }));
		await world.setClock(new Date(minutesAfter(noon, 360).getTime() - 1));
		await world.file(aReport({ serviceId }));
		expect(await summed(world, serviceId)).toEqual(counts({ missing: 1, reporters: 1, evidence: 1, repeats: 1 }));
		await world.setClock(minutesAfter(noon, 360));
		await world.file(aReport({ serviceId }));
		expect(await summed(world, serviceId)).toEqual(counts({ missing: 2, reporters: 2, evidence: 2, repeats: 1 }));
	});

	test("about another service is another matter", async () => {
		const [one, other] = [world.service(5), world.service(6)];
		await world.file(aReport({ serviceId: one.id }), aReport({ serviceId: other.id }));
		expect(await summed(world, one.id)).toEqual(await summed(world, other.id));
	});
});

describe("it arrived in the end", () => {
	test("moves the person within a step, and says which report is superseded", async () => {
		const { id: serviceId } = world.service(7);
		await world.setClock(noon);
		const [first] = await world.file(aReport({ serviceId }));
		const [second] = await world.file(aReport({ serviceId, symptom: "arrived" }));
		expect(second?.outcome).toMatchObject({ counted: true, supersedes: first?.id });
		expect(await summed(world, serviceId)).toEqual(counts({ arrived: 1, reporters: 1 }));
	});

	test("takes the person out of the step and cell they were counted in", async () => {
		const { id: serviceId } = world.service(8);
		await world.setClock(noon);
		await world.file(aReport({ serviceId, regionId: 2 }));
		await world.setClock(minutesAfter(noon, 6));
		await world.file(aReport({ serviceId, regionId: 5, symptom: "late" }));
		expect(await cellsOf(world, serviceId)).toMatchObject([
			{ at: noon, region_id: 2, ...counts() },
			{ at: minutesAfter(noon, 5), region_id: 5, ...counts({ late: 1, reporters: 1, evidence: 1 }) },
		]);
	});
});

describe("a crowd behind one network", () => {
	test("gives two pieces of evidence in half an hour and is counted in full", async () => {
		const { id: serviceId } = world.service(9);
		await world.setClock(noon);
		await world.file(...["ann", "bob", "cy", "di"].map((who) => aReport({ serviceId, who, network: "one" })));
		expect(await summed(world, serviceId)).toEqual(counts({ missing: 4, reporters: 4, evidence: 2 }));
		expect((await reportsOf(world, serviceId)).map((row) => row.weight_reason).sort()).toEqual(["network", "network", null, null]);
		await world.setClock(minutesAfter(noon, 30));
		await world.file(aReport({ serviceId, who: "eve", network: "one" }));
		expect(await summed(world, serviceId)).toEqual(counts({ missing: 5, reporters: 5, evidence: 3 }));
	});
});

describe("many at once", () => {
	test("batches in opposite order do not wait for one another for ever", async () => {
		const services = [10, 11, 12].map((place) => world.service(place).id);
		const batch = services.flatMap((serviceId) => ["ann", "bob", "cy", "di"].map((who) => aReport({ serviceId, who, network: "one" })));
		const orders = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? batch : batch.toReversed()));
		await Promise.all(orders.map((reports) => world.file(...reports)));
		for (const serviceId of services) expect(await summed(world, serviceId)).toMatchObject({ reporters: 4, evidence: 2, repeats: 44 });
	});

	test("an empty batch is no fault", async () => {
		expect(await commitReports(world.pool, [])).toEqual([]);
	});
});
