// When do five-minute tallies go? Once their hours are folded and they are old. What is imported into that time later is
// added to its hours, which cannot be made anew any more, and goes in the same transaction.
import { counters, STEPS_KEPT_DAYS } from "../tally";
import { DAY_MS, HOUR_MS, plus, stepOf } from "../time";
import { NOT_STATED } from "./codes";
import { earlier, findFirstStep, foldDaysAgain, HOUR_REPORTERS_MIN, holdFolding, listHours } from "./folding";
import { type Connection, inTransaction, type Pool } from "./pool";
import { SUMS } from "./tallies";

/** Hours that one round forgets or adds, each a transaction of its own. */
const HOURS_PER_ROUND_MAX = 240;

/**
 * Forgets the five minutes of hours that are folded and older than `STEPS_KEPT_DAYS`; no sooner than the reports counted
 * in them, which can still be taken out. While an import is not done nothing is forgotten: its people still move.
 */
export async function forgetTallies(pool: Pool, now: Date, retainDays: number): Promise<void> {
	const keptFrom = stepOf(plus(now, -Math.max(STEPS_KEPT_DAYS, retainDays + 1) * DAY_MS), HOUR_MS);
	for (let hour = 0; hour < HOURS_PER_ROUND_MAX; hour++) if (!(await forgetNext(pool, keptFrom))) break;
	for (let hour = 0; hour < HOURS_PER_ROUND_MAX; hour++) if (!(await addLate(pool))) break;
}

/** Forgets the next hour that has anything; false when nothing is left that is old and folded. */
async function forgetNext(pool: Pool, keptFrom: Date): Promise<boolean> {
	return inTransaction(pool, async (connection) => {
		const { foldedUntil, forgottenUntil } = await holdFolding(connection);
		const target = earlier(keptFrom, stepOf(foldedUntil, DAY_MS));
		if (forgottenUntil >= target || (await isImporting(connection))) return false;
		const first = (await findFirstStep(connection, forgottenUntil)) ?? target;
		const until = earlier(target, plus(stepOf(first, HOUR_MS), HOUR_MS));
		await deleteSteps(connection, forgottenUntil, until);
		await connection.query("UPDATE folding SET forgotten_until = $1::timestamptz WHERE id = 1", [until]);
		return until < target;
	});
}

/** Adds the first hour that came late to its hours and days; false when there is none. */
async function addLate(pool: Pool): Promise<boolean> {
	return inTransaction(pool, async (connection) => {
		const { foldedUntil, forgottenUntil } = await holdFolding(connection);
		const first = await findFirstStep(connection, new Date(0));
		if (first === null || first >= forgottenUntil || (await isImporting(connection))) return false;
		const [from, until] = [stepOf(first, HOUR_MS), plus(stepOf(first, HOUR_MS), HOUR_MS)];
		const hours = await listHours(connection, from, until);
		await addToHours(connection, from, until);
		await deleteSteps(connection, from, until);
		await foldDaysAgain(connection, hours, foldedUntil);
		return true;
	});
}

/**
 * A cell keeps its carrier where the hour names it already, or where enough people came late and the hour hides nobody of
 * that channel and region: a part of a carrier's people must not read as all of them.
 */
async function addToHours(connection: Connection, from: Date, until: Date): Promise<void> {
	await connection.query(
		`INSERT INTO tally_hour AS kept (service_id, at, channel, carrier_id, region_id, ${counters.join(", ")})
		 SELECT service_id, $1::timestamptz, channel,
		   CASE WHEN carrier_id <= 0 OR (reporters >= $3 AND NOT EXISTS (SELECT FROM tally_hour AS hides WHERE hides.service_id = cell.service_id
		     AND hides.at = $1::timestamptz AND hides.channel = cell.channel AND hides.carrier_id = ${NOT_STATED} AND hides.region_id = cell.region_id))
		   OR EXISTS (SELECT FROM tally_hour AS named WHERE named.service_id = cell.service_id
		     AND named.at = $1::timestamptz AND named.channel = cell.channel AND named.carrier_id = cell.carrier_id AND named.region_id = cell.region_id)
		   THEN carrier_id ELSE ${NOT_STATED} END AS carrier, region_id, ${SUMS}
		 FROM (SELECT service_id, channel, carrier_id, region_id, ${SUMS} FROM tally
		   WHERE service_id = ANY (SELECT id FROM service) AND at >= $1::timestamptz AND at < $2::timestamptz
		   GROUP BY service_id, channel, carrier_id, region_id) AS cell
		 WHERE ${counters.join(" + ")} > 0
		 GROUP BY service_id, channel, carrier, region_id
		 ON CONFLICT (service_id, at, channel, carrier_id, region_id) DO UPDATE SET
		   ${counters.map((counter) => `${counter} = kept.${counter} + EXCLUDED.${counter}`).join(", ")}`,
		[from, until, HOUR_REPORTERS_MIN],
	);
}

async function deleteSteps(connection: Connection, from: Date, until: Date): Promise<void> {
	await connection.query(
		"DELETE FROM tally WHERE service_id = ANY (SELECT id FROM service) AND at >= $1::timestamptz AND at < $2::timestamptz",
		[from, until],
	);
}

/** Is any import not done? One that was broken off counts until it is run to its end. */
async function isImporting(connection: Connection): Promise<boolean> {
	const { rowCount } = await connection.query("SELECT FROM import WHERE salt IS NOT NULL LIMIT 1");
	return rowCount !== 0;
}
