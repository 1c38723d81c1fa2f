// Reports that wait in this browser until they can be sent. Each is sent under one Idempotency-Key, whichever tab sends it
// and however often: it counts once. Sent from one tab at a time, refused for good only by the server's own word.
import { refusals } from "@/lib/refusal";
import { makeKeeping } from "./kept-here";
import { last } from "./last-report";
import { type Draft, isTooOld, parseDrafts, triedMinutesOf } from "./report-draft";
import { type Answered, sentOf } from "./report-sent";
import type { Refused } from "./report-state";
import { inputOf } from "./report-typed";

/** More than anybody writes without a connection. */
const DRAFTS_MAX = 20;
/** The server says so often at most; also what is waited after it said nothing of a time. */
const RETRY_SECONDS = 20;
const LOCK = "undelivered.outbox";

export const waiting = makeKeeping<readonly Draft[]>("waiting", parseDrafts);

export function putOff(draft: Draft): void {
	waiting.keep([...others(draft.key), draft].slice(-DRAFTS_MAX));
}

export function throwAway(key: string): void {
	const rest = others(key);
	if (rest.length > 0) waiting.keep(rest);
	else waiting.forget();
}

function others(key: string): Draft[] {
	return (waiting.read() ?? []).filter((draft) => draft.key !== key);
}

export function mayGo(draft: Draft, now: Date): boolean {
	return draft.refusal === null && !isTooOld(draft, now);
}

let pausedUntil = 0;

/** Sends what waits, unless the browser knows that it is offline; `now` when a person asks for it. */
export async function sendWaiting(asked = false): Promise<void> {
	const isPaused = !asked && (navigator.onLine === false || Date.now() < pausedUntil);
	if (isPaused || !waiting.read()?.some((draft) => mayGo(draft, new Date()))) return;
	await alone(async () => {
		for (const draft of waiting.read() ?? []) if (mayGo(draft, new Date())) await deliver(draft);
	});
}

/** In one tab at a time, where the browser can tell; elsewhere the key alone sees to it that nothing counts twice. */
async function alone(deed: () => Promise<void>): Promise<void> {
	if (!("locks" in navigator)) return deed();
	await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
		if (lock) await deed();
	});
}

/**
 * The same key with another body is refused: then it arrived before, as it was sent then, and is asked for like that. So
 * every way it is sent in is noted before it goes.
 */
async function deliver(draft: Draft): Promise<void> {
	const minutes = triedMinutesOf(draft, new Date());
	const ways = [minutes, ...draft.sentAs.filter((way) => way !== minutes)];
	putOff({ ...draft, sentAs: ways });
	for (const way of ways) {
		const answer = await post(draft, way);
		if (answer === null) return;
		if ("receipt" in answer) return keepLast(draft, answer);
		if (answer.title !== refusals.conflict.title) return putOff({ ...draft, refusal: refusedOf(answer) });
	}
	throwAway(draft.key);
}

/** What the server says; null when it says nothing, or not yet. */
async function post({ key, typed }: Draft, triedMinutesAgo: number): Promise<Answered | Problem | null> {
	try {
		const answer = await fetch("/api/v1/reports", {
			method: "POST",
			headers: { "content-type": "application/json", "idempotency-key": key },
			body: JSON.stringify(inputOf(typed, triedMinutesAgo)),
		});
		return isForLater(answer) ? null : await answer.json();
	} catch {
		return null;
	}
}

/** Whoever must come again, is told when; a fault of ours is no word on the report. */
function isForLater({ status, headers }: Response): boolean {
	const isLater = status >= 500 || status === 409 || status === 429 || status === 408;
	if (isLater) pausedUntil = Date.now() + 1000 * Number(headers.get("retry-after") ?? RETRY_SECONDS);
	return isLater;
}

function keepLast({ key, name, typed }: Draft, answered: Answered): void {
	last.keep({ key, name, typed, sent: sentOf(answered, false), at: new Date().toISOString(), answer: null });
	throwAway(key);
}

type Problem = { title: string; detail: string; errors?: Refused["errors"] };

function refusedOf({ title, detail, errors }: Problem): Refused {
	return { word: words.find((word) => refusals[word].title === title) ?? "malformed", detail, errors };
}

/** What may be wrong with a report. */
const words = [
	"malformed",
	"not-text",
	"from-the-future",
	"unknown-service",
	"unknown-carrier",
	"unknown-region",
	"unsupported-channel",
] as const satisfies readonly Refused["word"][];

/** A key by chance. `crypto.randomUUID` is there over https only. */
export function makeKey(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}
