// How often was a name counted in its ten minutes, here and in the other processes? Asked for every report, so it is
// answered from memory; what the others counted is learnt once a second, and only of names that use up a good part of
// what they may (docs/decisions/040). What leaves the process is sealed: whoever finds it can test no guess against it.
import { createHmac } from "node:crypto";
import { MINUTE_MS } from "./time";

const WINDOW_MS = 10 * MINUTE_MS;
/** Others are told of a name once it has used so much of what it may: nearly everybody reports once. */
const TOLD_FROM = 1 / 5;
/** Names remembered of one kind, ten minutes of the highest rate measured; beyond it the oldest go. */
const NAMES_MAX = 1_000_000;
const SEAL_BYTES = 16;

export type Counter = {
	/** Milliseconds until `name` is welcome; 0 when it is. */
	waitMs(name: string): number;
	/** The window of a name begins when it is first counted. */
	count(name: string): void;
};

/** What one process tells the others: a sealed name was counted so often in a window that lasts so much longer. */
export type Told = { name: string; count: number; leftMs: number };

export type Counters = {
	/** A counter that lets a name be counted `most` times. Two of one kind would count each other's names. */
	open(kind: string, most: number): Counter;
	/** Tells the others and hears from them; what could not be told is told the next time. */
	share(): Promise<void>;
};

export type CounterParts = {
	/** The same in every process. */
	secret: string;
	/** A monotonic clock in milliseconds. */
	now(): number;
	/** Tells the other processes; gives back what all of them together count of the names that changed there. */
	exchange(told: readonly Told[]): Promise<readonly Told[]>;
};

type Window = { count: number; until: number };

export function makeCounters({ secret, now, exchange }: CounterParts): Counters {
	/** What the others count, by sealed name. */
	const elsewhere = new Map<string, Window>();
	/** What they must still be told, by sealed name. */
	const untold = new Map<string, Window>();

	function open(kind: string, most: number): Counter {
		const windows = new Map<string, Window>();
		const seal = (name: string) => sealed(secret, `${kind} ${name}`);

		function standing(name: string): readonly Window[] {
			const windowsOfName = [windows.get(name), elsewhere.size > 0 ? elsewhere.get(seal(name)) : undefined];
			return windowsOfName.flatMap((one) => (one !== undefined && one.until > now() ? [one] : []));
		}

		return {
			waitMs(name) {
				const stands = standing(name);
				const isUsedUp = stands.reduce((sum, { count }) => sum + count, 0) >= most;
				return isUsedUp ? Math.min(...stands.map(({ until }) => until)) - now() : 0;
			},
			count(name) {
				forgetEnded(windows, now());
				const window = windows.get(name) ?? { count: 0, until: now() + WINDOW_MS };
				window.count++;
				windows.set(name, window);
				if (window.count >= most * TOLD_FROM) untold.set(seal(name), window);
			},
		};
	}

	async function share(): Promise<void> {
		const telling = [...untold];
		untold.clear();
		try {
			const told = telling.map(([name, { count, until }]) => ({ name, count, leftMs: until - now() }));
			for (const { name, count, leftMs } of await exchange(told)) elsewhere.set(name, { count, until: now() + leftMs });
		} catch (error) {
			for (const [name, window] of telling) untold.set(name, window);
			throw error;
		} finally {
			for (const [name, { until }] of elsewhere) if (until <= now()) elsewhere.delete(name);
		}
	}

	return { open, share };
}

/** Counters of a process that tells nobody. */
export function makeOwnCounters(now = () => performance.now()): Counters {
	return makeCounters({ secret: "", now, exchange: async () => [] });
}

/** Windows are equally long, so the oldest ends first. */
function forgetEnded(windows: Map<string, Window>, now: number): void {
	for (const [name, { until }] of windows) {
		if (until > now && windows.size < NAMES_MAX) return;
		windows.delete(name);
	}
}

function sealed(secret: string, text: string): string {
	return createHmac("sha256", secret).update(text).digest().subarray(0, SEAL_BYTES).toString("base64");
}
