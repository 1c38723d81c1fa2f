// What tests speak of, with good defaults: name only what matters. Everything comes out anew on every call.
import { createHash } from "node:crypto";
import type { Service } from "../../lib/catalog/catalog";
import type { Expectation } from "../../lib/expectation";
import type { Slice, Verdict } from "../../lib/incident";
import type { Origin } from "../../lib/intake";
import { type Channel, channels, type Report } from "../../lib/report";
import type { Status, StatusFacts, StatusIncident, TimelinePoint } from "../../lib/status";
import type { IncidentRow } from "../../lib/store/incidents";
import type { Claim, Counter, counters, Standing } from "../../lib/tally";
import { MINUTE_MS, minutesBetween, plus, uuidOf } from "../../lib/time";

/** The evening the product was born from. */
export const noon = new Date("2022-11-14T12:00:00.000Z");

export function minutesAfter(from: Date, minutes: number): Date {
	return plus(from, minutes * MINUTE_MS);
}

/** Sixteen bytes that are the same for the same word. */
export function keyOf(word: string): Buffer {
	return createHash("sha256").update(word).digest().subarray(0, 16);
}

/** An id of this time; the same for the same word. */
export function idOf(word: string, at = noon): string {
	return uuidOf(at, keyOf(word));
}

export function aService(given: Partial<Service> = {}): Service {
	const usual = { id: 7, slug: "x", name: "X", domain: "x.com", category: "social", aliases: ["Twitter"], helpUrl: null } as const;
	return { ...usual, channels: ["sms", "email", "authenticator"], ...given };
}

/** What a client sends; `undefined` leaves a field out. */
export function aStatement(given: Record<string, unknown> = {}): Record<string, unknown> {
	const statement = { service: "x", channel: "sms", symptom: "missing", region: "US", ...given };
	return Object.fromEntries(Object.entries(statement).filter(([, value]) => value !== undefined));
}

/** `who` and `network` are words; another word, another person. */
export function aReport({
	who = "ann",
	network = `network of ${who}`,
	carrierId = null,
	regionId = 1,
	...given
}: Partial<Report> & { who?: string; network?: string } = {}): Report {
	return {
		serviceId: 7,
		channel: "sms",
		symptom: "missing",
		flow: null,
		carrierId,
		regionId,
		cell: { carrierId, regionId },
		waitedSeconds: null,
		triedMinutesAgo: 0,
		note: null,
		originCountry: null,
		reporterKey: keyOf(who),
		reporterKeyBefore: null,
		networkKey: keyOf(network),
		networkKeyBefore: null,
		...given,
	};
}

export function anOrigin(given: Partial<Origin> = {}): Origin {
	return { address: "198.51.100.7", userAgent: "Firefox", acceptLanguage: "en", token: null, country: "US", ...given };
}

export const nobody: Standing = { claim: null, reporterEvidenceAt: null, networkEvidenceAt: null, networkEvidenceBeforeAt: null };

export function aClaim(given: Partial<Claim> = {}): Claim {
	const id = idOf("first");
	return { firstReportId: id, reportId: id, countedAt: noon, symptom: "missing", carrierId: null, regionId: 1, evidenceAt: null, ...given };
}

export function counts(given: Partial<Record<Counter, number>> = {}): Record<Counter, number> {
	const none = { missing: 0, late: 0, rejected: 0, blocked: 0, arrived: 0, repeats: 0, reporters: 0, evidence: 0 };
	return { ...none, ...given } satisfies Record<(typeof counters)[number], number>;
}

export function aSlice(given: Partial<Slice> = {}): Slice {
	return { service: ["x"], region: null, carrier: null, channel: ["sms"], ...given };
}

export function aVerdict(given: Partial<Verdict> = {}): Verdict {
	const numbers = { observed: 9, expected: 0.24, score: 14, threshold: 9.2, windowMinutes: 20, networks: 8, arrived: 0 };
	return { ...numbers, model: "test", runnerUp: null, ...given };
}

/** Failing reports a minute of a service that a cold start expects by each channel, about. */
const RATES = { sms: 0.012, call: 0.002, email: 0.006, push: 0.002, authenticator: 0.002, messenger: 0.002, backup: 0.001, key: 0.001 };

/** So many failing reports a minute of any service, at any time: the same as a cold start's on its channels, and 0.02 in all. */
export function anExpectation(given: Partial<Record<Channel | "any", number>> = {}): Expectation {
	const rate = { ...RATES, any: 0.02, ...given };
	return {
		name: "test",
		of: ({ channel }, from, to) => (channel ?? ["any" as const]).reduce((sum, one) => sum + rate[one] * minutesBetween(from, to), 0),
	};
}

/** Names where nobody has looked anything up: every value is called by itself. */
export const themselves = { service: (slug: string) => slug, carrier: (key: string) => key, region: (code: string) => code };

export function someFacts(given: Partial<StatusFacts> = {}): StatusFacts {
	const usual = { service: aService(), channels: [], incidents: [], lastReportAt: null, expectation: anExpectation(), demo: false };
	return { ...usual, tickAt: noon, readAt: noon, names: themselves, ...given };
}

/** What a channel's people said in the window; the day holds the same unless told otherwise. */
export function aChannel(window: Partial<Record<Counter, number>>, given: Partial<StatusFacts["channels"][number]> = {}) {
	const full = counts(window);
	const reporters = full.missing + full.late + full.rejected + full.blocked + full.arrived;
	return { channel: channels[0], window: full, dayReporters: reporters, dayArrived: full.arrived, ...given };
}

export function aStatusIncident(given: Partial<StatusIncident> = {}): StatusIncident {
	return { id: "incident", state: "suspected", slice: aSlice(), startedAt: noon, dismissedAt: null, closedAt: null, demo: false, ...given };
}

export function aStatus(given: Partial<Status> = {}): Status {
	return {
		service: "x",
		name: "X",
		state: "failing",
		says: { kind: "none-came", channel: "sms", minutes: 30, missing: 9, answered: 10 },
		sentence: "9 of 10 people who tried in the last 30 minutes got no SMS code.",
		facts: "",
		restsOn: "incident",
		worst: "sms",
		channels: [],
		incidents: [],
		since: null,
		lastReportAt: null,
		asOf: noon.toISOString(),
		ageSeconds: 0,
		lastGood: null,
		demo: false,
		...given,
	};
}

export function aPoint(given: Partial<TimelinePoint> = {}): TimelinePoint {
	const { reporters, ...rest } = counts();
	return { at: noon.toISOString(), ...rest, reporters, expected: 0.3, withheld: false, ...given };
}

export function anIncidentRow(given: Partial<IncidentRow> = {}): IncidentRow {
	return {
		id: idOf("incident"),
		serviceId: 7,
		slice: aSlice(),
		sliceAtOpening: given.slice ?? aSlice(),
		state: "suspected",
		version: 1,
		cause: "undetermined",
		title: "SMS codes from X",
		campaign: false,
		demo: false,
		startedAt: noon,
		openedAt: noon,
		confirmedAt: null,
		confirmedBy: null,
		dismissedAt: null,
		dismissedReason: null,
		endedAt: null,
		closedAt: null,
		updates: [],
		verdicts: [{ ...aVerdict(), at: noon.toISOString() }],
		stances: [],
		...given,
	};
}
