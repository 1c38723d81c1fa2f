// What the tallies and the ground say of one service, read past the product's own queries.
import { type Counter, counters } from "../../lib/tally";
import { stepOf } from "../../lib/time";
import { counts } from "./makers";
import type { Store } from "./store";

type Counts = Record<Counter, number>;
type CellRow = { at: Date; channel: number; carrier_id: number; region_id: number } & Counts;
type ReportRow = {
	id: string;
	at: Date;
	channel: string;
	symptom: Counter;
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

/** Every row that is not empty, summed into steps of `stepMs`, under "time channel carrier region". */
export async function stepsOf(
	world: Store,
	serviceId: number,
	{ table, stepMs, isTotal }: { table: Grain; stepMs: number; isTotal: boolean },
): Promise<Record<string, Counts>> {
	const rows = await world.rows<CellRow>(
		`SELECT * FROM ${table} WHERE service_id = $1 AND carrier_id ${isTotal ? "<" : ">="} 0 ORDER BY at, channel, carrier_id, region_id`,
		[serviceId],
	);
	const steps: Record<string, Counts> = {};
	for (const row of rows) {
		const key = `${stepOf(row.at, stepMs).toISOString().slice(0, 16)} ${row.channel} ${row.carrier_id} ${row.region_id}`;
		const kept = steps[key];
		const sum = Object.fromEntries(counters.map((counter) => [counter, (kept?.[counter] ?? 0) + row[counter]]));
		if (counters.some((counter) => sum[counter] !== 0)) steps[key] = counts(sum);
	}
	return steps;
}
