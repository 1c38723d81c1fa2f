// Is an incident still going on? One-sided CUSUM (Basseville 1993) of "back to its baseline" against "still failing at half
// its peak": it grows while nobody reports and falls with every report. The end is the last moment it stood at nothing.
import { MINUTE_MS } from "../time";
import type { Baseline } from "./baseline";
import { countIn, type Entry, type Log } from "./log";
import { lies } from "./naming";
import { rules } from "./rules";
import type { Area } from "./space";

/** What is remembered of an incident between steps beside its reports: plain numbers, times in ms. */
export type Following = {
	/** Nats for "back to normal", and when they last were 0. */
	nats: number;
	failingAt: number;
	/** The highest observed / expected over half an hour. */
	rise: number;
	/** Since when the crowd's rule of confirmation holds. */
	clearSince: number | null;
	/** When its grounds were last read. */
	readAt: number;
	/** Its support looks coordinated. */
	campaign: boolean;
	/** The half hour with the most evidence so far, and whether it has been told. */
	peak: { at: number; observed: number; networks: number; told: boolean } | null;
	/** Nobody's code came in its first minutes, and nobody has been told of one since. */
	awaitsArrivals: boolean;
};

/** An incident that holds its slice, as the detector follows it. */
export type Followed = { incident: string; area: Area; startedAt: number; openedAt: number; following: Following };

type Ground = { log: Log; baseline: Baseline };

export function followFrom(of: Pick<Followed, "area" | "startedAt">, at: number, { log, baseline }: Ground): Following {
	return {
		nats: 0,
		failingAt: at,
		rise: riseOf(of, at, { log, baseline }),
		clearSince: null,
		readAt: at,
		campaign: false,
		peak: null,
		awaitsArrivals: false,
	};
}

/** One grid step on: `fresh` are the step's entries. */
export function advance(one: Followed, from: number, at: number, fresh: readonly Entry[], { log, baseline }: Ground): Following {
	const { area, following } = one;
	const count = fresh.filter((entry) => entry.goesOn && lies(entry.place, area)).length;
	const isRising = count > 0 && following.nats === 0;
	const highest = isRising ? Math.max(following.rise, riseOf(one, at, { log, baseline })) : following.rise;
	const rise = Math.max(rules.riseMin, highest * rules.failingShare);
	const nats = Math.max(0, following.nats + (rise - 1) * baseline.expected(area, from, at) - count * Math.log(rise));
	return { ...following, rise: highest, nats, failingAt: nats === 0 ? at : following.failingAt };
}

export function isBack({ nats, failingAt }: Following, at: number): boolean {
	return nats > rules.backNats && at - failingAt >= rules.backAfterMinutes * MINUTE_MS;
}

function riseOf({ area, startedAt }: Pick<Followed, "area" | "startedAt">, at: number, { log, baseline }: Ground): number {
	// A burst in its first minute is not yet a rate that silence could be held against.
	const since = Math.min(startedAt - MINUTE_MS, at - rules.riseOverMinutes * MINUTE_MS);
	const from = Math.max(at - rules.peakMinutes * MINUTE_MS, since);
	const count = countIn(log.between(from, at), area, (entry) => entry.goesOn);
	return count / (baseline.expected(area, from, at) + 0.02);
}
