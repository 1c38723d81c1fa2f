// `npm run rebuild` as an operator calls it: what it takes, how it ends, and that it may be killed.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { makeDays } from "../lib/store/partitions";
import { DAY_MS, plus, stepOf } from "../lib/time";
import { aReport, minutesAfter, noon } from "./world/makers";
import { openStore, type Store } from "./world/store";

const DAYS = 12;

function start(url: string, ...args: string[]): ChildProcess {
	return spawn(process.execPath, ["bin/rebuild.mjs", ...args], { env: { ...process.env, DATABASE_URL: url }, stdio: "pipe" });
}

async function rebuild(url: string, ...args: string[]): Promise<{ code: number; said: string }> {
	const running = start(url, ...args);
	let said = "";
	for (const stream of [running.stdout, running.stderr]) stream?.on("data", (text) => (said += text));
	const [code] = await once(running, "close");
	return { code, said };
}

const talliesOf = ({ rows }: Store) => rows("SELECT * FROM tally ORDER BY service_id, at, channel, carrier_id");
const wrongOf = async ({ rows }: Store) => (await rows("SELECT 1 FROM tally WHERE late > 0")).length;

test("a dry run that finds differences ends with 1, a rebuild that mended them with 0, and so does a dry run after it", async () => {
	const store = await openStore();
	await store.file(aReport({ serviceId: store.service(0).id }));
	const before = await talliesOf(store);
	await store.rows("UPDATE tally SET missing = 4 WHERE carrier_id >= 0");
	const dry = await rebuild(store.url, "--dry-run", "--from", "2022-11-14", "--to", "2022-11-14");
	expect(dry.said).toContain(": missing says 4, the reports say 1.");
	expect(dry.code).toBe(1);
	expect(await rebuild(store.url, "--to=2022-11-13")).toMatchObject({ code: 0, said: expect.stringContaining("0 rows compared") });
	expect(await rebuild(store.url)).toMatchObject({ code: 0, said: expect.stringContaining("1 differed and were mended") });
	expect(await talliesOf(store)).toEqual(before);
	expect(await rebuild(store.url, "--dry-run")).toMatchObject({ code: 0, said: expect.stringContaining("say what the reports say") });
}, 120_000);

test("what it does not know it refuses in a sentence before it looks at any database, and help says what it leaves alone", async () => {
	const refusals = {
		"--dry": "A rebuild does not know --dry.",
		now: "A rebuild does not know now.",
		"--from=2022-02-30": "--from is a day, as 2026-11-24.",
		"--to": "--to is a day, as 2026-11-24.",
		"--dry-run=maybe": "--dry-run stands alone",
	};
	for (const [asked, refusal] of Object.entries(refusals)) {
		expect(await rebuild("postgresql://nowhere.invalid", asked), asked).toEqual({ code: 1, said: expect.stringContaining(refusal) });
	}
	const backwards = await rebuild("postgresql://nowhere.invalid", "--from", "2022-11-15", "--to", "2022-11-14");
	expect(backwards).toEqual({ code: 1, said: expect.stringContaining("--from lies after --to") });
	expect(await rebuild("postgresql://nowhere.invalid", "--help")).toEqual({
		code: 0,
		said: expect.stringContaining("Incidents are not rebuilt"),
	});
}, 120_000);

test("a rebuild that is killed is made whole by the next", async () => {
	const store = await openStore();
	const services = Array.from({ length: 20 }, (_, place) => store.service(place).id);
	const days = Array.from({ length: DAYS }, (_, day) => plus(noon, -day * DAY_MS)).reverse();
	await makeDays(
		store.pool,
		days.map((day) => stepOf(day, DAY_MS)),
	);
	for (const day of days) {
		await store.setClock(minutesAfter(day, 0));
		await store.file(...services.map((serviceId) => aReport({ serviceId, who: day.toISOString() })));
	}
	const before = await talliesOf(store);
	await store.rows("UPDATE tally SET late = 2 WHERE carrier_id >= 0");
	const running = start(store.url);
	const ended = once(running, "close");
	while ((await wrongOf(store)) === DAYS * services.length && running.exitCode === null)
		await new Promise((resolve) => setTimeout(resolve, 5));
	running.kill("SIGKILL");
	expect(await ended).toEqual([null, "SIGKILL"]);
	const left = await wrongOf(store);
	expect(left).toBeGreaterThan(0);
	expect(left).toBeLessThan(DAYS * services.length);
	expect((await rebuild(store.url)).said).toContain(`${left} differed and were mended`);
	expect(await talliesOf(store)).toEqual(before);
}, 120_000);
