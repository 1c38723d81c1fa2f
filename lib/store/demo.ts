// What was played in, written and taken out again. Every row is marked; what is taken out is exactly what was marked, and
// the tallies lose what these rows had added.

import type { Filed } from "../import";
import { type CountedRow, changeOfRow } from "../rebuild";
import type { Channel } from "../report";
import type { Cell, TallyChange } from "../tally";
import { DAY_MS, plus, uuidFloor } from "../time";
import { correctTallies } from "./folding";
import { CELL, type CellRow, cellOf, insertReports } from "./ground";
import { makeDaysOf } from "./imports";
import { type Connection, inTransaction, type Pool, readClock } from "./pool";

/** Are there reports of people, and were any played in? */
export async function findGround(pool: Pool): Promise<{ hasReal: boolean; hasDemo: boolean }> {
	const { rows } = await pool.query<{ hasReal: boolean; hasDemo: boolean }>(
		`SELECT EXISTS (SELECT FROM report WHERE NOT demo) AS "hasReal",
		   EXISTS (SELECT FROM report WHERE demo) OR EXISTS (SELECT FROM incident WHERE demo) AS "hasDemo"`,
	);
	return rows[0] ?? { hasReal: false, hasDemo: false };
}

/** The services with reports since then that were played in. Costs nothing where no incident of a demo was opened lately. */
export async function listDemoServices(pool: Pool, since: Date): Promise<ReadonlySet<number>> {
	const { rows } = await pool.query<{ serviceId: number }>(
		`SELECT DISTINCT service_id AS "serviceId" FROM report
		 WHERE demo AND id >= $1::uuid AND EXISTS (SELECT FROM incident WHERE demo AND opened_at >= $2::timestamptz)`,
		[uuidFloor(since), plus(since, -DAY_MS)],
	);
	return new Set(rows.map(({ serviceId }) => serviceId));
}

export async function saveDemo(pool: Pool, filed: readonly Filed[]): Promise<void> {
	await makeDaysOf(pool, filed);
	await inTransaction(pool, async (connection) => {
		await insertReports(connection, filed, { demo: true });
		const changes = filed.flatMap(({ outcome }) => outcome.changes);
		await correctTallies(connection, changes, await readClock(connection));
	});
}

/** Takes everything out, in one transaction; returns the services it was about. */
export async function clearDemo(pool: Pool): Promise<readonly number[]> {
	return inTransaction(pool, async (connection) => {
		const services = await takeReports(connection);
		await connection.query("DELETE FROM audit WHERE subject IN (SELECT id::text FROM incident WHERE demo)");
		await connection.query("DELETE FROM incident WHERE demo");
		return services;
	});
}

type Row = CellRow & Omit<CountedRow, keyof Cell> & { service_id: number; channel: Channel; supersedes: string | null };

async function takeReports(connection: Connection): Promise<readonly number[]> {
	const { rows } = await connection.query<Row>(
		`DELETE FROM report WHERE service_id = ANY (SELECT id FROM service) AND demo
		 RETURNING id, service_id, at, channel, symptom, counted, evidence, supersedes, ${CELL}`,
	);
	const left = new Set(rows.flatMap((row) => row.supersedes ?? []));
	const counted = rows.flatMap((row) => changeOfRow({ ...row, serviceId: row.service_id, ...cellOf(row) }, left) ?? []);
	await correctTallies(
		connection,
		counted.map((change): TallyChange => ({ ...change, by: -1 })),
		await readClock(connection),
	);
	await connection.query(
		`DELETE FROM tally WHERE service_id = ANY ($1::int[])
		   AND missing + late + rejected + blocked + arrived + repeats + reporters + evidence = 0`,
		[rows.map((row) => row.service_id)],
	);
	return [...new Set(rows.map((row) => row.service_id))];
}
