// How does a statement become a counted report? (contract; filled in below)
import type { Refusal } from "./refusal";
import type { Status } from "./status";

/** Where a request came from, worked out once in server/; the address goes no further than the keys made from it. */
export type Origin = {
	address: string;
	userAgent: string;
	acceptLanguage: string;
	/** Our first-party token, when the request carried one. */
	token: string | null;
	/** ISO 3166-1 alpha-2 from the trusted country header, when there is one. */
	country: string | null;
};

/** The answer to a report that is committed. */
export type Receipt = {
	id: string;
	/** The secret for `amendReport` and `withdrawReport`, good for six hours. */
	receipt: string;
	counted: boolean;
	repeatOf: string | null;
	status: Status;
	/** A token to set as a first-party cookie, when the person had none. */
	token: string | null;
	replayed: boolean;
};

export type Intake = {
	receiveReport(input: unknown, origin: Origin, idempotencyKey?: string): Promise<Receipt | Refusal>;
	/** "It arrived in the end": the report is moved to another symptom. Refusals: `malformed`, `not-found`. */
	amendReport(id: string, input: unknown): Promise<Receipt | Refusal>;
	/** Takes a report back. Refusals: `malformed`, `not-found`. */
	withdrawReport(id: string, receipt: string): Promise<{ id: string } | Refusal>;
};
