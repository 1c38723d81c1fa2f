"use client";
// Interaction: the links of a page whose address names its language go on in that language.
import { createContext, type ReactNode, use } from "react";
import { addressIn, type Language } from "@/lib/languages";

const Named = createContext<Language | null>(null);

/** `language`: the one that the page's address names; `null` where the browser decided. */
export function Linking({ language, children }: { language: Language | null; children: ReactNode }) {
	return <Named value={language}>{children}</Named>;
}

/** Makes a link to one of the pages that speak every language. */
export function useLink(): (address: string) => string {
	const language = use(Named);
	return (address) => (language === null ? address : addressIn(address, language));
}
