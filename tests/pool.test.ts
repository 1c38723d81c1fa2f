// A database that stops answering is given up in time, and the connection it hung on is not used again.
import { createServer, connect as dial, type Socket } from "node:net";
import { afterAll, expect, test } from "vitest";
import { inTransaction, openPool } from "../lib/store/pool";
import { freshDatabase } from "./world/database";

const database = await freshDatabase({ migrated: false });

/** A line to the database that can be cut without anybody being told, as by a lost network or a stopped process. */
async function aLine() {
	const { hostname, port } = new URL(database.url);
	const ends: Socket[] = [];
	const relay = createServer((client) => {
		const server = dial(Number(port), hostname);
		client.pipe(server).pipe(client);
		ends.push(client, server);
		for (const end of [client, server]) end.on("error", () => {});
	});
	await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
	const address = relay.address();
	const url = new URL(database.url);
	url.hostname = "127.0.0.1";
	url.port = String(typeof address === "object" && address ? address.port : 0);
	const pool = openPool(url.href, () => {}, { answerTimeoutMs: 300 });
	afterAll(async () => {
		for (const end of ends) end.destroy();
		await pool.end();
		relay.close();
	});
	return { pool, freeze: () => ends.forEach((end) => void end.unpipe().pause()) };
}

test("a query that is never answered is given up, and the next one is asked on a new connection", async () => {
	const line = await aLine();
	await line.pool.query("SELECT 1");
	line.freeze();
	await expect(line.pool.query("SELECT 1")).rejects.toThrow("timeout");
	expect((await line.pool.query("SELECT 2 AS answer")).rows).toEqual([{ answer: 2 }]);
});

test("so is a transaction", async () => {
	const line = await aLine();
	await line.pool.query("SELECT 1");
	const lost = inTransaction(line.pool, async (connection) => {
		line.freeze();
		await connection.query("SELECT 1");
	});
	await expect(lost).rejects.toThrow("timeout");
	expect((await line.pool.query("SELECT 2 AS answer")).rows).toEqual([{ answer: 2 }]);
});

test("a connection that falls in the middle of a transaction fails it, and nothing else", async () => {
	const { pool } = await aLine();
	const lost = inTransaction(pool, async (connection) => {
		const { rows } = await connection.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
		const ended = new Promise((resolve) => connection.once("end", resolve));
		await pool.query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]);
		await ended;
		await connection.query("SELECT 1");
	});
	await expect(lost).rejects.toThrow();
	expect((await pool.query("SELECT 2 AS answer")).rows).toEqual([{ answer: 2 }]);
});
