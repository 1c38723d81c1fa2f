// What the public is told when the database is gone: that we cannot tell. Nothing is calm, nothing is acknowledged, and
// all of it is as before once the database is back.
import { setTimeout as wait } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { openHouse, publicUrl } from "./world/house";
import { aStatement, idOf } from "./world/makers";
import { onServer } from "./world/sql";

const { ask, databaseName, faults, house, pool } = await openHouse();
const server = inject("databases").url;

/** Longer than a reading is kept. */
const A_MOMENT_MS = 1_100;

async function lose(): Promise<void> {
	await onServer(server, `ALTER DATABASE ${databaseName} ALLOW_CONNECTIONS false`);
	await onServer(server, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${databaseName}'`);
	await wait(A_MOMENT_MS);
}

async function find(): Promise<void> {
	await onServer(server, `ALTER DATABASE ${databaseName} ALLOW_CONNECTIONS true`);
}

const busy = { status: 503, body: { type: `${publicUrl}/problems/busy`, status: 503, detail: expect.any(String) } };
const body = aStatement();

test("without a database nothing is calm and nothing is acknowledged; with it, all is as before", async () => {
	const before = await ask("GET", "/api/v1/services/x/status");
	expect(before.body).toMatchObject({ state: "calm" });
	const { id, receipt } = { id: idOf("any"), receipt: "any", ...Object((await ask("POST", "/api/v1/reports", { body })).body) };

	await lose();

	const status = await ask("GET", "/api/v1/services/x/status");
	expect(status).toMatchObject({
		status: 200,
		body: { state: "unknown", restsOn: "nothing", lastGood: { state: "calm" }, channels: expect.any(Array) },
	});
	expect(JSON.stringify(status.body)).not.toMatch(/"state":"calm","failed"/);
	expect((await ask("GET", "/api/v1/services/y/status")).status).toBe(404);
	expect((await ask("GET", "/api/v1/services/google/status")).body).toMatchObject({ state: "unknown", lastGood: null });
	expect((await ask("GET", "/api/v1/services?limit=1")).body).toMatchObject({ services: [{ state: "unknown" }] });
	expect((await ask("GET", "/api/v1/badge/x.json")).body).toMatchObject({ message: "unknown" });
	for (const path of ["/api/v1/services/x/timeline", "/api/v1/incidents", `/api/v1/incidents/${idOf("any")}`]) {
		expect(await ask("GET", path), path).toMatchObject(busy);
	}
	expect((await house.readings.overview()).known).toBe(false);

	for (const headers of [undefined, { "idempotency-key": "one" }]) {
		const answer = await ask("POST", "/api/v1/reports", { body, address: "203.0.113.9", ...(headers && { headers }) });
		expect(answer).toMatchObject(busy);
		expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
		expect(answer.headers.get("set-cookie")).toBeNull();
	}
	expect(await ask("PATCH", `/api/v1/reports/${id}`, { body: { receipt, symptom: "late" } })).toMatchObject(busy);
	expect(await ask("DELETE", `/api/v1/reports/${id}`, { body: { receipt } })).toMatchObject(busy);
	expect(await ask("POST", "/api/v1/reports", { body: "{" })).toMatchObject({ status: 400 });

	await find();
	await wait(A_MOMENT_MS);

	expect(await ask("POST", "/api/v1/reports", { body, address: "203.0.113.9", headers: { "idempotency-key": "one" } })).toMatchObject({
		status: 201,
	});
	expect((await ask("GET", "/api/v1/services/x/status")).body).toMatchObject({ state: "calm", lastGood: null });
	expect((await pool.query("SELECT FROM report")).rows).toHaveLength(2);
	expect(faults).toEqual([]);
});
