// Next bundles its own copy of lib/. What must exist once per process is looked for on both sides of that seam.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { root } from "../bin/folders.mjs";
import { postForm } from "./world/form";
import { startServer } from "./world/server";

const server = await startServer({ env: { TRUST_PROXY: "0" } });

/** Sentences that only these modules hold, and that a bundler keeps. */
const marks = [
	["the pool", "server", "the database did not tell the time"],
	["the intake queue", "server", "the batch came back without this item"],
	["the live fan-out", "server", ": still here"],
	["the watch's lock", "housework", "pg_try_advisory_lock"],
] as const;

test.each(marks)("%s is made in the bundle of the %s and nowhere in Next's", (_name, bundle, mark) => {
	expect(readFileSync(join(root, `build/${bundle}.mjs`), "utf8")).toContain(mark);
	const holders = scripts(join(root, ".next/server")).filter((path) => readFileSync(path, "utf8").includes(mark));
	expect(holders).toEqual([]);
});

test("pages, forms and the API share one pool, one leader and one listener", async () => {
	await Promise.all([
		...Array.from({ length: 20 }, (_, turn) => fetch(`${server.url}/services/x?again=${turn}`)),
		...Array.from({ length: 20 }, () => fetch(`${server.url}/api/v1/incidents`)),
		postForm(server.url, { service: "x", channel: "sms", symptom: "missing", region: "US" }),
	]);
	const connections = await countConnections();
	// Twelve of the pool, three of intake, six of the household.
	expect(connections.undelivered).toBeLessThanOrEqual(21);
	expect(connections).toMatchObject({ "undelivered leader": 1, "undelivered listener": 1 });
	expect(Object.keys(connections).sort()).toEqual(["undelivered", "undelivered leader", "undelivered listener"]);
});

test("a forwarded address that nobody vouches for changes nothing, at the API and at the form", async () => {
	const said = { service: "paypal", channel: "email", symptom: "late", region: "US" };
	const first = await post(said, "24.1.2.3");
	const second = await post(said, "31.4.5.6");
	expect([first.counted, second.counted]).toEqual([true, false]);
	expect(second.repeatOf).toBe(first.id);
	await postForm(server.url, { ...said, symptom: "missing" }, { "x-forwarded-for": "46.7.8.9" });
	await postForm(server.url, { ...said, symptom: "missing" }, { "x-forwarded-for": "62.1.1.1" });
	expect(await keysOf("paypal")).toEqual({ reporters: 2, networks: 1 });
});

async function post(report: Record<string, string>, forwardedFor: string) {
	const answer = await fetch(`${server.url}/api/v1/reports`, {
		method: "POST",
		headers: { "content-type": "application/json", "x-forwarded-for": forwardedFor, "x-undelivered-address": forwardedFor },
		body: JSON.stringify(report),
	});
	return answer.json();
}

/** Two user agents spoke (the API's client and the form's): two people, one network, whatever they claimed. */
async function keysOf(slug: string) {
	const [row] = await ask<{ reporters: number; networks: number }>(
		`SELECT count(DISTINCT reporter_key)::int AS reporters, count(DISTINCT network_key)::int AS networks
		 FROM report JOIN service ON service.id = service_id WHERE slug = '${slug}'`,
	);
	return row;
}

async function countConnections(): Promise<Record<string, number>> {
	const rows = await ask<{ name: string; count: number }>(
		"SELECT application_name AS name, count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() GROUP BY 1",
	);
	return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

async function ask<Row extends pg.QueryResultRow>(text: string): Promise<readonly Row[]> {
	const client = new pg.Client({ connectionString: server.databaseUrl, application_name: "test" });
	await client.connect();
	const { rows } = await client.query<Row>(text);
	await client.end();
	return rows;
}

function scripts(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
		.map((entry) => join(entry.parentPath, entry.name));
}

test("a body that comes in pieces is taken, and one without end is refused, by the real server", async () => {
	const pieces = (count: number) =>
		new ReadableStream({
			start(controller) {
				const said = JSON.stringify({ service: "x", channel: "sms", symptom: "late", region: "US" });
				controller.enqueue(new TextEncoder().encode(said.slice(0, 10)));
				for (let piece = 0; piece < count; piece++) controller.enqueue(new TextEncoder().encode(" ".repeat(1024)));
				controller.enqueue(new TextEncoder().encode(said.slice(10)));
				controller.close();
			},
		});
	const send = (method: string, body: ReadableStream | null) => {
		const request = { method, body, duplex: "half", headers: { "content-type": "application/json" } };
		return fetch(`${server.url}/api/v1/reports`, request);
	};
	expect((await send("POST", pieces(1))).status).toBe(201);
	expect((await send("POST", pieces(1000))).status).toBe(413);
	expect((await send("PUT", null)).status).toBe(405);
});
