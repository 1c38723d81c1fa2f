// What does a fit look back on? Tallies by cell and half hour, one UTC day at a time, so that memory holds one answer of
// the database however much was reported. Cells are of a country and a network already.
import { BLOCK_MS, type Day } from "../detect/history";
import { keyOf, type Names } from "../detect/space";
import type { Channel } from "../report";
import { DAY_MS, plus, uuidFloor } from "../time";
import { channelOf } from "./codes";
import type { Pool } from "./pool";

type Row = { service: string; region: string; carrier: string | null; channel: number; block: number; evidence: number; arrived: number };

/**
 * The UTC day (counted from the epoch) as a fit reads it, numbered by `names` in an order that is the same every time. What
 * the watch does not see is not in it either: services held back, and reports whose country is not known. A day of which
 * something was played in is empty: nobody lived it.
 */
export async function readDay(pool: Pool, names: Names, day: number): Promise<Day> {
	const from = new Date(day * DAY_MS);
	if (await isPlayed(pool, from)) return { day, entries: [] };
	const { rows } = await pool.query<Row>(
		`SELECT service.slug AS service, region.code AS region, carrier.key AS carrier, channel,
		   floor(extract(epoch FROM at - $1::timestamptz) * 1000 / $3)::int AS block, sum(evidence)::int AS evidence, sum(arrived)::int AS arrived
		 FROM tally JOIN service ON service.id = service_id JOIN region ON region.id = region_id LEFT JOIN carrier ON carrier.id = carrier_id
		 WHERE service_id = ANY (SELECT id FROM service WHERE held_at IS NULL) AND at >= $1::timestamptz AND at < $2::timestamptz
		   AND channel > 0 AND carrier_id >= 0
		 GROUP BY service.slug, region.code, carrier.key, channel, block
		 HAVING sum(evidence) + sum(arrived) > 0
		 ORDER BY block, service.slug COLLATE "C", region.code COLLATE "C", channel, carrier.key COLLATE "C" NULLS FIRST`,
		[from, plus(from, DAY_MS), BLOCK_MS],
	);
	return { day, entries: rows.map((row) => entryOf(row, channelOf(row.channel), names)) };
}

/** Did anybody report from the UTC day `from` on and before the day `to`? */
export async function hasHistory(pool: Pool, from: number, to: number): Promise<boolean> {
	const { rows } = await pool.query<{ known: boolean }>(
		`SELECT EXISTS (SELECT FROM tally WHERE service_id = ANY (SELECT id FROM service WHERE held_at IS NULL)
		   AND at >= $1::timestamptz AND at < $2::timestamptz AND channel > 0 AND carrier_id >= 0) AS known`,
		[new Date(from * DAY_MS), new Date(to * DAY_MS)],
	);
	return rows[0]?.known ?? false;
}

function entryOf({ block, evidence, arrived, ...row }: Row, named: Channel, names: Names): Day["entries"][number] {
	const channel = names.channel(named);
	const place = { service: names.service(row.service), region: names.region(row.region), carrier: names.carrier(row.carrier, channel) };
	return { leaf: keyOf({ ...place, channel }), block, evidence, arrived };
}

/** Was anything of this day made up? Incidents stay when their reports have been dropped. */
async function isPlayed(pool: Pool, from: Date): Promise<boolean> {
	const to = plus(from, DAY_MS);
	const { rows } = await pool.query<{ played: boolean }>(
		`SELECT EXISTS (SELECT FROM report WHERE service_id = ANY (SELECT id FROM service) AND demo AND id >= $1::uuid AND id < $2::uuid)
		   OR EXISTS (SELECT FROM incident WHERE demo AND opened_at >= $3::timestamptz AND opened_at < $4::timestamptz) AS played`,
		[uuidFloor(from), uuidFloor(to), from, to],
	);
	return rows[0]?.played ?? false;
}
