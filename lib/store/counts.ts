// How do processes tell each other how often a name was counted? Each writes what it counts itself, whole and not by how
// much it grew, so that telling twice is telling once; the others read the sum of what changed.
import { randomUUID } from "node:crypto";
import type { Told } from "../counter";
import { plus, SECOND_MS } from "../time";
import type { Pool } from "./pool";

/** A statement that began earlier may be seen later: what changed is read again for so long. */
const OVERLAP_MS = 5 * SECOND_MS;

type Row = { name: string; count: number; until: Date };

/** An exchange in the name of a process of its own; `now` is the database's time. */
export function openExchange(pool: Pool, now: () => Date): (told: readonly Told[]) => Promise<readonly Told[]> {
	const process = randomUUID();
	let heardAt = new Date(0);

	return async (told) => {
		const at = now();
		if (told.length > 0) await tell(pool, process, { told, at });
		const { rows } = await pool.query<Row>(
			`SELECT name, sum(count)::int AS count, min(until) AS until FROM limit_count
			 WHERE process <> $1 AND until > $2::timestamptz
			   AND name IN (SELECT name FROM limit_count WHERE told_at > $3::timestamptz AND process <> $1)
			 GROUP BY name`,
			[process, at, plus(heardAt, -OVERLAP_MS)],
		);
		heardAt = at;
		return rows.map(({ name, count, until }) => ({ name, count, leftMs: until.getTime() - at.getTime() }));
	};
}

async function tell(pool: Pool, process: string, { told, at }: { told: readonly Told[]; at: Date }): Promise<void> {
	await pool.query(
		`INSERT INTO limit_count (process, name, count, until, told_at)
		 SELECT $1::uuid, name, count, until, $5::timestamptz FROM unnest($2::text[], $3::int[], $4::timestamptz[]) AS t(name, count, until)
		 ON CONFLICT (process, name) DO UPDATE SET count = EXCLUDED.count, until = EXCLUDED.until, told_at = EXCLUDED.told_at`,
		[process, told.map((one) => one.name), told.map((one) => one.count), told.map(({ leftMs }) => plus(at, leftMs)), at],
	);
}

/** Forgets windows that are over, whoever counted them. */
export async function forgetCounts(pool: Pool, now: Date): Promise<void> {
	await pool.query("DELETE FROM limit_count WHERE until < $1::timestamptz", [now]);
}
