// Reports that wait in this browser until they can be sent. Each is sent under one Idempotency-Key, whichever tab sends it
// and however often: it counts once. Sent from one tab at a time, given up only by the server's own word.
import { makeKeeping } from "./kept-here";
import { last } from "./last-report";
import { type Draft, isTooOld, parseDrafts, triedMinutesOf } from "./report-draft";
import { post } from "./report-post";

/** More than anybody writes without a connection. */
const DRAFTS_MAX = 20;
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

/** Sends what waits, unless the browser knows that it is offline, or a person asked for it. */
export async function sendWaiting(isAsked = false): Promise<void> {
	const isPaused = !isAsked && (navigator.onLine === false || Date.now() < pausedUntil);
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
		if (answer.kind === "sent") {
			const { key, name, typed } = draft;
			last.keep({ key, name, typed, sent: answer.sent, at: new Date().toISOString(), answer: null });
			return throwAway(key);
		}
		const { refusal } = answer;
		if (refusal.word === "too-many") return pause(refusal.retryAfterSeconds);
		if (refusal.word !== "conflict") return putOff({ ...draft, refusal });
	}
	throwAway(draft.key);
}

function pause(seconds = 0): void {
	pausedUntil = Date.now() + 1000 * seconds;
}
