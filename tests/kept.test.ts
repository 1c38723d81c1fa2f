// Bytes that everybody gets: made once however many ask, named by an ETag, and the API behind them as it is without.
import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { Hono } from "hono";
import { afterAll, expect, test } from "vitest";
import { makeNonce, makeProtection } from "../server/headers";
import { makeKept } from "../server/kept";
import { makeReaders } from "../server/readers";
import { openHouse } from "./world/house";

/** Longer than bytes are kept. */
const A_MOMENT_MS = 550;

/** More than lies between a server and who does not read. */
const LARGE_BYTES = 16 * 1024 * 1024;

const asked: string[] = [];
/** Requests that have come in, and how many must have before the slow answer is given. */
const arrived = { count: 0, awaited: 0 };
const counted = new Hono()
	.get("/api/v1/slow", async (c) => {
		while (arrived.count < arrived.awaited) await wait(5);
		asked.push(c.req.path);
		return c.json({ asked: asked.length }, 200, { "cache-control": "public, max-age=1" });
	})
	.get("/api/v1/who", (c) => c.json({ cookie: c.req.header("cookie") ?? null, origin: c.req.header("origin") ?? null }));
const counting = await serve(counted.fetch);

const { ask } = await openHouse();
const house = await serve((request) => askHouse(request));

async function askHouse(request: Request): Promise<Response> {
	const { status, headers, body } = await ask(request.method, new URL(request.url).pathname);
	return new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });
}

/** Pages, of what stands where their nonce belongs. */
const pages: Record<string, (slot: string) => string> = {
	"/page": (slot) => `<script nonce="${slot}">1</script>`,
	"/large": (slot) => `<b id="${slot}">${"a".repeat(LARGE_BYTES)}<b id="${slot}">`,
};

