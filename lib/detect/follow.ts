// Is an incident still going on? One-sided CUSUM (Basseville 1993) of "back to its baseline" against "still failing at half
// its peak": it grows while nobody reports and falls with every report. The end is the last moment it stood at nothing.
import { MINUTE_MS } from "../time";
import type { Baseline } from "./baseline";
import type { Entry } from "./log";
import { lies } from "./naming";
import { rules } from "./rules";
import type { Area } from "./space";

/** What is remembered of an incident between steps: plain numbers, times in ms. */
export type Following = {
	area: Area;
	startedAt: number;
	/** Nats for "back to normal", and when they last were 0. */
	nats: number;
	failingAt: number;
	/** The highest observed / expected over half an hour. */
	peak: number;
	/** Since when the crowd's rule of confirmation holds. */
	clearSince: number | null;
	renamedAt: number;
	/** Times of reports in the slice within half an hour. */
	recent: readonly number[];
};

export function followFrom(area: Area, startedAt: number, openedAt: number, entries: readonly Entry[], baseline: Baseline): Following {
	const recent = entries.filter((entry) => entry.goesOn && entry.at > openedAt - PEAK_MS && lies(entry.place, area)).map(({ at }) => at);
	const begun = { area, startedAt, nats: 0, failingAt: openedAt, peak: 0, clearSince: null, renamedAt: openedAt, recent };
	return { ...begun, peak: riseOf(recent, begun, openedAt, baseline) };
}

/** One grid step on: `fresh` are the step's entries. */
export function advance(following: Following, from: number, at: number, fresh: readonly Entry[], baseline: Baseline): Following {
	const times = fresh.filter((entry) => entry.goesOn && lies(entry.place, following.area)).map((entry) => entry.at);
	const recent = times.length > 0 ? [...following.recent.filter((time) => time > at - PEAK_MS), ...times] : following.recent;
	const peak =
		times.length > 0 && following.nats === 0 ? Math.max(following.peak, riseOf(recent, following, at, baseline)) : following.peak;
	const rise = Math.max(rules.riseMin, peak / 2);
	const expected = baseline.expected(following.area, from, at);
	const nats = Math.max(0, following.nats + (rise - 1) * expected - times.length * Math.log(rise));
	return { ...following, recent, peak, nats, failingAt: nats === 0 ? at : following.failingAt };
}

export function isBack({ nats, failingAt }: Following, at: number): boolean {
	return nats > rules.backNats && at - failingAt >= rules.backAfterMinutes * MINUTE_MS;
}

const PEAK_MS = rules.peakMinutes * MINUTE_MS;

function riseOf(
	recent: readonly number[],
	{ area, startedAt }: Pick<Following, "area" | "startedAt">,
	at: number,
	baseline: Baseline,
): number {
	const from = Math.max(at - PEAK_MS, startedAt - MINUTE_MS);
	const count = recent.filter((time) => time > from).length;
	return count / (baseline.expected(area, from, at) + 0.02);
}
