// In which words is the vocabulary told to people? One table per language; the only one so far is English. Status
// sentences, advice, titles, pages and the widget all speak from here.
import type { Cause, IncidentState } from "./incident";
import type { Channel, Flow, Symptom } from "./report";
import type { Status, StatusState } from "./status";
import type { WaitLength } from "./wait-lengths";

/** A channel's name, the thing a person waits for on it, and the same in the plural. */
export const channelWords = {
	sms: { name: "SMS", code: "SMS code", codes: "SMS codes" },
	call: { name: "Call", code: "call with a code", codes: "calls with a code" },
	email: { name: "E-mail", code: "e-mail code", codes: "e-mail codes" },
	push: { name: "Push", code: "push prompt", codes: "push prompts" },
	authenticator: { name: "Authenticator app", code: "authenticator code", codes: "authenticator codes" },
	messenger: { name: "Messenger", code: "messenger code", codes: "messenger codes" },
	backup: { name: "Backup code", code: "backup code", codes: "backup codes" },
	key: { name: "Security key", code: "security key", codes: "security keys" },
} as const satisfies Record<Channel, { name: string; code: string; codes: string }>;

export const symptomWords = {
	missing: "It never came",
	late: "It came too late",
	rejected: "It came and was refused",
	blocked: "I was stopped before a code was sent",
	arrived: "It came in time",
} as const satisfies Record<Symptom, string>;

export const flowWords = {
	"sign-up": "Signing up",
	"log-in": "Logging in",
	recovery: "Getting back into an account",
	settings: "Changing a setting",
	export: "Asking for my data",
} as const satisfies Record<Flow, string>;

/** Rows of a table, and how a sentence names their upper end. */
export const waitWords = {
	"1m": { row: "Under 1 min", within: "within a minute" },
	"5m": { row: "1–5 min", within: "within 5 minutes" },
	"15m": { row: "5–15 min", within: "within 15 minutes" },
	"1h": { row: "15–60 min", within: "within an hour" },
	longer: { row: "Over 60 min", within: "after more than an hour" },
} as const satisfies Record<WaitLength, { row: string; within: string }>;

export const stateWords = {
	calm: "Calm",
	raised: "Possible",
	failing: "Failing",
	unknown: "Unknown",
} as const satisfies Record<StatusState, string>;

/** Calm that rests on nothing we could call green. */
export const quietWords = { silence: "No reports", few: "Too few reports", doubt: "Not clear" } as const satisfies Partial<
	Record<Status["restsOn"], string>
>;

type StateWords = { states: Record<StatusState, string>; quiet: Record<keyof typeof quietWords, string> };

/** The word of a status: calm has another where it rests on silence, on few people, or on doubt. */
export function statusWord(
	{ state, restsOn }: Pick<Status, "state" | "restsOn">,
	{ states, quiet }: StateWords = { states: stateWords, quiet: quietWords },
): string {
	const isQuiet = state === "calm" && (restsOn === "silence" || restsOn === "few" || restsOn === "doubt");
	return isQuiet ? quiet[restsOn] : states[state];
}

export const incidentWords = {
	suspected: "Possible",
	confirmed: "Confirmed",
	resolved: "Resolved",
	dismissed: "Retracted",
} as const satisfies Record<IncidentState, string>;

export const causeWords = {
	service: "The service or its sender",
	carrier: "The carrier",
	region: "The region",
	"shared-sender": "A sender that several services share",
	undetermined: "Undetermined",
} as const satisfies Record<Cause, string>;

/** "7", "1,500". */
export function figure(number: number): string {
	return number.toLocaleString("en");
}

/** "1 person", "2 people", "1,500 people". */
export function people(number: number): string {
	return number === 1 ? "1 person" : `${figure(number)} people`;
}

/** How long a bar of a chart is, after "per" or "in a": "15 min", "hour", "2 h". */
export function barWords(minutes: number): string {
	if (minutes < 60) return `${minutes} min`;
	if (minutes < 1_440) return minutes === 60 ? "hour" : `${minutes / 60} h`;
	return minutes === 1_440 ? "day" : `${minutes / 1_440} days`;
}

/** A share as people say it: "71%". What is less than half a percent, or more than 99 and a half, is not all and not nobody. */
export function percent(share: number): string {
	const rounded = Math.round(share * 100);
	if (rounded === 0 && share > 0) return "under 1%";
	return rounded === 100 && share < 1 ? "over 99%" : `${rounded}%`;
}

/** A usual number as people say it: never "0.3 people". */
export function usually(expected: number): string {
	return expected < 1 ? "fewer than 1" : Math.round(expected).toLocaleString("en");
}

/** "14:05 UTC": for sentences that are read where no clock of the reader's is known. */
export function clockTime(at: Date): string {
	return `${at.toISOString().slice(11, 16)} UTC`;
}

/** "20 minutes", "1 minute", "2 h 5 min". */
export function duration(ms: number): string {
	const minutes = Math.max(0, Math.round(ms / 60_000));
	if (minutes === 0) return "less than a minute";
	if (minutes < 60) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
	return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
