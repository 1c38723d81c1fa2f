// The one pool of connections a process has, and the database's clock. Everything that asks PostgreSQL goes through
// here, Prisma included; only the leader's and the listener's connections stand apart, because they hold a session.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Accounts } from "./accounts";
import { PrismaClient } from "./generated/client";

/** Connections of one process: enough for two batches, a few readings and the desk at once. */
const CONNECTIONS_MAX = 12;
/** A reading that takes longer is given up: the status becomes `unknown` rather than late. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** The same for a database that says nothing at all, stopped or cut off: it cannot keep its own time limit. */
const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 1_000;
/** A database that does not answer the door in this time is taken for gone. */
const CONNECT_TIMEOUT_MS = 5_000;

export type Pool = pg.Pool;
export type Connection = pg.PoolClient;

/** Opens the process's pool. Errors of idle connections go to `onError`; the pool replaces them by itself. */
export function openPool(connectionString: string, onError: (error: Error) => void, answerTimeoutMs = ANSWER_TIMEOUT_MS): Pool {
	const pool = new pg.Pool({
		connectionString,
		max: CONNECTIONS_MAX,
		connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
		statement_timeout: STATEMENT_TIMEOUT_MS,
		query_timeout: answerTimeoutMs,
		application_name: "undelivered",
	});
	pool.on("error", onError);
	return pool;
}

/** Prisma over the same pool, for accounts and sign-in. */
export function openAccounts(pool: Pool): Accounts {
	return new PrismaClient({ adapter: new PrismaPg(pool) });
}

/** Runs `deed` in one transaction on one connection; any throw rolls all of it back. */
export async function inTransaction<Result>(pool: Pool, deed: (connection: Connection) => Promise<Result>): Promise<Result> {
	const connection = await pool.connect();
	let broken: Error | undefined;
	// The pool listens to idle lines alone. One that falls in the middle fails its query; its event, unheard, ends the process.
	const onError = (error: Error) => {
		broken = error;
	};
	connection.on("error", onError);
	try {
		await connection.query("BEGIN");
		const result = await deed(connection);
		await connection.query("COMMIT");
		return result;
	} catch (error) {
		await connection.query("ROLLBACK").catch((failed: Error) => {
			broken = failed;
		});
		throw error;
	} finally {
		connection.off("error", onError);
		connection.release(broken);
	}
}

/**
 * A statement that a connection parses and plans once: for those of intake, which are the same in every batch. One name,
 * one text.
 */
export async function prepared<Row extends pg.QueryResultRow>(
	connection: Connection,
	name: string,
	text: string,
	values: unknown[],
): Promise<pg.QueryResult<Row>> {
	return connection.query<Row>({ name, text, values });
}

/** Gives every further statement of a transaction so many milliseconds, and tells the database's time. */
export async function beginWithin(connection: Connection, timeoutMs: number): Promise<Date> {
	const { rows } = await prepared<{ at: Date }>(
		connection,
		"begin-within",
		"SELECT set_config('statement_timeout', $1, true), date_trunc('milliseconds', clock_timestamp()) AS at",
		[String(timeoutMs)],
	);
	return timeIn(rows);
}

/** The database's time: the only clock that dates a report. */
export async function readClock(connection: Pool | Connection): Promise<Date> {
	const { rows } = await connection.query<{ at: Date }>("SELECT date_trunc('milliseconds', clock_timestamp()) AS at");
	return timeIn(rows);
}

function timeIn([row]: readonly { at: Date }[]): Date {
	if (!row) throw new Error("the database did not tell the time");
	return row.at;
}
