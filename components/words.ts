// What faces say beyond lib/words.ts: hints under tiles, heads of columns, who speaks. One table per language, like there.
import type { Author, StanceValue } from "@/lib/incident";
import type { Channel, Symptom } from "@/lib/report";

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

/** A physical key is not sent, so it cannot come. */
export const keySymptomWords = { rejected: "It was refused", arrived: "It worked" } as const;

/** Calm that rests on nobody having said anything: the word must not sound like health. */
export const QUIET_WORD = "No reports";

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
