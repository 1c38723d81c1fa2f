// Which language is a page sent in? Worked out here once per request and handed on as a private header. Pages that speak English
// alone are English for everybody.
import type { IncomingMessage } from "node:http";
import { type Language, languageNamed, languageOf } from "@/lib/languages";
import { LANGUAGE_HEADER, NAMED_HEADER } from "@/lib/origin";
import { remembered } from "./remembered";

/** The pages that speak every language. */
const SPEAKING = /^\/(services\/[^/]+|report|offline)$/;

/** `null`: the page speaks English alone. */
export function languageFor({ url = "/", headers }: Pick<IncomingMessage, "url" | "headers">): Language | null {
	const named = namedBy(url);
	if (named === "english") return null;
	return named === "reader" ? readersOf(headers["accept-language"] ?? "") : named;
}

/** The language an address names, or who decides. */
const namedBy = remembered((url: string): Language | "reader" | "english" => {
	const { pathname, searchParams } = new URL(url, "http://localhost");
	if (!SPEAKING.test(pathname)) return "english";
	return languageNamed(searchParams.get("lang") ?? "") ?? "reader";
});

/** The first language of a reader's browser that we speak. */
export const readersOf = remembered((accepted: string): Language => languageOf(null, accepted));

export function markLanguage(request: IncomingMessage): void {
	Object.assign(request.headers, languageHeaders(request.url ?? "/", languageFor(request) ?? "en"));
}

/** What a page is told of the language it is sent in. */
export function languageHeaders(url: string, language: Language): Record<string, string> {
	return { [LANGUAGE_HEADER]: language, ...(namedBy(url) === language && { [NAMED_HEADER]: language }) };
}
