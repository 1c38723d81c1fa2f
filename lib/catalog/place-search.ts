// Which carriers or countries may a typed word mean? By name, as people spell it; exact keys and codes are the catalogue's own
// (`findCarrier`, `findRegion`).
import type { Carrier, Catalog, Region } from "./catalog";
import { foldWhole } from "./search";

/** At most `limit` carriers whose name or key holds the word, those that begin with it first, then by name. */
export function searchCarriers(query: string, carriers: Catalog["carriers"], limit: number): readonly Carrier[] {
	return searchNamed(query, carriers, ({ key }) => key).slice(0, limit);
}

/** The countries whose name holds the word, in the same order. */
export function searchCountries(query: string, countries: Catalog["countries"]): readonly Region[] {
	return searchNamed(query, countries, ({ code }) => code);
}

function searchNamed<Place extends { name: string }>(
	query: string,
	places: readonly Place[],
	keyOf: (place: Place) => string,
): readonly Place[] {
	const asked = foldWhole(query.slice(0, QUERY_LENGTH_MAX));
	if (asked === "") return [];
	const hits = places.flatMap((place) => {
		const found = [foldWhole(place.name), foldWhole(keyOf(place))].map((name) => name.indexOf(asked)).filter((at) => at >= 0);
		return found.length === 0 ? [] : [{ place, begins: found.includes(0) }];
	});
	return hits
		.toSorted((one, other) => Number(other.begins) - Number(one.begins) || one.place.name.localeCompare(other.place.name, "en"))
		.map(({ place }) => place);
}

/** Longer than any name; what lies beyond is not read. */
const QUERY_LENGTH_MAX = 64;
