// What was chosen and typed in the form and not sent yet, so that a closed tab or a reload costs nobody a tap.
import { DAY_MS } from "@/lib/time";
import { makeKeeping } from "./kept-here";
import { isRecord, isTyped, keepable } from "./report-draft";
import type { Typed } from "./report-state";

type HalfFilled = { at: string; typed: Typed };

export const halfFilled = makeKeeping<HalfFilled>("half-filled", (kept) => (isHalfFilled(kept) ? kept : null));

function isHalfFilled(kept: unknown): kept is HalfFilled {
	return isRecord(kept) && typeof kept.at === "string" && isTyped(kept.typed);
}

export function keepTyped(typed: Typed, now: Date): void {
	halfFilled.keep({ at: now.toISOString(), typed: keepable(typed) });
}

export function forgetTyped(): void {
	halfFilled.forget();
}

/**
 * What was left behind within a day, for the service that is asked about or for any. When the person tried is left out:
 * "just now" was true then.
 */
export function typedBefore(service: string | undefined, now: Date): Typed {
	const kept = halfFilled.read();
	if (!kept) return {};
	if (now.getTime() - Date.parse(kept.at) > DAY_MS) {
		forgetTyped();
		return {};
	}
	const { tried: _tried, website: _website, suggest: _suggest, ...typed } = kept.typed;
	return service === undefined || typed.service === service ? typed : {};
}
