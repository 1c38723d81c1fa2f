// Under which day's key does a report count? Keys change with the UTC day; whoever stands counted under yesterday's keeps
// it until six o'clock, so that midnight makes nobody a new person.
import type { Report } from "../report";
import { COUNT_WINDOW_MS, NETWORK_WINDOW_MS } from "../tally";
import { plus } from "../time";
import type { Connection } from "./pool";

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
	const person = new Set(people.map((row) => nameOf(row.service_id, row.key)));
	const network = new Set(networks.map((row) => nameOf(row.service_id, row.key)));
	return reports.map((report) => ({
		...report,
		reporterKey: held(report.serviceId, report.reporterKeyBefore, person) ?? report.reporterKey,
		networkKey: held(report.serviceId, report.networkKeyBefore, network) ?? report.networkKey,
	}));
}

function held(serviceId: number, key: Buffer | null, standing: ReadonlySet<string>): Buffer | null {
	return key !== null && standing.has(nameOf(serviceId, key)) ? key : null;
}

function nameOf(serviceId: number, key: Buffer): string {
	return `${serviceId} ${key.toString("base64")}`;
}
