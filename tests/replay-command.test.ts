// A file as strangers make them, through `npm run replay`: what is no report is refused and told, and the rest is judged.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "replay-"));

function lineOf(second: number, number: number, said: Record<string, unknown> = {}): string {
	const at = new Date(Date.parse("2022-11-14T12:00:00Z") + second * 1_000).toISOString();
	const report = { at, service: "x", region: ["us", "gb", "de"][number % 3], carrier: null, channel: "sms", symptom: "missing" };
	return JSON.stringify({ ...report, network: `n${number}`, reporter: `p${number}`, ...said });
}

const outage = Array.from({ length: 40 }, (_, number) => lineOf(number * 20, number));

function replay(lines: readonly string[], ...options: string[]) {
	const file = join(folder, `${lines.length}-${options.length}.jsonl`);
	writeFileSync(file, lines.join("\n"));
	return spawnSync(process.execPath, ["bin/replay.mjs", file, "--history-days", "0", ...options], { encoding: "utf8" });
}

test("incidents are JSON lines on standard output, with nothing beside them", () => {
	const { stdout, status } = replay(outage);
	const [incident] = stdout
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
	expect(status).toBe(0);
	expect(incident).toMatchObject({ slice: { service: ["x"], channel: ["sms"] }, campaign: false });
});

test("a line that is no report, one of another century and one without end cost nothing but themselves", () => {
	const slips = [lineOf(0, 900, { at: "1970-01-01T00:00:00Z" }), lineOf(0, 901, { at: "2999-01-01T00:00:00Z" })];
	const [first = "", ...rest] = outage;
	const { stdout, stderr } = replay(["{", first, ...slips, "x".repeat(3_000_000), ...rest]);
	expect(stdout).toContain('"service":["x"]');
	expect(stderr).toContain("before the year 2000");
	expect(stderr).toContain("of 44 lines refused");
});

test.each([
	[["nowhere.jsonl"], "There is no file nowhere.jsonl."],
	[["lib"], "There is no file lib."],
	[["a", "b"], "Name one file"],
	[["package.json", "--history-days", "many"], "--history-days is a whole number"],
	[["package.json", "--loud"], "--loud is not known"],
])("%j is answered with a sentence", (args, sentence) => {
	const { stderr, status } = spawnSync(process.execPath, ["bin/replay.mjs", ...args], { encoding: "utf8" });
	expect(stderr).toContain(sentence);
	expect(status).toBe(1);
});

test("calibrate writes a model that replay takes", () => {
	const file = join(folder, "history.jsonl");
	const model = join(folder, "model.json");
	writeFileSync(file, outage.join("\n"));
	execFileSync(process.execPath, ["bin/calibrate.mjs", file, "--out", model], { stdio: "pipe" });
	expect(replay(outage, "--model", model).status).toBe(0);
});
