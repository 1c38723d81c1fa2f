// Who has been counted already? Claims are locked and read in one statement, in key order, before anything is decided:
// an upsert that touches the row gives it back, whether it was there or not, and holds it until the transaction ends.
import type { Channel, Report } from "../report";
import type { Claim, Standing } from "../tally";
import { COUNT_WINDOW_MS, NETWORK_WINDOW_MS } from "../tally";
import { HOUR_MS, plus } from "../time";
import { codeOf, NOT_STATED, statedOrNull } from "./codes";
import type { Connection, Pool } from "./pool";

/** Any channel of the service: the row that holds when a person last gave evidence. */
const ANY_CHANNEL = 0;

type ClaimRow = {
	service_id: number;
	reporter_key: Buffer;
	channel: number;
	first_report_id: string | null;
	report_id: string | null;
	counted_at: Date | null;
	symptom: Claim["symptom"] | null;
	carrier_id: number;
	region_id: number;
	evidence_at: Date | null;
};

/** The claims of one batch, held by its transaction. */
export type Claims = {
	standingOf(report: Report): Standing;
	/** Remembers what a report changed, for the next report of the batch and for `saveClaims`. */
	settle(report: Report, standing: Standing): void;
	changed: {
		reporters: { serviceId: number; reporterKey: Buffer; channel: Channel | null; claim: Claim | null; evidenceAt: Date | null }[];
		networks: { serviceId: number; networkKey: Buffer; evidenceAt: Date | null; evidenceBeforeAt: Date | null }[];
	};
};

/**
 * Within six hours of midnight UTC a person may stand counted under yesterday's salt, a network within half an hour:
 * then the report keeps the key of yesterday. Repeats do not count here: the next count is one under today's key.
 */
export async function settleKeys(connection: Connection, reports: readonly Report[], at: Date): Promise<readonly Report[]> {
	const early = reports.filter((report) => report.reporterKeyBefore !== null || report.networkKeyBefore !== null);
	if (early.length === 0) return reports;
	const { rows: people } = await connection.query<{ service_id: number; key: Buffer }>(
		`SELECT service_id, reporter_key AS key FROM reporter_claim JOIN unnest($1::int[], $2::bytea[]) AS t(service, k)
		   ON service_id = service AND reporter_key = k WHERE greatest(counted_at, evidence_at) > $3::timestamptz`,
		[early.map((report) => report.serviceId), early.map((report) => report.reporterKeyBefore), plus(at, -COUNT_WINDOW_MS)],
	);
	const { rows: networks } = await connection.query<{ service_id: number; key: Buffer }>(
		`SELECT service_id, network_key AS key FROM network_claim JOIN unnest($1::int[], $2::bytea[]) AS t(service, k)
		   ON service_id = service AND network_key = k WHERE evidence_at > $3::timestamptz`,
		[early.map((report) => report.serviceId), early.map((report) => report.networkKeyBefore), plus(at, -NETWORK_WINDOW_MS)],
	);
	const person = new Set(people.map((row) => keyOf(row.service_id, row.key)));
	const network = new Set(networks.map((row) => keyOf(row.service_id, row.key)));
	return reports.map((report) => ({
		...report,
		reporterKey: held(report.serviceId, report.reporterKeyBefore, person) ?? report.reporterKey,
		networkKey: held(report.serviceId, report.networkKeyBefore, network) ?? report.networkKey,
	}));
}

function held(serviceId: number, key: Buffer | null, standing: ReadonlySet<string>): Buffer | null {
	return key !== null && standing.has(keyOf(serviceId, key)) ? key : null;
}

