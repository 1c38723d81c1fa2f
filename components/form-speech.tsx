"use client";
// Interaction: the form goes on in the language it was sent in. In its own script the reader's language stands where English
// stands here (bin/bundle.mjs).
import { createContext, type ReactNode, use } from "react";
import type { Language } from "@/lib/languages";
import type { FormPhrases } from "./form-phrases";
import { en } from "./form-phrases/en";
import { formPhrasesIn } from "./form-speeches";

const Spoken = createContext<FormPhrases>(en);

export function SpeakingForm({ language, children }: { language: Language; children: ReactNode }) {
	const phrases = language === "en" ? en : use(formPhrasesIn(language));
	return <Spoken value={phrases}>{children}</Spoken>;
}

export function useFormPhrases(): FormPhrases {
	return use(Spoken);
}
