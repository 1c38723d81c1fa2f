// How is told what is long to read? A crowd's day takes a second or more: whoever asks waits a little for a new reading, then
// has the one before, and a page never waits for a crowd. A failed reading is `null`, never an empty one.
import { setTimeout as wait } from "node:timers/promises";
import { type SingleFlight, SLOW_KEPT_MS } from "./single-flight";
import { MINUTE_MS, plus } from "./time";

export type SlowParts = {
	/** Keeps for `SLOW_KEPT_MS`. */
	slowFlight: SingleFlight;
	now(): Date;
	failed(what: string, error: unknown): void;
};

/** `key` is what is read, whenever; the reading is of what `from` to `to` holds. */
export type Asking<Value> = { key: string; from: Date; to: Date; make(): Promise<Value> };

/** A reading of the stretch up to `to`, made at `at`. */
type Kept<Value> = { value: Value; to: Date; at: Date };

/** Whoever asks waits this long for a new reading, then has the one before. */
const WAIT_MS = 50;
/** The same where there is none before: then it is not read, and the page goes out without it. */
const FIRST_WAIT_MS = 1_000;
const BEFORE_AGE_MAX_MS = 10 * MINUTE_MS;
/** Readings kept to be told once more; beyond it the oldest go. */
const KEPT_MAX = 500;

export function makeSlowReading<Value>(parts: SlowParts): (asking: Asking<Value>) => Promise<Value | null> {
	const kept = new Map<string, Kept<Value>>();

	async function make({ key, from, to, make }: Asking<Value>): Promise<Value | null> {
		const what = `${key} ${from.getTime()} ${to.getTime()}`;
		try {
			return await parts.slowFlight.read(what, async () => {
				const at = parts.now();
				const value = await make();
				keep(key, { value, to, at });
				return value;
			});
		} catch (error) {
			parts.failed(what, error);
			return null;
		}
	}

	function keep(key: string, made: Kept<Value>): void {
		kept.delete(key);
		kept.set(key, made);
		const [oldest] = kept.keys();
		if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
	}

	return async (asking) => {
		const now = parts.now();
		const before = kept.get(asking.key);
		const made = make(asking);
		if (before && isCurrent(before, asking.to, now)) return made;
		const isRecent = before !== undefined && plus(before.at, BEFORE_AGE_MAX_MS) >= now;
		const given = isRecent ? wait(WAIT_MS, before.value, { ref: false }) : wait(FIRST_WAIT_MS, null, { ref: false });
		return Promise.race([made, given]);
	};
}

/** What the flight gives at once. */
function isCurrent({ to, at }: Kept<unknown>, asked: Date, now: Date): boolean {
	return to.getTime() === asked.getTime() && now.getTime() - at.getTime() < SLOW_KEPT_MS;
}
