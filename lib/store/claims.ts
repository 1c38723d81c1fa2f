// Who has been counted already? What a batch must know is read in one statement that holds nobody up, and what it changes
// is written over the version that was read. Where another batch was there first the writing fails, and is done again.
import type { Channel, Report } from "../report";
import type { Claim, Standing } from "../tally";
import { HOUR_MS, plus } from "../time";
import { makeParameters, type Parameters } from "./parameters";
import { type Connection, type Pool, prepared } from "./pool";

/** `version` 0: nothing was written of them yet. */
export type Person = {
	serviceId: number;
	reporterKey: Buffer;
	version: number;
	/** When they last gave evidence about this service, on any channel. */
	evidenceAt: Date | null;
	claims: Readonly<Partial<Record<Channel, Claim>>>;
};

export type Network = { serviceId: number; networkKey: Buffer; version: number; evidenceAt: Date | null; evidenceBeforeAt: Date | null };

/** Where everybody stood at `at`, by the database's clock; a later report of the batch meets what an earlier one settled. */
export type Claims = {
	at: Date;
	people: Map<string, Person>;
	networks: Map<string, Network>;
	/** Names of those that the batch changed. */
	changed: { people: Set<string>; networks: Set<string> };
};

/** A claim as JSON gives it back. */
type StoredClaim = Omit<Claim, "countedAt" | "evidenceAt"> & { countedAt: string; evidenceAt: string | null };

type Row = {
	kind: "clock" | "person" | "network";
	service_id: number;
	key: Buffer;
	version: number;
	at: Date | null;
	before_at: Date | null;
	claims: Partial<Record<Channel, StoredClaim>> | null;
};

/** Holds those whom the reports could touch, as far as anything was written of them, until the transaction ends. */
export async function holdClaims(connection: Connection, reports: readonly Report[]): Promise<void> {
	const [people, networks] = [peopleIn(reports), networksIn(reports)];
	await connection.query(
		`SELECT FROM unnest($1::int[], $2::bytea[]) AS t(service, key) JOIN reporter_claim ON service_id = service AND reporter_key = key
		 ORDER BY service_id, reporter_key FOR UPDATE OF reporter_claim`,
		[people.map((one) => one.serviceId), people.map((one) => one.key)],
	);
	await connection.query(
		`SELECT FROM unnest($1::int[], $2::bytea[]) AS t(service, key) JOIN network_claim ON service_id = service AND network_key = key
		 ORDER BY service_id, network_key FOR UPDATE OF network_claim`,
		[networks.map((one) => one.serviceId), networks.map((one) => one.key)],
	);
}

/** Reads the database's time and all that the reports could touch, under today's keys and yesterday's. */
export async function readClaims(connection: Pool | Connection, reports: readonly Report[]): Promise<Claims> {
	const parameters = makeParameters();
	const askedFor = (keys: readonly { serviceId: number; key: Buffer }[]) =>
		parameters.rows({ service: ["int", keys.map((one) => one.serviceId)], key: ["bytea", keys.map((one) => one.key)] });
	const { rows } = await prepared<Row>(
		connection,
		"read-claims",
		`SELECT 'clock' AS kind, 0 AS service_id, ''::bytea AS key, 0 AS version, date_trunc('milliseconds', clock_timestamp()) AS at,
		   NULL::timestamptz AS before_at, NULL::json AS claims
		 UNION ALL SELECT 'person', service_id, reporter_key, version, evidence_at, NULL, claims
		   FROM ${askedFor(peopleIn(reports))} JOIN reporter_claim ON service_id = service AND reporter_key = key
		 UNION ALL SELECT 'network', service_id, network_key, version, evidence_at, evidence_before_at, NULL
		   FROM ${askedFor(networksIn(reports))} JOIN network_claim ON service_id = service AND network_key = key`,
		parameters.values,
	);
	const at = rows.find(({ kind }) => kind === "clock")?.at;
	if (!at) throw new Error("the database did not tell the time");
	return {
		at,
		people: new Map(rows.flatMap((row) => (row.kind === "person" ? [[nameOf(row.service_id, row.key), personOf(row)]] : []))),
		networks: new Map(rows.flatMap((row) => (row.kind === "network" ? [[nameOf(row.service_id, row.key), networkOf(row)]] : []))),
		changed: { people: new Set(), networks: new Set() },
	};
}

function peopleIn(reports: readonly Report[]) {
	return reports.flatMap(({ serviceId, reporterKey, reporterKeyBefore }) => asked(serviceId, [reporterKey, reporterKeyBefore]));
}

function networksIn(reports: readonly Report[]) {
	return reports.flatMap(({ serviceId, networkKey, networkKeyBefore }) => asked(serviceId, [networkKey, networkKeyBefore]));
}

function asked(serviceId: number, keys: readonly (Buffer | null)[]): { serviceId: number; key: Buffer }[] {
	return keys.flatMap((key) => (key === null ? [] : [{ serviceId, key }]));
}

function personOf({ service_id, key, version, at, claims }: Row): Person {
	const kept = Object.entries(claims ?? {}).map(([channel, claim]) => [channel, claimOf(claim)]);
	return { serviceId: service_id, reporterKey: key, version, evidenceAt: at, claims: Object.fromEntries(kept) };
}

function claimOf({ countedAt, evidenceAt, ...claim }: StoredClaim): Claim {
	return { ...claim, countedAt: new Date(countedAt), evidenceAt: evidenceAt === null ? null : new Date(evidenceAt) };
}

function networkOf({ service_id, key, version, at, before_at }: Row): Network {
	return { serviceId: service_id, networkKey: key, version, evidenceAt: at, evidenceBeforeAt: before_at };
}

