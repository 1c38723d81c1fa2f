// Who failed where, by network and country? Read off the tallies, never off reports. For lib/publish-places.ts alone to let out.
import type { Catalog } from "../catalog/catalog";
import { NAMED_STEP_MIN_MS } from "../publish";
import type { PlaceStep } from "../publish-places";
import { MINUTE_MS } from "../time";
import { channelOf, NOT_STATED } from "./codes";
import type { Pool } from "./pool";

const STEP = `${NAMED_STEP_MIN_MS / MINUTE_MS} minutes`;

type Row = Omit<PlaceStep, "channel" | "region" | "carrier"> & {
	service_id: number;
	channel: number;
	carrier_id: number;
	region_id: number;
};

/** People counted in each half hour of a stretch, by service (its slug), channel, network and country. */
export async function listPlaceSteps(
	pool: Pool,
	catalog: Catalog,
	{ serviceIds, from, to }: { serviceIds: readonly number[]; from: Date; to: Date },
): Promise<readonly (PlaceStep & { service: string })[]> {
	const { rows } = await pool.query<Row>(
		`SELECT service_id, date_bin('${STEP}', at, '1970-01-01Z') AS at, channel, carrier_id, region_id,
		   sum(missing + late + rejected + blocked)::int AS failed, sum(arrived)::int AS arrived, sum(reporters)::int AS reporters
		 FROM tally WHERE service_id = ANY ($1::int[]) AND at >= $2::timestamptz AND at < $3::timestamptz
		   AND channel > 0 AND carrier_id >= ${NOT_STATED}
		 GROUP BY service_id, date_bin('${STEP}', at, '1970-01-01Z'), channel, carrier_id, region_id HAVING sum(reporters) > 0`,
		[serviceIds, from, to],
	);
	return rows.flatMap(({ service_id, channel, carrier_id, region_id, ...counts }) => {
		const service = catalog.serviceOfId(service_id);
		const region = catalog.regionOfId(region_id);
		if (!service || !region) return [];
		const place = { region: region.code, carrier: catalog.carrierOfId(carrier_id)?.key ?? null };
		return [{ service: service.slug, channel: channelOf(channel), ...place, ...counts }];
	});
}
