// The last report of this browser: while its receipt is good one can say whether the code came in the end, or take the
// report back, on whichever page.
import { isSaying } from "@/lib/parse-saying";
import { HOUR_MS } from "@/lib/time";
import { makeKeeping } from "./kept-here";
import { isRecord, isTyped } from "./report-draft";
import { isUnsettled, symptomAfter } from "./report-sent";
import type { Answer, Sent, Typed } from "./report-state";

export type LastReport = { key: string; name: string; typed: Typed; sent: Sent; at: string; answer: Answer | null };

/** How long a receipt is good (lib/intake.ts). */
export const ASKED_FOR_MS = 6 * HOUR_MS;

export const last = makeKeeping<LastReport>("last", (kept) => (isLast(kept) ? kept : null));

function isLast(kept: unknown): kept is LastReport {
	if (!isRecord(kept) || !isRecord(kept.sent) || !isRecord(kept.sent.status)) return false;
	const { key, name, at, typed, sent } = kept;
	const texts = [key, name, at, sent.id, sent.receipt, kept.sent.status.service];
	return (
		texts.every((text) => typeof text === "string") &&
		isTyped(typed) &&
		isSaying(kept.sent.status.says) &&
		Array.isArray(kept.sent.status.channels)
	);
}

/** Whether there is still something to ask. */
export function isOpen({ at, typed, sent, answer }: LastReport, now: Date): boolean {
	const isGood = sent.receipt !== "" && now.getTime() - Date.parse(at) < ASKED_FOR_MS;
	return isGood && isUnsettled(typed) && answer !== "came" && answer !== "withdrawn";
}

/** Nothing is asked of it any more, so it is kept no longer. */
export function forgetOld(now: Date): void {
	const report = last.read();
	if (report && now.getTime() - Date.parse(report.at) >= ASKED_FOR_MS) last.forget();
}

/** Says it to the server; false when that could not be saved. */
export async function tell({ typed, sent }: Pick<LastReport, "typed" | "sent">, answer: Answer): Promise<boolean> {
	const { id, receipt } = sent;
	const body = answer === "withdrawn" ? { receipt } : { receipt, symptom: symptomAfter(answer, typed) };
	const request = { method: answer === "withdrawn" ? "DELETE" : "PATCH", headers: { "content-type": "application/json" } };
	const told = await fetch(`/api/v1/reports/${id}`, { ...request, body: JSON.stringify(body) }).catch(() => null);
	const kept = told?.ok ?? false;
	const now = last.read();
	if (kept && now?.sent.id === id) last.keep({ ...now, answer });
	return kept;
}
