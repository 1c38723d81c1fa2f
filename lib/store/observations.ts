// What the detector reads of the ground: raw reports of one stretch of time, by arrival; and the watch's own place on
// its grid.
import type { Catalog } from "../catalog/catalog";
import type { Observation } from "../detect/first/detector";
import { uuidFloor } from "../time";
import type { Pool } from "./pool";

type Row = {
	id: string;
	at: Date;
	service_id: number;
	channel: Observation["channel"];
	symptom: Observation["symptom"];
	network_key: Buffer;
	counted: boolean;
	evidence: boolean;
	supersedes: string | null;
};

/** Reports with `after` < at ≤ `to`, ordered by (at, id). */
export async function listObservations(
	pool: Pool,
	catalog: Catalog,
	{ after, to }: { after: Date; to: Date },
): Promise<readonly Observation[]> {
	const { rows } = await pool.query<Row>(
		`SELECT id, at, service_id, channel, symptom, network_key, counted, evidence, supersedes FROM report
		 WHERE service_id = ANY (SELECT id FROM service) AND id >= $1::uuid AND at > $2::timestamptz AND at <= $3::timestamptz ORDER BY at, id`,
		[uuidFloor(after), after, to],
	);
	return rows.flatMap(({ service_id, network_key, ...row }) => {
		const service = catalog.serviceOfId(service_id);
		return service ? [{ ...row, service: service.slug, network: network_key.toString("base64") }] : [];
	});
}

const THE_TICK = 1;

/** The last grid time the watch has judged; `null` before its first. */
export async function findTick(pool: Pool): Promise<Date | null> {
	const { rows } = await pool.query<{ at: Date }>("SELECT at FROM tick WHERE id = $1", [THE_TICK]);
	return rows[0]?.at ?? null;
}

/** Moves the tick forward, never back. */
export async function saveTick(pool: Pool, at: Date): Promise<void> {
	await pool.query(
		"INSERT INTO tick AS kept (id, at) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET at = EXCLUDED.at WHERE kept.at < EXCLUDED.at",
		[THE_TICK, at],
	);
}

/** When a service was last spoken of, within the partitions that stand; `null` when nobody has. */
export async function findLastReportAt(pool: Pool, serviceId: number): Promise<Date | null> {
	const { rows } = await pool.query<{ at: Date }>("SELECT at FROM report WHERE service_id = $1 ORDER BY id DESC LIMIT 1", [serviceId]);
	return rows[0]?.at ?? null;
}
