// A crowd reads one service through every door at once: what it costs the database, how soon it sees a report, and what
// it is told when the database is gone.
import { setTimeout as wait } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { z } from "zod";
import { openPool } from "../lib/store/pool";
import { startServer } from "./world/server";
import { onServer } from "./world/sql";

const READERS = 24;
const READ_FOR_MS = 3_000;
/** How much of a second's readings may fall into the stretch: one at its start, and then one a second. */
const READINGS_MAX = 1 + READ_FOR_MS / 1_000;
const FRESH_WITHIN_MS = 2_000;

const server = await startServer({ env: { TRUST_PROXY: "1" } });
const [databases, name] = [inject("databases").url, new URL(server.databaseUrl).pathname.slice(1)];
const paths = ["/services/x", "/embed/x", "/api/v1/services/x", "/api/v1/services/x/status", "/api/v1/badge/x.svg"];
const told = z.object({
	state: z.string(),
	asOf: z.string(),
	ageSeconds: z.number(),
	lastReportAt: z.string().nullable(),
	lastGood: z.object({ state: z.string(), asOf: z.string() }).nullable(),
});

const read = async (path: string) => (await fetch(server.url + path)).text();
const status = async () => told.parse(JSON.parse(await read("/api/v1/services/x/status")));

/** Every reader reads through the doors in turn, as fast as it is answered, while `isOn()`. */
async function crowd(isOn: () => boolean, seen: (path: string, text: string) => void): Promise<void> {
	await Promise.all(
		Array.from({ length: READERS }, async (_, reader) => {
			for (let turn = reader; isOn(); turn++) {
				const path = paths[turn % paths.length] ?? "";
				seen(path, await read(path));
			}
		}),
	);
}

async function report(turn: number): Promise<void> {
	const answer = await fetch(`${server.url}/api/v1/reports`, {
		method: "POST",
		headers: { "content-type": "application/json", "x-forwarded-for": `24.7.${turn}.9` },
		body: JSON.stringify({ service: "x", channel: "sms", symptom: "arrived", region: "US" }),
	});
	expect(answer.status).toBe(201);
}

test("a crowd costs the database one reading of the service a second, whatever the doors it comes through", async () => {
	await Promise.all(paths.map(read));
	const pool = openPool(databases, () => {});
	const transactions = async () => {
		await wait(1_100);
		const { rows } = await pool.query<{ count: number }>("SELECT xact_commit::int AS count FROM pg_stat_database WHERE datname = $1", [
			name,
		]);
		return rows[0]?.count ?? 0;
	};
	const readings = new Set<string>();
	const answers: string[] = [];
	const before = await transactions();
	const until = performance.now() + READ_FOR_MS;
	await crowd(
		() => performance.now() < until,
		(path, text) => {
			answers.push(path);
			if (path.endsWith("/status")) readings.add(told.parse(JSON.parse(text)).asOf);
		},
	);
	const after = await transactions();
	await pool.end();
	expect(answers.length).toBeGreaterThan(500);
	expect(readings.size).toBeLessThanOrEqual(READINGS_MAX);
	expect(after - before).toBeLessThan(answers.length / 4);
});

/** What changes at each door with every report. */
const marks = [
	["/services/x", /lastReportAt\\":\\"([\d:.TZ-]+)/],
	["/embed/x", /role="status">([^<]+)/],
	["/api/v1/services/x", /"lastReportAt":"([\d:.TZ-]+)/],
	["/api/v1/services/x/status", /"lastReportAt":"([\d:.TZ-]+)/],
	["/api/v1/badge/x.svg", /<title>([^<]+)/],
] as const;

test("what was acknowledged is at every door within two seconds, while the crowd reads", async () => {
	const crowded = { isOn: true };
	const reading = crowd(
		() => crowded.isOn,
		() => {},
	);
	const markOf = async (path: string, mark: RegExp) => mark.exec(await read(path))?.[1];
	for (let turn = 1; turn <= 4; turn++) {
		const before = await Promise.all(marks.map(([path, mark]) => markOf(path, mark)));
		await report(turn);
		const from = performance.now();
		const seen = marks.map(async ([path, mark], index) => {
			while ((await markOf(path, mark)) === before[index]) expect(performance.now() - from, path).toBeLessThan(FRESH_WITHIN_MS);
		});
		await Promise.all(seen);
		await wait(370);
	}
	crowded.isOn = false;
	await reading;
});

test("with the database gone every door says that we cannot tell, with the last good reading and its age, and never calm", async () => {
	await expect.poll(status, { timeout: 5_000 }).toMatchObject({ state: "calm" });
	await onServer(databases, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
	await onServer(databases, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
	await expect.poll(status, { timeout: FRESH_WITHIN_MS }).toMatchObject({ state: "unknown" });
	await wait(FRESH_WITHIN_MS);

	const one = await status();
	expect(one).toMatchObject({ state: "unknown", asOf: one.lastGood?.asOf, lastGood: { state: "calm" } });
	expect(one.ageSeconds).toBeGreaterThanOrEqual(FRESH_WITHIN_MS / 1_000);
	expect(await read("/services/x")).toMatch(/We cannot tell right now whether codes from X arrive/);
	expect(await read("/embed/x")).toMatch(/data-state="unknown"/);
	expect(await read("/api/v1/badge/x.svg")).toMatch(/: unknown/);

	await onServer(databases, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
	await expect.poll(status, { timeout: 10_000 }).toMatchObject({ state: "calm", lastGood: null });
});
