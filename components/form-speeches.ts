// The form's words in every language, each fetched when it is first spoken.
import type { Language } from "@/lib/languages";
import type { FormPhrases } from "./form-phrases";

const others = {
	en: async () => (await import("./form-phrases/en")).en,
	es: async () => (await import("./form-phrases/es")).es,
	"pt-BR": async () => (await import("./form-phrases/pt-br")).ptBr,
	fr: async () => (await import("./form-phrases/fr")).fr,
	de: async () => (await import("./form-phrases/de")).de,
	hi: async () => (await import("./form-phrases/hi")).hi,
	ar: async () => (await import("./form-phrases/ar")).ar,
	ja: async () => (await import("./form-phrases/ja")).ja,
	id: async () => (await import("./form-phrases/id")).id,
	tr: async () => (await import("./form-phrases/tr")).tr,
} as const satisfies Record<Language, () => Promise<FormPhrases>>;

/** A promise is kept, so that React knows it again. */
const asked = new Map<Language, Promise<FormPhrases>>();

export function formPhrasesIn(language: Language): Promise<FormPhrases> {
	const phrases = asked.get(language) ?? others[language]();
	asked.set(language, phrases);
	return phrases;
}
