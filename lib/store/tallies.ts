// Tallies as PostgreSQL keeps them: wide rows per cell and five minutes, with total rows beside them so that a chart
// never reads cells or raw reports. Written only in the transaction of the reports they count.

import type { Channel } from "../report";
import { type Counter, counters, type TallyChange } from "../tally";
import { ALL, channelOf, codeOf, NOT_STATED } from "./codes";
import { makeParameters, type Parameters } from "./parameters";
import { type Connection, type Pool, prepared } from "./pool";

/** Every counter summed, under its own name. */
export const SUMS = counters.map((counter) => `sum(${counter})::int AS ${counter}`).join(", ");

export type TallyCounts = Record<Counter, number>;

/** A row as it lies in the table: for this folder alone. */
export type TallyRow = { serviceId: number; at: Date; channel: number; carrierId: number; regionId: number; counts: TallyCounts };

/** Adds changes to their cells, to the channel's total and to the service's total; rows are locked in key order. */
export async function addToTallies(connection: Connection, changes: readonly TallyChange[]): Promise<void> {
	await addRows(connection, rowsOf(changes));
}

/** Adds these counts, of which some may be negative, to the rows of their places. Throws when a count would fall below nothing. */
export async function addRows(connection: Connection, rows: readonly TallyRow[]): Promise<void> {
	if (rows.length > 0) await raise(connection, rows);
	await lowerTallies(connection, rows);
}

/** Locks every row of the changes and adds what goes up. A CHECK sees an upsert's row before the one it meets, so what goes down waits. */
async function raise(connection: Connection, rows: readonly TallyRow[]): Promise<void> {
	const parameters = makeParameters();
	await prepared(connection, "raise-tallies", raiseTallies(rows, parameters, "true"), parameters.values);
}

/** Raises these rows by what is above nothing, in key order, once `condition` is known. */
export function raiseTallies(rows: readonly TallyRow[], parameters: Parameters, condition: string): string {
	return `INSERT INTO tally AS kept (service_id, at, channel, carrier_id, region_id, ${counters.join(", ")})
		SELECT * FROM ${changedBy(rows, parameters, (count) => Math.max(0, count))}
		WHERE ${condition} ORDER BY service_id, at, channel, carrier_id, region_id
		ON CONFLICT (service_id, at, channel, carrier_id, region_id) DO UPDATE SET
		  ${RAISED}`;
}

/** Takes off what goes down, in rows that are raised, and so held, already. */
export async function lowerTallies(connection: Connection, rows: readonly TallyRow[]): Promise<void> {
	const lowered = rows.filter(isLowered);
	if (lowered.length === 0) return;
	const parameters = makeParameters();
	await prepared(
		connection,
		"lower-tallies",
		`UPDATE tally AS kept SET ${LOWERED}
		 FROM ${changedBy(lowered, parameters, (count) => Math.min(0, count))}
		 WHERE kept.service_id = t.service_id AND kept.at = t.at AND kept.channel = t.channel AND kept.carrier_id = t.carrier_id
		   AND kept.region_id = t.region_id`,
		parameters.values,
	);
}

/** Whether any count of these rows goes down. */
export function isLowering(rows: readonly TallyRow[]): boolean {
	return rows.some(isLowered);
}

function isLowered(row: TallyRow): boolean {
	return counters.some((counter) => row.counts[counter] < 0);
}

const RAISED = counters.map((counter) => `${counter} = kept.${counter} + EXCLUDED.${counter}`).join(", ");
const LOWERED = counters.map((counter) => `${counter} = kept.${counter} + t.${counter}`).join(", ");

function changedBy(rows: readonly TallyRow[], parameters: Parameters, part: (count: number) => number): string {
	return parameters.rows({
		service_id: ["int", rows.map((row) => row.serviceId)],
		at: ["timestamptz", rows.map((row) => row.at)],
		channel: ["smallint", rows.map((row) => row.channel)],
		carrier_id: ["int", rows.map((row) => row.carrierId)],
		region_id: ["int", rows.map((row) => row.regionId)],
		...Object.fromEntries(counters.map((counter) => [counter, ["int", rows.map((row) => part(row.counts[counter]))] as const])),
	});
}

