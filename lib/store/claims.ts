// Who has been counted already? Claims are locked and read in one statement, in key order, before anything is decided:
// an upsert that touches the row gives it back, whether it was there or not, and holds it until the transaction ends.
import type { Report } from "../report";
import type { Claim, Standing } from "../tally";
import { HOUR_MS, plus } from "../time";
import { codeOf, NOT_STATED, statedOrNull } from "./codes";
import { type Connection, type Pool, prepared } from "./pool";

/** Any channel of the service: the row that holds when a person last gave evidence, and no claim. */
const ANY_CHANNEL = 0;

type Person = { serviceId: number; reporterKey: Buffer; channel: number; claim: Claim | null; evidenceAt: Date | null };
type Network = { serviceId: number; networkKey: Buffer; evidenceAt: Date | null; evidenceBeforeAt: Date | null };

/** The claims of one batch, held by its transaction; a later report of the batch meets what an earlier one settled. */
export type Claims = { people: Map<string, Person>; networks: Map<string, Network> };

/** Locks and reads every claim the reports touch. Reporters first, then networks, each in key order: no deadlock. */
export async function lockClaims(connection: Connection, reports: readonly Report[], at: Date): Promise<Claims> {
	const people = named(reports.flatMap(newPeople), personName);
	const networks = named(reports.map(newNetwork), networkName);
	return {
		people: named(await lockPeople(connection, [...people.values()], at), personName),
		networks: named(await lockNetworks(connection, [...networks.values()], at), networkName),
	};
}

/** Where the person and the network of a report stand now. */
export function standingOf({ people, networks }: Claims, report: Report): Standing {
	const network = networks.get(networkName(report));
	return {
		claim: people.get(personName({ ...report, channel: codeOf(report.channel) }))?.claim ?? null,
		reporterEvidenceAt: people.get(personName({ ...report, channel: ANY_CHANNEL }))?.evidenceAt ?? null,
		networkEvidenceAt: network?.evidenceAt ?? null,
		networkEvidenceBeforeAt: network?.evidenceBeforeAt ?? null,
	};
}

/** Remembers what a report changed, for the next report of the batch and for `saveClaims`. */
export function settle({ people, networks }: Claims, report: Report, standing: Standing): void {
	const { serviceId, reporterKey, networkKey } = report;
	const { claim, reporterEvidenceAt, networkEvidenceAt: evidenceAt, networkEvidenceBeforeAt: evidenceBeforeAt } = standing;
	const here = { serviceId, reporterKey, channel: codeOf(report.channel), claim, evidenceAt: claim?.evidenceAt ?? null };
	const anywhere = { serviceId, reporterKey, channel: ANY_CHANNEL, claim: null, evidenceAt: reporterEvidenceAt };
	for (const person of [here, anywhere]) people.set(personName(person), person);
	networks.set(networkName(report), { serviceId, networkKey, evidenceAt, evidenceBeforeAt });
}

function newPeople({ serviceId, reporterKey, channel }: Report): Person[] {
	return [ANY_CHANNEL, codeOf(channel)].map((code) => ({ serviceId, reporterKey, channel: code, claim: null, evidenceAt: null }));
}

function newNetwork({ serviceId, networkKey }: Report): Network {
	return { serviceId, networkKey, evidenceAt: null, evidenceBeforeAt: null };
}

