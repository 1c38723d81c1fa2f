// How does a statement become a counted report? A literal list of steps; each adds what it found out or refuses with a
// reason from the closed list. Detection never happens here: intake writes, the watch decides.
import { createHash } from "node:crypto";
import { makeBatcher } from "./batch";
import type { Catalog, Service } from "./catalog/catalog";
import { domainOf, isWithin } from "./catalog/domain";
import type { Limits } from "./limits";
import type { Listing } from "./listing";
import { type Found, lookUp, lookUpFor } from "./lookup";
import { maskNote } from "./note";
import { keptOf, type Receipt, receiptFor, replay } from "./receipt";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { amendmentSchema, deliveredChannels, isSaidOf, parseStatement, type Report, type Statement } from "./report";
import { addressName, isReceiptOf, type Keys, keysOf, makeToken, readToken, type Salts, type Speaker } from "./reporter";
import { type Status, unknownStatus } from "./status";
import type { Answered } from "./store/idempotency";
import type { Filed, Filing, Settled } from "./store/reports";
import { HOUR_MS } from "./time";

/** Where a request came from, worked out once in server/; the address goes no further than the keys made from it. */
export type Origin = Speaker & {
	/** ISO 3166-1 alpha-2: the trusted country header's word, else what the address suggests. */
	country: string | null;
};

export type Intake = {
	/**
	 * Takes a statement; resolves once the report is committed. Refusals: those of `parseStatement`, `unknown-service`,
	 * `unknown-carrier`, `unknown-region`, `unsupported-channel`, `too-many`, `busy`, and with a key `conflict` and `still-running`.
	 */
	receiveReport(input: unknown, origin: Origin, idempotencyKey?: string): Promise<Receipt | Refusal>;
	/**
	 * Takes a statement whose service is a domain that is not listed: the service is held, the report kept and counted under
	 * it, and `held` says so. A domain of a listed service is that service. Refusals beside the others: `declined-service`.
	 */
	receiveSuggestion(input: unknown, origin: Origin): Promise<Receipt | Refusal>;
	/** "It arrived in the end": the person moves to another symptom. Refusals: `malformed`, `not-found`, `too-many`, `busy`. */
	amendReport(id: string, input: unknown): Promise<Receipt | Refusal>;
	/** Takes a report back. Refusals: `not-found`, also when it is taken back already, and `busy`. */
	withdrawReport(id: string, receipt: string): Promise<{ id: string } | Refusal>;
	/** Takes nothing more and resolves when everything taken is committed or given up. */
	drain(): Promise<void>;
	readonly waiting: number;
};

/** What intake needs of the house; everything that reaches outside. */
export type IntakeParts = {
	catalog: Catalog;
	secret: string;
	limits: Limits;
	/** Of reports about services that are not listed, beside the others. */
	suggestionLimits: Limits;
	listing: Pick<Listing, "hold" | "find">;
	now(): Date;
	salts(): Promise<Salts>;
	statusOf(service: Service): Promise<Status>;
	commit(filings: readonly Filing[]): Promise<readonly Settled[]>;
	findAnswer(key: Buffer, body: Buffer): Promise<Answered | null>;
	findReport(id: string, withinMs: number): Promise<Report | null>;
	withdraw(report: Report, id: string): Promise<void>;
	/** The commit failed for what one report says. */
	isRefusedRow(error: unknown): boolean;
	/** Told after a commit which services' numbers changed. */
	changed(serviceIds: readonly number[]): void;
	/** A fault of ours: the log reads everything, people read `busy`. */
	failed(error: unknown): void;
};

/** How long a receipt is good: as long as the person is counted. */
export const RECEIPT_MS = 6 * HOUR_MS;
const RETRY_AFTER_SECONDS = 5;

