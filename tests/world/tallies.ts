// What the tallies and the ground say of one service, read past the product's own queries.
import type { Channel, Symptom } from "../../lib/report";
import { codeOf } from "../../lib/store/codes";
import { type Counter, counters } from "../../lib/tally";
import { stepOf } from "../../lib/time";
import { counts } from "./makers";
import type { Store } from "./store";

type Counts = Record<Counter, number>;
type CellRow = { at: Date; channel: number; carrier_id: number; region_id: number } & Counts;
type ReportRow = {
	id: string;
	at: Date;
	channel: Channel;
	symptom: Symptom;
	carrier_id: number;
	region_id: number;
	counted: boolean;
	evidence: boolean;
	weight_reason: string | null;
	repeat_of: string | null;
	supersedes: string | null;
	reporter_key: Buffer;
};

export function cellsOf(world: Store, serviceId: number): Promise<readonly CellRow[]> {
	return world.rows("SELECT * FROM tally WHERE service_id = $1 AND carrier_id >= 0 ORDER BY at, channel, carrier_id, region_id", [
		serviceId,
	]);
}

/** Every cell of every step together. */
export async function summed(world: Store, serviceId: number): Promise<Counts | undefined> {
	const sums = counters.map((counter) => `coalesce(sum(${counter}), 0)::int AS ${counter}`).join(", ");
	const [row] = await world.rows<Counts>(`SELECT ${sums} FROM tally WHERE service_id = $1 AND carrier_id >= 0`, [serviceId]);
	return row;
}

export function reportsOf(world: Store, serviceId: number): Promise<readonly ReportRow[]> {
	return world.rows("SELECT * FROM report WHERE service_id = $1 ORDER BY at, id", [serviceId]);
}

export type Grain = "tally" | "tally_hour" | "tally_day";
/** Counts under "time channel carrier region"; steps that are empty are absent. */
export type Steps = Record<string, Counts>;

/** The rows of one table, summed into steps of `stepMs`; `isTotal` leaves cells or totals out. */
export async function stepsOf(
	world: Store,
	serviceId: number,
	{ table, stepMs, isTotal }: { table: Grain; stepMs: number; isTotal?: boolean },
): Promise<Steps> {
	const rows = await world.rows<CellRow>(`SELECT * FROM ${table} WHERE service_id = $1 ORDER BY at, channel, carrier_id, region_id`, [
		serviceId,
	]);
	const steps: Steps = {};
	for (const row of rows.filter(({ carrier_id }) => isTotal === undefined || isTotal === carrier_id < 0)) {
		const key = `${stepOf(row.at, stepMs).toISOString().slice(0, 16)} ${row.channel} ${row.carrier_id} ${row.region_id}`;
		steps[key] = sumOf(steps[key], row);
	}
	return filled(steps);
}

/** What the tallies must be: the outcomes written on the reports, summed into steps of `stepMs`, totals included. */
export async function recountOf(world: Store, serviceId: number, stepMs: number): Promise<Steps> {
	const reports = await reportsOf(world, serviceId);
	const byId = new Map(reports.map((row) => [row.id, row]));
	const steps: Steps = {};
	const add = (row: ReportRow, counter: Counter, by: number) => {
		const at = stepOf(row.at, stepMs).toISOString().slice(0, 16);
		const channel = codeOf(row.channel);
		for (const cell of [`${channel} ${placeOf(world, row)}`, `${channel} -1 -1`, "-1 -1 -1"]) {
			steps[`${at} ${cell}`] = sumOf(steps[`${at} ${cell}`], counts({ [counter]: by }));
		}
	};
	for (const row of reports) {
		if (!row.counted) add(row, "repeats", 1);
		else for (const counter of raisedBy(row)) add(row, counter, 1);
		const left = row.supersedes === null ? undefined : byId.get(row.supersedes);
		if (left) for (const counter of raisedBy(left)) add(left, counter, -1);
	}
	return filled(steps);
}

const raisedBy = (row: ReportRow): Counter[] => [row.symptom, "reporters", ...(row.evidence ? (["evidence"] as const) : [])];

/** The network and the country a report is counted in. */
function placeOf({ catalog }: Store, { carrier_id, region_id }: ReportRow): string {
	const carrier = catalog.carrierOfId(carrier_id);
	const region = catalog.regionOfId(region_id);
	return `${carrier ? catalog.networkOf(carrier).id : carrier_id} ${region ? catalog.countryOf(region).id : region_id}`;
}

export function sumOf(one: Counts | undefined, other: Counts): Counts {
	return counts(Object.fromEntries(counters.map((counter) => [counter, (one?.[counter] ?? 0) + other[counter]])));
}

function filled(steps: Steps): Steps {
	return Object.fromEntries(Object.entries(steps).filter(([, sum]) => counters.some((counter) => sum[counter] !== 0)));
}