/** Locks and reads every claim the reports touch. Reporters first, then networks, each in key order: no deadlock. */
export async function lockClaims(connection: Connection, reports: readonly Report[], at: Date): Promise<Claims> {
	const people = new Map<string, ClaimRow>();
	const networks = new Map<string, { evidence_at: Date | null; evidence_before_at: Date | null }>();
	const wanted = unique(reports.flatMap((report) => [ANY_CHANNEL, codeOf(report.channel)].map((code) => ({ report, code }))));
	const { rows } = await connection.query<ClaimRow>(
		`INSERT INTO reporter_claim (service_id, reporter_key, channel, touched_at)
		 SELECT service_id, reporter_key, channel, $4::timestamptz FROM unnest($1::int[], $2::bytea[], $3::smallint[]) AS t(service_id, reporter_key, channel)
		 ORDER BY service_id, reporter_key, channel
		 ON CONFLICT (service_id, reporter_key, channel) DO UPDATE SET touched_at = EXCLUDED.touched_at
		 RETURNING service_id, reporter_key, channel, first_report_id, report_id, counted_at, symptom, carrier_id, region_id, evidence_at`,
		[wanted.map((w) => w.report.serviceId), wanted.map((w) => w.report.reporterKey), wanted.map((w) => w.code), at],
	);
	for (const row of rows) people.set(keyOf(row.service_id, row.reporter_key, row.channel), row);
	const prefixes = new Map(reports.map((report) => [keyOf(report.serviceId, report.networkKey), report]));
	const { rows: held } = await connection.query<{
		service_id: number;
		network_key: Buffer;
		evidence_at: Date | null;
		evidence_before_at: Date | null;
	}>(
		`INSERT INTO network_claim (service_id, network_key, touched_at)
		 SELECT service_id, network_key, $3::timestamptz FROM unnest($1::int[], $2::bytea[]) AS t(service_id, network_key)
		 ORDER BY service_id, network_key
		 ON CONFLICT (service_id, network_key) DO UPDATE SET touched_at = EXCLUDED.touched_at
		 RETURNING service_id, network_key, evidence_at, evidence_before_at`,
		[[...prefixes.values()].map((report) => report.serviceId), [...prefixes.values()].map((report) => report.networkKey), at],
	);
	for (const row of held) networks.set(keyOf(row.service_id, row.network_key), row);
	return claimsOf(people, networks);
}

function unique(wanted: readonly { report: Report; code: number }[]): { report: Report; code: number }[] {
	return [...new Map(wanted.map((w) => [keyOf(w.report.serviceId, w.report.reporterKey, w.code), w])).values()];
}

function claimsOf(
	people: ReadonlyMap<string, ClaimRow>,
	prefixes: ReadonlyMap<string, { evidence_at: Date | null; evidence_before_at: Date | null }>,
): Claims {
	const claims = new Map<string, { report: Report; claim: Claim | null }>();
	const evidence = new Map<string, { report: Report; at: Date | null }>();
	const networks = new Map<string, { report: Report; evidenceAt: Date | null; evidenceBeforeAt: Date | null }>();
	return {
		standingOf(report) {
			const channelKey = keyOf(report.serviceId, report.reporterKey, codeOf(report.channel));
			const anyKey = keyOf(report.serviceId, report.reporterKey, ANY_CHANNEL);
			const networkKey = keyOf(report.serviceId, report.networkKey);
			const settled = claims.get(channelKey);
			const gave = evidence.get(anyKey);
			const network = networks.get(networkKey);
			const prefix = prefixes.get(networkKey);
			return {
				claim: settled ? settled.claim : claimOf(people.get(channelKey)),
				reporterEvidenceAt: gave ? gave.at : (people.get(anyKey)?.evidence_at ?? null),
				networkEvidenceAt: network ? network.evidenceAt : (prefix?.evidence_at ?? null),
				networkEvidenceBeforeAt: network ? network.evidenceBeforeAt : (prefix?.evidence_before_at ?? null),
			};
		},
		settle(report, standing) {
			claims.set(keyOf(report.serviceId, report.reporterKey, codeOf(report.channel)), { report, claim: standing.claim });
			evidence.set(keyOf(report.serviceId, report.reporterKey, ANY_CHANNEL), { report, at: standing.reporterEvidenceAt });
			networks.set(keyOf(report.serviceId, report.networkKey), {
				report,
				evidenceAt: standing.networkEvidenceAt,
				evidenceBeforeAt: standing.networkEvidenceBeforeAt,
			});
		},
		get changed() {
			return {
				reporters: [
					...[...claims.values()].map(({ report, claim }) => ({
						serviceId: report.serviceId,
						reporterKey: report.reporterKey,
						channel: report.channel,
						claim,
						evidenceAt: claim?.evidenceAt ?? null,
					})),
					...[...evidence.values()].map(({ report, at }) => ({
						serviceId: report.serviceId,
						reporterKey: report.reporterKey,
						channel: null,
						claim: null,
						evidenceAt: at,
					})),
				],
				networks: [...networks.values()].map(({ report, evidenceAt, evidenceBeforeAt }) => ({
					serviceId: report.serviceId,
					networkKey: report.networkKey,
					evidenceAt,
					evidenceBeforeAt,
				})),
			};
		},
	};
}

