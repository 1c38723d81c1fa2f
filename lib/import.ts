// What does a line of an import say, and how does it count? The same statement as a form's, with its own time. Counting
// is derived from the file alone, in its order: the live claims are neither read nor written, so a run that was killed
// and one that was not come to the same (docs/decisions/027). Absent: files, SQL and the clock.
import { createHash, createHmac } from "node:crypto";
import { z } from "zod";
import type { Catalog } from "./catalog/catalog";
import { makeLedger } from "./ledger";
import { lookUp } from "./lookup";
import { isRefusal } from "./refusal";
import { channels, flows, parseStatement, type Report, symptoms } from "./report";
import type { Outcome } from "./tally";
import { uuidOf } from "./time";

/** A line longer than this is nobody's report. */
export const LINE_LENGTH_MAX = 4_096;
/** Nothing of this kind was reported before; and no day before it gets a partition. */
const OLDEST = new Date("2000-01-01T00:00:00.000Z");
/** The keys of a report are 16 bytes, as live ones are. */
const KEY_BYTES = 16;

const opaque = z.string().min(1).max(200);
const schema = z.strictObject({
	at: z.iso.datetime({ offset: true }),
	service: z.string(),
	region: z.string(),
	carrier: z.string().nullable(),
	channel: z.enum(channels),
	symptom: z.enum(symptoms),
	network: opaque,
	reporter: opaque,
	flow: z.enum(flows).optional(),
	waitedSeconds: z.number().optional(),
});

export type Filed = { id: string; at: Date; report: Report; outcome: Outcome };
/** `reason`: one sentence on what is wrong with the line. */
export type Refused = { line: number; reason: string };

export type ImportParts = { catalog: Catalog; file: Buffer; salt: Buffer; startedAt: Date };
/** Takes the lines of one file in order and says what becomes of each; the same file and salt give the same. */
export type Reader = (line: number, text: string) => Filed | Refused;

/** `startedAt` is when the first run began: what lay in the future then is refused by a later run too. */
export function makeReader({ catalog, file, salt, startedAt }: ImportParts): Reader {
	const ledger = makeLedger();
	let latest = OLDEST;
	return (line, text) => {
		const read = readLine(text, catalog, salt);
		if (typeof read === "string") return { line, reason: read };
		const { at, report } = read;
		if (at > startedAt) return { line, reason: "at: lies in the future" };
		if (at < OLDEST) return { line, reason: "at: lies before the year 2000" };
		if (at < latest) return { line, reason: `at: out of order, an earlier line is of ${latest.toISOString()}` };
		latest = at;
		const id = idOf(file, line, at);
		return { id, at, report, outcome: ledger(id, report, speakerOf(report), at) };
	};
}

/** Everything but the time's place in the file; a refusal is its sentence. */
function readLine(text: string, catalog: Catalog, salt: Buffer): { at: Date; report: Report } | string {
	if (text.length > LINE_LENGTH_MAX) return `is longer than ${LINE_LENGTH_MAX} characters`;
	if (text.includes("\ufffd")) return "is not UTF-8 text";
	const parsed = schema.safeParse(jsonOf(text));
	if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join(".") || "line"}: ${issue.message}`).join(", ");
	const { at, network, reporter, carrier, ...words } = parsed.data;
	const statement = parseStatement({ ...words, ...(carrier === null ? {} : { carrier }) });
	const found = isRefusal(statement) ? statement : lookUp(statement, catalog, null);
	if (isRefusal(found)) return found.errors?.map(({ field, message }) => `${field}: ${message}`).join(", ") ?? found.detail;
	const report: Report = {
		serviceId: found.service.id,
		channel: parsed.data.channel,
		symptom: parsed.data.symptom,
		flow: parsed.data.flow ?? null,
		carrierId: found.carrier?.id ?? null,
		regionId: found.region.id,
		cell: found.cell,
		waitedSeconds: parsed.data.waitedSeconds ?? null,
		triedMinutesAgo: 0,
		note: null,
		originCountry: null,
		reporterKey: keyOf(salt, `reporter ${reporter}`),
		reporterKeyBefore: null,
		networkKey: keyOf(salt, `network ${network}`),
		networkKeyBefore: null,
	};
	return { at: new Date(at), report };
}

/** `undefined` for what is no JSON, which no schema takes. */
function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function keyOf(salt: Buffer, text: string): Buffer {
	return createHmac("sha256", salt).update(text).digest().subarray(0, KEY_BYTES);
}

/** The line's own time, and bits that only this line of this file has. */
function idOf(file: Buffer, line: number, at: Date): string {
	return uuidOf(at, createHash("sha256").update(file).update(String(line)).digest());
}

function speakerOf({ reporterKey, networkKey }: Report): { reporter: string; network: string } {
	return { reporter: reporterKey.toString("base64"), network: networkKey.toString("base64") };
}
