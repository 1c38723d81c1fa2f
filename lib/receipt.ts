// What is a person told of a report that is committed, and what is kept of it beside an Idempotency-Key? The secret is
// derived from the report's id, so it is stored nowhere, and given again only to whoever spoke then.
import { type Refusal, refuse } from "./refusal";
import type { Report } from "./report";
import { receiptOf } from "./reporter";
import type { Status } from "./status";
import type { Answered } from "./store/idempotency";
import type { Filed } from "./store/reports";

/** The answer to a report that is committed. */
export type Receipt = {
	id: string;
	/** The secret for `amendReport` and `withdrawReport`, good for six hours; empty for who repeats another's Idempotency-Key. */
	receipt: string;
	counted: boolean;
	repeatOf: string | null;
	status: Status;
	/** A token to set as a first-party cookie, when the person had none. */
	token: string | null;
	replayed: boolean;
};

/** An answer without its secret, which its id gives again: what is kept beside an Idempotency-Key. */
export type Kept = Pick<Receipt, "id" | "counted" | "repeatOf" | "status"> & { speaker: string };

export function keptOf({ id, reporterKey, outcome: { weightReason, repeatOf } }: Filed, status: Status): Kept {
	const counted = weightReason === null || weightReason === "reporter";
	return { id, counted, repeatOf, status, speaker: reporterKey.toString("base64") };
}

/** What `keptOf` made and `keepAnswers` kept as JSON; nothing else writes that column. */
function keptAnswer(answer: unknown): Kept {
	return answer as Kept;
}

/** The receipt of what was filed now; `token` when the person should be given one. */
export function receiptFor(secret: string, { speaker: _speaker, ...kept }: Kept, token: string | null): Receipt {
	return { ...kept, receipt: receiptOf(secret, kept.id), token, replayed: false };
}

/** The first answer again; its secret only to whoever spoke then, as a plain key may be guessed. Refusal: `conflict`. */
export function replay(secret: string, settled: Answered, { reporterKey, reporterKeyBefore }: Report): Receipt | Refusal {
	if (settled.tag === "other-body") {
		return refuse("conflict", "This Idempotency-Key came with another report before. Make a new key for a new report.");
	}
	const kept = keptAnswer(settled.answer);
	const isOwn = [reporterKey, reporterKeyBefore].some((key) => key?.toString("base64") === kept.speaker);
	const told = receiptFor(secret, kept, null);
	return { ...told, receipt: isOwn ? told.receipt : "", replayed: true };
}
