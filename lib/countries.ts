// Countries as a reader knows them: by the names of their language, in its order.
import { type Language, localeOf } from "./languages";

export type Country = { code: string; name: string };

/** Names a country or territory by its ISO 3166-1 code; `null` where the language has no name for it. */
export function countryNames(language: Language): (code: string) => string | null {
	const names = new Intl.DisplayNames([localeOf(language)], { type: "region", fallback: "none" });
	return (code) => (COUNTRY.test(code) ? (names.of(code) ?? null) : null);
}

const COUNTRY = /^[A-Z]{2}$/;

/** English keeps the catalogue's own names, as the rest of the English site has them. */
export function countriesIn(language: Language, countries: readonly Country[]): Country[] {
	const nameOf = language === "en" ? () => null : countryNames(language);
	const { compare } = new Intl.Collator(localeOf(language));
	return countries.map(({ code, name }) => ({ code, name: nameOf(code) ?? name })).sort((one, other) => compare(one.name, other.name));
}
