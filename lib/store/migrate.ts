// Is the database as this version's migrations want it? Applies the pending ones in order, each in a transaction of its
// own, under the advisory lock that Prisma takes too, and keeps Prisma's own record of them, so that `prisma migrate`
// agrees wherever it can run. There is no way back: a migration is never undone here.
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

const FOLDER = "prisma/migrations";
const SERVER_VERSION_MIN = 150_000;
/** The number Prisma's schema engine locks with. */
const LOCK = 72_707_369;
/**
 * A migration waits so long for a table that others use, for reports wait behind it meanwhile; then it lets them through.
 * Twice this is less than PostgreSQL's `deadlock_timeout` of a second: of a report and a migration that hold what the other
 * wants the migration gives way.
 */
const LOCK_TIMEOUT_MS = 400;
const LET_THROUGH_MS = 500;
/** An autovacuum gives way to nobody who waits less than that second, so every tenth try waits longer. */
const [PATIENT_EVERY, PATIENT_TIMEOUT_MS] = [10, 1_500];
/** In a minute every report is through: whoever holds the table then is somebody else. */
const TRIES = 60;
const LOCK_NOT_AVAILABLE = "55P03";

/** The table as Prisma makes it. */
const RECORD = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
	id VARCHAR(36) PRIMARY KEY NOT NULL,
	checksum VARCHAR(64) NOT NULL,
	finished_at TIMESTAMPTZ,
	migration_name VARCHAR(255) NOT NULL,
	logs TEXT,
	rolled_back_at TIMESTAMPTZ,
	started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
	applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Applies what is pending and returns the names, oldest first. Run twice, the second returns none; of two at once one
 * waits for the other. `folder` is the project's own, read from the working directory. Throws one sentence when the
 * server is too old, an applied migration was edited since, or the database is ahead of this version.
 */
export async function migrate(connectionString: string, folder = FOLDER): Promise<readonly string[]> {
	const migrations = await migrationsIn(folder);
	const client = new pg.Client({ connectionString });
	await client.connect();
	try {
		await refuseOldServer(client);
		await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
		return await applyPending(client, migrations);
	} finally {
		await client.end();
	}
}

async function migrationsIn(folder: string): Promise<Migration[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	return await Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
	const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
	return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

async function refuseOldServer(client: pg.Client): Promise<void> {
	const { rows } = await client.query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version");
	const version = rows[0]?.version ?? 0;
	if (version < SERVER_VERSION_MIN) {
		throw new Error(`The database is PostgreSQL ${Math.floor(version / 10_000)}: Undelivered needs 15 or newer.`);
	}
}

async function applyPending(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
	await client.query(RECORD);
	const applied = await listApplied(client);
	refuseDisagreement(migrations, applied);
	const done = new Set(applied.map((row) => row.migration_name));
	const pending = migrations.filter((migration) => !done.has(migration.name));
	for (const migration of pending) await apply(client, migration);
	return pending.map((migration) => migration.name);
}

async function listApplied(client: pg.Client): Promise<Applied[]> {
	const { rows } = await client.query<Applied>(
		"SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
	);
	return rows;
}

function refuseDisagreement(migrations: readonly Migration[], applied: readonly Applied[]): void {
	for (const { migration_name: name, checksum, finished_at } of applied) {
		const ours = migrations.find((migration) => migration.name === name);
		if (!finished_at) {
			throw new Error(`The migration ${name} was begun by another tool and never ended: settle it with \`prisma migrate resolve\`.`);
		}
		if (!ours) throw new Error(`The database has the migration ${name}, which this version does not know: start the newer version.`);
		if (ours.checksum !== checksum) {
			throw new Error(`The migration ${name} was edited after it had been applied: restore the file and write a new migration instead.`);
		}
	}
}

/** The migration and its record are one transaction: what fails leaves nothing behind and is tried again at the next start. */
async function apply(client: pg.Client, migration: Migration): Promise<void> {
	for (let tries = 1; ; tries++) {
		try {
			return await applyOnce(client, migration, tries % PATIENT_EVERY === 0 ? PATIENT_TIMEOUT_MS : LOCK_TIMEOUT_MS);
		} catch (error) {
			const mayTryAgain = isLockTimeout(error) && tries < TRIES;
			if (!mayTryAgain) throw new Error(`The migration ${migration.name} failed: ${reasonOf(error)}`, { cause: error });
			await client.query("ROLLBACK");
			await wait(LET_THROUGH_MS);
		}
	}
}

async function applyOnce(client: pg.Client, { name, sql, checksum }: Migration, lockTimeoutMs: number): Promise<void> {
	await client.query("BEGIN");
	await client.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}`);
	await client.query(sql);
	await client.query(
		`INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
		VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
		[randomUUID(), checksum, name],
	);
	await client.query("COMMIT");
}

function isLockTimeout(error: unknown): boolean {
	return error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE;
}

function reasonOf(error: unknown): string {
	if (isLockTimeout(error)) return "somebody held a table of it for too long. End that session, then start again";
	return error instanceof Error ? error.message : String(error);
}
