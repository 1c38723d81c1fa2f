// Two processes on one database are one product: news, keys and limits hold across both, and when the leader is killed in
// the middle of an outage the other goes on with its incident.
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { afterAll, expect, test } from "vitest";
import { openPool } from "../lib/store/pool";
import { type RunningServer, startServer } from "./world/server";
import { onServer } from "./world/sql";

const TRUSTING = { TRUST_PROXY: "1" };
/** The grid, the stretch the watch stays behind, and the second of a round. */
const OPENS_WITHIN_MS = 25_000;
const TAKEN_OVER_WITHIN_MS = 10_000;
const SEEN_WITHIN_MS = 2_000;
/** The poll's five seconds and a reading's. */
const POLLED_WITHIN_MS = 7_000;

const first = await startServer({ env: TRUSTING });
const second = await startServer({ env: TRUSTING, beside: first });
const pool = openPool(first.databaseUrl, () => {});
afterAll(() => pool.end());

type Said = { service?: string; from: string; key?: string; symptom?: string };

function report({ url }: RunningServer, { service = "x", from, key, symptom = "missing" }: Said): Promise<Response> {
	return fetch(`${url}/api/v1/reports`, {
		method: "POST",
		headers: { "content-type": "application/json", "x-forwarded-for": from, ...(key !== undefined && { "idempotency-key": key }) },
		body: JSON.stringify({ service, channel: "sms", symptom, region: "US" }),
	});
}

async function rows<Row extends pg.QueryResultRow>(statement: string): Promise<readonly Row[]> {
	return (await pool.query<Row>(statement)).rows;
}

/** A stream on one process, and how many people its last frame says failed. */
async function openStream({ url }: RunningServer, service: string) {
	const { body } = await fetch(`${url}/api/v1/live?service=${service}`);
	const seen = { failed: 0 };
	const read = async () => {
		for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) {
			const counts = [...piece.matchAll(/"channel":"sms","failed":(\d+)/g)];
			seen.failed = Number(counts.at(-1)?.[1] ?? seen.failed);
		}
	};
	read().catch(() => {});
	await wait(1_100);
	return seen;
}

test("a report sent to one process is on a page open at the other within two seconds", async () => {
	const seen = await openStream(second, "google");
	expect((await report(first, { service: "google", from: "24.1.1.1" })).status).toBe(201);
	await expect.poll(() => seen.failed, { timeout: SEEN_WITHIN_MS, interval: 20 }).toBe(1);
});

test("when the processes no longer hear each other the poll tells", async () => {
	const seen = await openStream(second, "amazon");
	const gone = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'undelivered listener'";
	await onServer(first.databaseUrl, `${gone} AND datname = current_database()`);
	expect((await report(first, { service: "amazon", from: "24.1.2.1" })).status).toBe(201);
	await expect.poll(() => seen.failed, { timeout: POLLED_WITHIN_MS, interval: 20 }).toBe(1);
});

test("one Idempotency-Key sent to both at once is one report", async () => {
	const said = { service: "apple", from: "24.1.3.1", key: "the same at both" };
	const answers = await Promise.all([first, second, first, second].map((server) => report(server, said)));
	const taken = answers.filter(({ status }) => status === 201);
	expect(taken.length).toBeGreaterThan(0);
	expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
	expect(new Set(await Promise.all(taken.map(async (answer) => (await answer.json()).id))).size).toBe(1);
	expect(await rows("SELECT FROM report WHERE service_id = (SELECT id FROM service WHERE slug = 'apple')")).toHaveLength(1);
});

test("who has used up the limit at one process is refused by the other", async () => {
	const said = { service: "paypal", from: "24.1.4.1" };
	for (let index = 0; index < 10; index++) expect((await report(first, said)).status).toBe(201);
	await wait(2_500);
	const refused = await report(second, said);
	expect(refused.status).toBe(429);
	expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(500);
});

test("when the leader is killed in an outage the other goes on with its incident within ten seconds, and nothing is told twice", async () => {
	for (let network = 1; network <= 12; network++) expect((await report(first, { from: `31.${network}.7.9` })).status).toBe(201);
	await expect.poll(incidents, { timeout: OPENS_WITHIN_MS }).toHaveLength(1);
	const before = await tick();
	const [led] = await leaders();

	// It was started first, and nobody else was there to lead.
	await first.kill("SIGKILL");
	for (let network = 1; network <= 12; network++) expect((await report(second, { from: `46.${network}.7.9` })).status).toBe(201);
	await expect.poll(leaders, { timeout: TAKEN_OVER_WITHIN_MS, interval: 50 }).toEqual([expect.not.stringMatching(`^${led}$`)]);

	// The next step of the grid is judged when it is due, and one later with what came in after the kill.
	await expect.poll(tick, { timeout: OPENS_WITHIN_MS }).toBeGreaterThan(before + 10_000);
	expect(await incidents()).toEqual([{ state: "suspected" }]);
	expect(await rows("SELECT incident_id, at FROM verdict GROUP BY 1, 2 HAVING count(*) > 1")).toEqual([]);
	expect(await rows("SELECT incident_id, text FROM incident_update GROUP BY 1, 2 HAVING count(*) > 1")).toEqual([]);
	const shown = await (await fetch(`${second.url}/api/v1/services/x/status`)).json();
	expect(shown).toMatchObject({ state: "raised", incidents: [expect.any(String)] });
	expect(second.output()).not.toMatch(/"level":[56]0.*(duplicate|deadlock)/);
}, 60_000);

function incidents() {
	return rows<{ state: string }>("SELECT state FROM incident");
}

/** The sessions that hold the leader's lock. */
async function leaders(): Promise<readonly string[]> {
	const held = "SELECT pid::text FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND granted";
	return (await rows<{ pid: string }>(`${held} AND datname = current_database() AND application_name = 'undelivered leader'`)).map(
		({ pid }) => pid,
	);
}

async function tick(): Promise<number> {
	return (await rows<{ at: Date }>("SELECT at FROM tick"))[0]?.at.getTime() ?? 0;
}
