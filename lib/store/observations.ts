// What the detector reads of the ground: raw reports of one stretch of time, by arrival; and the watch's own place on
// its grid, with what the detector remembers there.
import type { Catalog } from "../catalog/catalog";
import type { Observation } from "../detect/log";
import type { Memory } from "../detect/memory";
import { uuidFloor } from "../time";
import type { Connection, Pool } from "./pool";

type Row = {
	id: string;
	at: Date;
	service_id: number;
	region_id: number;
	carrier_id: number;
	channel: Observation["channel"];
	symptom: Observation["symptom"];
	network_key: Buffer;
	counted: boolean;
	evidence: boolean;
	supersedes: string | null;
};

/** Reports with `after` < at ≤ `to`, ordered by (at, id); of a country and a network, as they are counted. */
export async function listObservations(
	pool: Pool,
	catalog: Catalog,
	{ after, to }: { after: Date; to: Date },
): Promise<readonly Observation[]> {
	const { rows } = await pool.query<Row>(
		`SELECT id, at, service_id, region_id, carrier_id, channel, symptom, network_key, counted, evidence, supersedes FROM report
		 WHERE service_id = ANY (SELECT id FROM service) AND id >= $1::uuid AND at > $2::timestamptz AND at <= $3::timestamptz ORDER BY at, id`,
		[uuidFloor(after), after, to],
	);
	return rows.flatMap(({ service_id, region_id, carrier_id, network_key, ...row }) => {
		const service = catalog.serviceOfId(service_id);
		const region = catalog.regionOfId(region_id);
		const carrier = catalog.carrierOfId(carrier_id);
		if (!service || !region) return [];
		return [
			{
				...row,
				service: service.slug,
				region: catalog.countryOf(region).code,
				carrier: carrier && catalog.networkOf(carrier).key,
				network: network_key.toString("base64"),
			},
		];
	});
}

const THE_TICK = 1;

/** The last grid time the watch has judged; `null` before its first. */
export async function findTick(pool: Pool): Promise<Date | null> {
	const { rows } = await pool.query<{ at: Date }>("SELECT at FROM tick WHERE id = $1", [THE_TICK]);
	return rows[0]?.at ?? null;
}

/** The same with what the detector remembered there, as it was kept. */
export async function findPlace(pool: Pool): Promise<{ at: Date; memory: unknown } | null> {
	const { rows } = await pool.query<{ at: Date; memory: unknown }>("SELECT at, memory FROM tick WHERE id = $1", [THE_TICK]);
	return rows[0] ?? null;
}

/** Moves the tick forward, never back: false when it stands there or further already. */
export async function saveTick(pool: Pool | Connection, at: Date, memory: Memory | null = null): Promise<boolean> {
	const { rowCount } = await pool.query(
		`INSERT INTO tick AS kept (id, at, memory) VALUES ($1, $2, $3)
		 ON CONFLICT (id) DO UPDATE SET at = EXCLUDED.at, memory = EXCLUDED.memory WHERE kept.at < EXCLUDED.at`,
		[THE_TICK, at, memory],
	);
	return rowCount === 1;
}

/** When a service was last spoken of, within the partitions that stand; `null` when nobody has. */
export async function findLastReportAt(pool: Pool, serviceId: number): Promise<Date | null> {
	const { rows } = await pool.query<{ at: Date }>("SELECT at FROM report WHERE service_id = $1 ORDER BY id DESC LIMIT 1", [serviceId]);
	return rows[0]?.at ?? null;
}