type PersonRow = {
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

async function lockPeople(connection: Connection, people: readonly Person[], at: Date): Promise<readonly Person[]> {
	const { rows } = await prepared<PersonRow>(
		connection,
		"lock-people",
		`INSERT INTO reporter_claim (service_id, reporter_key, channel, touched_at)
		 SELECT service_id, reporter_key, channel, $4::timestamptz FROM unnest($1::int[], $2::bytea[], $3::smallint[]) AS t(service_id, reporter_key, channel)
		 ORDER BY service_id, reporter_key, channel
		 ON CONFLICT (service_id, reporter_key, channel) DO UPDATE SET touched_at = EXCLUDED.touched_at
		 RETURNING service_id, reporter_key, channel, first_report_id, report_id, counted_at, symptom, carrier_id, region_id, evidence_at`,
		[people.map((one) => one.serviceId), people.map((one) => one.reporterKey), people.map((one) => one.channel), at],
	);
	return rows.map((row) => ({
		serviceId: row.service_id,
		reporterKey: row.reporter_key,
		channel: row.channel,
		claim: claimOf(row),
		evidenceAt: row.evidence_at,
	}));
}

function claimOf(row: PersonRow): Claim | null {
	if (!row.report_id || !row.first_report_id || !row.counted_at || !row.symptom) return null;
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

async function lockNetworks(connection: Connection, networks: readonly Network[], at: Date): Promise<readonly Network[]> {
	const { rows } = await prepared<Network>(
		connection,
		"lock-networks",
		`INSERT INTO network_claim (service_id, network_key, touched_at)
		 SELECT service_id, network_key, $3::timestamptz FROM unnest($1::int[], $2::bytea[]) AS t(service_id, network_key)
		 ORDER BY service_id, network_key
		 ON CONFLICT (service_id, network_key) DO UPDATE SET touched_at = EXCLUDED.touched_at
		 RETURNING service_id AS "serviceId", network_key AS "networkKey", evidence_at AS "evidenceAt", evidence_before_at AS "evidenceBeforeAt"`,
		[networks.map((one) => one.serviceId), networks.map((one) => one.networkKey), at],
	);
	return rows;
}

/** Writes back where everybody stands now; every row is one this transaction already holds. */
export async function saveClaims(connection: Connection, claims: Claims): Promise<void> {
	const people = [...claims.people.values()];
	const networks = [...claims.networks.values()];
	await prepared(
		connection,
		"save-people",
		`UPDATE reporter_claim AS kept SET first_report_id = t.first_report_id, report_id = t.report_id, counted_at = t.counted_at,
		   symptom = t.symptom, carrier_id = t.carrier_id, region_id = t.region_id, evidence_at = t.evidence_at
		 FROM unnest($1::int[], $2::bytea[], $3::smallint[], $4::uuid[], $5::uuid[], $6::timestamptz[], $7::symptom[], $8::int[], $9::int[], $10::timestamptz[])
		   AS t(service_id, reporter_key, channel, first_report_id, report_id, counted_at, symptom, carrier_id, region_id, evidence_at)
		 WHERE kept.service_id = t.service_id AND kept.reporter_key = t.reporter_key AND kept.channel = t.channel`,
		[
			people.map((one) => one.serviceId),
			people.map((one) => one.reporterKey),
			people.map((one) => one.channel),
			people.map((one) => one.claim?.firstReportId ?? null),
			people.map((one) => one.claim?.reportId ?? null),
			people.map((one) => one.claim?.countedAt ?? null),
			people.map((one) => one.claim?.symptom ?? null),
			people.map((one) => one.claim?.carrierId ?? NOT_STATED),
			people.map((one) => one.claim?.regionId ?? NOT_STATED),
			people.map((one) => one.evidenceAt),
		],
	);
	await prepared(
		connection,
		"save-networks",
		`UPDATE network_claim AS kept SET evidence_at = t.evidence_at, evidence_before_at = t.evidence_before_at
		 FROM unnest($1::int[], $2::bytea[], $3::timestamptz[], $4::timestamptz[]) AS t(service_id, network_key, evidence_at, evidence_before_at)
		 WHERE kept.service_id = t.service_id AND kept.network_key = t.network_key`,
		[
			networks.map((one) => one.serviceId),
			networks.map((one) => one.networkKey),
			networks.map((one) => one.evidenceAt),
			networks.map((one) => one.evidenceBeforeAt),
		],
	);
}

function named<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Map<string, Row> {
	return new Map(rows.map((row) => [nameOf(row), row]));
}

function personName({ serviceId, reporterKey, channel }: Pick<Person, "serviceId" | "reporterKey" | "channel">): string {
	return `${serviceId} ${reporterKey.toString("base64")} ${channel}`;
}

function networkName({ serviceId, networkKey }: Pick<Network, "serviceId" | "networkKey">): string {
	return `${serviceId} ${networkKey.toString("base64")}`;
}

/** A reporter key lives at most thirty hours; what stands longer can never be met again. */
const CLAIM_KEPT_MS = 30 * HOUR_MS;

/** Forgets claims that no report can touch any more. */
export async function forgetClaims(pool: Pool, now: Date): Promise<void> {
	const before = plus(now, -CLAIM_KEPT_MS);
	await pool.query("DELETE FROM reporter_claim WHERE touched_at < $1::timestamptz", [before]);
	await pool.query("DELETE FROM network_claim WHERE touched_at < $1::timestamptz", [before]);
}
