// The words of every language, each fetched when it is first spoken: by the server for a page, by the browser for the one language
// of its page.
import type { Language } from "@/lib/languages";
import type { Phrasebook } from "@/lib/phrasebook";
import { en as book } from "@/lib/phrasebook/en";
import type { Phrases } from "./phrases";
import { en as phrases } from "./phrases/en";

export type Speech = { book: Phrasebook; phrases: Phrases };

export const english: Speech = { book, phrases };

const others = {
	en: async () => english,
	es: async () => ({ book: (await import("@/lib/phrasebook/es")).es, phrases: (await import("./phrases/es")).es }),
	"pt-BR": async () => ({ book: (await import("@/lib/phrasebook/pt-br")).ptBr, phrases: (await import("./phrases/pt-br")).ptBr }),
	fr: async () => ({ book: (await import("@/lib/phrasebook/fr")).fr, phrases: (await import("./phrases/fr")).fr }),
	de: async () => ({ book: (await import("@/lib/phrasebook/de")).de, phrases: (await import("./phrases/de")).de }),
	hi: async () => ({ book: (await import("@/lib/phrasebook/hi")).hi, phrases: (await import("./phrases/hi")).hi }),
	ar: async () => ({ book: (await import("@/lib/phrasebook/ar")).ar, phrases: (await import("./phrases/ar")).ar }),
	ja: async () => ({ book: (await import("@/lib/phrasebook/ja")).ja, phrases: (await import("./phrases/ja")).ja }),
	id: async () => ({ book: (await import("@/lib/phrasebook/id")).id, phrases: (await import("./phrases/id")).id }),
	tr: async () => ({ book: (await import("@/lib/phrasebook/tr")).tr, phrases: (await import("./phrases/tr")).tr }),
} as const satisfies Record<Language, () => Promise<Speech>>;

/** A promise is kept, so that a language is fetched once and React knows it again. */
const asked = new Map<Language, Promise<Speech>>();

export function speechIn(language: Language): Promise<Speech> {
	const speech = asked.get(language) ?? others[language]();
	asked.set(language, speech);
	return speech;
}
