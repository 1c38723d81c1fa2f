// Which places can a report name? ISO 3166-1 countries and the first level below them, never finer. Names: Unicode's
// English for countries, the standard's own for what lies below.
import { iso31661, iso31662 } from "iso-3166";
import type { Region } from "./catalog";

type RegionFacts = Omit<Region, "id">;

/** Unions of Britain's parts, which the standard lists beside the parts: a person is in one of those. */
const unions = ["GB-EAW", "GB-GBN", "GB-UKM"];

/** Not in the standard, but a code reserved for users, which its networks, the address data and Unicode all use. */
const KOSOVO = "XK";

const countryName = new Intl.DisplayNames("en", { type: "region" });

/** Countries first, then their parts, each by code. */
export function listRegions(): RegionFacts[] {
	return [...countries(), ...parts()];
}

function countries(): RegionFacts[] {
	const codes = [...iso31661.map((country) => country.alpha2), KOSOVO].sort();
	return codes.map((code) => ({ code, name: countryName.of(code) ?? code, parent: null }));
}

function parts(): RegionFacts[] {
	return iso31662
		.filter((part) => part.parent.length === 2 && !unions.includes(part.code))
		.map(({ code, name, parent }) => ({ code, name, parent }))
		.sort((one, other) => (one.code < other.code ? -1 : 1));
}
