// What does a slice reach in the catalogue? Its names as the ids that rows carry: a country with its states, a network with
// the MVNOs that ride on it.
import type { Slice } from "../incident";
import type { Catalog } from "./catalog";

/** Ids per dimension; `null` where any will do. */
export type Reach = { serviceIds: readonly number[] | null; regionIds: readonly number[] | null; carrierIds: readonly number[] | null };

export function reachOf(slice: Slice, catalog: Catalog): Reach {
	const { service, region, carrier } = slice;
	return {
		serviceIds: service?.flatMap((slug) => catalog.findService(slug)?.id ?? []) ?? null,
		regionIds: region && catalog.regions.filter((one) => region.includes(catalog.countryOf(one).code)).map(({ id }) => id),
		carrierIds: carrier && catalog.carriers.filter((one) => carrier.includes(catalog.networkOf(one).key)).map(({ id }) => id),
	};
}

/** The service that an incident is of: the one its slice names, or `null` when it names several or none. */
export function serviceIdOf(slice: Slice, catalog: Catalog): number | null {
	const [slug, ...others] = slice.service ?? [];
	return slug === undefined || others.length > 0 ? null : (catalog.findService(slug)?.id ?? null);
}
