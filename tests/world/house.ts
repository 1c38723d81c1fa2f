// The house without Next: everything that server/ opens on a database of its own, and the API in front of it.
// `const house = await openHouse()` at the top of a test file; one per file, as there is one per process.
import { setTimeout as wait } from "node:timers/promises";
import { afterAll } from "vitest";
import { makeApi } from "../../lib/api/app";
import { readEnv } from "../../lib/env";
import type { House } from "../../lib/house";
import { ADDRESS_HEADER, COUNTRY_HEADER } from "../../lib/origin";
import { openPool, type Pool } from "../../lib/store/pool";
import { openHousehold } from "../../server/household";
import { openLog } from "../../server/log";
import { open } from "../../server/open";
import { freshDatabase } from "./database";

export const publicUrl = "https://undelivered.example";

type Asking = {
	/** Said as it is when it is a text or a stream, else as JSON. */
	body?: unknown;
	headers?: Record<string, string>;
	/** Another address, another person. */
	address?: string;
	country?: string;
};

export type Answer = { status: number; headers: Headers; body: unknown };

export type OpenHouse = {
	house: House;
	/** A pool of the test's own, to look past the product. */
	pool: Pool;
	databaseUrl: string;
	databaseName: string;
	/** What went wrong on our side so far. */
	faults: unknown[];
	/** Asks the API, as server/ would hand the request on. */
	ask(method: string, path: string, asking?: Asking): Promise<Answer>;
};

export async function openHouse(): Promise<OpenHouse> {
	const { url, name } = await freshDatabase();
	const env = readEnv({
		DATABASE_URL: url,
		DATA_DIR: "nowhere",
		AUTH_SECRET: "good for nothing but tests",
		LOG_LEVEL: "silent",
		PUBLIC_URL: publicUrl,
		NODE_ENV: "test",
	});
	const log = openLog(env);
	const [opened, household] = await Promise.all([open(env, log), openHousehold(env, log)]);
	const pool = openPool(url, () => {});
	afterAll(async () => {
		await household.close();
		await opened.close();
		await pool.end();
	});
	const faults: unknown[] = [];
	const api = makeApi({ ...opened.house, publicUrl, failed: (error) => faults.push(error) });
	while ((await opened.findTick()) === null) await wait(5);
	return {
		house: opened.house,
		pool,
		databaseUrl: url,
		databaseName: name,
		faults,
		ask: async (method, path, asking = {}) => answerOf(await api.fetch(requestOf(method, path, asking))),
	};
}

function requestOf(method: string, path: string, { body, headers, address = "198.51.100.7", country }: Asking): Request {
	const isRaw = typeof body === "string" || body instanceof ReadableStream;
	const said: RequestInit & { duplex: "half" } = {
		method,
		duplex: "half",
		headers: { [ADDRESS_HEADER]: address, ...(country && { [COUNTRY_HEADER]: country }), ...headers },
	};
	const init = body === undefined ? said : { ...said, body: isRaw ? body : JSON.stringify(body) };
	return new Request(`http://localhost${path}`, init);
}

async function answerOf(response: Response): Promise<Answer> {
	const text = await response.text();
	const isJson = /json/.test(response.headers.get("content-type") ?? "");
	return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
