// A report that could not be sent yet. What is kept of it holds no number, address or link; how long ago the person tried
// grows while it waits; after a day it is not sent by itself any more. Pure: the time is told.
import { maskNote } from "@/lib/note";
import { DAY_MS, MINUTE_MS } from "@/lib/time";
import { fieldNames, type Refused, type Typed } from "./report-state";

export type Draft = {
	/** The Idempotency-Key it is sent under, however often. */
	key: string;
	/** What people call the service. */
	name: string;
	typed: Typed;
	madeAt: string;
	/** With which `triedMinutesAgo` it was sent without an answer: under one of them it may have arrived. */
	sentAs: readonly number[];
	/** Why it was not taken: the person has to mend it. */
	refusal: Refused | null;
};

/** Finer would only make more ways in which it may have arrived. */
const STEP_MINUTES = 5;
/** Beyond it a report says nothing of now (lib/report.ts). */
export const TRIED_MINUTES_MAX = DAY_MS / MINUTE_MS;

export function draftOf(typed: Typed, { name, key, now }: { name: string; key: string; now: Date }): Draft {
	return { key, name, typed, madeAt: now.toISOString(), sentAs: [], refusal: null };
}

/** How long ago the person tried, the waiting counted in. */
export function triedMinutesOf({ typed, madeAt }: Pick<Draft, "typed" | "madeAt">, now: Date): number {
	const waited = Math.max(0, now.getTime() - Date.parse(madeAt)) / MINUTE_MS;
	return Number(typed.tried ?? 0) + STEP_MINUTES * Math.floor(waited / STEP_MINUTES);
}

export function isTooOld(draft: Draft, now: Date): boolean {
	return triedMinutesOf(draft, now) > TRIED_MINUTES_MAX;
}

/** What was typed without what we never want: numbers, addresses and links struck out, a mailbox by its host alone. */
export function masked(typed: Typed): Typed {
	const { note, network, mailbox } = typed;
	return {
		...typed,
		...(note && { note: maskNote(note) }),
		...(network && { network: maskNote(network) }),
		...(mailbox && { mailbox: mailbox.slice(mailbox.lastIndexOf("@") + 1).trim() }),
	};
}

/** In place of a service somebody may have typed a code, a number or an address: that is not kept. */
const NO_SERVICE = /\p{Nd}{6}|@/u;

export function keepable(typed: Typed): Typed {
	const { service, ...others } = masked(typed);
	return service === undefined || NO_SERVICE.test(service) ? others : { ...others, service };
}

/** The drafts that were kept; what is not one of ours is left out. */
export function parseDrafts(kept: unknown): readonly Draft[] | null {
	return Array.isArray(kept) ? kept.filter(isDraft) : null;
}

function isDraft(kept: unknown): kept is Draft {
	if (!isRecord(kept)) return false;
	const { key, name, typed, madeAt, sentAs, refusal } = kept;
	const isWhole = typeof key === "string" && typeof name === "string" && typeof madeAt === "string" && !Number.isNaN(Date.parse(madeAt));
	return isWhole && isTyped(typed) && Array.isArray(sentAs) && (refusal === null || isRecord(refusal));
}

export function isTyped(kept: unknown): kept is Typed {
	if (!isRecord(kept)) return false;
	return Object.entries(kept).every(([name, value]) => fieldNames.some((field) => field === name) && typeof value === "string");
}

export function isRecord(kept: unknown): kept is Record<string, unknown> {
	return typeof kept === "object" && kept !== null && !Array.isArray(kept);
}
