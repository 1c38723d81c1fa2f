// The words people read, in one place: labels for the values that code, database and API share. English for now; another
// language is another table of the same shape.
import type { Category } from "@/lib/catalog/catalog";
import type { Author, Cause, IncidentState, StanceValue } from "@/lib/incident";
import type { Channel, Flow, Symptom } from "@/lib/report";
import type { StatusState } from "@/lib/status";

/** `label` stands in tables and tiles, `codes` inside a sentence, `hint` under a tile. */
export const channelWords = {
	sms: { label: "SMS", codes: "SMS codes", hint: "text message" },
	call: { label: "Call", codes: "codes by phone call", hint: "a voice reads it" },
	email: { label: "E\u2060-\u2060mail", codes: "e\u2060-\u2060mail codes", hint: null },
	push: { label: "Push", codes: "push approvals", hint: "approve in the app" },
	authenticator: { label: "Authenticator app", codes: "authenticator codes", hint: "six digits that change" },
	messenger: { label: "Messenger", codes: "messenger codes", hint: "WhatsApp, Viber and the like" },
	backup: { label: "Backup code", codes: "backup codes", hint: "from your saved list" },
	key: { label: "Security key", codes: "security keys", hint: "USB or NFC" },
} as const satisfies Record<Channel, { label: string; codes: string; hint: string | null }>;

export const symptomWords = {
	missing: { label: "It never came", hint: null },
	late: { label: "It came too late", hint: null },
	rejected: { label: "It came and was refused", hint: null },
	blocked: { label: "I was stopped before a code was sent", hint: "“Try again later”, “number not supported”" },
	arrived: { label: "It came in time", hint: "This helps as much as a failure: it tells us how many were fine." },
} as const satisfies Record<Symptom, { label: string; hint: string | null }>;

/** A physical key is not sent, so it cannot come. */
export const keySymptomWords = { rejected: "It was refused", arrived: "It worked" } as const;

export const symptomColumns = {
	missing: "Never came",
	late: "Late",
	rejected: "Refused",
	blocked: "Stopped",
	arrived: "In time",
} as const satisfies Record<Symptom, string>;

export const flowWords = {
	"sign-up": "Signing up",
	"log-in": "Signing in",
	recovery: "Getting back into an account",
	settings: "Changing a setting",
	export: "Asking for my data",
} as const satisfies Record<Flow, string>;

export const stateWords = {
	calm: "Calm",
	raised: "Possible",
	failing: "Failing",
	unknown: "Unknown",
} as const satisfies Record<StatusState, string>;

/** Calm that rests on nobody having said anything: the word must not sound like health. */
export const QUIET_WORD = "No reports";

export const incidentWords = {
	suspected: "Possible",
	confirmed: "Confirmed",
	resolved: "Resolved",
	dismissed: "Retracted",
} as const satisfies Record<IncidentState, string>;

export const authorWords = {
	watch: "detector",
	moderator: "moderator",
	vendor: "what the service says",
} as const satisfies Record<Author, string>;

export const causeWords = {
	service: "The service or its sender",
	carrier: "A carrier",
	region: "One region",
	"shared-sender": "A sender that several services share",
	undetermined: "Undetermined",
} as const satisfies Record<Cause, string>;

export const stanceWords = {
	silent: "Has said nothing",
	denied: "Denied",
	partly_acknowledged: "Partly acknowledged",
	admitted: "Admitted",
	fixed: "Says it is fixed",
} as const satisfies Record<StanceValue, string>;

export const categoryWords = {
	social: "Social",
	messaging: "Messaging",
	mail: "Mail",
	shopping: "Shopping",
	payments: "Payments",
	banking: "Banking",
	games: "Games",
	travel: "Travel",
	work: "Work",
	government: "Government",
	entertainment: "Entertainment",
	identity: "Sign-in",
} as const satisfies Record<Category, string>;

/** "1 person", "41 people". */
export function people(count: number): string {
	return count === 1 ? "1 person" : `${count.toLocaleString("en-GB")} people`;
}

/** An expectation as a person would say it: "fewer than 1", "6". */
export function usual(expected: number): string {
	return expected < 0.95 ? "fewer than 1" : Math.round(expected).toLocaleString("en-GB");
}

/** Minutes as a person would say them: "35 min", "2 h 20 min", "3 days". */
export function span(minutes: number): string {
	const whole = Math.max(0, Math.round(minutes));
	if (whole < 60) return `${whole} min`;
	if (whole < 48 * 60) return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
	return `${Math.round(whole / 1440)} days`;
}
