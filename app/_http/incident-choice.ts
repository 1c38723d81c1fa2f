// The choice of incidents that an address carries; a word nobody knows chooses nothing, and the page shows it as not chosen.
import { momentWords } from "@/components/clock-words";
import type { Choice, Chosen } from "@/components/incident-choice";
import type { Catalog } from "@/lib/catalog/catalog";
import { namesOf } from "@/lib/catalog/names";
import { dayMeant, stretchOfDay } from "@/lib/history";
import { incidentStates } from "@/lib/incident";
import { type IncidentFilter, placeNamed } from "@/lib/incident-list";
import { incidentWords } from "@/lib/words";

type Query = Record<string, string | string[] | undefined>;

export function choiceOf(query: Query, catalog: Catalog, today: string): Choice {
	const names = namesOf(catalog);
	const said = (part: keyof Choice) => {
		const word = query[part];
		return typeof word === "string" ? word : "";
	};
	const state = incidentStates.find((candidate) => candidate === query.state);
	const service = catalog.meantService(said("service"));
	const day = dayMeant(said("day"), today);
	const place = placeNamed({ carrier: said("carrier"), region: said("region") }, catalog);
	return {
		state: state && { key: state, name: incidentWords[state] },
		service: service ? { key: service.slug, name: service.name } : undefined,
		carrier: place.carrier ? called(place.carrier, names.carrier) : undefined,
		region: place.region ? called(place.region, names.region) : undefined,
		day: "day" in day ? { key: day.day, name: momentWords(`${day.day}T00:00:00Z`, "whole-day", "UTC") } : undefined,
	};
}

export function filterOf({ state, service, carrier, region, day }: Choice): IncidentFilter {
	return {
		state: incidentStates.find((candidate) => candidate === state?.key),
		service: service?.key,
		carrier: carrier?.key,
		region: region?.key,
		during: day && stretchOfDay(day.key),
	};
}

/** Why a day that was asked for is not shown; `null` when it is, or none was asked for. */
export function dayProblem({ day: word }: Query, today: string): string | null {
	if (typeof word !== "string" || word === "") return null;
	const meant = dayMeant(word, today);
	if (!("problem" in meant)) return null;
	if (meant.problem === "to come") return `${word} has not come yet. Every day is shown.`;
	return `“${word.slice(0, 20)}” is no day we can read: write it like ${today}. Every day is shown.`;
}

/** Every service there is to choose, by name. */
export function servicesIn({ services }: Catalog): readonly Chosen[] {
	return services.map(({ slug, name }) => ({ key: slug, name })).toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}

function called(key: string, nameOf: (key: string) => string): Chosen {
	return { key, name: nameOf(key) };
}
