"use client";
// Interaction: a page that keeps itself up goes on in the language it was sent in.
import { createContext, type ReactNode, use } from "react";
import type { Language } from "@/lib/languages";
import { english, type Speech, speechIn } from "./speeches";

const Spoken = createContext(english);

/** Everything inside speaks this language, as far as it can. */
export function Speaking({ language, children }: { language: Language; children: ReactNode }) {
	// English is there at once, and most pages speak nothing else.
	const speech = language === "en" ? english : use(speechIn(language));
	return <Spoken value={speech}>{children}</Spoken>;
}

export function useSpeech(): Speech {
	return use(Spoken);
}
