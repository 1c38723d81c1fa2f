// The intake transaction: many reports, one commit. Claims are locked, each report is counted in the process by
// lib/tally.ts, then raw rows, claims, tallies and kept answers are written together. Acknowledged means committed:
// nobody is answered before COMMIT has come back, and what comes back dates the reports by the database's clock.
import { randomBytes } from "node:crypto";
import type { Channel, Report, Symptom } from "../report";
import { changesOf, countReport, type Outcome, repeatChange } from "../tally";
import { plus, uuidFloor, uuidFloorOf, uuidOf } from "../time";
import { lockClaims, saveClaims, settle, standingOf } from "./claims";
import { NOT_STATED, statedOrNull } from "./codes";
import { correctTallies } from "./folding";
import { type Answered, type Keyed, keepAnswers, takeKeys } from "./idempotency";
import { settleKeys } from "./midnight";
import { beginWithin, type Connection, inTransaction, type Pool, prepared, readClock } from "./pool";
import { addToTallies } from "./tallies";

/** A flush that has not committed by then is cancelled, so that nothing arrives behind the watch's back. */
export const COMMIT_TIMEOUT_MS = 5_000;

/** `reporterKey`: the key it was counted under, yesterday's for who stands there. */
export type Filed = { id: string; at: Date; reporterKey: Buffer; outcome: Outcome };

/** One report on its way in; `keyed` when the client sent an Idempotency-Key. */
export type Filing = { report: Report; keyed: Keyed | null };

/** What became of a filing: filed, or answered already under the same key. */
export type Settled = { tag: "filed"; filed: Filed } | Answered;

/** Commits a batch, in order. Throws when the database did; then nothing of the batch is kept. */
export async function commitReports(pool: Pool, filings: readonly Filing[]): Promise<readonly Settled[]> {
	return inTransaction(pool, async (connection) => {
		const begunAt = performance.now();
		const at = await beginWithin(connection, COMMIT_TIMEOUT_MS);
		const answered = await takeKeys(connection, filings, at);
		const fresh = filings.filter((filing) => !answered.has(filing));
		const filed = await fileReports(
			connection,
			fresh.map((filing) => filing.report),
			at,
		);
		const settled = new Map<Filing, Settled>(answered);
		for (const [index, filing] of fresh.entries()) {
			const one = filed[index];
			if (one) settled.set(filing, { tag: "filed", filed: one });
		}
		await keepAnswers(connection, settled);
		if (performance.now() - begunAt > COMMIT_TIMEOUT_MS) throw new Error("the batch took too long and was given up before its commit");
		return filings.flatMap((filing) => settled.get(filing) ?? []);
	});
}

async function fileReports(connection: Connection, incoming: readonly Report[], at: Date): Promise<readonly Filed[]> {
	if (incoming.length === 0) return [];
	const reports = await settleKeys(connection, incoming, at);
	const claims = await lockClaims(connection, reports, at);
	const filed = reports.map((report) => {
		const id = uuidOf(at, randomBytes(10));
		const outcome = countReport(id, report, standingOf(claims, report), at);
		settle(claims, report, outcome.standing);
		return { id, at, report, reporterKey: report.reporterKey, outcome };
	});
	await saveClaims(connection, claims);
	await insertReports(connection, filed, { demo: false });
	await addToTallies(
		connection,
		filed.flatMap(({ outcome }) => outcome.changes),
	);
	return filed;
}

/** Writes rows of the ground; `demo` when they were played in and are nobody's. */
export async function insertReports(
	connection: Connection,
	rows: readonly { id: string; at: Date; report: Report; outcome: Outcome }[],
	{ demo }: { demo: boolean },
): Promise<void> {
	await prepared(
		connection,
		"insert-reports",
		`INSERT INTO report (service_id, id, at, channel, symptom, flow, carrier_id, region_id, waited_seconds, tried_minutes_ago, note,
		   reporter_key, network_key, origin_country, counted, evidence, weight_reason, repeat_of, supersedes, demo)
		 SELECT * FROM unnest($1::int[], $2::uuid[], $3::timestamptz[], $4::channel[], $5::symptom[], $6::flow[], $7::int[], $8::int[], $9::int[],
		   $10::int[], $11::text[], $12::bytea[], $13::bytea[], $14::char(2)[], $15::bool[], $16::bool[], $17::text[], $18::uuid[], $19::uuid[], $20::bool[])`,
		[
			rows.map((row) => row.report.serviceId),
			rows.map((row) => row.id),
			rows.map((row) => row.at),
			rows.map((row) => row.report.channel),
			rows.map((row) => row.report.symptom),
			rows.map((row) => row.report.flow),
			rows.map((row) => row.report.carrierId ?? NOT_STATED),
			rows.map((row) => row.report.regionId),
			rows.map((row) => row.report.waitedSeconds),
			rows.map((row) => row.report.triedMinutesAgo),
			rows.map((row) => row.report.note),
			rows.map((row) => row.report.reporterKey),
			rows.map((row) => row.report.networkKey),
			rows.map((row) => row.report.originCountry),
			rows.map((row) => row.outcome.counted),
			rows.map((row) => row.outcome.evidence),
			rows.map((row) => row.outcome.weightReason),
			rows.map((row) => row.outcome.repeatOf),
			rows.map((row) => row.outcome.supersedes),
			rows.map(() => demo),
		],
	);
}

