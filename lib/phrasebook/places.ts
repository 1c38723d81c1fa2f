// Places in the reader's language: countries as Intl names them, first levels and carriers by the name that came along.
import { countryNames } from "../countries";
import { type Language, localeOf } from "../languages";
import type { Named, Where } from "../saying";

/** Names the places of a `Where`, in brackets after what is said of them: no language bends a name there. */
export function placesIn(language: Language): (where: Where) => string {
	const countryName = countryNames(language);
	const list = new Intl.ListFormat(localeOf(language), { type: "conjunction" });
	const regionName = ({ key, name }: Named) => countryName(key) ?? name;
	return (where) =>
		list.format(where.flatMap(({ carriers, regions }) => [...carriers.map(({ name }) => name), ...regions.map(regionName)]));
}
