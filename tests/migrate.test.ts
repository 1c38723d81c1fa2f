// Migrations at start: each once, together with Prisma's own record of it, and never over somebody's head.
import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { migrate } from "@/lib/store/migrate";
import { temporaryFolder } from "../bin/folders.mjs";
import { openEngine } from "../bin/schema-engine.mjs";
import { freshDatabase } from "./world/database";

const empty = await freshDatabase({ migrated: false });
const whole = await freshDatabase({ migrated: false });
const client = new pg.Client({ connectionString: empty.url });
await client.connect();
const folder = temporaryFolder("migrations");

afterAll(async () => {
	await client.end();
	await rm(folder, { recursive: true });
});

beforeEach(async () => {
	await client.query("DROP SCHEMA public CASCADE");
	await client.query("CREATE SCHEMA public");
	await rm(folder, { recursive: true });
	await write("1_letters", "CREATE TABLE letter (id int);");
});

async function write(name: string, sql: string) {
	await mkdir(join(folder, name), { recursive: true });
	await writeFile(join(folder, name, "migration.sql"), sql);
}

const rows = async (statement: string) => (await client.query(statement)).rows;

test("run twice, the second time there is nothing to do", async () => {
	expect(await migrate(empty.url, folder)).toEqual(["1_letters"]);
	expect(await migrate(empty.url, folder)).toEqual([]);
});

test("two at once apply each migration once", async () => {
	await write("2_slow", "SELECT pg_sleep(0.2); CREATE TABLE stamp (id int);");
	const applied = await Promise.all([migrate(empty.url, folder), migrate(empty.url, folder), migrate(empty.url, folder)]);
	expect(applied.flat().sort()).toEqual(["1_letters", "2_slow"]);
	expect(await rows("SELECT count(*)::int FROM _prisma_migrations")).toEqual([{ count: 2 }]);
});

test("the record says what Prisma's would", async () => {
	await migrate(empty.url, folder);
	const checksum = createHash("sha256").update("CREATE TABLE letter (id int);").digest("hex");
	expect(await rows("SELECT * FROM _prisma_migrations")).toEqual([
		{
			id: expect.stringMatching(/^[0-9a-f-]{36}$/),
			checksum,
			finished_at: expect.any(Date),
			migration_name: "1_letters",
			logs: null,
			rolled_back_at: null,
			started_at: expect.any(Date),
			applied_steps_count: 1,
		},
	]);
});

test("a migration that was edited after it had been applied is refused", async () => {
	await migrate(empty.url, folder);
	await write("1_letters", "CREATE TABLE letter (id bigint);");
	await expect(migrate(empty.url, folder)).rejects.toThrow(/1_letters was edited/);
});

test("a database that is ahead of this version is refused", async () => {
	await write("2_newer", "CREATE TABLE stamp (id int);");
	await migrate(empty.url, folder);
	await rm(join(folder, "2_newer"), { recursive: true });
	await expect(migrate(empty.url, folder)).rejects.toThrow(/2_newer, which this version does not know/);
});

test("a migration that another tool left unfinished is refused", async () => {
	await migrate(empty.url, folder);
	await client.query("UPDATE _prisma_migrations SET finished_at = NULL");
	await expect(migrate(empty.url, folder)).rejects.toThrow(/never ended/);
});

test("a migration that fails leaves nothing behind, and those before it stay", async () => {
	await write("2_broken", "CREATE TABLE stamp (id int); SELECT 1 / 0;");
	await expect(migrate(empty.url, folder)).rejects.toThrow(/2_broken failed: division by zero/);
	expect(await rows("SELECT to_regclass('letter') AS letter, to_regclass('stamp') AS stamp")).toEqual([{ letter: "letter", stamp: null }]);
	await write("2_broken", "CREATE TABLE stamp (id int);");
	expect(await migrate(empty.url, folder)).toEqual(["2_broken"]);
});

/** Reads a table in a transaction that stays open until told to end. */
async function holdTable(name: string): Promise<() => Promise<void>> {
	const holder = new pg.Client({ connectionString: empty.url });
	await holder.connect();
	await holder.query("BEGIN");
	await holder.query(`SELECT FROM ${name}`);
	return () => holder.end();
}

test("a migration waits a moment for a table that is in use, lets others through, and comes back", async () => {
	await migrate(empty.url, folder);
	await write("2_address", "ALTER TABLE letter ADD COLUMN address text;");
	const letGo = await holdTable("letter");
	const migrating = migrate(empty.url, folder);
	await wait(300);
	const begunAt = performance.now();
	await client.query("INSERT INTO letter VALUES (1)");
	expect(performance.now() - begunAt).toBeLessThan(800);
	await letGo();
	expect(await migrating).toEqual(["2_address"]);
	expect(await rows("SELECT * FROM letter")).toEqual([{ id: 1, address: null }]);
});

test("Prisma's own engine finds the project's migrations applied and the schema equal", async () => {
	await migrate(whole.url);
	const engine = await openEngine(whole.url);
	expect(await engine.diagnose()).toMatchObject({ history: null, failedMigrationNames: [], editedMigrationNames: [] });
	expect(await engine.applyMigrations()).toEqual({ appliedMigrationNames: [] });
	expect(await engine.diff()).toBe("");
});
