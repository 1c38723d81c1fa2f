// Where do the tallies say something else than the reports they count? Both are read from one snapshot, service by service
// and day by day; what is short is added as a difference, so that reports which came in meanwhile keep their counts.
// One rebuild runs at a time, because a difference added twice would be wrong.

import { changeOfRow, type Difference, type Place, shortfallOf } from "../rebuild";
import type { Channel, Symptom } from "../report";
import { COUNT_WINDOW_MS, counters } from "../tally";
import { DAY_MS, HOUR_MS, plus, stepsBetween, uuidFloor } from "../time";
import { ALL, channelOf, statedOrNull } from "./codes";
import { foldAgain, holdFolding } from "./folding";
import { CELL, type CellRow, cellOf } from "./ground";
import { listWholeDays } from "./partitions";
import type { Connection, Pool } from "./pool";
import { addRows, noCounts, rowName, rowsOf, type TallyCounts, type TallyRow } from "./tallies";

/** Reports held in memory at once. */
const PAGE_ROWS = 5_000;
/** Rows of tallies mended in one transaction. */
const MENDED_ROWS = 1_000;

/** What one service's day came to: rows looked at, rows that differ, and what would make them equal. */
export type Comparison = { compared: number; differences: readonly Difference[]; shortfall: readonly TallyRow[] };

/**
 * Holds the right to rebuild while `deed` runs, and hands it the one connection that has it: when that is lost, so is
 * the deed. Throws a sentence when another rebuild is running.
 */
export async function whileRebuilding<Result>(pool: Pool, deed: (connection: Connection) => Promise<Result>): Promise<Result> {
	const connection = await pool.connect();
	// A line that falls fails its query; its event, unheard, would end the process.
	connection.on("error", () => {});
	try {
		const { rows } = await connection.query<{ held: boolean }>("SELECT pg_try_advisory_lock(hashtext('undelivered.rebuild')) AS held");
		if (!rows[0]?.held) throw new Error("Another rebuild is running: let it end.");
		return await deed(connection);
	} finally {
		// Ends the session: its lock, and a transaction that broke off, go with it.
		connection.release(true);
	}
}

/** Has the database what a rebuild reads? A dry run does not migrate. */
export async function isReady(connection: Connection): Promise<boolean> {
	const { rows } = await connection.query<{ is_ready: boolean }>("SELECT to_regclass('ground') IS NOT NULL AS is_ready");
	return rows[0]?.is_ready ?? false;
}

/** The services with reports or tallies of this day, held ones too. */
export async function listServicesOf(connection: Connection, day: Date): Promise<readonly number[]> {
	const next = plus(day, DAY_MS);
	const { rows } = await connection.query<{ service_id: number }>(
		`SELECT service_id FROM report WHERE service_id = ANY (SELECT id FROM service) AND id >= $1::uuid AND id < $2::uuid
		 UNION SELECT service_id FROM tally WHERE service_id = ANY (SELECT id FROM service) AND at >= $3::timestamptz AND at < $4::timestamptz
		 ORDER BY 1`,
		[uuidFloor(day), uuidFloor(next), day, next],
	);
	return rows.map((row) => row.service_id);
}

/** Compares one service's day in one snapshot; `null` when the day's reports are not kept whole. */
export async function compareDay(connection: Connection, serviceId: number, day: Date): Promise<Comparison | null> {
	await connection.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
	// Before the snapshot is taken: a day that is dropped under our eyes would look like a day without reports.
	await connection.query("LOCK TABLE report IN ACCESS SHARE MODE");
	const isWhole = (await listWholeDays(connection)).some((whole) => whole.getTime() === day.getTime());
	const comparison = isWhole
		? comparisonOf(await readTallies(connection, serviceId, day), await sumReports(connection, serviceId, day))
		: null;
	await connection.query("COMMIT");
	return comparison;
}

/**
 * Adds what the rows are short by and folds their hours again, in short transactions: a report waits for few rows, and every
 * part stands by itself.
 */
export async function mend(connection: Connection, shortfall: readonly TallyRow[]): Promise<void> {
	for (let from = 0; from < shortfall.length; from += MENDED_ROWS) {
		const rows = shortfall.slice(from, from + MENDED_ROWS);
		await connection.query("BEGIN");
		await holdFolding(connection);
		await addRows(connection, rows);
		await foldAgain(connection, rows);
		await connection.query("COMMIT");
	}
}

/** Folds a service's day again; tells how many rows of its hours, and of the day, that changes. `isDry` takes it back. */
export async function refold(
	connection: Connection,
	{ serviceId, day, isDry }: { serviceId: number; day: Date; isDry: boolean },
): Promise<{ compared: number; differing: number }> {
	await connection.query("BEGIN");
	await holdFolding(connection);
	const kept = await readFolded(connection, serviceId, day);
	await foldAgain(
		connection,
		stepsBetween(day, plus(day, DAY_MS), HOUR_MS).map((at) => ({ serviceId, at })),
	);
	const folded = await readFolded(connection, serviceId, day);
	await connection.query(isDry ? "ROLLBACK" : "COMMIT");
	const places = new Set([...kept.keys(), ...folded.keys()]);
	return { compared: places.size, differing: [...places].filter((place) => kept.get(place) !== folded.get(place)).length };
}

/** The folded rows of a service's day: what each counts, by its place. */
async function readFolded(connection: Connection, serviceId: number, day: Date): Promise<ReadonlyMap<string, string>> {
	const selection = (table: string) =>
		`SELECT '${table}' || row(at, channel, carrier_id, region_id)::text AS place, row(${counters.join(", ")})::text AS counts
		 FROM ${table} WHERE service_id = $1 AND at >= $2::timestamptz AND at < $3::timestamptz`;
	const { rows } = await connection.query<{ place: string; counts: string }>(
		`${selection("tally_hour")} UNION ALL ${selection("tally_day")}`,
		[serviceId, day, plus(day, DAY_MS)],
	);
	return new Map(rows.map(({ place, counts }) => [place, counts]));
}

