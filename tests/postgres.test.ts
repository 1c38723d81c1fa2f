// The embedded database through a life: made, stopped by its owner, killed and recovered, adopted, left to others.
import { chownSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { isRoot, root, temporaryFolder } from "../bin/folders.mjs";
import { openPostgres } from "../bin/postgres.mjs";
import { endPostmaster, postmasterOf } from "../bin/postmaster.mjs";
import { runScript } from "./world/process";

const folder = temporaryFolder("postgres");
const data = join(folder, "pg");

afterAll(async () => {
	await endPostmaster(data);
	rmSync(folder, { recursive: true });
});

async function ask(url: string, statement: string) {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	return await client.query(statement).finally(() => client.end());
}

/** Another process opens the database and is gone without a word. */
function openAndDie() {
	const died = runScript(`
		import { openPostgres } from ${JSON.stringify(join(root, "bin/postgres.mjs"))};
		await openPostgres(${JSON.stringify(folder)});
		process.kill(process.pid, "SIGKILL");
	`);
	expect(died.signal).toBe("SIGKILL");
}

test("it is made, keeps what it is given, and is stopped by who started it", async () => {
	const first = await openPostgres(folder);
	expect(first.wasAdopted).toBe(false);
	await ask(first.url, "CREATE TABLE letter AS SELECT 1 AS id");
	expect(await first.close()).toBe(true);
	expect(postmasterOf(data)).toBeNull();
	const second = await openPostgres(folder);
	expect((await ask(second.url, "SELECT id FROM letter")).rows).toEqual([{ id: 1 }]);
	await second.close();
});

test("nobody else on the machine gets in: it wants a password, and files are its own", async () => {
	const database = await openPostgres(folder);
	const stranger = new URL(database.url);
	stranger.password = "guessed";
	await expect(ask(stranger.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
	expect((await ask(database.url, "SHOW listen_addresses")).rows).toEqual([{ listen_addresses: "127.0.0.1" }]);
	for (const path of [data, join(folder, "pg.password")]) expect(statSync(path).mode & 0o077).toBe(0);
	expect(statSync(folder).mode & 0o066).toBe(0);
	await database.close();
});

test("found running after its owner was killed, it is adopted and stopped in the end", async () => {
	openAndDie();
	const adopted = await openPostgres(folder);
	expect(adopted.wasAdopted).toBe(true);
	expect(await adopted.close()).toBe(true);
});

test("it is left running while others are connected", async () => {
	const database = await openPostgres(folder);
	const other = new pg.Client({ connectionString: database.url });
	await other.connect();
	expect(await database.close()).toBe(false);
	await other.query("SELECT 1");
	await other.end();
	expect(await (await openPostgres(folder)).close()).toBe(true);
});

test("one that joins a living owner does not stop it", async () => {
	const owner = await openPostgres(folder);
	const joined = runScript(`
		import { openPostgres } from ${JSON.stringify(join(root, "bin/postgres.mjs"))};
		const database = await openPostgres(${JSON.stringify(folder)});
		console.log(database.wasAdopted, await database.close());
	`);
	expect(joined.stdout.trim()).toBe("true false");
	expect((await ask(owner.url, "SELECT 1")).rowCount).toBe(1);
	expect(await owner.close()).toBe(true);
});

test("killed in the middle, it recovers what was committed", async () => {
	const database = await openPostgres(folder);
	await ask(database.url, "CREATE TABLE kept AS SELECT 7 AS id");
	process.kill(postmasterOf(data)?.pid ?? 0, "SIGKILL");
	const recovered = await openPostgres(folder);
	expect((await ask(recovered.url, "SELECT id FROM kept")).rows).toEqual([{ id: 7 }]);
	await recovered.close();
});

test("a number in its file that now belongs to another program stops nobody", async () => {
	const { uid, gid } = statSync(data);
	const pidFile = join(data, "postmaster.pid");
	writeFileSync(pidFile, `${process.pid}\n${data}\n1\n1\n\n127.0.0.1\n0 0\nready   \n`, { mode: 0o600 });
	chownSync(pidFile, uid, gid);
	const database = await openPostgres(folder);
	expect(database.wasAdopted).toBe(false);
	await database.close();
});

test.runIf(isRoot)("started by root, it runs as nobody", async () => {
	const database = await openPostgres(folder);
	expect(statSync(`/proc/${postmasterOf(data)?.pid}`).uid).toBe(65534);
	await database.close();
});
