// How a batch of reports is committed. What stands already is read, each report is counted in the process by lib/tally.ts,
// and one statement writes claims, raw rows and tallies, so that it is committed when its answer comes. Acknowledged means
// committed; what comes back dates the reports by the database's clock.
import { randomBytes } from "node:crypto";
import type { Channel, Report, Symptom } from "../report";
import { changeOf, countReport, type Outcome, repeatChange } from "../tally";
import { plus, uuidFloor, uuidFloorOf, uuidOf } from "../time";
import { type Claims, holdClaims, readClaims, saveNetworks, savePeople, settle, standingOf } from "./claims";
import { statedOrNull } from "./codes";
import { correctTallies } from "./folding";
import { CELL, type CellRow, cellOf, insertion } from "./ground";
import { type Answered, type Keyed, keepAnswers, takeKeys } from "./idempotency";
import { underItsKey } from "./midnight";
import { makeParameters } from "./parameters";
import { type Connection, inTransaction, isOvertaken, openPool, type Pool, prepared, readClock } from "./pool";
import { isLowering, lowerTallies, raiseTallies, rowsOf, type TallyRow } from "./tallies";

/** A flush that has not committed by then is given up, so that nothing arrives behind the watch's back. */
const COMMIT_TIMEOUT_MS = 5_000;
/** Half of it for reading and counting, half for the statement that writes. */
const STATEMENT_TIMEOUT_MS = COMMIT_TIMEOUT_MS / 2;
/** A statement is planned once, perhaps while tables are empty: by the indexes it is good at any size. */
const BY_INDEX = { enable_seqscan: "off", enable_hashjoin: "off", enable_mergejoin: "off", plan_cache_mode: "force_generic_plan" };
/** Batches in flight, with one to spare for whoever takes a report back. */
const CONNECTIONS_MAX = 3;

/** What `uuidOf` takes of chance: fetched for a whole batch, as each fetching costs as much as counting a report. */
const UUID_CHANCE_BYTES = 10;

/** `reporterKey`: the key it was counted under, yesterday's for who stands there. */
export type Filed = { id: string; at: Date; reporterKey: Buffer; outcome: Outcome };

/** One report on its way in; `keyed` when the client sent an Idempotency-Key. */
export type Filing = { report: Report; keyed: Keyed | null };

/** What became of a filing: filed, or answered already under the same key. */
export type Settled = { tag: "filed"; filed: Filed } | Answered;

/** What a batch comes to before any of it is written. */
type Counted = { claims: Claims; filed: readonly (Filed & { report: Report })[]; tallies: readonly TallyRow[] };

/** Connections for intake alone: no reader makes a report wait, and statements end in time. */
export function openIntakePool(connectionString: string, onError: (error: Error) => void): Pool {
	return openPool(connectionString, onError, { statementTimeoutMs: STATEMENT_TIMEOUT_MS, max: CONNECTIONS_MAX, settings: BY_INDEX });
}

/**
 * Commits a batch, in order. Throws when the database did; then nothing of the batch is kept. Usually in two statements
 * that hold nobody up; where another batch spoke of the same people just then, once more in a transaction that holds them.
 */
export async function commitReports(pool: Pool, filings: readonly Filing[]): Promise<readonly Settled[]> {
	if (filings.length === 0) return [];
	if (filings.every(({ keyed }) => keyed === null)) {
		try {
			return await commitAtOnce(pool, filings);
		} catch (error) {
			if (!isOvertaken(error)) throw error;
		}
	}
	return whenNotOvertaken(() => inTransaction(pool, (connection) => commitWithin(connection, filings)));
}

async function commitAtOnce(pool: Pool, filings: readonly Filing[]): Promise<readonly Settled[]> {
	const begunAt = performance.now();
	const reports = filings.map(({ report }) => report);
	const counted = countIn(await readClaims(pool, reports), reports);
	requireTime(begunAt, COMMIT_TIMEOUT_MS - STATEMENT_TIMEOUT_MS);
	if (isLowering(counted.tallies)) await inTransaction(pool, (connection) => write(connection, counted, begunAt));
	else await save(pool, counted);
	return counted.filed.map((filed) => ({ tag: "filed", filed }));
}