async function serve(api: (request: Request) => Response | Promise<Response>): Promise<string> {
	const protection = makeProtection({ isDevelopment: false, isSecure: true });
	const kept = makeKept(protection);
	const readers = makeReaders(kept, protection, api);
	const server = createServer(async (request, response) => {
		arrived.count++;
		const html = pages[request.url ?? ""];
		if (html) {
			const visit = { request, response, nonce: makeNonce() };
			const make = async () => ({ status: 200, headers: {}, html: html(kept.slot) });
			await kept.page(visit, request.url ?? "", { make, lastsMs: () => 100 });
		} else if (readers.takes(request)) await readers.answer({ request, response });
		else response.writeHead(418).end("asked past the kept bytes");
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	afterAll(() => new Promise((resolve) => server.close(resolve)));
	const address = server.address();
	return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

test("two hundred who ask at once get the bytes of one answer, made once", async () => {
	const before = asked.length;
	arrived.awaited = arrived.count + 200;
	const answers = await Promise.all(Array.from({ length: 200 }, () => fetch(`${counting}/api/v1/slow`)));
	const bodies = await Promise.all(answers.map((answer) => answer.text()));
	expect(asked.length - before).toBe(1);
	expect(new Set(bodies).size).toBe(1);
	await wait(A_MOMENT_MS);
	expect(await (await fetch(`${counting}/api/v1/slow`)).text()).not.toBe(bodies[0]);
});

test("what is kept for everybody knows nothing of whoever asked first", async () => {
	const answer = await fetch(`${counting}/api/v1/who`, { headers: { cookie: "undelivered=somebody", origin: "https://a.example" } });
	expect(await answer.json()).toEqual({ cookie: null, origin: null });
});

test.each([
	["/api/v1/slow?channel=sms", "GET"],
	["/api/v1/live", "GET"],
	["/api/v1/slow", "POST"],
	["/api/v1/services/%E0%A4%A", "GET"],
	["/healthz", "GET"],
])("%s by %s is not answered from kept bytes", async (path, method) => {
	expect((await fetch(counting + path, { method })).status).toBe(418);
});

test("a status is named by what it says: who has it is told so, and who has another gets it whole", async () => {
	const first = await fetch(`${house}/api/v1/services/x/status`);
	const etag = first.headers.get("etag") ?? "";
	expect(etag).toMatch(/^"[\w-]{16}"$/);
	const known = await fetch(`${house}/api/v1/services/x/status`, { headers: { "if-none-match": `"another", W/${etag}` } });
	expect([known.status, await known.text()]).toEqual([304, ""]);
	for (const name of ["etag", "cache-control", "access-control-allow-origin"])
		expect(known.headers.get(name), name).toBe(first.headers.get(name));
	expect(known.headers.get("content-type")).toBeNull();
	const other = await fetch(`${house}/api/v1/services/x/status`, { headers: { "if-none-match": '"another"' } });
	expect([other.status, (await other.json()).service]).toEqual([200, "x"]);
});

test.each([
	["/api/v1/services/x", 200],
	["/api/v1/services/x/status", 200],
	["/api/v1/badge/x.svg", 200],
	["/api/v1/services/twitter", 308],
	["/api/v1/services/nobody-at-all", 404],
	["/api/v1/badge/nobody.svg", 404],
	["/api/v1/reports", 405],
])("%s is answered with %i as by the API itself, and HEAD like it but for the body", async (path, status) => {
	const direct = await ask("GET", path);
	const kept = await fetch(house + path, { redirect: "manual" });
	expect(kept.status).toBe(status);
	expect(direct.status).toBe(status);
	for (const [name, value] of direct.headers) expect(kept.headers.get(name), name).toBe(value);
	const head = await fetch(house + path, { method: "HEAD", redirect: "manual" });
	expect([head.status, await head.text()]).toEqual([status, ""]);
	for (const name of ["content-type", "content-length", "etag"]) expect(head.headers.get(name), name).toBe(kept.headers.get(name));
});

test("an address that finds nothing is never told to be known already", async () => {
	const etag = (await fetch(`${house}/api/v1/services/nobody-at-all`)).headers.get("etag") ?? "";
	expect((await fetch(`${house}/api/v1/services/nobody-at-all`, { headers: { "if-none-match": etag } })).status).toBe(404);
});

test.each(["gzip", "identity"])("a page has another nonce in each answer, as %s", async (encoding) => {
	const read = async () => (await fetch(`${counting}/page`, { headers: { "accept-encoding": encoding } })).text();
	const [one, other] = [await read(), await read()];
	expect(one).toMatch(/^<script nonce="[\w+/]{22}==">1<\/script>$/);
	expect(one).not.toBe(other);
});

async function answerTo(address: string): Promise<IncomingMessage> {
	const [answer] = await once(get(address), "response");
	return answer;
}

test("who is slow to read gets the page with its own nonce from end to end, however many read it meanwhile", async () => {
	const slow = await answerTo(`${counting}/large`);
	const others = await Promise.all([1, 2, 3].map(async () => text(await answerTo(`${counting}/large`))));
	const nonces = [await text(slow), ...others].map((page) => [...page.matchAll(/id="([^"]+)"/g)].map(([, nonce]) => nonce));
	expect(slow.headers["content-security-policy"]).toContain(`'nonce-${nonces[0]?.[0]}'`);
	for (const [first, last] of nonces) expect(last).toBe(first);
	expect(new Set(nonces.flat()).size).toBe(4);
});

test.each([
	["/page", counting],
	["/api/v1/services/x", house],
	["/api/v1/badge/x.svg", house],
	["/api/v1/services/nobody-at-all", house],
])("no header of %s is said twice", async (path, server) => {
	const { rawHeaders } = (await answerTo(server + path)).resume();
	const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
	expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
});

test.each(["/page", "/api/v1/slow", "/api/v1/services/nobody-at-all"])(
	"%s is protected, whether it was made for who asks or was there, HEAD as well",
	async (path) => {
		const answers = [await fetch(counting + path), await fetch(counting + path), await fetch(counting + path, { method: "HEAD" })];
		for (const { headers } of answers) {
			expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; /);
			expect(headers.get("x-content-type-options")).toBe("nosniff");
			expect(headers.get("x-frame-options")).toBe("DENY");
			expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
		}
	},
);

test("a page's policy lets in the nonce that stands in it, and who has an answer already is protected too", async () => {
	const page = await fetch(`${counting}/page`);
	const [, nonce] = /nonce="([^"]+)"/.exec(await page.text()) ?? [];
	expect(page.headers.get("content-security-policy")).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`);
	const etag = (await fetch(`${house}/api/v1/services/x/status`)).headers.get("etag") ?? "";
	const known = await fetch(`${house}/api/v1/services/x/status`, { headers: { "if-none-match": etag } });
	expect([known.status, known.headers.get("content-security-policy")]).toEqual([304, expect.stringContaining("default-src 'none'")]);
});
