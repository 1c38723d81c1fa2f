// The pools of connections a process has, for intake, for readers and for the household, and the database's clock. Everything that
// asks PostgreSQL goes through here, Prisma included; only the leader's and the listener's connections stand apart, because
// they hold a session.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Accounts } from "./accounts";
import { PrismaClient } from "./generated/client";

/** Connections of one process beside those of intake and of the household: enough for a few readings and the desk at once. */
const CONNECTIONS_MAX = 12;
/** A reading that takes longer is given up: the status becomes `unknown` rather than late. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** So much later a database that says nothing at all is given up, stopped or cut off: it cannot keep its own time limit. */
const ANSWER_LATER_MS = 1_000;
/** A database that does not answer the door in this time is taken for gone. */
const CONNECT_TIMEOUT_MS = 5_000;

export type Pool = pg.Pool;
export type Connection = pg.PoolClient;

/** Milliseconds a statement may take, and those until an answer is given up; `max`: connections; `settings`: as for `SET`. */
type PoolNature = { statementTimeoutMs: number; answerTimeoutMs?: number; max: number; settings: Readonly<Record<string, string>> };
const USUAL: PoolNature = { statementTimeoutMs: STATEMENT_TIMEOUT_MS, max: CONNECTIONS_MAX, settings: {} };

/** Opens a pool. Errors of idle connections go to `onError`; the pool replaces them by itself. */
export function openPool(connectionString: string, onError: (error: Error) => void, nature: Partial<PoolNature> = {}): Pool {
	const { statementTimeoutMs, answerTimeoutMs = statementTimeoutMs + ANSWER_LATER_MS, max, settings } = { ...USUAL, ...nature };
	const pool = new pg.Pool({
		connectionString,
		max,
		connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
		statement_timeout: statementTimeoutMs,
		query_timeout: answerTimeoutMs,
		options: Object.entries(settings)
			.map(([name, value]) => `-c ${name}=${value}`)
			.join(" "),
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
	connection: Pool | Connection,
	name: string,
	text: string,
	values: unknown[],
): Promise<pg.QueryResult<Row>> {
	return connection.query<Row>({ name, text, values });
}

/** The database's time: the only clock that dates a report. */
export async function readClock(connection: Pool | Connection): Promise<Date> {
	const { rows } = await connection.query<{ at: Date }>("SELECT date_trunc('milliseconds', clock_timestamp()) AS at");
	const [row] = rows;
	if (!row) throw new Error("the database did not tell the time");
	return row.at;
}

/** PostgreSQL's codes for a deadlock, a serialization that failed, and a NULL where none may be. */
const [DEADLOCK, NOT_SERIALIZABLE, NOT_NULL] = ["40P01", "40001", "23502"];

/** Another transaction was there first: nothing was written, and it can be done again. */
export function isOvertaken(error: unknown): boolean {
	if (!(error instanceof pg.DatabaseError)) return false;
	return error.code === DEADLOCK || error.code === NOT_SERIALIZABLE || (error.code === NOT_NULL && error.column === "version");
}

/** The database refuses what a row says, by a type, a constraint or a trigger: without that row it can be done. */
export function isRefusedRow(error: unknown): boolean {
	return error instanceof pg.DatabaseError && /^(22|23|P0)/.test(error.code ?? "");
}
