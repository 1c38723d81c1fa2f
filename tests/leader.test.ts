// One process runs the watch at a time, and another takes over when it goes, however it goes.
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { type Leadership, makeLeadership } from "../lib/store/leader";
import { freshDatabase } from "./world/database";
import { onServer } from "./world/sql";

const { url, name } = await freshDatabase();

function aProcess(): Leadership {
	const leadership = makeLeadership(url);
	afterAll(() => leadership.resign());
	return leadership;
}

async function until(claim: () => Promise<boolean>): Promise<boolean> {
	for (const last = Date.now() + 5_000; Date.now() < last; await wait(10)) if (await claim()) return true;
	return false;
}

test("of three processes one leads, and goes on leading", async () => {
	const processes = [aProcess(), aProcess(), aProcess()];
	const leads = await Promise.all(processes.map((one) => one.lead()));
	expect(leads.filter(Boolean)).toHaveLength(1);
	expect(await Promise.all(processes.map((one) => one.lead()))).toEqual(leads);
	await Promise.all(processes.map((one) => one.resign()));
});

test("when the leader resigns the next to ask leads", async () => {
	const [first, second] = [aProcess(), aProcess()];
	expect(await first.lead()).toBe(true);
	expect(await second.lead()).toBe(false);
	await first.resign();
	expect(await until(second.lead)).toBe(true);
	expect(await first.lead()).toBe(false);
	await second.resign();
});

test("when the leader's session is ended another leads, and the first knows that it does not", async () => {
	const [first, second] = [aProcess(), aProcess()];
	expect(await until(first.lead)).toBe(true);
	await onServer(
		url,
		`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND application_name = 'undelivered leader'`,
	);
	expect(await until(second.lead)).toBe(true);
	expect(await until(async () => !(await first.lead()))).toBe(true);
	await first.resign();
	await second.resign();
});

test("resigning twice, or without ever having led, is no fault", async () => {
	const process = aProcess();
	await process.resign();
	expect(await process.lead()).toBe(true);
	await process.resign();
	await process.resign();
});
