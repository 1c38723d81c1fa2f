// In which language is somebody spoken to? In the one the address names, else the first of their browser's that we speak,
// else English.
export const languages = ["en", "es", "pt-BR", "fr", "de", "hi", "ar", "ja", "id", "tr"] as const;
export type Language = (typeof languages)[number];

/** The categories of a language's cardinal plurals (CLDR), as its phrasebook must have them. */
export const pluralCategories = {
	en: ["one", "other"],
	es: ["one", "many", "other"],
	"pt-BR": ["one", "many", "other"],
	fr: ["one", "many", "other"],
	de: ["one", "other"],
	hi: ["one", "other"],
	ar: ["zero", "one", "two", "few", "many", "other"],
	ja: ["other"],
	id: ["other"],
	tr: ["one", "other"],
} as const satisfies Record<Language, readonly Intl.LDMLPluralRule[]>;

/** A list of languages longer than this is nobody's browser's. */
const ACCEPTED_LENGTH_MAX = 200;

/** `asked`: the word of the address; `accepted`: an Accept-Language header (RFC 9110, 12.5.4), its weights left out as browsers list the best first. */
export function languageOf(asked: string | null, accepted: string): Language {
	const wanted = [
		asked ?? "",
		...accepted
			.slice(0, ACCEPTED_LENGTH_MAX)
			.split(",")
			.map((part) => part.split(";")[0] ?? ""),
	];
	return wanted.map(languageNamed).find((language) => language !== null) ?? "en";
}

/** The language of ours that a tag means: "pt" and "pt-PT" are read by who reads pt-BR. `null`: none. */
export function languageNamed(tag: string): Language | null {
	const wanted = tag.trim().toLowerCase();
	const primary = wanted.split("-")[0];
	return languages.find((one) => one.toLowerCase() === wanted) ?? languages.find((one) => one.split("-")[0] === primary) ?? null;
}

export function directionOf(language: Language): "ltr" | "rtl" {
	return language === "ar" ? "rtl" : "ltr";
}

/** For `Intl`: figures are written as codes are, in Latin digits. */
export function localeOf(language: Language): string {
	return `${language}-u-nu-latn`;
}

/** A page's address with its language named in it, whatever else its words say. */
export function addressIn(address: string, language: Language): string {
	const [page = "", ...part] = address.split(/(?=#)/);
	return `${page}${page.includes("?") ? "&" : "?"}lang=${language}${part.join("")}`;
}
