// Who failed where, by network and country? Read off the tallies, never off reports. For lib/publish-places.ts and
// lib/publish-timeline.ts alone to let out.
import type { Catalog } from "../catalog/catalog";
import { NAMED_STEP_MIN_MS } from "../publish";
import type { PlaceStep } from "../publish-places";
import type { PlaceCell } from "../publish-timeline";
import type { Counter } from "../tally";
import { MINUTE_MS } from "../time";
import { channelOf, NOT_STATED } from "./codes";
import type { Pool } from "./pool";
import { SUMS } from "./tallies";

const STEP = `${NAMED_STEP_MIN_MS / MINUTE_MS} minutes`;

const OF_PLACES = `FROM tally WHERE service_id = ANY ($1::int[]) AND at >= $2::timestamptz AND at < $3::timestamptz
	AND channel > 0 AND carrier_id >= ${NOT_STATED}
	GROUP BY service_id, date_bin('${STEP}', at, '1970-01-01Z'), channel, carrier_id, region_id`;

type Place = { channel: number; carrier_id: number; region_id: number };
type Row = Omit<PlaceStep, keyof Place | "region" | "carrier"> & Place & { service_id: number };
type Stretch = { from: Date; to: Date };

/** People counted in each half hour of a stretch, by service (its slug), channel, network and country. */
export async function listPlaceSteps(
	pool: Pool,
	catalog: Catalog,
	{ serviceIds, from, to }: Stretch & { serviceIds: readonly number[] },
): Promise<readonly (PlaceStep & { service: string })[]> {
	const { rows } = await pool.query<Row>(
		`SELECT service_id, date_bin('${STEP}', at, '1970-01-01Z') AS at, channel, carrier_id, region_id,
		   sum(missing + late + rejected + blocked)::int AS failed, sum(arrived)::int AS arrived, sum(reporters)::int AS reporters
		 ${OF_PLACES} HAVING sum(reporters) > 0`,
		[serviceIds, from, to],
	);
	return rows.flatMap(({ service_id, channel, carrier_id, region_id, ...counts }) => {
		const service = catalog.serviceOfId(service_id);
		const place = placeOf(catalog, { channel, carrier_id, region_id });
		return service && place ? [{ service: service.slug, ...place, ...counts }] : [];
	});
}

/** The same with every count, those who only repeat themselves among them. */
export async function listPlaceCells(
	pool: Pool,
	catalog: Catalog,
	{ serviceIds, from, to }: Stretch & { serviceIds: readonly number[] },
): Promise<readonly (PlaceCell & { service: string })[]> {
	const { rows } = await pool.query<Place & { service_id: number; at: Date } & Record<Counter, number>>(
		`SELECT service_id, date_bin('${STEP}', at, '1970-01-01Z') AS at, channel, carrier_id, region_id, ${SUMS}
		 ${OF_PLACES} HAVING sum(reporters) > 0 OR sum(repeats) > 0`,
		[serviceIds, from, to],
	);
	return rows.flatMap(({ service_id, channel, carrier_id, region_id, ...counts }) => {
		const service = catalog.serviceOfId(service_id);
		const place = placeOf(catalog, { channel, carrier_id, region_id });
		const failed = counts.missing + counts.late + counts.rejected + counts.blocked;
		return service && place ? [{ service: service.slug, ...place, ...counts, failed }] : [];
	});
}

function placeOf(catalog: Catalog, { channel, carrier_id, region_id }: Place): Pick<PlaceStep, "channel" | "region" | "carrier"> | null {
	const region = catalog.regionOfId(region_id);
	return region && { channel: channelOf(channel), region: region.code, carrier: catalog.carrierOfId(carrier_id)?.key ?? null };
}
