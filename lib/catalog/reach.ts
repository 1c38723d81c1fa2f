// What does a slice reach in the catalogue? Its names as the ids that rows carry: reports as people said it, a country with
// its states and a network with the MVNOs that ride on it; tallies as it is counted, the country and the network alone.
import type { Slice } from "../incident";
import { type Channel, carriedChannels } from "../report";
import type { Carrier, Catalog } from "./catalog";

/** Ids per dimension; `null` where any will do. */
export type Reach = { serviceIds: readonly number[] | null; regionIds: readonly number[] | null; carrierIds: readonly number[] | null };

/** The same with the services spelled out, and the channels: a carrier's are those that its kind carries. */
export type Cells = {
	serviceIds: readonly number[];
	regionIds: readonly number[] | null;
	carrierIds: readonly number[] | null;
	channels: readonly Channel[] | null;
};

/** What reports of a slice carry. */
export function reachOf(slice: Slice, catalog: Catalog): Reach {
	const { service, region, carrier } = slice;
	return {
		serviceIds: service?.flatMap((slug) => catalog.findService(slug)?.id ?? []) ?? null,
		regionIds: region && catalog.regions.filter((one) => region.includes(catalog.countryOf(one).code)).map(({ id }) => id),
		carrierIds: carrier && catalog.carriers.filter((one) => carrier.includes(catalog.networkOf(one).key)).map(({ id }) => id),
	};
}

/** What reports of a slice carry, of listed services alone. */
export function reportCellsOf(slice: Slice, catalog: Catalog): Cells {
	const reach = reachOf(slice, catalog);
	return { ...reach, serviceIds: reach.serviceIds ?? listedIds(catalog), channels: channelsOf(slice, carriersOf(slice, catalog)) };
}

/** What tallies of a slice carry: an MVNO's network, a region's country. What nobody lists counts nothing. */
export function tallyCellsOf(slice: Slice, catalog: Catalog): Cells {
	const carriers = carriersOf(slice, catalog);
	const countries = slice.region?.flatMap((code) => catalog.findRegion(code) ?? []).map((region) => catalog.countryOf(region).id);
	return {
		serviceIds: reachOf(slice, catalog).serviceIds ?? listedIds(catalog),
		carrierIds: carriers && [...new Set(carriers.map((one) => catalog.networkOf(one).id))],
		regionIds: countries ? [...new Set(countries)] : null,
		channels: channelsOf(slice, carriers),
	};
}

function listedIds({ services }: Catalog): readonly number[] {
	return services.map(({ id }) => id);
}

function carriersOf({ carrier }: Slice, catalog: Catalog): readonly Carrier[] | null {
	return carrier?.flatMap((key) => catalog.findCarrier(key) ?? []) ?? null;
}

function channelsOf({ channel }: Slice, carriers: readonly Carrier[] | null): readonly Channel[] | null {
	if (carriers === null) return channel;
	const carried = carriedChannels.filter((one) => carriers.some(({ kind }) => (one === "email") === (kind === "mailbox")));
	return channel?.filter((one) => carried.some((same) => same === one)) ?? carried;
}

/** The service that an incident is of: the one its slice names, or `null` when it names several or none. */
export function serviceIdOf(slice: Slice, catalog: Catalog): number | null {
	const [slug, ...others] = slice.service ?? [];
	return slug === undefined || others.length > 0 ? null : (catalog.findService(slug)?.id ?? null);
}