/** Keys are taken in the report's own transaction: a key whose transaction fails was never taken, and two at once wait for each other. */
async function commitWithin(connection: Connection, filings: readonly Filing[]): Promise<readonly Settled[]> {
	const reports = filings.map(({ report }) => report);
	await holdClaims(connection, reports);
	const begunAt = performance.now();
	const claims = await readClaims(connection, reports);
	const answered = await takeKeys(connection, filings, claims.at);
	const fresh = filings.filter((filing) => !answered.has(filing));
	const counted = countIn(
		claims,
		fresh.map(({ report }) => report),
	);
	const settled = new Map<Filing, Settled>(answered);
	for (const [index, filing] of fresh.entries()) {
		const filed = counted.filed[index];
		if (filed) settled.set(filing, { tag: "filed", filed });
	}
	await keepAnswers(connection, settled);
	await write(connection, counted, begunAt);
	return filings.flatMap((filing) => settled.get(filing) ?? []);
}

function countIn(claims: Claims, incoming: readonly Report[]): Counted {
	const chance = randomBytes(incoming.length * UUID_CHANCE_BYTES);
	const filed = incoming.map((one, index) => {
		const report = underItsKey(one, claims);
		const id = uuidOf(claims.at, chance.subarray(index * UUID_CHANCE_BYTES));
		const outcome = countReport(id, report, standingOf(claims, report), claims.at);
		settle(claims, report, outcome.standing);
		return { id, at: claims.at, report, reporterKey: report.reporterKey, outcome };
	});
	return { claims, filed, tallies: rowsOf(filed.flatMap(({ outcome }) => outcome.changes)) };
}

/** Writes within a transaction that began at `begunAt`, ms of the process's monotonic clock. */
async function write(connection: Connection, counted: Counted, begunAt: number): Promise<void> {
	await save(connection, counted);
	await lowerTallies(connection, counted.tallies);
	requireTime(begunAt, COMMIT_TIMEOUT_MS);
}

/**
 * All that a batch adds, in one statement: committed when it is answered, outside a transaction. The conditions keep the
 * order in which rows are held: people, networks, tallies.
 */
async function save(connection: Pool | Connection, { claims, filed, tallies }: Counted): Promise<void> {
	const parameters = makeParameters();
	await prepared(
		connection,
		"save-batch",
		`WITH people AS (${savePeople(claims, parameters)}),
		 networks AS (${saveNetworks(claims, parameters, "(SELECT count(*) FROM people) >= 0")}),
		 reports AS (${insertion(filed, { demo: false }, parameters)})
		 ${raiseTallies(tallies, parameters, "(SELECT count(*) FROM networks) >= 0")}`,
		parameters.values,
	);
}

/** Does it again for as long as others were there first; each time somebody's batch is in. */
async function whenNotOvertaken<Result>(deed: () => Promise<Result>): Promise<Result> {
	const begunAt = performance.now();
	for (;;) {
		try {
			return await deed();
		} catch (error) {
			if (!isOvertaken(error) || performance.now() - begunAt > COMMIT_TIMEOUT_MS) throw error;
		}
	}
}

function requireTime(begunAt: number, withinMs: number): void {
	if (performance.now() - begunAt > withinMs) throw new Error("the batch took too long and was given up before its commit");
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
	await whenNotOvertaken(() => inTransaction(pool, (connection) => withdrawWithin(connection, report, id)));
}

async function withdrawWithin(connection: Connection, report: Report, id: string): Promise<void> {
	await holdClaims(connection, [report]);
	const claims = await readClaims(connection, [report]);
	const standing = standingOf(claims, report);
	const gave = standing.claim?.evidenceAt ?? null;
	settle(claims, report, { ...standing, claim: null, reporterEvidenceAt: gave === null ? standing.reporterEvidenceAt : null });
	await save(connection, { claims, filed: [], tallies: [] });
	const [first = id] = [id, standing.claim?.firstReportId ?? id].sort();
	const { rows } = await connection.query<CellRow & { at: Date; weight_reason: string | null }>(
		`DELETE FROM report WHERE service_id = $1 AND reporter_key = $2 AND channel = $3::channel AND id >= $4::uuid
		 RETURNING at, weight_reason, ${CELL}`,
		[report.serviceId, report.reporterKey, report.channel, uuidFloorOf(first)],
	);
	const repeats = rows.filter((row) => row.weight_reason === "repeat");
	const changes = repeats.map((row) => repeatChange({ ...report, ...cellOf(row) }, row.at, -1));
	if (standing.claim !== null) changes.push(changeOf(standing.claim, report, -1));
	await correctTallies(connection, changes, claims.at);
}
