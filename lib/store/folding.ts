// How do five minutes become hours and days? An hour is folded once nothing of every day can change it any more; what
// changes it later (an import, an episode taken back, the demo) folds it again in its own transaction. Totals stay exact;
// a cell with few people is folded into carrier "not stated" of its country. One row, `folding`, says how far it is.
import { COUNT_WINDOW_MS, counters, type TallyChange } from "../tally";
import { DAY_MS, HOUR_MS, plus, stepOf } from "../time";
import { NOT_STATED } from "./codes";
import { type Connection, inTransaction, type Pool } from "./pool";
import { addToTallies, SUMS } from "./tallies";

/** A person moves out of the hour they were counted in for six hours; the seventh covers commits and clocks. */
export const RIPE_AFTER_MS = COUNT_WINDOW_MS + HOUR_MS;
/** People a cell needs to keep its carrier in an hour. */
export const HOUR_REPORTERS_MIN = 5;
/** Chunks of at most a day that one round folds: longer standstills are caught up over several rounds. */
const CHUNKS_PER_ROUND_MAX = 60;

/** One service's hour, told by its start. */
export type ServiceHour = { serviceId: number; at: Date };

/**
 * Hours before `foldedUntil` stand in `tally_hour`, and whole days before it in `tally_day`. Five minutes before
 * `forgottenUntil` are gone: what lies there nevertheless came late and is not in the hours yet.
 */
export type Reach = { foldedUntil: Date; forgottenUntil: Date };

/** Folds what is ripe at `now`, at most a day a transaction; killed or run twice it comes to the same. */
export async function foldHours(pool: Pool, now: Date): Promise<void> {
	const ripeUntil = stepOf(plus(now, -RIPE_AFTER_MS), HOUR_MS);
	for (let chunk = 0; chunk < CHUNKS_PER_ROUND_MAX; chunk++) if (!(await foldNext(pool, ripeUntil))) return;
}

/** Folds up to the next midnight that has anything before it; false when no ripe hour is left. */
async function foldNext(pool: Pool, ripeUntil: Date): Promise<boolean> {
	return inTransaction(pool, async (connection) => {
		const { foldedUntil } = await holdFolding(connection);
		// A clock that ran ahead folded hours that people still speak in, and may have called their five minutes forgotten.
		if (foldedUntil > ripeUntil) await moveFolding(connection, ripeUntil);
		if (foldedUntil >= ripeUntil) return false;
		const first = (await findFirstStep(connection, foldedUntil)) ?? ripeUntil;
		const until = earlier(ripeUntil, plus(stepOf(first, DAY_MS), DAY_MS));
		await refill(connection, "hour", await listHours(connection, foldedUntil, until));
		await refill(connection, "day", await listDays(connection, stepOf(foldedUntil, DAY_MS), stepOf(until, DAY_MS)));
		await moveFolding(connection, until);
		return until < ripeUntil;
	});
}

async function moveFolding(connection: Connection, foldedUntil: Date): Promise<void> {
	await connection.query(
		"UPDATE folding SET folded_until = $1::timestamptz, forgotten_until = least(forgotten_until, $1::timestamptz) WHERE id = 1",
		[foldedUntil],
	);
}

/**
 * Folds these hours of these services again, and their days: for whoever changed their five minutes in this transaction.
 * Such a transaction calls `holdFolding` before it writes. Hours not folded yet, or forgotten already, are left alone.
 */
export async function foldAgain(connection: Connection, hours: readonly ServiceHour[]): Promise<void> {
	const { foldedUntil, forgottenUntil } = await holdFolding(connection);
	const folded = distinct(hours, HOUR_MS).filter(({ at }) => at >= forgottenUntil && at < foldedUntil);
	await refill(connection, "hour", folded);
	await foldDaysAgain(connection, folded, foldedUntil);
}

/** Makes the days of these hours anew where the whole day is folded. */
export async function foldDaysAgain(connection: Connection, hours: readonly ServiceHour[], foldedUntil: Date): Promise<void> {
	const days = distinct(hours, DAY_MS).filter(({ at }) => at < stepOf(foldedUntil, DAY_MS));
	await refill(connection, "day", days);
}

/** Adds changes that may lie in hours which are folded; `at`: the database's time in this transaction. */
export async function correctTallies(connection: Connection, changes: readonly TallyChange[], at: Date): Promise<void> {
	const reachesBack = changes.some((change) => change.at < plus(at, -COUNT_WINDOW_MS));
	if (reachesBack) await holdFolding(connection);
	await addToTallies(connection, changes);
	if (!reachesBack) return;
	await foldAgain(
		connection,
		changes.map((change) => ({ serviceId: change.cell.serviceId, at: change.at })),
	);
}