export function makeIntake(parts: IntakeParts): Intake {
	const batcher = makeBatcher(parts.commit, parts.isRefusedRow);
	const running = new Set<string>();

	/** What fails on our side was not saved: the log reads everything, people are asked to come back. */
	async function attempt<Answer>(deed: () => Promise<Answer | Refusal>): Promise<Answer | Refusal> {
		try {
			return await deed();
		} catch (error) {
			parts.failed(error);
			return busy("Something broke on our side and nothing was saved. Send it again in a moment.");
		}
	}

	async function receive(input: unknown, origin: Origin, idempotencyKey?: string): Promise<Receipt | Refusal> {
		const statement = parseStatement(input);
		if (isRefusal(statement)) return statement;
		const found = lookUp(statement, parts.catalog, origin.country);
		if (isRefusal(found)) return found;
		const { service } = found;
		const salts = await parts.salts();
		const report = reportOf(statement, found, keysOf(origin, parts.secret, salts, parts.now()), origin);
		const address = addressName(origin.address, salts);
		if (idempotencyKey === undefined) return (await limited(report, address)) ?? (await fileOnce(report, service, origin));
		return fileUnderKey(idempotencyKey, statement, { report, service, origin, address });
	}

	async function receiveSuggested(input: unknown, origin: Origin): Promise<Receipt | Refusal> {
		const statement = parseStatement(input);
		if (isRefusal(statement)) return statement;
		const domain = domainOf(statement.service);
		const listed = parts.catalog.services.find((service) => domain !== null && isWithin(domain, service.domain));
		if (domain === null || listed) return receive({ ...statement, service: listed?.slug ?? statement.service }, origin);
		// All that can be refused is refused before a service is made of the domain.
		const found = lookUpFor(suggestedService(domain), statement, parts.catalog, origin.country);
		if (isRefusal(found)) return found;
		const salts = await parts.salts();
		const report = reportOf(statement, found, keysOf(origin, parts.secret, salts, parts.now()), origin);
		const names = { address: addressName(origin.address, salts), reporter: report.reporterKey.toString("base64") };
		const refusal = (await parts.suggestionLimits.consume(names)) ?? (await parts.limits.consume(names));
		if (refusal) return refusal;
		const held = await parts.listing.hold(domain);
		if (isRefusal(held)) return held;
		return fileOnce({ ...report, serviceId: held.service.id }, held.service, origin);
	}

	/** What the public is told of a service that is not listed, too: nothing. */
	async function statusOf(service: Service): Promise<Status> {
		return parts.catalog.serviceOfId(service.id) ? parts.statusOf(service) : unknownStatus(service, parts.now(), null);
	}

	async function limited(report: Report, address: string | null): Promise<Refusal | null> {
		return parts.limits.consume({ address, reporter: report.reporterKey.toString("base64") });
	}

	async function fileOnce(report: Report, service: Service, origin: Origin): Promise<Receipt | Refusal> {
		const settled = await file({ report, keyed: null });
		if (isRefusal(settled)) return settled;
		if (settled.tag !== "filed") throw new Error("a report without a key was answered by one");
		return receiptFor(parts.secret, keptOf(settled.filed, await statusOf(service)), tokenFor(settled.filed, report, origin));
	}

	/** One round for a client's key: answered before, running now, or filed with its answer kept beside it. */
	async function fileUnderKey(
		idempotencyKey: string,
		statement: Statement,
		{ report, service, origin, address }: { report: Report; service: Service; origin: Origin; address: string },
	): Promise<Receipt | Refusal> {
		const key = sha256(idempotencyKey);
		const body = sha256(JSON.stringify(Object.entries(statement).sort()));
		const name = key.toString("base64");
		if (running.has(name)) return refuse("still-running", "Wait for the first answer, or send the report again in a moment.");
		running.add(name);
		try {
			const known = await parts.findAnswer(key, body);
			if (known) return replay(parts.secret, known, report);
			const refusal = await limited(report, address);
			if (refusal) return refusal;
			const status = await parts.statusOf(service);
			const settled = await file({ report, keyed: { key, body, answerOf: (filed) => keptOf(filed, status) } });
			if (isRefusal(settled)) return settled;
			if (settled.tag !== "filed") return replay(parts.secret, settled, report);
			return receiptFor(parts.secret, keptOf(settled.filed, status), tokenFor(settled.filed, report, origin));
		} finally {
			running.delete(name);
		}
	}

	async function file(filing: Filing): Promise<Settled | Refusal> {
		const added = batcher.add(filing);
		if (added === null) return busy("Very many people are reporting at once. Your report was not saved; send it again in a moment.");
		const settled = await added;
		parts.changed([filing.report.serviceId]);
		return settled;
	}

	/** None for who stands under yesterday's key: a token would carry today's, under which nobody knows them. */
	function tokenFor(filed: Filed, report: Report, origin: Origin): string | null {
		const now = parts.now();
		if (!filed.reporterKey.equals(report.reporterKey) || readToken(origin.token, parts.secret, now) !== null) return null;
		return makeToken(report.reporterKey, parts.secret, now);
	}

	async function amend(id: string, input: unknown): Promise<Receipt | Refusal> {
		const amendment = amendmentSchema.safeParse(input);
		if (!amendment.success) return refuse("malformed", "Send the receipt and the symptom, and nothing else but waitedSeconds.");
		const { receipt, symptom, waitedSeconds = null } = amendment.data;
		const report = await ownReport(id, receipt);
		if (isRefusal(report)) return report;
		if (!isSaidOf(report.channel, symptom))
			return refuse("malformed", "Say that the key was refused, or works.", {
				errors: [{ field: "symptom", message: "is not said of this channel" }],
			});
		const refusal = await limited(report, null);
		if (refusal) return refusal;
		const settled = await file({ report: { ...report, symptom, waitedSeconds }, keyed: null });
		if (isRefusal(settled)) return settled;
		const service = parts.catalog.serviceOfId(report.serviceId) ?? (await parts.listing.find(report.serviceId))?.service;
		if (settled.tag !== "filed" || !service) throw new Error("an amended report lost its service");
		return receiptFor(parts.secret, { ...keptOf(settled.filed, await statusOf(service)), id }, null);
	}

	async function withdraw(id: string, receipt: string): Promise<{ id: string } | Refusal> {
		const report = await ownReport(id, receipt);
		if (isRefusal(report)) return report;
		await parts.withdraw(report, id);
		parts.changed([report.serviceId]);
		return { id };
	}

	/** The report of this id, when the receipt is its own. A stranger's guess and a report that is gone look alike. */
	async function ownReport(id: string, receipt: string): Promise<Report | Refusal> {
		const gone = refuse("not-found", "We have no report with this id and receipt. Receipts are good for six hours.");
		if (!isReceiptOf(parts.secret, id, receipt)) return gone;
		return (await parts.findReport(id, RECEIPT_MS)) ?? gone;
	}

	return {
		receiveReport: (input, origin, idempotencyKey) => attempt(() => receive(input, origin, idempotencyKey)),
		receiveSuggestion: (input, origin) => attempt(() => receiveSuggested(input, origin)),
		amendReport: (id, input) => attempt(() => amend(id, input)),
		withdrawReport: (id, receipt) => attempt(() => withdraw(id, receipt)),
		drain: () => batcher.drain(),
		get waiting() {
			return batcher.waiting;
		},
	};
}

/** A service of this domain before it has a number. */
function suggestedService(domain: string): Service {
	return { id: 0, slug: domain, name: domain, domain, category: "work", aliases: [], channels: deliveredChannels, helpUrl: null };
}

function reportOf(statement: Statement, found: Found, keys: Keys, origin: Origin): Report {
	return {
		serviceId: found.service.id,
		channel: statement.channel,
		symptom: statement.symptom,
		flow: statement.flow ?? null,
		carrierId: found.carrier?.id ?? null,
		regionId: found.region.id,
		cell: found.cell,
		waitedSeconds: statement.waitedSeconds ?? null,
		triedMinutesAgo: statement.triedMinutesAgo,
		note: statement.note ? maskNote(statement.note) : null,
		originCountry: origin.country,
		...keys,
	};
}

function busy(detail: string): Refusal {
	return refuse("busy", detail, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}

function sha256(text: string): Buffer {
	return createHash("sha256").update(text).digest();
}
