// A refusal of a report, in the words of the form: what is wrong, and what to do.
import { type Language, localeOf } from "@/lib/languages";
import { channels } from "@/lib/vocabulary";
import { type FormPhrases, toldRefusals } from "./form-phrases";
import type { Refused } from "./report-state";

export function refusalWords({ word, names = [] }: Pick<Refused, "word" | "names">, phrases: FormPhrases, language: Language) {
	const told = toldRefusals.find((one) => one === word);
	const { title, text } = told === undefined ? phrases.refused : phrases.refusals[told];
	const more = names.length === 0 ? null : moreOf(word, { names, phrases, language });
	return { title, text: more === null ? text : `${text} ${more}` };
}

type Naming = { names: readonly string[]; phrases: FormPhrases; language: Language };

function moreOf(word: Refused["word"], { names, phrases, language }: Naming): string | null {
	const list = (type: Intl.ListFormatType, words: readonly string[]) => new Intl.ListFormat(localeOf(language), { type }).format(words);
	if (word === "unknown-service") return phrases.didYouMean(list("disjunction", names));
	if (word !== "unsupported-channel") return null;
	const known = channels.filter((channel) => names.includes(channel));
	return phrases.sendsBy(
		list(
			"conjunction",
			known.map((channel) => phrases.channels[channel].name),
		),
	);
}
