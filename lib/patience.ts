// How does a page go out in time though what it tells is long to read? Whoever asks waits a moment for a new reading, then
// has the one before; where there is none before, it is not read and the page goes out without it. Never throws.
import { setTimeout as wait } from "node:timers/promises";
import { type SingleFlight, SLOW_KEPT_MS } from "./single-flight";
import { MINUTE_MS, plus } from "./time";

export type PatienceParts = {
	/** Keeps for `SLOW_KEPT_MS`: what has closed changes only when somebody moves on. */
	slowFlight: SingleFlight;
	now(): Date;
	failed(what: string, error: unknown): void;
};

/** A reading of `key` up to `to`; `null`: it could not be read, or not in time. */
export type Patience<Value> = (key: string, to: Date, make: () => Promise<Value>) => Promise<Value | null>;

/** A reading of the time up to `to`, made at `at`. */
type Kept<Value> = { value: Value; to: Date; at: Date };

/** A crowd's day is a long read: whoever asks waits this long for a new reading, then has the one before. */
const WAIT_MS = 50;
/** The same where there is none before: then it is not read, and the page goes out without it. */
const FIRST_WAIT_MS = 1_000;
const BEFORE_AGE_MAX_MS = 10 * MINUTE_MS;
/** Readings kept to be told once more; beyond it the oldest go. */
const KEPT_MAX = 500;

export function makePatience<Value>({ slowFlight, now, failed }: PatienceParts): Patience<Value> {
	const kept = new Map<string, Kept<Value>>();

	async function made(key: string, to: Date, make: () => Promise<Value>): Promise<Value | null> {
		const what = `${key} ${to.getTime()}`;
		try {
			return await slowFlight.read(what, async () => {
				const at = now();
				const value = await make();
				keep(key, { value, to, at });
				return value;
			});
		} catch (error) {
			failed(what, error);
			return null;
		}
	}

	function keep(key: string, reading: Kept<Value>): void {
		kept.delete(key);
		kept.set(key, reading);
		const [oldest] = kept.keys();
		if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
	}

	return async (key, to, make) => {
		const before = kept.get(key);
		const coming = made(key, to, make);
		if (before && isCurrent(before, to, now())) return coming;
		const isRecent = before !== undefined && plus(before.at, BEFORE_AGE_MAX_MS) >= now();
		const given = isRecent ? wait(WAIT_MS, before.value, { ref: false }) : wait(FIRST_WAIT_MS, null, { ref: false });
		return Promise.race([coming, given]);
	};
}

/** What the flight gives at once. */
function isCurrent({ to, at }: Kept<unknown>, asked: Date, now: Date): boolean {
	return to.getTime() === asked.getTime() && now.getTime() - at.getTime() < SLOW_KEPT_MS;
}
