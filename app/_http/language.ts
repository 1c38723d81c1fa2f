// In which language is this page sent? server/ worked it out (server/language.ts).
import { headers } from "next/headers";
import { type Language, languageNamed } from "@/lib/languages";
import { LANGUAGE_HEADER } from "@/lib/origin";

export async function readLanguage(): Promise<Language> {
	return languageNamed((await headers()).get(LANGUAGE_HEADER) ?? "") ?? "en";
}
