// What a crowd of readers costs and sees: readings of a service a second, and how soon a report is on what they read.
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

/** The one statement that each reading of a service's status makes, and nothing else does. */
const READING = "SELECT at FROM report WHERE service_id = % ORDER BY id DESC LIMIT %";
const LOOK_AGAIN_MS = 10;
const GIVE_UP_MS = 10_000;
/** Not a divisor of a second: reports fall anywhere in what is kept for one. */
const BETWEEN_REPORTS_MS = 730;
const THE_LAST = /lastReportAt\\?":\\?"([\d:.TZ-]+)/;

/** The settings that `readingsDuring` needs the database to start with. */
export const counting = { shared_preload_libraries: "pg_stat_statements" };

/** Counts how often a service's status was read, and how many statements ran in all, while `deed` ran. */
export async function readingsDuring(databaseUrl, deed) {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		await client.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
		await client.query("SELECT pg_stat_statements_reset()");
		const from = performance.now();
		const result = await deed();
		const seconds = (performance.now() - from) / 1_000;
		const { rows } = await client.query(
			"SELECT coalesce(sum(calls) FILTER (WHERE query LIKE $1), 0)::int AS readings, sum(calls)::int AS statements FROM pg_stat_statements",
			[READING],
		);
		return { result, readings: rows[0].readings / seconds, statements: rows[0].statements / seconds };
	} finally {
		await client.end();
	}
}

/** Posts reports while `isOn()`, and measures in ms how long after its acknowledgement each is on the answer of `url`. */
export async function freshness(server, url, isOn) {
	const lags = [];
	for (let turn = 0; isOn(); turn++) {
		const before = await lastReportAt(url);
		await postReport(server, turn);
		const from = performance.now();
		while ((await lastReportAt(url)) === before && performance.now() - from < GIVE_UP_MS) await wait(LOOK_AGAIN_MS);
		lags.push(performance.now() - from);
		await wait(BETWEEN_REPORTS_MS);
	}
	return lags;
}

async function lastReportAt(url) {
	const [, at = null] = THE_LAST.exec(await (await fetch(url)).text()) ?? [];
	return at;
}

/** One report on X, each from somebody else. */
export async function postReport(server, turn) {
	const symptom = ["missing", "late", "arrived", "arrived"][turn % 4];
	const response = await fetch(`${server}/api/v1/reports`, {
		method: "POST",
		headers: { "content-type": "application/json", "x-forwarded-for": `24.${turn % 250}.${(turn >> 4) % 250}.${1 + (turn % 17)}` },
		body: JSON.stringify({ service: "x", channel: ["sms", "sms", "call", "email"][(turn >> 2) % 4], symptom, region: "US" }),
	});
	if (!response.ok) throw new Error(`a report was answered ${response.status}: ${await response.text()}`);
	await response.arrayBuffer();
}
