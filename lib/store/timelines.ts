// What was counted, for charts? Days, hours and five minutes read as one: each step from the widest rows that lie in it,
// the young end from five minutes. How far folding is may be read a moment before: it stays true while folding goes on.
import type { Cells } from "../catalog/reach";
import type { Channel } from "../report";
import { type Counter, counters } from "../tally";
import { DAY_MS, HOUR_MS, stepOf } from "../time";
import { ALL, codeOf, NOT_STATED } from "./codes";
import { earlier, findReach, later } from "./folding";
import type { Pool } from "./pool";
import { SUMS } from "./tallies";

type Counts = Record<Counter, number>;

/** `from` begins a step of `stepMs`. Rows may be shorter than a step; a forgotten hour that `to` cuts is left out. */
type Stretch = { from: Date; to: Date; stepMs: number };

type Part = { table: "tally" | "tally_hour" | "tally_day"; from: Date; to: Date };

/** Totals of one service, or of one of its channels; steps without a row are absent. */
export async function listTotals(
	pool: Pool,
	serviceId: number,
	{ channel, ...stretch }: Stretch & { channel: Channel | null },
): Promise<readonly ({ at: Date } & Counts)[]> {
	return listSumOfTotals(pool, { serviceIds: [serviceId], channels: channel === null ? null : [channel], ...stretch });
}

/** Totals of several services on some channels, added up; `null` channels: on any, where each person counts once. */
export async function listSumOfTotals(
	pool: Pool,
	{ serviceIds, channels, ...stretch }: Stretch & { serviceIds: readonly number[]; channels: readonly Channel[] | null },
): Promise<readonly ({ at: Date } & Counts)[]> {
	const values = [serviceIds, channels?.map(codeOf) ?? [ALL]];
	const where = `channel = ANY ($2::smallint[]) AND carrier_id = ${ALL} AND region_id = ${ALL}`;
	const together = across(await partsOf(pool, stretch), { columns: NUMBERS, where, values });
	const { rows } = await pool.query<{ at: Date } & Counts>(
		`SELECT at, ${SUMS} FROM (${together.text}) AS total GROUP BY at ORDER BY at`,
		together.values,
	);
	return rows;
}

/** `channels`: those a carrier can be on, or the one that was asked for; `null` for all. */
type Place = { channels: readonly Channel[] | null; carrierId: number | null; regionId: number | null };

export type CellStep = { at: Date; hides: boolean } & Counts;

/**
 * Counts of the cells that a carrier or region narrows to. `hides`: a small cell of the carrier may be missing in it.
 * For lib/publish.ts alone to let out.
 */
export async function listCells(
	pool: Pool,
	serviceId: number,
	{ carrierId, regionId, ...query }: Stretch & Place,
): Promise<readonly CellStep[]> {
	const one = (id: number | null) => (id === null ? null : [id]);
	return listSumOfCells(pool, { ...query, serviceIds: [serviceId], carrierIds: one(carrierId), regionIds: one(regionId) });
}

/** The same of several services, carriers and regions, added up. */
export async function listSumOfCells(pool: Pool, query: Stretch & Cells): Promise<readonly CellStep[]> {
	return query.carrierIds === null ? listOfRegions(pool, query) : listOfCarriers(pool, query);
}

const NUMBERS = counters.join(", ");
const OF_SERVICES = "service_id = ANY ($1::int[])";
const OF_PLACE =
	"channel > 0 AND ($2::smallint[] IS NULL OR channel = ANY ($2::smallint[])) AND ($3::int[] IS NULL OR region_id = ANY ($3::int[]))";

/** Small cells are folded within their region: its sums are exact in hours and days too. */
async function listOfRegions(pool: Pool, { serviceIds, channels, carrierIds: _none, regionIds, ...stretch }: Stretch & Cells) {
	const values = [serviceIds, channels?.map(codeOf) ?? null, regionIds];
	const cells = across(await partsOf(pool, stretch), { columns: NUMBERS, where: `carrier_id >= 0 AND ${OF_PLACE}`, values });
	const { rows } = await pool.query<CellStep>(
		`SELECT at, false AS hides, ${SUMS} FROM (${cells.text}) AS cell GROUP BY at ORDER BY at`,
		cells.values,
	);
	return rows;
}

/**
 * Five minutes while they live. Before, hours: there a channel and region with people of no carrier may hide some of each
 * carrier that has no row beside them.
 */
async function listOfCarriers(pool: Pool, { from, to, stepMs, serviceIds, channels, carrierIds, regionIds }: Stretch & Cells) {
	const hoursEnd = stepMs < HOUR_MS ? from : stepOf(to, HOUR_MS);
	const { rows } = await pool.query<CellStep>(
		`SELECT at, false AS hides, ${SUMS} FROM tally WHERE ${OF_SERVICES} AND ${OF_PLACE} AND carrier_id = ANY ($4::int[])
		   AND at >= $5::timestamptz AND at < $6::timestamptz GROUP BY at
		 UNION ALL
		 SELECT at, bool_or(hides) AS hides, ${SUMS}
		 FROM (SELECT at, bool_or(carrier_id = ${NOT_STATED})
		       AND count(*) FILTER (WHERE carrier_id <> ${NOT_STATED}) < cardinality($4::int[]) AS hides,
		     ${counters.map((counter) => `coalesce(sum(${counter}) FILTER (WHERE carrier_id <> ${NOT_STATED}), 0) AS ${counter}`).join(", ")}
		   FROM tally_hour WHERE ${OF_SERVICES} AND ${OF_PLACE} AND (carrier_id = ${NOT_STATED} OR carrier_id = ANY ($4::int[]))
		     AND at >= $5::timestamptz AND at < least($7::timestamptz, (SELECT forgotten_until FROM folding WHERE id = 1))
		   GROUP BY at, service_id, channel, region_id) AS cell
		 GROUP BY at ORDER BY at`,
		[serviceIds, channels?.map(codeOf) ?? null, regionIds, carrierIds, from, to, hoursEnd],
	);
	return rows;
}

/** Which rows answer which time: days, hours, five minutes, and what was imported into forgotten time and is in no hour yet. */
async function partsOf(pool: Pool, { from, to, stepMs }: Stretch): Promise<readonly Part[]> {
	if (stepMs < HOUR_MS) return [{ table: "tally", from, to }];
	const { foldedUntil, forgottenUntil } = await findReach(pool);
	const hoursEnd = earlier(foldedUntil, stepOf(to, HOUR_MS));
	const daysEnd = stepMs < DAY_MS ? from : later(from, stepOf(hoursEnd, DAY_MS));
	const parts: Part[] = [
		{ table: "tally_day", from, to: daysEnd },
		{ table: "tally_hour", from: daysEnd, to: hoursEnd },
		{ table: "tally", from: later(from, later(hoursEnd, forgottenUntil)), to },
		{ table: "tally", from, to: earlier(to, forgottenUntil) },
	];
	return parts.filter((part) => part.from < part.to);
}

/** One statement over all parts; `values` begin with the services, the bounds of the parts are added to them. */
function across(parts: readonly Part[], { columns, where, values }: { columns: string; where: string; values: readonly unknown[] }) {
	const text = parts.map(({ table }, index) => {
		const bound = values.length + 2 * index + 1;
		return `SELECT at, ${columns} FROM ${table}
			WHERE ${OF_SERVICES} AND ${where} AND at >= $${bound}::timestamptz AND at < $${bound + 1}::timestamptz`;
	});
	return { text: text.join(" UNION ALL "), values: [...values, ...parts.flatMap(({ from, to }) => [from, to])] };
}
