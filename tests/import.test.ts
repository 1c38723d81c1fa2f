// A file of reports comes in once, whatever happens on the way, and leaves nothing of what it says about people.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { freshDatabase } from "./world/database";
import { noon } from "./world/makers";

const LINES = 20_000;
/** Enough for the catalogue and a batch, too little for a line of 50 MB. */
const HEAP_MB = 64;
const folder = mkdtempSync(join(tmpdir(), "undelivered-import-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A day of people who come back, on few networks, and change what they say; one line in a thousand is no report. */
function aDay(): string[] {
	const service = ["x", "google", "whatsapp", "paypal"];
	const symptom = ["missing", "late", "arrived", "missing", "rejected"];
	return Array.from({ length: LINES }, (_, index) => {
		if (index % 1_000 === 999) return "{";
		const at = new Date(noon.getTime() + index * 4_000).toISOString();
		const mixed = (index * 7_919) % 10_007;
		return aLine({ at, service: service[mixed % 4], symptom: symptom[mixed % 5], reporter: `r${mixed % 900}`, network: `n${mixed % 300}` });
	});
}

function aLine(given: object = {}): string {
	const usual = { at: noon.toISOString(), service: "x", region: "US", carrier: null, channel: "sms", symptom: "missing" };
	return JSON.stringify({ ...usual, network: "n", reporter: "r", ...given });
}

function aFile(name: string, lines: readonly string[]): string {
	const path = join(folder, `${name}.jsonl`);
	writeFileSync(path, `${lines.join("\n")}\n`);
	return path;
}

function start(path: string, url: string, given: Record<string, string> = {}): ChildProcess {
	const env = { ...process.env, DATABASE_URL: url, INIT_CWD: "", ...given };
	return spawn(process.execPath, ["bin/import.mjs", path], { env, stdio: "pipe" });
}

async function importAll(path: string, url: string, given: Record<string, string> = {}): Promise<string> {
	const running = start(path, url, given);
	let said = "";
	for (const stream of [running.stdout, running.stderr]) stream?.on("data", (text) => (said += text));
	const [code] = await once(running, "close");
	expect(code, said).toBe(0);
	return said;
}

async function importAndKill(path: string, url: string, pastLine: number): Promise<void> {
	const running = start(path, url);
	const ended = once(running, "close");
	while ((await lineOf(url)) < pastLine && running.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
	running.kill("SIGKILL");
	expect(await ended).toEqual([null, "SIGKILL"]);
}

async function ask<Row extends object>(url: string, statement: string): Promise<Row[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	const { rows } = await client.query<Row>(statement);
	await client.end();
	return rows;
}

async function lineOf(url: string): Promise<number> {
	return (await ask<{ line: number }>(url, "SELECT line FROM import"))[0]?.line ?? 0;
}

/** Everything but the keys, which are under another salt in every database. */
const rowsOf = (url: string) =>
	ask(
		url,
		"SELECT id, at, service_id, channel, symptom, carrier_id, region_id, counted, evidence, weight_reason, repeat_of, supersedes FROM report ORDER BY id",
	);
const talliesOf = (url: string) => ask(url, "SELECT * FROM tally ORDER BY service_id, at, channel, carrier_id, region_id");

test("an import that is killed twice and run again is the import nobody disturbed", async () => {
	const [calm, hit] = await Promise.all([freshDatabase(), freshDatabase()]);
	const path = aFile("day", aDay());
	await importAll(path, calm.url);
	const refused = readFileSync(join(folder, "day.refused.jsonl"), "utf8");

	await importAndKill(path, hit.url, 2_000);
	await importAndKill(path, hit.url, (await lineOf(hit.url)) + 2_000);
	expect(await lineOf(hit.url)).toBeLessThan(LINES);
	expect(await importAll(path, hit.url)).toContain("Going on after line");

	const rows = await rowsOf(hit.url);
	expect(rows).toHaveLength(LINES - 20);
	expect(rows).toEqual(await rowsOf(calm.url));
	expect(await talliesOf(hit.url)).toEqual(await talliesOf(calm.url));
	expect(readFileSync(join(folder, "day.refused.jsonl"), "utf8")).toBe(refused);
	expect(refused.trim().split("\n")).toHaveLength(20);
}, 120_000);

test("a second run adds nothing, and the salt is gone", async () => {
	const { url } = await freshDatabase();
	const path = aFile("twice", [aLine(), aLine({ reporter: "s", network: "m" })]);
	await importAll(path, url);
	const before = [await rowsOf(url), await talliesOf(url)];
	expect(await importAll(path, url)).toContain("imported before");
	expect([await rowsOf(url), await talliesOf(url)]).toEqual(before);
	expect(await ask(url, "SELECT salt FROM import")).toEqual([{ salt: null }]);
	expect(await ask(url, "SELECT tableoid::regclass::text AS name FROM report GROUP BY 1")).toEqual([{ name: "report_20221114" }]);
});

test("a line that is refused is named with its reason, and the others come in", async () => {
	const { url } = await freshDatabase();
	const path = aFile("bad", [
		"no json",
		aLine({ service: "nobody-has-this" }),
		aLine({ region: "XX" }),
		aLine({ carrier: "us-nobody" }),
		aLine({ at: "2999-01-01T00:00:00Z" }),
		aLine({ reporter: "x".repeat(5_000) }),
		aLine({ service: "x\u0007" }),
		aLine(),
		aLine({ at: "2022-11-14T11:59:59Z" }),
		aLine({ more: 1 }),
	]);
	await importAll(path, url);
	const refused = readFileSync(join(folder, "bad.refused.jsonl"), "utf8").trim().split("\n");
	expect(refused.map((line) => JSON.parse(line))).toEqual([
		{ line: 1, reason: expect.stringContaining("line:") },
		{ line: 2, reason: "service: is not a service we know" },
		{ line: 3, reason: "region: is not a region we know" },
		{ line: 4, reason: "carrier: is not a carrier of this channel" },
		{ line: 5, reason: "at: lies in the future" },
		{ line: 6, reason: "is longer than 4096 characters" },
		{ line: 7, reason: "service: holds control characters" },
		{ line: 9, reason: expect.stringContaining("out of order") },
		{ line: 10, reason: expect.stringContaining("more") },
	]);
	expect(await rowsOf(url)).toHaveLength(1);
});

test("a line of 50 MB is refused by its number in a process that could not hold it, and the others come in", async () => {
	const { url } = await freshDatabase();
	const path = aFile("endless", [aLine(), aLine({ reporter: "x".repeat(50_000_000) }), aLine({ reporter: "s", network: "m" })]);
	await importAll(path, url, { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` });
	expect(JSON.parse(readFileSync(join(folder, "endless.refused.jsonl"), "utf8"))).toEqual({
		line: 2,
		reason: "is longer than 4096 characters",
	});
	expect(await rowsOf(url)).toHaveLength(2);
});

test("lines end as files of either kind end them, and the last one needs no end", async () => {
	const { url } = await freshDatabase();
	const path = join(folder, "ends.jsonl");
	writeFileSync(path, `${aLine()}\r\n\n${aLine({ reporter: "s" })}\n${aLine({ reporter: "t\u2028" })}`);
	await importAll(path, url);
	expect(JSON.parse(readFileSync(join(folder, "ends.refused.jsonl"), "utf8"))).toMatchObject({ line: 2 });
	expect(await rowsOf(url)).toHaveLength(3);
});
