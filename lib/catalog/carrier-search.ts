// Which carriers may a typed word mean? By name, as people spell it, in one country or all; exact keys and codes are the
// catalogue's own (`findCarrier`).
import type { Carrier, Catalog } from "./catalog";
import { foldWhole } from "./search";

/** At most `limit` carriers whose name holds the word, those that begin with it first, then by name. */
export function searchCarriers(query: string, carriers: Catalog["carriers"], limit: number): readonly Carrier[] {
	const asked = foldWhole(query.slice(0, QUERY_LENGTH_MAX));
	if (asked === "") return [];
	const hits = carriers.flatMap((carrier) => {
		const place = [foldWhole(carrier.name), foldWhole(carrier.key)].map((name) => name.indexOf(asked)).filter((at) => at >= 0);
		return place.length === 0 ? [] : [{ carrier, begins: place.includes(0) }];
	});
	return hits
		.toSorted((one, other) => Number(other.begins) - Number(one.begins) || one.carrier.name.localeCompare(other.carrier.name, "en"))
		.slice(0, limit)
		.map(({ carrier }) => carrier);
}

/** Longer than any name; what lies beyond is not read. */
const QUERY_LENGTH_MAX = 64;
