// What the server's own doors do with requests that no browser makes, and with those that come through a proxy.
import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { postForm } from "./world/form";
import { startServer } from "./world/server";

const PUBLIC = "https://undelivered.example";
const server = await startServer({ env: { TRUST_PROXY: "1", PUBLIC_URL: PUBLIC } });
const inside = `http://127.0.0.1:${server.port}`;

/** Sends bytes as they are and gives back everything that is answered until the connection ends. */
async function raw(bytes: string): Promise<string> {
	const socket = connect(server.port, "127.0.0.1");
	const heard: Buffer[] = [];
	socket.on("data", (piece) => heard.push(piece));
	socket.write(bytes);
	await once(socket, "close");
	return Buffer.concat(heard).toString();
}

test.each([
	["an address of another server", "GET http://evil.example/report HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
	["no path at all", "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
	["a path that cannot be decoded", "GET /services/%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
	["no host, as old health checks do", "GET /healthz HTTP/1.0\r\n\r\n", 200],
	["a host that is none", "GET /healthz HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 200],
	["a form of two hundred kilobytes", `POST /report HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n${"a".repeat(200_000)}`, 413],
	["a preflight for a stream", "OPTIONS /api/v1/live HTTP/1.1\r\nHost: x\r\nOrigin: https://a.example\r\nConnection: close\r\n\r\n", 204],
	["a stream that is posted to", "POST /api/v1/live HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 405],
])("%s is answered with %s", async (_what, bytes, status) => {
	const answer = await raw(bytes);
	expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
	expect(answer).toMatch(/content-security-policy: default-src 'none'/i);
});

test("a form that comes through a proxy which calls us by another name is taken", async () => {
	const page = await postForm(inside, { service: "x", channel: "sms", symptom: "missing", region: "US" }, { origin: PUBLIC });
	expect(page).toContain("Counted. Thank you.");
});

test("a form that another site sends is not taken, and people read our own page", async () => {
	const page = await postForm(inside, { service: "x", channel: "sms", symptom: "late", region: "US" }, { origin: "https://evil.example" });
	expect(page).toContain("Something broke on our side.");
	expect(page).not.toContain("Counted");
});

test("an unknown service has a page that says so without scripts, and its embed is an empty one", async () => {
	const page = await fetch(`${inside}/services/no-such-service`);
	expect([page.status, await page.text()]).toEqual([404, expect.stringMatching(/<h1[^>]*>[^<]+/)]);
	const embed = await fetch(`${inside}/embed/no-such-service`);
	expect([embed.status, (await embed.text()).length > 0]).toEqual([404, true]);
});

test("what stands in other people's pages is protected, found or not, and no more than that is", async () => {
	for (const [path, status] of [
		["x", 200],
		["twitter", 308],
		["no-such-service", 404],
		["x/y", 404],
	] as const) {
		const { status: told, headers } = await fetch(`${inside}/embed/${path}`, { redirect: "manual" });
		expect([path, told, headers.get("x-frame-options")]).toEqual([path, status, null]);
		expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'sha256-.*; frame-ancestors \*$/);
	}
	for (const path of ["/widget.js", "/", "/services/x", "/robots.txt", "/report", "/nothing-here"]) {
		const { headers } = await fetch(inside + path);
		expect([path, headers.get("x-frame-options"), headers.get("x-content-type-options")]).toEqual([path, "DENY", "nosniff"]);
		expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
		expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
	}
});

test("requests sent at once over one connection are answered in turn, each page whole and with its own nonce", async () => {
	const asking = (method: string, path: string) => `${method} ${path} HTTP/1.1\r\nHost: x\r\n`;
	const page = asking("GET", "/services/x");
	const heard = await raw(
		`${page}\r\n${asking("HEAD", "/services/x")}\r\n${asking("GET", "/api/v1/services/x/status")}\r\n${page}Connection: close\r\n\r\n`,
	);
	const answers = heard.split("HTTP/1.1 200 OK\r\n").slice(1);
	const [first = "", head = "", json = "", last = ""] = answers.map((answer) => answer.slice(answer.indexOf("\r\n\r\n") + 4));
	expect([answers.length, head, JSON.parse(json).service]).toEqual([4, "", "x"]);
	const nonces = [first, last].map((html) => new Set([...html.matchAll(/nonce="([^"]+)"/g)].map(([, nonce]) => nonce)));
	expect(nonces.map(({ size }) => size)).toEqual([1, 1]);
	expect(answers[0]).toContain(`'nonce-${[...(nonces[0] ?? [])][0]}'`);
	expect(answers[3]).toContain(`'nonce-${[...(nonces[1] ?? [])][0]}'`);
	for (const html of [first, last]) expect(html.endsWith("</html>")).toBe(true);
});
