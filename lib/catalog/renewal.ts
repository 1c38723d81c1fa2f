// How does a service that is listed now reach everybody who holds the catalogue? One object for the life of the process,
// whose index is replaced inside; nobody keeps an old one.
import { type Catalog, type Listing, makeCatalog, type Service } from "./catalog";

export type Renewable = Catalog & {
	/** From now on these are the listed services. */
	renew(services: readonly Service[]): void;
};

export function makeRenewable(listing: Listing): Renewable {
	let current = makeCatalog(listing);
	return {
		get services() {
			return current.services;
		},
		carriers: current.carriers,
		regions: current.regions,
		mailboxHosts: current.mailboxHosts,
		countries: current.countries,
		findService: (slug) => current.findService(slug),
		meantService: (word) => current.meantService(word),
		searchServices: (query, limit) => current.searchServices(query, limit),
		serviceOfId: (id) => current.serviceOfId(id),
		findCarrier: current.findCarrier,
		carriersOf: current.carriersOf,
		findRegion: current.findRegion,
		networkOf: current.networkOf,
		countryOf: current.countryOf,
		carrierOfId: current.carrierOfId,
		regionOfId: current.regionOfId,
		renew(services) {
			current = makeCatalog({ ...listing, services });
		},
	};
}
