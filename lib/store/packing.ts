// Indexes of tallies that have grown loose are built anew beside the reports. A service's next step goes in between its
// last one and the next service, where PostgreSQL halves a page that nobody will fill again: in time half the index is air.
import type { Connection, Pool } from "./pool";

/** Bytes of an entry with its pointer, as PostgreSQL lays it out, in the indexes that only grow at their services' ends. */
const ENTRY_BYTES: Readonly<Record<string, number>> = { tally_pkey: 44, tally_total: 36, tally_hour_pkey: 44, tally_day_pkey: 44 };
/** A new index takes 1.1 times its entries; one that takes more than this is loose. */
const LOOSE = 1.5;
/** Less is not worth the work. */
const INDEX_BYTES_MIN = 16 * 2 ** 20;
/** An index of a hundred million entries is built in a few minutes. */
const BUILDING_MS_MAX = 30 * 60_000;

/**
 * Builds every loose index of the tallies anew, one after another, while reports come in; returns their names. A build that
 * was cut off leaves an index nobody reads: it is taken away first.
 */
export async function packIndexes(pool: Pool, { bytesMin = INDEX_BYTES_MIN } = {}): Promise<readonly string[]> {
	const connection = await pool.connect();
	try {
		await connection.query(`SET statement_timeout = ${BUILDING_MS_MAX}`);
		await dropUnfinished(connection);
		const loose = await listLoose(connection, bytesMin);
		for (const name of loose) await build(connection, name);
		return loose;
	} finally {
		connection.release(true);
	}
}

async function build(connection: Connection, name: string): Promise<void> {
	try {
		await ask(connection, `REINDEX INDEX CONCURRENTLY ${name}`);
	} catch (error) {
		await dropUnfinished(connection);
		throw error;
	}
}

/** By the counts of the last vacuum or analyze: an index that neither has seen yet is left alone. */
async function listLoose(connection: Connection, bytesMin: number): Promise<readonly string[]> {
	const { rows } = await connection.query<{ name: string }>(
		`SELECT entry.name FROM unnest($1::text[], $2::float8[]) AS entry(name, bytes) JOIN pg_class AS c ON c.oid = to_regclass(entry.name)
		 WHERE c.reltuples > 0 AND pg_relation_size(c.oid) > greatest($3::float8, c.reltuples * entry.bytes * ${LOOSE})`,
		[Object.keys(ENTRY_BYTES), Object.values(ENTRY_BYTES), bytesMin],
	);
	return rows.map(({ name }) => name);
}

/** PostgreSQL names what it builds, and what it has replaced, after the index. */
async function dropUnfinished(connection: Connection): Promise<void> {
	const { rows } = await connection.query<{ name: string }>(
		`SELECT i.indexrelid::regclass::text AS name FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
		 WHERE NOT i.indisvalid AND regexp_replace(c.relname, '_cc(new|old)[0-9]*$', '') = ANY ($1::text[]) AND c.relname ~ '_cc(new|old)[0-9]*$'`,
		[Object.keys(ENTRY_BYTES)],
	);
	for (const { name } of rows) await ask(connection, `DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
}

/** The pool gives an answer up long before an index is built. */
async function ask(connection: Connection, text: string): Promise<void> {
	const patient = { text, query_timeout: BUILDING_MS_MAX };
	await connection.query(patient);
}
