// Rows of the ground: how a report that was counted is written, and in which cell a stored one is counted.
import type { Report } from "../report";
import type { Outcome } from "../tally";
import { NOT_STATED, statedOrNull } from "./codes";
import { makeParameters, type Parameters } from "./parameters";
import { type Connection, prepared } from "./pool";

/** Writes rows of the ground; `demo` when they were played in and are nobody's. */
export async function insertReports(connection: Connection, rows: readonly GroundRow[], { demo }: { demo: boolean }): Promise<void> {
	const parameters = makeParameters();
	await prepared(connection, "insert-reports", insertion(rows, { demo }, parameters), parameters.values);
}

type GroundRow = { id: string; at: Date; report: Report; outcome: Outcome };

/** The statement that writes rows of the ground. */
export function insertion(rows: readonly GroundRow[], { demo }: { demo: boolean }, parameters: Parameters): string {
	const isDemo = parameters.one("bool", demo);
	const columns = {
		service_id: ["int", rows.map((row) => row.report.serviceId)],
		id: ["uuid", rows.map((row) => row.id)],
		at: ["timestamptz", rows.map((row) => row.at)],
		channel: ["channel", rows.map((row) => row.report.channel)],
		symptom: ["symptom", rows.map((row) => row.report.symptom)],
		flow: ["flow", rows.map((row) => row.report.flow)],
		carrier_id: ["int", rows.map((row) => row.report.carrierId ?? NOT_STATED)],
		region_id: ["int", rows.map((row) => row.report.regionId)],
		waited_seconds: ["int", rows.map((row) => row.report.waitedSeconds)],
		tried_minutes_ago: ["int", rows.map((row) => row.report.triedMinutesAgo)],
		note: ["text", rows.map((row) => row.report.note)],
		reporter_key: ["bytea", rows.map((row) => row.report.reporterKey)],
		network_key: ["bytea", rows.map((row) => row.report.networkKey)],
		origin_country: ["char(2)", rows.map((row) => row.report.originCountry)],
		counted: ["bool", rows.map((row) => row.outcome.counted)],
		evidence: ["bool", rows.map((row) => row.outcome.evidence)],
		weight_reason: ["text", rows.map((row) => row.outcome.weightReason)],
		repeat_of: ["uuid", rows.map((row) => row.outcome.repeatOf)],
		supersedes: ["uuid", rows.map((row) => row.outcome.supersedes)],
	} as const;
	return `INSERT INTO report (demo, ${Object.keys(columns).join(", ")}) SELECT ${isDemo}, t.* FROM ${parameters.rows(columns)}`;
}

/** The cell a stored report is counted in: the network of an MVNO, the country of a region. */
export const CELL = `coalesce((SELECT n.id FROM carrier c JOIN carrier n ON n.key = c.parent_key WHERE c.id = report.carrier_id), report.carrier_id) AS cell_carrier_id,
   coalesce((SELECT n.id FROM region r JOIN region n ON n.code = r.parent WHERE r.id = report.region_id), report.region_id) AS cell_region_id`;

export type CellRow = { cell_carrier_id: number; cell_region_id: number };

export function cellOf(row: CellRow): Report["cell"] {
	return { carrierId: statedOrNull(row.cell_carrier_id), regionId: row.cell_region_id };
}
