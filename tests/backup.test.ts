// A copy is worth what comes back from it: the scripts of deploy/ as a person runs them, and a second server beside the
// first that shows the same pages.
import { execFile } from "node:child_process";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { root, temporaryFolder } from "../bin/folders.mjs";
import { changeIncident } from "../lib/store/incident-changes";
import { openPool } from "../lib/store/pool";
import { openDumpable } from "./world/dumpable";
import { type RunningServer, startServer } from "./world/server";
import { onServer, urlOf } from "./world/sql";

const runFile = promisify(execFile);
const { url, programs } = await openDumpable();
const databases = ["undelivered_kept", "undelivered_restored"] as const;
for (const name of databases) {
	await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
	await onServer(url, `CREATE DATABASE ${name}`);
}
const [kept, restored] = databases.map((name) => urlOf(url, name));
const copy = join(temporaryFolder("copy"), "undelivered.dump");
const settings = { PUBLIC_URL: "https://undelivered.example", TRUST_PROXY: "1" };
const first = await startServer({ env: { ...settings, DATABASE_URL: kept ?? "" } });

const FROM = new Date(Date.now() - 3_600_000).toISOString();
const SAID = "Four of our own phones got nothing either.";

const run = (script: string, DATABASE_URL = "") =>
	runFile(join(root, "deploy", script), [copy], {
		env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}`, DATABASE_URL },
	});

const inside = ({ port }: RunningServer, path: string, given: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, given);

async function report(network: number, given: Record<string, unknown>): Promise<void> {
	const body = JSON.stringify({ service: "x", channel: "sms", symptom: "missing", region: "US", carrier: "us-t-mobile", ...given });
	const headers = { "content-type": "application/json", "x-forwarded-for": `24.${network}.7.9` };
	expect((await inside(first, "/api/v1/reports", { method: "POST", headers, body })).status).toBe(201);
}

async function incidentOfX(): Promise<string | undefined> {
	const { incidents } = await (await inside(first, "/api/v1/incidents?service=x")).json();
	return incidents[0]?.id;
}

/** A moderator confirms it, writes, and notes what the vendor said. */
async function confirm(id: string): Promise<void> {
	const pool = openPool(kept ?? "", () => {});
	const at = new Date();
	const stance = { at, value: "denied", url: "https://x.example/status", by: "moderator" } as const;
	const set = { confirmedAt: at, confirmedBy: "moderator" } as const;
	const change = {
		id,
		version: 1,
		at,
		by: "moderator",
		userId: null,
		state: "confirmed",
		set,
		text: SAID,
		verdict: null,
		audit: null,
		stance,
	} as const;
	expect(await changeIncident(pool, change)).toBe(true);
	await pool.end();
}

/** A page or an answer without what differs from one second, or one request, to the next. Charts move on with the clock; their numbers stand in the timeline. */
async function told(server: RunningServer, path: string): Promise<string> {
	const answer = await inside(server, path);
	expect([path, answer.status]).toEqual([path, 200]);
	return (await answer.text())
		.replaceAll(/<(script|svg)[\s\S]*?<\/\1>/g, "")
		.replaceAll(/ nonce="[^"]*"/g, "")
		.replaceAll(/"(asOf|to)":"[^"]*"|"ageSeconds":\d+/g, "")
		.replaceAll(/<time[^>]*>Read [^<]*<\/time>|Read<\/dt><dd[^>]*><time[^>]*>[^<]*<\/time>/g, "")
		.replaceAll(/\d+\.\d+/g, (number) => Math.round(Number(number)).toFixed(0));
}

/** Where two texts part, for people to read; empty when they are the same. */
function parting(one: string, other: string): string {
	const at = [...one].findIndex((character, place) => character !== other[place]);
	return one === other ? "" : `${one.slice(Math.max(0, at - 90), at + 60)}\n  beside\n${other.slice(Math.max(0, at - 90), at + 60)}`;
}

async function rowsOf(database: string | undefined, table: string): Promise<number> {
	const client = new pg.Client({ connectionString: database });
	await client.connect();
	const { rows } = await client.query(`SELECT count(*)::int AS count FROM ${table}`);
	await client.end();
	return rows[0].count;
}

test("what was copied and restored into an empty database shows the same pages, and the copy holds no salt", async () => {
	for (let network = 1; network <= 10; network++) await report(network, {});
	for (let network = 20; network <= 26; network++)
		await report(network, { service: "google", channel: "email", symptom: "arrived", carrier: "gmail.com" });
	await report(30, { service: "google", symptom: "late", waitedSeconds: 900 });
	await expect.poll(incidentOfX, { timeout: 40_000 }).toBeDefined();
	const id = (await incidentOfX()) ?? "";
	await confirm(id);
	await first.kill();
	expect(await rowsOf(kept, "salt")).toBeGreaterThan(0);

	await run("backup.sh", kept);
	await run("restore.sh", restored);
	expect(await rowsOf(restored, "salt")).toBe(0);
	expect(await rowsOf(restored, "report")).toBe(18);
	await expect(run("restore.sh", restored)).rejects.toThrow("The database is not empty");

	await first.restart();
	const second = await startServer({ env: { ...settings, DATABASE_URL: restored ?? "" } });
	onTestFinished(async () => void (await second.kill()));
	const paths = [
		"/",
		"/services/x",
		"/services/google",
		`/incidents/${id}`,
		"/incidents",
		"/api/v1/services/x/status",
		`/api/v1/services/x/timeline?from=${FROM}`,
		`/api/v1/services/x/timeline?from=${FROM}&carrier=us-t-mobile&step=30m`,
		"/api/v1/incidents",
		"/api/v1/services?limit=20",
	];
	const partings = async () => {
		const found = paths.map(async (path) => parting(...(await Promise.all([told(first, path), told(second, path)]))));
		return (await Promise.all(found)).filter(Boolean);
	};
	await expect.poll(partings, { timeout: 20_000, interval: 1_000 }).toEqual([]);
	expect(await told(second, `/incidents/${id}`)).toContain(SAID);
	expect(await told(second, "/api/v1/services/x/status")).toContain('"state":"failing"');
	await report(40, {});
}, 240_000);
