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
