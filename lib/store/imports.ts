// How far has the import of a file come? A row of its own per file, moved in the transaction of the reports it counts, so
// that a killed run is taken up where it was committed. The salt of the file's keys lives in it until the import is done.
import { randomBytes } from "node:crypto";
import type { Filed } from "../import";
import { DAY_MS, dayOf, stepOf } from "../time";
import { correctTallies } from "./folding";
import { insertReports } from "./ground";
import { makeDays } from "./partitions";
import { inTransaction, type Pool, readClock } from "./pool";

const SALT_BYTES = 32;

/** `salt` is `null` once the import is done; `line`: everything up to it is committed. */
export type Import = { salt: Buffer | null; line: number; startedAt: Date };

/** The import of the file of this hash, begun now unless it was begun before. */
export async function beginImport(pool: Pool, file: Buffer): Promise<Import> {
	await pool.query("INSERT INTO import (file, salt, started_at) VALUES ($1, $2, $3) ON CONFLICT (file) DO NOTHING", [
		file,
		randomBytes(SALT_BYTES),
		await readClock(pool),
	]);
	const { rows } = await pool.query<Import>('SELECT salt, line, started_at AS "startedAt" FROM import WHERE file = $1', [file]);
	const [row] = rows;
	if (!row) throw new Error("The import's own row is gone: start it again.");
	return row;
}

/** Commits the lines after `from` up to `to`: rows, tallies and the place together. Throws when another run moved it. */
export async function saveImported(
	pool: Pool,
	file: Buffer,
	{ from, to, filed }: { from: number; to: number; filed: readonly Filed[] },
): Promise<void> {
	await inTransaction(pool, async (connection) => {
		const { rowCount } = await connection.query("UPDATE import SET line = $3 WHERE file = $1 AND line = $2", [file, from, to]);
		if (rowCount === 0) throw new Error("Another import of this file is running: let it end.");
		await insertReports(connection, filed, { demo: false });
		const changes = filed.flatMap(({ outcome }) => outcome.changes);
		await correctTallies(connection, changes, await readClock(connection));
	});
}

/** Makes the days these reports lie in. */
export async function makeDaysOf(pool: Pool, filed: readonly Filed[]): Promise<void> {
	const days = new Map(filed.map(({ at }) => [dayOf(at), stepOf(at, DAY_MS)]));
	await makeDays(pool, [...days.values()]);
}

/** Forgets the salt: from now on nobody can tell which word of the file a key was made from. */
export async function endImport(pool: Pool, file: Buffer): Promise<void> {
	await pool.query("UPDATE import SET salt = NULL WHERE file = $1", [file]);
}