/** The cell a stored report is counted in: the network of an MVNO, the country of a region. */
export const CELL = `coalesce((SELECT n.id FROM carrier c JOIN carrier n ON n.key = c.parent_key WHERE c.id = report.carrier_id), report.carrier_id) AS cell_carrier_id,
   coalesce((SELECT n.id FROM region r JOIN region n ON n.code = r.parent WHERE r.id = report.region_id), report.region_id) AS cell_region_id`;

export type CellRow = { cell_carrier_id: number; cell_region_id: number };

export function cellOf(row: CellRow): Report["cell"] {
	return { carrierId: statedOrNull(row.cell_carrier_id), regionId: row.cell_region_id };
}

type ReportRow = CellRow & {
	service_id: number;
	channel: Channel;
	symptom: Symptom;
	flow: Report["flow"];
	carrier_id: number;
	region_id: number;
	reporter_key: Buffer;
	network_key: Buffer;
	origin_country: string | null;
};

/** A stored report of the last `withinMs`, as it could be filed again under its own keys; `null` when there is none. */
export async function findReport(pool: Pool, id: string, withinMs: number): Promise<Report | null> {
	const oldest = uuidFloor(plus(await readClock(pool), -withinMs));
	const { rows } = await pool.query<ReportRow>(
		`SELECT service_id, channel, symptom, flow, carrier_id, region_id, reporter_key, network_key, origin_country, ${CELL}
		 FROM report WHERE service_id = ANY (SELECT id FROM service) AND id = $1::uuid AND id >= $2::uuid`,
		[id, oldest],
	);
	const [row] = rows;
	if (!row) return null;
	return {
		serviceId: row.service_id,
		channel: row.channel,
		symptom: row.symptom,
		flow: row.flow,
		carrierId: statedOrNull(row.carrier_id),
		regionId: row.region_id,
		cell: cellOf(row),
		waitedSeconds: null,
		triedMinutesAgo: 0,
		note: null,
		originCountry: row.origin_country,
		reporterKey: row.reporter_key,
		reporterKeyBefore: null,
		networkKey: row.network_key,
		networkKeyBefore: null,
	};
}

/**
 * Takes back what a person said on this service and channel since their episode began: its rows leave the ground and
 * their counts leave the tallies. Twice is the same as once.
 */
export async function withdrawReports(pool: Pool, report: Report, id: string): Promise<void> {
	await inTransaction(pool, async (connection) => {
		const at = await readClock(connection);
		const claims = await lockClaims(connection, [report], at);
		const standing = standingOf(claims, report);
		const [first = id] = [id, standing.claim?.firstReportId ?? id].sort();
		const { rows } = await connection.query<CellRow & { at: Date; weight_reason: string | null }>(
			`DELETE FROM report WHERE service_id = $1 AND reporter_key = $2 AND channel = $3::channel AND id >= $4::uuid
			 RETURNING at, weight_reason, ${CELL}`,
			[report.serviceId, report.reporterKey, report.channel, uuidFloorOf(first)],
		);
		const repeats = rows.filter((row) => row.weight_reason === "repeat");
		const changes = repeats.map((row) => repeatChange({ ...report, ...cellOf(row) }, row.at, -1));
		if (standing.claim !== null) changes.push(...changesOf(standing.claim, report, -1));
		await correctTallies(connection, changes, at);
		const gave = standing.claim?.evidenceAt ?? null;
		settle(claims, report, { ...standing, claim: null, reporterEvidenceAt: gave === null ? standing.reporterEvidenceAt : null });
		await saveClaims(connection, claims);
	});
}
