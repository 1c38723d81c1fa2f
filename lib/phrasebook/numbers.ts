// How does a language count? Figures as its readers write them, and a noun in the form that its number asks for.
import { type Language, localeOf, type pluralCategories } from "../languages";

/** One form for each plural category of the language; `#` is where the figure stands. */
export type Forms<Spoken extends Language> = Readonly<Record<(typeof pluralCategories)[Spoken][number], string>>;

export type Numbers<Spoken extends Language> = {
	figure(number: number): string;
	/** "3 people": CLDR's plural rules choose the form. */
	counted(forms: Forms<Spoken>): (number: number) => string;
};

export function numbersOf<Spoken extends Language>(language: Spoken): Numbers<Spoken> {
	const format = new Intl.NumberFormat(localeOf(language));
	const rules = new Intl.PluralRules(language);
	const figure = (number: number) => format.format(number);
	return {
		figure,
		counted(forms) {
			const byCategory = new Map(Object.entries<string>(forms));
			const formOf = (number: number) => byCategory.get(rules.select(number)) ?? byCategory.get("other") ?? "#";
			return (number) => formOf(number).replace("#", figure(number));
		},
	};
}
