// The same Idempotency-Key and body gives the first answer again; kept in the report's own transaction.
import { expect, test } from "vitest";
import type { Report } from "../lib/report";
import { findAnswer, forgetKeys } from "../lib/store/idempotency";
import { commitReports, type Filing } from "../lib/store/reports";
import { DAY_MS, plus } from "../lib/time";
import { aReport, keyOf, noon } from "./world/makers";
import { openStore } from "./world/store";
import { reportsOf } from "./world/tallies";

const world = await openStore();

function keyed(report: Report, key: string, body = "body"): Filing {
	return { report, keyed: { key: keyOf(key), body: keyOf(body), answerOf: ({ id }) => ({ id }) } };
}

async function commit(filing: Filing) {
	const [settled] = await commitReports(world.pool, [filing]);
	return settled;
}

test("the same key and body gives the first answer, and files nothing", async () => {
	const report = aReport({ serviceId: world.service(0).id });
	const first = await commit(keyed(report, "one"));
	expect(await commit(keyed(report, "one"))).toEqual({ tag: "answered", answer: { id: first?.tag === "filed" ? first.filed.id : "" } });
	expect(await reportsOf(world, report.serviceId)).toHaveLength(1);
});

test("the same key with another body is refused", async () => {
	const report = aReport({ serviceId: world.service(1).id });
	await commit(keyed(report, "two"));
	expect(await commit(keyed(report, "two", "other body"))).toEqual({ tag: "other-body" });
	expect(await reportsOf(world, report.serviceId)).toHaveLength(1);
});

test("ten at once under one key file one report", async () => {
	const report = aReport({ serviceId: world.service(2).id });
	const settled = await Promise.all(Array.from({ length: 10 }, () => commit(keyed(report, "three"))));
	expect(settled.filter((one) => one?.tag === "filed")).toHaveLength(1);
	expect(await reportsOf(world, report.serviceId)).toHaveLength(1);
});

test("in one batch an answered key does not disturb the others", async () => {
	const serviceId = world.service(3).id;
	await commit(keyed(aReport({ serviceId }), "four"));
	const settled = await commitReports(world.pool, [
		keyed(aReport({ serviceId, who: "bob" }), "five"),
		keyed(aReport({ serviceId }), "four"),
		{ report: aReport({ serviceId, who: "cy" }), keyed: null },
	]);
	expect(settled.map((one) => one.tag)).toEqual(["filed", "answered", "filed"]);
});

test("a key whose report failed was never taken", async () => {
	const report = aReport({ serviceId: world.service(4).id });
	await expect(commit(keyed({ ...report, waitedSeconds: -1 }, "six"))).rejects.toThrow();
	expect((await commit(keyed(report, "six")))?.tag).toBe("filed");
});

test("a key is known for a day, and free again afterwards", async () => {
	const report = aReport({ serviceId: world.service(5).id });
	await world.setClock(noon);
	await commit(keyed(report, "seven"));
	const asked = { key: keyOf("seven"), body: keyOf("body") };
	expect((await findAnswer(world.pool, { ...asked, now: plus(noon, DAY_MS) }))?.tag).toBe("answered");
	expect(await findAnswer(world.pool, { ...asked, now: plus(noon, DAY_MS + 1) })).toBeNull();
	await world.setClock(plus(noon, DAY_MS + 1));
	expect((await commit(keyed(report, "seven")))?.tag).toBe("filed");
});

test("keys are forgotten once their day is over", async () => {
	await world.setClock(noon);
	await commit(keyed(aReport({ serviceId: world.service(6).id }), "eight"));
	await forgetKeys(world.pool, plus(noon, DAY_MS));
	expect(await world.rows("SELECT FROM idempotency WHERE key = $1", [keyOf("eight")])).toHaveLength(1);
	await forgetKeys(world.pool, plus(noon, DAY_MS + 1));
	expect(await world.rows("SELECT FROM idempotency WHERE key = $1", [keyOf("eight")])).toEqual([]);
});