/** Sums changes per row, totals included; rows whose changes cancel out are left away. */
export function rowsOf(changes: readonly TallyChange[]): TallyRow[] {
	const rows = new Map<string, TallyRow>();
	for (const { cell, at, counters: changed, by } of changes) {
		const { serviceId, regionId } = cell;
		const row = rowIn(rows, { serviceId, at, channel: codeOf(cell.channel), carrierId: cell.carrierId ?? NOT_STATED, regionId });
		for (const counter of changed) row.counts[counter] += by;
	}
	// From the cells' sums, not from every change: of a crowd there are many changes and few cells.
	for (const { counts, ...place } of [...rows.values()]) {
		const total = { ...place, carrierId: ALL, regionId: ALL };
		for (const row of [rowIn(rows, total), rowIn(rows, { ...total, channel: ALL })]) {
			for (const counter of counters) row.counts[counter] += counts[counter];
		}
	}
	return [...rows.values()].filter((row) => counters.some((counter) => row.counts[counter] !== 0));
}

function rowIn(rows: Map<string, TallyRow>, place: Omit<TallyRow, "counts">): TallyRow {
	const name = rowName(place);
	const known = rows.get(name);
	if (known) return known;
	const row = { ...place, counts: noCounts() };
	rows.set(name, row);
	return row;
}

/** The same for rows of the same place and step. */
export function rowName({ serviceId, at, channel, carrierId, regionId }: Omit<TallyRow, "counts">): string {
	return `${serviceId} ${at.getTime()} ${channel} ${carrierId} ${regionId}`;
}

export function noCounts(): TallyCounts {
	return { missing: 0, late: 0, rejected: 0, blocked: 0, arrived: 0, repeats: 0, reporters: 0, evidence: 0 };
}

/** One service's channels: counts of the window, and how many people spoke since `daySince`. */
export async function listChannelCounts(
	pool: Pool,
	serviceId: number,
	{ windowSince, daySince }: { windowSince: Date; daySince: Date },
): Promise<readonly { channel: Channel; window: TallyCounts; dayReporters: number; dayArrived: number }[]> {
	const { rows } = await pool.query<{ channel: number; day_reporters: number; day_arrived: number } & TallyCounts>(
		`SELECT channel, ${counters.map((counter) => `coalesce(sum(${counter}) FILTER (WHERE at >= $2::timestamptz), 0)::int AS ${counter}`).join(", ")},
		   sum(reporters)::int AS day_reporters, sum(arrived)::int AS day_arrived
		 FROM tally WHERE service_id = $1 AND at >= $3::timestamptz AND channel > 0 AND carrier_id = ${ALL} AND region_id = ${ALL}
		 GROUP BY channel`,
		[serviceId, windowSince, daySince],
	);
	return rows.map(({ channel, day_reporters, day_arrived, ...window }) => ({
		channel: channelOf(channel),
		window,
		dayReporters: day_reporters,
		dayArrived: day_arrived,
	}));
}

/** The same for every service that anybody reported since `daySince`: what the overview shows. */
export async function listAllChannelCounts(
	pool: Pool,
	{ windowSince, daySince }: { windowSince: Date; daySince: Date },
): Promise<
	readonly { serviceId: number; channel: Channel; window: TallyCounts; dayReporters: number; dayArrived: number; lastStepAt: Date }[]
> {
	const { rows } = await pool.query<
		{ service_id: number; channel: number; day_reporters: number; day_arrived: number; last_step_at: Date } & TallyCounts
	>(
		`SELECT service_id, channel, max(at) AS last_step_at,
		   ${counters.map((counter) => `coalesce(sum(${counter}) FILTER (WHERE at >= $1::timestamptz), 0)::int AS ${counter}`).join(", ")},
		   sum(reporters)::int AS day_reporters, sum(arrived)::int AS day_arrived
		 FROM tally WHERE service_id = ANY (SELECT id FROM service) AND at >= $2::timestamptz AND channel > 0 AND carrier_id = ${ALL} AND region_id = ${ALL}
		 GROUP BY service_id, channel`,
		[windowSince, daySince],
	);
	return rows.map(({ service_id, channel, day_reporters, day_arrived, last_step_at, ...window }) => ({
		serviceId: service_id,
		channel: channelOf(channel),
		window,
		dayReporters: day_reporters,
		dayArrived: day_arrived,
		lastStepAt: last_step_at,
	}));
}
