// What a network and a clock do wrong: clients that stall, thousands that never finish, a machine an hour ahead.
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { startServer } from "./world/server";

const UNFINISHED = 5_000;
/** The server's own limits, and how often it looks at them. */
const HEAD_WITHIN_MS = 10_000 + 3_000;
const BODY_WITHIN_MS = 20_000 + 3_000;
/** What a connection may cost that has said half a head. */
const KIB_EACH_MAX = 32;

const aheadFile = fileURLToPath(new URL("./world/hour-ahead.mjs", import.meta.url));
const server = await startServer();
const ahead = await startServer({ env: { NODE_OPTIONS: `--import=${aheadFile}` } });

const body = JSON.stringify({ service: "x", channel: "sms", symptom: "missing", region: "US" });
const receipt = z.object({ id: z.uuid(), receipt: z.string(), status: z.object({ asOf: z.iso.datetime() }) });

function report(url: string): Promise<Response> {
	return fetch(`${url}/api/v1/reports`, { method: "POST", headers: { "content-type": "application/json" }, body });
}

async function say(text: string): Promise<Socket> {
	const socket = connect(server.port, "127.0.0.1");
	socket.on("error", () => {});
	socket.resume();
	await once(socket, "connect");
	socket.write(text);
	return socket;
}

/** Memory and open files of the process that listens on this port. */
function processOf(pid: number) {
	return {
		kib: Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]),
		files: readdirSync(`/proc/${pid}/fd`).length,
	};
}

test("one that stalls in its body and five thousand that never finish are let go, and keep nobody from reporting or reading", async () => {
	const before = processOf(server.pid());
	const began = performance.now();
	const stalled = await say(
		`POST /api/v1/reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"service":`,
	);
	const unfinished: Socket[] = [];
	while (unfinished.length < UNFINISHED) {
		unfinished.push(...(await Promise.all(Array.from({ length: 250 }, () => say("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")))));
	}
	expect((await report(server.url)).status).toBe(201);
	expect((await fetch(`${server.url}/services/x`)).status).toBe(200);
	const during = processOf(server.pid());
	expect((during.kib - before.kib) / UNFINISHED).toBeLessThan(KIB_EACH_MAX);

	await expect.poll(() => unfinished.every((socket) => socket.destroyed), { timeout: HEAD_WITHIN_MS + 5_000 }).toBe(true);
	await expect.poll(() => processOf(server.pid()).files, { timeout: 2_000 }).toBeLessThan(before.files + 50);
	await expect.poll(() => stalled.destroyed, { timeout: BODY_WITHIN_MS }).toBe(true);
	expect(performance.now() - began).toBeLessThan(BODY_WITHIN_MS);
}, 60_000);

test("a process whose machine is an hour ahead dates everything by the database's clock", async () => {
	const sentAt = Date.now();
	const near = (iso: string) => Math.abs(Date.parse(iso) - sentAt);
	const first = await report(ahead.url);
	expect(first.status, ahead.output()).toBe(201);
	const answer = receipt.parse(await first.json());
	// The first 48 bits of an id are its time in milliseconds.
	expect(Math.abs(Number.parseInt(answer.id.replaceAll("-", "").slice(0, 12), 16) - sentAt)).toBeLessThan(5_000);
	expect(near(answer.status.asOf)).toBeLessThan(5_000);
	const amended = await fetch(`${ahead.url}/api/v1/reports/${answer.id}`, {
		method: "PATCH",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ receipt: answer.receipt, symptom: "late" }),
	});
	expect(amended.status).toBe(200);
	const status = () => fetch(`${ahead.url}/api/v1/services/x/status`).then((one) => one.json());
	await expect.poll(async () => (await status()).channels[0].failed, { timeout: 5_000 }).toBe(1);
	const told = await status();
	expect(told.state).not.toBe("unknown");
	for (const at of [told.asOf, told.lastReportAt]) expect(near(at)).toBeLessThan(10_000);
});
