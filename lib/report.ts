// What is a report, and what do we take? The words of the field, and the one schema that form, API and import share.
// Raw input is parsed here once; a refusal names the field. Absent on purpose: any number, address, name or code.
import { z } from "zod";
import { NOTE_LENGTH_MAX } from "./note";
import { type FieldError, type Refusal, refuse } from "./refusal";
import { type Channel, channels, type Flow, flows, type Symptom, symptoms } from "./vocabulary";

export { type Channel, channels, type Flow, flows, type Symptom, symptoms } from "./vocabulary";

/** Channels on which a carrier (network or mailbox host) stands between sender and person. */
export const carriedChannels = ["sms", "call", "email"] as const satisfies readonly Channel[];

/**
 * Channels on which somebody delivers something. Services switch them on by country and hour without saying so: they are
 * taken for every service, listed or not. The others exist only where a service has them (docs/decisions/004).
 */
export const deliveredChannels = ["sms", "call", "email", "push"] as const satisfies readonly Channel[];

/** A physical key is never sent: it only works or is refused. */
export const keySymptoms = ["rejected", "arrived"] as const satisfies readonly Symptom[];

/** A week: beyond it nobody is still waiting. */
export const WAITED_SECONDS_MAX = 7 * 24 * 3600;
export const TRIED_MINUTES_AGO_MAX = 1440;

export function isFailing(symptom: Symptom): boolean {
	return symptom !== "arrived";
}

export function isCarried(channel: Channel): boolean {
	return carriedChannels.some((carried) => carried === channel);
}

/** May a report about a service with these channels speak of this one? */
export function isPossible(channel: Channel, offered: readonly Channel[]): boolean {
	return offered.includes(channel) || deliveredChannels.some((delivered) => delivered === channel);
}

/** May this be said of a code on this channel? */
export function isSaidOf(channel: Channel, symptom: Symptom): boolean {
	return channel !== "key" || keySymptoms.some((said) => said === symptom);
}

/** Control characters have no place in a name or a note; line breaks and tabs in notes are spaces to us. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Text without control characters and without marks that turn its direction. */
export function isPlainText(text: string): boolean {
	return !CONTROL.test(text);
}

const NOT_TEXT = "not-text";
const plainText = z.string().refine(isPlainText, { message: NOT_TEXT });
const word = plainText.trim().min(1, "is empty").max(120, "is longer than 120 characters");

const schema = z
	.strictObject({
		service: word,
		channel: z.enum(channels),
		symptom: z.enum(symptoms),
		region: word.optional(),
		carrier: word.optional(),
		flow: z.enum(flows).optional(),
		waitedSeconds: z.int().min(0).max(WAITED_SECONDS_MAX).optional(),
		triedMinutesAgo: z.int().max(TRIED_MINUTES_AGO_MAX).default(0),
		note: plainText.max(NOTE_LENGTH_MAX, `is longer than ${NOTE_LENGTH_MAX} characters`).optional(),
		/** A trap for robots: people never see the field, so it stays empty. */
		website: z.literal("").optional(),
	})
	.refine((report) => isSaidOf(report.channel, report.symptom), {
		path: ["symptom"],
		message: "a security key is either refused or works",
	});

/** A statement as it was made: words not yet looked up in the catalogue. */
export type Statement = z.output<typeof schema>;
export const statementSchema = schema;

/**
 * Reads a statement from anything. Refusals: `malformed` (with the fields), `not-text` (control characters),
 * `from-the-future` (a negative `triedMinutesAgo`).
 */
export function parseStatement(input: unknown): Statement | Refusal {
	const parsed = schema.safeParse(input);
	if (!parsed.success) return refusalOf(parsed.error);
	if (parsed.data.triedMinutesAgo < 0) {
		return refuse("from-the-future", "Say how many minutes ago you tried, as a number from 0 to 1440.", {
			errors: [{ field: "triedMinutesAgo", message: "lies in the future" }],
		});
	}
	return parsed.data;
}

function refusalOf(error: z.ZodError): Refusal {
	const errors: FieldError[] = error.issues.flatMap((issue) =>
		issue.code === "unrecognized_keys"
			? issue.keys.map((key) => ({ field: key, message: "is not a field of a report" }))
			: [{ field: issue.path.join(".") || "body", message: issue.message === NOT_TEXT ? "holds control characters" : issue.message }],
	);
	const isNotText = error.issues.every((issue) => issue.message === NOT_TEXT);
	return isNotText
		? refuse("not-text", "Take the control characters out and send it again.", { errors })
		: refuse("malformed", "Mend the fields that are named and send it again.", { errors });
}

/** One report as intake stores it: looked up, and pseudonymous. Ids are the store's; `null` means not stated. */
export type Report = {
	serviceId: number;
	channel: Channel;
	symptom: Symptom;
	flow: Flow | null;
	/** As stated: the first level and the MVNO serve drill-down only. */
	carrierId: number | null;
	regionId: number;
	/** Where it is counted: the country, and the network an MVNO shares its fate with. */
	cell: { carrierId: number | null; regionId: number };
	waitedSeconds: number | null;
	triedMinutesAgo: number;
	note: string | null;
	originCountry: string | null;
	/** HMAC under today's salt, 16 bytes; and under yesterday's while a claim may still stand there. */
	reporterKey: Buffer;
	reporterKeyBefore: Buffer | null;
	networkKey: Buffer;
	networkKeyBefore: Buffer | null;
};

/** `PATCH`: what a person may still say of a report of theirs. */
export const amendmentSchema = z.strictObject({
	receipt: z.string().min(1).max(200),
	symptom: z.enum(symptoms),
	waitedSeconds: z.int().min(0).max(WAITED_SECONDS_MAX).optional(),
});
