// What faces say beyond lib/words.ts: hints under tiles, heads of columns, who speaks. One table per language, like there.
import type { Author, StanceValue } from "@/lib/incident";
import { NOTE_LENGTH_MAX } from "@/lib/note";
import type { Channel, Statement, Symptom } from "@/lib/report";

/** Under a channel's tile in the form. */
export const channelHints: Partial<Record<Channel, string>> = {
	sms: "text message",
	call: "a voice reads it",
	push: "approve in the app",
	authenticator: "digits that change",
	messenger: "WhatsApp, Viber and the like",
	backup: "from your saved list",
	key: "USB or NFC",
};

export const symptomHints: Partial<Record<Symptom, string>> = {
	blocked: "“Try again later”, “number not supported”",
	arrived: "This helps as much as a failure: it tells us how many were fine.",
};

/** Beside a field of the form that was refused, by the name the refusal gives it: what to do, whatever was wrong. */
export const fieldProblems = {
	service: "Name a service we know, as the list has it.",
	channel: "Choose a way this service sends codes.",
	symptom: "Choose what happened. A security key is either refused or works.",
	triedMinutesAgo: "Choose when you tried.",
	region: "Choose your country from the list.",
	carrier: "Choose a name from the list, or leave this empty.",
	waitedSeconds: "Choose one of these, or rather not say.",
	flow: "Choose one of these, or rather not say.",
	note: `Write ordinary text of at most ${NOTE_LENGTH_MAX} characters, or leave this empty.`,
	website: "Leave this empty.",
} as const satisfies Record<keyof Statement, string>;

export const authorWords = {
	watch: "detector",
	moderator: "moderator",
	vendor: "what the service says",
} as const satisfies Record<Author, string>;

export const stanceWords = {
	silent: "Has said nothing",
	denied: "Denied",
	partly_acknowledged: "Partly acknowledged",
	admitted: "Admitted",
	fixed: "Says it is fixed",
} as const satisfies Record<StanceValue, string>;