type Rows = Map<string, TallyRow>;

function comparisonOf(kept: Rows, summed: Rows): Comparison {
	const rows = [...new Map([...kept, ...summed]).entries()].map(([name, row]) => {
		const counts = { kept: kept.get(name)?.counts ?? noCounts(), summed: summed.get(name)?.counts ?? noCounts() };
		return { row, ...counts, short: shortfallOf(counts.kept, counts.summed) };
	});
	const differing = rows.flatMap(({ short, ...rest }) => (short ? [{ ...rest, short }] : []));
	return {
		compared: rows.length,
		differences: differing.map(({ row, kept, summed }) => ({ ...placeOf(row), kept, summed })),
		shortfall: differing.map(({ row, short }) => ({ ...row, counts: { ...short } })),
	};
}

function placeOf({ serviceId, at, channel, carrierId, regionId }: TallyRow): Place {
	const cell = carrierId === ALL ? null : { carrierId: statedOrNull(carrierId), regionId };
	return { serviceId, at, channel: channel === ALL ? null : channelOf(channel), cell };
}

async function readTallies(connection: Connection, serviceId: number, day: Date): Promise<Rows> {
	const { rows } = await connection.query<{ at: Date; channel: number; carrier_id: number; region_id: number } & TallyCounts>(
		`SELECT at, channel, carrier_id, region_id, ${counters.join(", ")} FROM tally
		 WHERE service_id = $1 AND at >= $2::timestamptz AND at < $3::timestamptz`,
		[serviceId, day, plus(day, DAY_MS)],
	);
	const kept = rows.map(
		({ at, channel, carrier_id, region_id, ...counts }): TallyRow => ({
			serviceId,
			at,
			channel,
			carrierId: carrier_id,
			regionId: region_id,
			counts,
		}),
	);
	return new Map(kept.map((row) => [rowName(row), row]));
}

type ReportRow = CellRow & { id: string; at: Date; channel: Channel; symptom: Symptom; counted: boolean; evidence: boolean };

async function sumReports(connection: Connection, serviceId: number, day: Date): Promise<Rows> {
	const left = await readLeft(connection, serviceId, day);
	const summed: Rows = new Map();
	const columns = `id, at, channel, symptom, counted, evidence, ${CELL}`;
	for await (const page of pagesOf<ReportRow>(connection, `SELECT ${columns} FROM report WHERE`, {
		serviceId,
		from: day,
		to: plus(day, DAY_MS),
	})) {
		const changes = page.flatMap((report) => changeOfRow({ ...report, serviceId, ...cellOf(report) }, left) ?? []);
		for (const row of rowsOf(changes)) add(summed, row);
	}
	return summed;
}

/** The reports of the day whose person moved on, within the counting window: before it too, for a clock may be set back. */
async function readLeft(connection: Connection, serviceId: number, day: Date): Promise<ReadonlySet<string>> {
	const left = new Set<string>();
	const range = { serviceId, from: plus(day, -COUNT_WINDOW_MS), to: plus(day, DAY_MS + COUNT_WINDOW_MS) };
	const moves = "SELECT id, supersedes FROM report WHERE supersedes IS NOT NULL AND";
	for await (const page of pagesOf<{ id: string; supersedes: string }>(connection, moves, range)) {
		for (const { supersedes } of page) left.add(supersedes);
	}
	return left;
}

/** The reports of a service in a span of time, page by page in the order of ids. */
async function* pagesOf<Row extends { id: string }>(
	connection: Connection,
	selection: string,
	{ serviceId, from, to }: { serviceId: number; from: Date; to: Date },
): AsyncGenerator<readonly Row[]> {
	let after = uuidFloor(from);
	for (;;) {
		const { rows } = await connection.query<Row>(
			`${selection} service_id = $1 AND id > $2::uuid AND id < $3::uuid ORDER BY id LIMIT ${PAGE_ROWS}`,
			[serviceId, after, uuidFloor(to)],
		);
		const last = rows.at(-1);
		if (!last) return;
		yield rows;
		after = last.id;
	}
}

function add(rows: Rows, row: TallyRow): void {
	const sum = rows.get(rowName(row)) ?? { ...row, counts: noCounts() };
	for (const counter of counters) sum.counts[counter] += row.counts[counter];
	rows.set(rowName(row), sum);
}

/** How many claims of reports since `from` point at one that is not there. */
export async function countLostClaims(connection: Connection, from: Date): Promise<number> {
	const { rows } = await connection.query<{ lost: number }>(
		`SELECT count(*)::int AS lost
		 FROM reporter_claim AS person, json_each(person.claims) AS claim, LATERAL (SELECT (claim.value ->> 'reportId')::uuid AS id) AS counted
		 WHERE counted.id >= $1::uuid
		   AND NOT EXISTS (SELECT FROM report WHERE report.service_id = person.service_id AND report.id = counted.id)`,
		[uuidFloor(from)],
	);
	return rows[0]?.lost ?? 0;
}

/** What services, carriers and regions are called, held services and what is no longer listed included. */
export async function readNames(connection: Connection): Promise<Record<"service" | "carrier" | "region", ReadonlyMap<number, string>>> {
	const named = async (statement: string) => {
		const { rows } = await connection.query<{ id: number; name: string }>(statement);
		return new Map(rows.map(({ id, name }) => [id, name]));
	};
	return {
		service: await named("SELECT id, name FROM service"),
		carrier: await named("SELECT id, key AS name FROM carrier"),
		region: await named("SELECT id, code AS name FROM region"),
	};
}