function claimOf(row: ClaimRow | undefined): Claim | null {
	if (!row?.report_id || !row.first_report_id || !row.counted_at || !row.symptom) return null;
	return {
		firstReportId: row.first_report_id,
		reportId: row.report_id,
		countedAt: row.counted_at,
		symptom: row.symptom,
		carrierId: statedOrNull(row.carrier_id),
		regionId: row.region_id,
		evidenceAt: row.evidence_at,
	};
}

/** Writes back what the batch changed; every row is one this transaction already holds. */
export async function saveClaims(connection: Connection, { reporters, networks }: Claims["changed"]): Promise<void> {
	await connection.query(
		`UPDATE reporter_claim AS kept SET first_report_id = t.first_report_id, report_id = t.report_id, counted_at = t.counted_at,
		   symptom = t.symptom, carrier_id = t.carrier_id, region_id = t.region_id, evidence_at = t.evidence_at
		 FROM unnest($1::int[], $2::bytea[], $3::smallint[], $4::uuid[], $5::uuid[], $6::timestamptz[], $7::symptom[], $8::int[], $9::int[], $10::timestamptz[])
		   AS t(service_id, reporter_key, channel, first_report_id, report_id, counted_at, symptom, carrier_id, region_id, evidence_at)
		 WHERE kept.service_id = t.service_id AND kept.reporter_key = t.reporter_key AND kept.channel = t.channel`,
		[
			reporters.map((row) => row.serviceId),
			reporters.map((row) => row.reporterKey),
			reporters.map((row) => (row.channel === null ? ANY_CHANNEL : codeOf(row.channel))),
			reporters.map((row) => row.claim?.firstReportId ?? null),
			reporters.map((row) => row.claim?.reportId ?? null),
			reporters.map((row) => row.claim?.countedAt ?? null),
			reporters.map((row) => row.claim?.symptom ?? null),
			reporters.map((row) => row.claim?.carrierId ?? NOT_STATED),
			reporters.map((row) => row.claim?.regionId ?? NOT_STATED),
			reporters.map((row) => row.evidenceAt),
		],
	);
	await connection.query(
		`UPDATE network_claim AS kept SET evidence_at = t.evidence_at, evidence_before_at = t.evidence_before_at
		 FROM unnest($1::int[], $2::bytea[], $3::timestamptz[], $4::timestamptz[]) AS t(service_id, network_key, evidence_at, evidence_before_at)
		 WHERE kept.service_id = t.service_id AND kept.network_key = t.network_key`,
		[
			networks.map((row) => row.serviceId),
			networks.map((row) => row.networkKey),
			networks.map((row) => row.evidenceAt),
			networks.map((row) => row.evidenceBeforeAt),
		],
	);
}

function keyOf(serviceId: number, key: Buffer, channel?: number): string {
	return `${serviceId} ${key.toString("base64")}${channel === undefined ? "" : ` ${channel}`}`;
}

/** A reporter key lives at most thirty hours; what stands longer can never be met again. */
const CLAIM_KEPT_MS = 30 * HOUR_MS;

/** Forgets claims that no report can touch any more. */
export async function forgetClaims(pool: Pool, now: Date): Promise<void> {
	const before = plus(now, -CLAIM_KEPT_MS);
	await pool.query("DELETE FROM reporter_claim WHERE touched_at < $1::timestamptz", [before]);
	await pool.query("DELETE FROM network_claim WHERE touched_at < $1::timestamptz", [before]);
}