/** Where the person and the network of a report stand now. */
export function standingOf(claims: Claims, report: Report): Standing {
	const person = personIn(claims, report);
	const network = networkIn(claims, report);
	return {
		claim: person.claims[report.channel] ?? null,
		reporterEvidenceAt: person.evidenceAt,
		networkEvidenceAt: network.evidenceAt,
		networkEvidenceBeforeAt: network.evidenceBeforeAt,
	};
}

/** Remembers what a report changed, for the next report of the batch and for the writing. */
export function settle(claims: Claims, report: Report, standing: Standing): void {
	const { claim, reporterEvidenceAt, networkEvidenceAt, networkEvidenceBeforeAt } = standing;
	const person = personIn(claims, report);
	const name = nameOf(report.serviceId, report.reporterKey);
	claims.people.set(name, {
		...person,
		evidenceAt: reporterEvidenceAt,
		claims: { ...person.claims, [report.channel]: claim ?? undefined },
	});
	claims.changed.people.add(name);
	const network = networkIn(claims, report);
	// A network that has given all it may is only read: the crowd behind it does not queue for its row.
	if (network.evidenceAt === networkEvidenceAt && network.evidenceBeforeAt === networkEvidenceBeforeAt) return;
	const networkName = nameOf(report.serviceId, report.networkKey);
	claims.networks.set(networkName, { ...network, evidenceAt: networkEvidenceAt, evidenceBeforeAt: networkEvidenceBeforeAt });
	claims.changed.networks.add(networkName);
}

function personIn({ people }: Claims, { serviceId, reporterKey }: Report): Person {
	return people.get(nameOf(serviceId, reporterKey)) ?? { serviceId, reporterKey, version: 0, evidenceAt: null, claims: {} };
}

function networkIn({ networks }: Claims, { serviceId, networkKey }: Report): Network {
	const unknown = { serviceId, networkKey, version: 0, evidenceAt: null, evidenceBeforeAt: null };
	return networks.get(nameOf(serviceId, networkKey)) ?? unknown;
}

/** How claims name a person or a network of a service. */
export function nameOf(serviceId: number, key: Buffer): string {
	return `${serviceId} ${key.toString("latin1")}`;
}

/** A version that is not the next one becomes NULL, which the column refuses: somebody else wrote since it was read. */
const NEXT_VERSION = "version = CASE WHEN kept.version = EXCLUDED.version - 1 THEN EXCLUDED.version END";

/** Writes the people that a batch changed, in key order. */
export function savePeople(claims: Claims, parameters: Parameters): string {
	const people = [...claims.changed.people].flatMap((name) => claims.people.get(name) ?? []);
	const touchedAt = parameters.one("timestamptz", claims.at);
	const rows = parameters.rows({
		service_id: ["int", people.map((one) => one.serviceId)],
		reporter_key: ["bytea", people.map((one) => one.reporterKey)],
		version: ["int", people.map((one) => one.version + 1)],
		evidence_at: ["timestamptz", people.map((one) => one.evidenceAt)],
		claims: ["json", people.map((one) => JSON.stringify(one.claims))],
	});
	return `INSERT INTO reporter_claim AS kept (service_id, reporter_key, version, touched_at, evidence_at, claims)
		SELECT service_id, reporter_key, version, ${touchedAt}, evidence_at, claims FROM ${rows}
		ORDER BY service_id, reporter_key
		ON CONFLICT (service_id, reporter_key) DO UPDATE SET ${NEXT_VERSION}, touched_at = EXCLUDED.touched_at,
		  evidence_at = EXCLUDED.evidence_at, claims = EXCLUDED.claims
		RETURNING 1`;
}

/** Writes the networks that a batch changed, in key order, once `condition` is known. */
export function saveNetworks(claims: Claims, parameters: Parameters, condition: string): string {
	const networks = [...claims.changed.networks].flatMap((name) => claims.networks.get(name) ?? []);
	const touchedAt = parameters.one("timestamptz", claims.at);
	const rows = parameters.rows({
		service_id: ["int", networks.map((one) => one.serviceId)],
		network_key: ["bytea", networks.map((one) => one.networkKey)],
		version: ["int", networks.map((one) => one.version + 1)],
		evidence_at: ["timestamptz", networks.map((one) => one.evidenceAt)],
		evidence_before_at: ["timestamptz", networks.map((one) => one.evidenceBeforeAt)],
	});
	return `INSERT INTO network_claim AS kept (service_id, network_key, version, touched_at, evidence_at, evidence_before_at)
		SELECT service_id, network_key, version, ${touchedAt}, evidence_at, evidence_before_at FROM ${rows}
		WHERE ${condition} ORDER BY service_id, network_key
		ON CONFLICT (service_id, network_key) DO UPDATE SET ${NEXT_VERSION}, touched_at = EXCLUDED.touched_at,
		  evidence_at = EXCLUDED.evidence_at, evidence_before_at = EXCLUDED.evidence_before_at
		RETURNING 1`;
}

/** A reporter key lives at most thirty hours; what stands longer can never be met again. */
const CLAIM_KEPT_MS = 30 * HOUR_MS;

/** Forgets claims that no report can touch any more. */
export async function forgetClaims(pool: Pool, now: Date): Promise<void> {
	const before = plus(now, -CLAIM_KEPT_MS);
	await pool.query("DELETE FROM reporter_claim WHERE touched_at < $1::timestamptz", [before]);
	await pool.query("DELETE FROM network_claim WHERE touched_at < $1::timestamptz", [before]);
}
