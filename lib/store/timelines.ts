// What was counted, for charts? Days, hours and five minutes read as one: each step from the widest rows that lie in it,
// the young end from five minutes. One statement, so that nothing is read twice or left out while tallies are folded.
import type { Channel } from "../report";
import { type Counter, counters } from "../tally";
import { DAY_MS, HOUR_MS, stepOf } from "../time";
import { ALL, codeOf, NOT_STATED } from "./codes";
import type { Pool } from "./pool";

type Counts = Record<Counter, number>;

/** Steps of `stepMs`: rows may be shorter and several may lie in one. `from` begins such a step, an hour that is forgotten ends at `to`. */
type Stretch = { from: Date; to: Date; stepMs: number };

const FOLDED = "(SELECT folded_until FROM folding WHERE id = 1)";
const FORGOTTEN = "(SELECT forgotten_until FROM folding WHERE id = 1)";
/** Where days end and hours begin, where hours end and five minutes begin. */
const DAYS_END = `greatest($2::timestamptz, least(date_trunc('day', ${FOLDED}, 'UTC'), $4::timestamptz))`;
const HOURS_END = `least(${FOLDED}, $5::timestamptz)`;

/** `pick` names the columns and the rows; what was imported late into forgotten time is not in its hour yet, and comes with it. */
function across(pick: { columns: string; where: string }): string {
	const part = (table: string, from: string, to: string) =>
		`SELECT at, ${pick.columns} FROM ${table} WHERE service_id = $1 AND at >= ${from} AND at < ${to} AND ${pick.where}`;
	return [
		part("tally_day", "$2::timestamptz", DAYS_END),
		part("tally_hour", DAYS_END, HOURS_END),
		part("tally", `greatest($2::timestamptz, ${HOURS_END}, ${FORGOTTEN})`, "$3::timestamptz"),
		part("tally", "$2::timestamptz", `least($3::timestamptz, ${FORGOTTEN})`),
	].join(" UNION ALL ");
}

/** The parameters of `across`: a day or hour that `to` cuts is read from shorter rows. */
function boundsOf(serviceId: number, { from, to, stepMs }: Stretch): unknown[] {
	return [serviceId, from, to, stepMs < DAY_MS ? from : stepOf(to, DAY_MS), stepMs < HOUR_MS ? from : stepOf(to, HOUR_MS)];
}

/** Totals of one service, or of one of its channels; steps without a row are absent. */
export async function listTotals(
	pool: Pool,
	serviceId: number,
	{ channel, ...stretch }: Stretch & { channel: Channel | null },
): Promise<readonly ({ at: Date } & Counts)[]> {
	const where = `channel = $6 AND carrier_id = ${ALL} AND region_id = ${ALL}`;
	const { rows } = await pool.query<{ at: Date } & Counts>(`${across({ columns: counters.join(", "), where })} ORDER BY at`, [
		...boundsOf(serviceId, stretch),
		channel === null ? ALL : codeOf(channel),
	]);
	return rows;
}

/** `channels`: those a carrier can be on, or the one that was asked for; `null` for all. */
type Place = { channels: readonly Channel[] | null; carrierId: number | null; regionId: number | null };

type CellStep = { at: Date; hides: boolean } & Counts;

/**
 * Counts of the cells that a carrier or region narrows to. `hides`: a small cell of the carrier may be missing in it.
 * For lib/publish.ts alone to let out.
 */
export async function listCells(
	pool: Pool,
	serviceId: number,
	{ channels, carrierId, regionId, ...stretch }: Stretch & Place,
): Promise<readonly CellStep[]> {
	const [service, from, to, daysEnd, hoursEnd] = boundsOf(serviceId, stretch);
	const { rows } = await pool.query<CellStep>(carrierId === null ? OF_REGION : OF_CARRIER, [
		...[service, from, to, carrierId ?? daysEnd, hoursEnd],
		channels?.map(codeOf) ?? null,
		regionId,
	]);
	return rows;
}

const SUMS = counters.map((counter) => `sum(${counter})::int AS ${counter}`).join(", ");
const OF_PLACE = "($6::smallint[] IS NULL OR channel = ANY ($6::smallint[])) AND ($7::int IS NULL OR region_id = $7)";

/** Small cells are folded within their region: its sums are exact in hours and days too. */
const OF_REGION = `SELECT at, false AS hides, ${SUMS}
	FROM (${across({ columns: counters.join(", "), where: `channel > 0 AND carrier_id >= 0 AND ${OF_PLACE}` })}) AS cell GROUP BY at ORDER BY at`;

/** Five minutes while they live. Before, a channel and region with people of no carrier and no row of this one may hide some. */
const OF_CARRIER = `SELECT at, false AS hides, ${SUMS} FROM tally
	WHERE service_id = $1 AND at >= $2::timestamptz AND at < $3::timestamptz AND channel > 0 AND carrier_id = $4 AND ${OF_PLACE} GROUP BY at
	UNION ALL
	SELECT at, bool_or(hides) AS hides, ${SUMS}
	FROM (SELECT at, bool_and(carrier_id = ${NOT_STATED}) AS hides,
	    ${counters.map((counter) => `coalesce(sum(${counter}) FILTER (WHERE carrier_id = $4), 0) AS ${counter}`).join(", ")}
	  FROM tally_hour WHERE service_id = $1 AND at >= $2::timestamptz AND at < least($3::timestamptz, $5::timestamptz, ${FORGOTTEN})
	    AND channel > 0 AND carrier_id IN (${NOT_STATED}, $4) AND ${OF_PLACE} GROUP BY at, channel, region_id) AS cell
	GROUP BY at ORDER BY at`;
