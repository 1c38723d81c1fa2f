// In which language is this page sent? server/ worked it out (server/language.ts).
import { headers } from "next/headers";
import { type Language, languageNamed } from "@/lib/languages";
import { LANGUAGE_HEADER, NAMED_HEADER } from "@/lib/origin";

export async function readLanguage(): Promise<Language> {
	return languageNamed((await headers()).get(LANGUAGE_HEADER) ?? "") ?? "en";
}

/** The one that its address names, which its links keep; `null` where the browser decided. */
export async function readNamedLanguage(): Promise<Language | null> {
	return languageNamed((await headers()).get(NAMED_HEADER) ?? "");
}
