// What the tallies and the ground say of one service, read past the product's own queries.
import { type Counter, counters } from "../../lib/tally";
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
