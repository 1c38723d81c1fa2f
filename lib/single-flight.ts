// How do ten thousand readers cost one query a second? A reading is made once, shared by everybody who asks while it is
// being made, and kept for a second, or for as long as a flight keeps. A failed reading is not kept: the next to ask tries again.

export type SingleFlight = {
	/** The value of `key`, no older than the flight keeps it; with `lastsMs`, kept for so long since its making began. */
	read<Value>(key: string, make: () => Promise<Value>, lastsMs?: number): Promise<Value>;
	/** The value of `key` where it is made and still given, so that nobody waits for what is there; else `undefined`: read it. */
	made<Value extends object>(key: string): Value | undefined;
	/**
	 * Milliseconds until `key` would be made anew: what a change must wait for to be seen. Told once the reading under way
	 * is made, which may have looked before the change.
	 */
	freshIn(key: string): Promise<number>;
	/** Milliseconds for which `key` is still given as it was made; while it is being made, as long as it will be kept. */
	leftIn(key: string): number;
	/** Keys held now. */
	readonly size: number;
};

const KEPT_MS = 1_000;
/** What is long to read and changes slowly is kept for a minute. */
export const SLOW_KEPT_MS = 60_000;
/** Node drops parts of a millisecond, and its timers may fire one early: whoever waits must not find the old value. */
const EARLY_MS = 1;
/** Keys kept at once, those still being made included; beyond it the oldest go. */
const KEYS_MAX = 5_000;

/** `until`: `null` while it is being made. */
type Kept = { value: Promise<unknown>; made: unknown; until: number | null };

/** `now` is a monotonic clock in milliseconds. */
export function makeSingleFlight(now: () => number, keptMs = KEPT_MS): SingleFlight {
	const kept = new Map<string, Kept>();

	function start<Value>(key: string, make: () => Promise<Value>, lastsMs: number | undefined): Promise<Value> {
		const begunAt = now();
		const value = make();
		const entry: Kept = { value, made: undefined, until: null };
		kept.delete(key);
		kept.set(key, entry);
		value.then(
			(made) => {
				entry.made = made;
				entry.until = lastsMs === undefined ? now() + keptMs : begunAt + lastsMs;
			},
			() => {
				if (kept.get(key) === entry) kept.delete(key);
			},
		);
		sweep();
		const [oldest] = kept.keys();
		if (kept.size > KEYS_MAX && oldest !== undefined) kept.delete(oldest);
		return value;
	}

	/** Lets go of what nobody would be given any more, oldest first: keys are chosen by strangers, values are large. */
	function sweep(): void {
		for (const [key, { until }] of kept) {
			if (until === null) continue;
			if (leftIn(key) > 0) return;
			kept.delete(key);
		}
	}

	async function freshIn(key: string): Promise<number> {
		await kept.get(key)?.value.catch(() => {});
		const left = leftIn(key);
		return left === 0 ? 0 : Math.ceil(left) + EARLY_MS;
	}

	function leftIn(key: string): number {
		const entry = kept.get(key);
		if (!entry) return 0;
		return entry.until === null ? keptMs : Math.max(0, entry.until - now());
	}

	return {
		read(key, make, lastsMs) {
			const entry = kept.get(key);
			return entry !== undefined && leftIn(key) > 0 ? ownValue(entry.value) : start(key, make, lastsMs);
		},
		made(key) {
			const made = kept.get(key)?.made;
			return made !== undefined && leftIn(key) > 0 ? ownMade(made) : undefined;
		},
		freshIn,
		leftIn,
		get size() {
			return kept.size;
		},
	};
}

/** A key is always read with the same maker, so what it kept is what that maker makes. */
function ownValue<Value>(value: Promise<unknown>): Promise<Value> {
	return value as Promise<Value>;
}

/** The same of what is made already. */
function ownMade<Value>(made: unknown): Value {
	return made as Value;
}
