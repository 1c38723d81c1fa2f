// The choice of incidents that an address carries; a word nobody knows chooses nothing, and the page shows it as not chosen.
import type { Choice, Chosen } from "@/components/incident-choice";
import type { Catalog } from "@/lib/catalog/catalog";
import { namesOf } from "@/lib/catalog/names";
import { incidentStates } from "@/lib/incident";
import { type IncidentFilter, placeNamed } from "@/lib/incident-list";
import { incidentWords } from "@/lib/words";

type Query = Record<string, string | string[] | undefined>;

export function choiceOf(query: Query, catalog: Catalog): Choice {
	const names = namesOf(catalog);
	const said = (part: keyof Choice) => {
		const word = query[part];
		return typeof word === "string" ? word : "";
	};
	const state = incidentStates.find((candidate) => candidate === query.state);
	const service = catalog.meantService(said("service"));
	const place = placeNamed({ carrier: said("carrier"), region: said("region") }, catalog);
	return {
		state: state && { key: state, name: incidentWords[state] },
		service: service ? { key: service.slug, name: service.name } : undefined,
		carrier: place.carrier ? called(place.carrier, names.carrier) : undefined,
		region: place.region ? called(place.region, names.region) : undefined,
	};
}

export function filterOf({ state, service, carrier, region }: Choice): IncidentFilter {
	return {
		state: incidentStates.find((candidate) => candidate === state?.key),
		service: service?.key,
		carrier: carrier?.key,
		region: region?.key,
	};
}

/** Every service there is to choose, by name. */
export function servicesIn({ services }: Catalog): readonly Chosen[] {
	return services.map(({ slug, name }) => ({ key: slug, name })).toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}

function called(key: string, nameOf: (key: string) => string): Chosen {
	return { key, name: nameOf(key) };
}