/** How far folding is; until the transaction ends nobody folds, forgets or corrects beside it. */
export async function holdFolding(connection: Connection): Promise<Reach> {
	return reachOf(await connection.query<Reach>(`${REACH} FOR UPDATE`));
}

/** How far folding is; nobody is held up. */
export async function findReach(pool: Pool): Promise<Reach> {
	return reachOf(await pool.query<Reach>(REACH));
}

const REACH = 'SELECT folded_until AS "foldedUntil", forgotten_until AS "forgottenUntil" FROM folding WHERE id = 1';

function reachOf({ rows: [reach] }: { rows: Reach[] }): Reach {
	if (!reach) throw new Error("the row that says how far tallies are folded is gone");
	return reach;
}

/** The first five minutes from `from` on in which anybody reported anything. */
export async function findFirstStep(connection: Connection, from: Date): Promise<Date | null> {
	const { rows } = await connection.query<{ at: Date | null }>(
		`SELECT min(first.at) AS at FROM service,
		   LATERAL (SELECT at FROM tally WHERE service_id = service.id AND at >= $1::timestamptz ORDER BY at LIMIT 1) AS first`,
		[from],
	);
	return rows[0]?.at ?? null;
}

/** The hours of a stretch that have five minutes. */
export async function listHours(connection: Connection, from: Date, to: Date): Promise<readonly ServiceHour[]> {
	const { rows } = await connection.query<ServiceHour>(
		`SELECT DISTINCT service_id AS "serviceId", date_bin('1 hour', at, '1970-01-01Z') AS at FROM tally
		 WHERE service_id = ANY (SELECT id FROM service) AND at >= $1::timestamptz AND at < $2::timestamptz`,
		[from, to],
	);
	return rows;
}

async function listDays(connection: Connection, from: Date, to: Date): Promise<readonly ServiceHour[]> {
	if (from >= to) return [];
	const { rows } = await connection.query<ServiceHour>(
		`SELECT DISTINCT service_id AS "serviceId", date_bin('1 day', at, '1970-01-01Z') AS at FROM tally_hour
		 WHERE service_id = ANY (SELECT id FROM service) AND at >= $1::timestamptz AND at < $2::timestamptz`,
		[from, to],
	);
	return rows;
}

const grains = {
	hour: { table: "tally_hour", source: "tally", stepMs: HOUR_MS },
	day: { table: "tally_day", source: "tally_hour", stepMs: DAY_MS },
} as const;

/** Replaces these steps by what their source says now; a cell that is empty has no row. */
async function refill(connection: Connection, grain: keyof typeof grains, steps: readonly ServiceHour[]): Promise<void> {
	if (steps.length === 0) return;
	const { table, source, stepMs } = grains[grain];
	const [services, starts] = [steps.map(({ serviceId }) => serviceId), steps.map(({ at }) => at)];
	await connection.query(
		`DELETE FROM ${table} AS kept USING unnest($1::int[], $2::timestamptz[]) AS t(service_id, at)
		 WHERE kept.service_id = t.service_id AND kept.at = t.at`,
		[services, starts],
	);
	await connection.query(
		`INSERT INTO ${table} (service_id, at, channel, carrier_id, region_id, ${counters.join(", ")})
		 SELECT t.service_id, t.at, channel, CASE WHEN carrier_id > 0 AND reporters < $4 THEN ${NOT_STATED} ELSE carrier_id END AS carrier,
		   region_id, ${SUMS}
		 FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) AS t(service_id, at, until),
		   LATERAL (SELECT channel, carrier_id, region_id, ${SUMS} FROM ${source}
		     WHERE service_id = t.service_id AND at >= t.at AND at < t.until GROUP BY channel, carrier_id, region_id) AS cell
		 WHERE ${counters.join(" + ")} > 0
		 GROUP BY t.service_id, t.at, channel, carrier, region_id`,
		[services, starts, starts.map((at) => plus(at, stepMs)), HOUR_REPORTERS_MIN],
	);
}

function distinct(steps: readonly ServiceHour[], stepMs: number): readonly ServiceHour[] {
	const found = new Map(
		steps.map(({ serviceId, at }) => [`${serviceId} ${stepOf(at, stepMs).getTime()}`, { serviceId, at: stepOf(at, stepMs) }]),
	);
	return [...found.values()];
}

export function later(one: Date, other: Date): Date {
	return one > other ? one : other;
}

export function earlier(one: Date, other: Date): Date {
	return one < other ? one : other;
}
