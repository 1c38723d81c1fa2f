// The report table is cut by UTC day of the id. Days are made ahead, so that intake never waits for one; a day whose
// rows already lie in the rest is made and filled in one transaction; days past their keep are dropped.
import { DAY_MS, dayOf, plus, stepOf, uuidFloor } from "../time";
import { type Connection, inTransaction, type Pool } from "./pool";

/** Days that stand ready before they begin. */
const DAYS_AHEAD = 3;
/** DDL waits this long for its lock, then gives way to reports. */
const LOCK_TIMEOUT_MS = 2_000;
/** A day that could not be dropped is tried once more when the others have been. */
const TRIES = 2;
/** Drops that may fail before a round gives up: reports wait while one waits. The next round tries again. */
const FAILURES_PER_ROUND_MAX = 6;

/** Makes the partitions of today and the next three days where they are missing; of several processes at once one does. */
export async function makePartitions(pool: Pool, now: Date): Promise<void> {
	await makeDays(
		pool,
		Array.from({ length: DAYS_AHEAD + 1 }, (_, day) => stepOf(plus(now, day * DAY_MS), DAY_MS)),
	);
}

/** Makes the partitions of these days, each told by its midnight, where they are missing. */
export async function makeDays(pool: Pool, days: readonly Date[]): Promise<void> {
	const existing = new Set(await listPartitions(pool));
	for (const day of days) if (!existing.has(nameOf(day))) await makePartition(pool, day);
}

async function makePartition(pool: Pool, day: Date): Promise<void> {
	const [name, from, to] = [nameOf(day), uuidFloor(day), uuidFloor(plus(day, DAY_MS))];
	await inTransaction(pool, async (connection) => {
		await connection.query("SELECT pg_advisory_xact_lock(hashtext('undelivered.partitions'))");
		if ((await listPartitions(connection)).includes(name)) return;
		await connection.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
		await connection.query(`CREATE TABLE ${name} (LIKE report INCLUDING ALL)`);
		await connection.query(`INSERT INTO ${name} SELECT * FROM report_rest WHERE id >= $1::uuid AND id < $2::uuid`, [from, to]);
		await connection.query("DELETE FROM report_rest WHERE id >= $1::uuid AND id < $2::uuid", [from, to]);
		await connection.query(`ALTER TABLE report ATTACH PARTITION ${name} FOR VALUES FROM ('${from}') TO ('${to}')`);
	});
}

/** The first day whose reports are kept, whole. */
export function oldestDay(now: Date, retainDays: number): Date {
	return stepOf(plus(now, -retainDays * DAY_MS), DAY_MS);
}

/**
 * Drops the days that ended more than `retainDays` ago, and what is as old in the rest: such days are never made. One that
 * somebody holds keeps no other from being dropped; what is left after a second try is thrown.
 */
export async function dropPartitions(pool: Pool, now: Date, retainDays: number): Promise<void> {
	const keptFrom = oldestDay(now, retainDays);
	await recordWholeSince(pool, keptFrom);
	await pool.query("DELETE FROM report_rest WHERE id < $1::uuid", [uuidFloor(keptFrom)]);
	let left = (await listPartitions(pool)).filter((name) => name < nameOf(keptFrom));
	const failures: unknown[] = [];
	for (let round = 0; round < TRIES; round++) left = await dropEach(pool, left, failures);
	if (left.length > 0) throw new Error(`${left.join(", ")} could not be dropped`, { cause: failures[0] });
}

/** Tries each of them; returns those that still stand. */
async function dropEach(pool: Pool, names: readonly string[], failures: unknown[]): Promise<string[]> {
	const left: string[] = [];
	for (const name of names) {
		try {
			if (failures.length < FAILURES_PER_ROUND_MAX) await dropPartition(pool, name);
			else left.push(name);
		} catch (error) {
			failures.push(error);
			left.push(name);
		}
	}
	return left;
}

async function dropPartition(pool: Pool, name: string): Promise<void> {
	await inTransaction(pool, async (connection) => {
		await connection.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
		await connection.query(`DROP TABLE ${name}`);
	});
}

/** Before anything is dropped: an import may make a day anew that was dropped, and it would look whole. */
async function recordWholeSince(pool: Pool, day: Date): Promise<void> {
	await pool.query(
		`INSERT INTO ground AS kept (id, whole_since) VALUES (1, $1::timestamptz)
		 ON CONFLICT (id) DO UPDATE SET whole_since = greatest(kept.whole_since, EXCLUDED.whole_since)`,
		[day],
	);
}

/** The days whose reports are all here: nothing of them was dropped, and they have a table or rows in the rest. */
export async function listWholeDays(connection: Pool | Connection): Promise<readonly Date[]> {
	const { rows: since } = await connection.query<{ whole_since: Date }>("SELECT whole_since FROM ground");
	const { rows } = await connection.query<{ day: string }>(
		"SELECT DISTINCT to_char(at AT TIME ZONE 'UTC', 'YYYYMMDD') AS day FROM report_rest",
	);
	const names = new Set([...(await listPartitions(connection)).map((name) => name.slice(-8)), ...rows.map((row) => row.day)]);
	const days = [...names].map((day) => new Date(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00.000Z`));
	return days.filter((day) => since.every((one) => day >= one.whole_since));
}

/** How many reports lie in the rest though their day came before `today`: the leader should have moved them. */
export async function countStranded(connection: Pool | Connection, today: Date): Promise<number> {
	const { rows } = await connection.query<{ stranded: number }>("SELECT count(*)::int AS stranded FROM report_rest WHERE id < $1::uuid", [
		uuidFloor(today),
	]);
	return rows[0]?.stranded ?? 0;
}

async function listPartitions(pool: Pool | Connection): Promise<readonly string[]> {
	const { rows } = await pool.query<{ name: string }>(
		`SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
		 WHERE i.inhparent = 'report'::regclass AND c.relname ~ '^report_\\d{8}$' ORDER BY 1`,
	);
	return rows.map((row) => row.name);
}

function nameOf(day: Date): string {
	return `report_${dayOf(day).replaceAll("-", "")}`;
}
