// Is something broken, what, and is it over? Pure and told the time: the reports of one grid step and the incidents that
// hold their slices go in, findings with their numbers come out. Same input, same output; the order within a step does
// not matter.
//
// 1. Every report joins the log; evidence that no incident holds joins the scan. One that supersedes another replaces it.
// 2. The best slice above the threshold is looked at: is it a widening of an open incident, one that ended within the
//    hour, or new? What it covers leaves the scan, and the next best is looked at, until none is left.
// 3. Each held incident is followed: confirmed by the crowd, named anew while it is young, and ended when it is back.
import type { IncidentState, Slice, Verdict } from "../incident";
import { MINUTE_MS } from "../time";
import { makeBaseline } from "./baseline";
import { hasCampaignSigns } from "./campaign";
import { holds, mayReopen, placesOf, tokenOf } from "./cover";
import { advance, type Following, followFrom, isBack } from "./follow";
import { bestGrounds, groundsOf, mayOpen, thresholdOf, verdictOf } from "./grounds";
import { type Entry, entryOf, makeLog, type Observation } from "./log";
import { type Model, namesOf } from "./model";
import { lies, type Named, nameSlice, weighSlice } from "./naming";
import { rules } from "./rules";
import { type Candidate, makeScan } from "./scan";
import { type Area, areaOf, areaOfKey, type Names, sliceOf } from "./space";

/** An incident that holds its slice, or ended within the hour. */
export type Held = { incident: string; slice: Slice; state: IncidentState; startedAt: Date; openedAt: Date; closedAt: Date | null };

export type Finding =
	| { tag: "opened"; slice: Slice; startedAt: Date; verdict: Verdict }
	| { tag: "reopened"; incident: string; verdict: Verdict }
	| { tag: "renamed"; incident: string; slice: Slice; verdict: Verdict }
	| { tag: "confirmed"; incident: string; verdict: Verdict }
	| { tag: "flagged"; incident: string; campaign: boolean }
	| { tag: "back"; incident: string; endedAt: Date; verdict: Verdict };

export type Detector = {
	/** Judges at grid time `at`, after the reports since the last step; `held` as the incidents stand then. */
	step(at: Date, observations: readonly Observation[], held: readonly Held[]): readonly Finding[];
	/** Goes on with another model, from what it remembers. */
	renew(model: Model): void;
};

type Open = Held & { following: Following; isNew: boolean; campaign: boolean };

/** `names` numbers the values as the model does, and goes on where it ends. */
export function makeDetector(first: Model, names: Names = namesOf(first)): Detector {
	let parts = { model: first, baseline: makeBaseline(first), names };
	let scan = makeScan(first, parts.baseline, names);
	const log = makeLog();
	const followed = new Map<string, Open>();
	const place = { at: 0 };

	function step(at: Date, observations: readonly Observation[], held: readonly Held[]): readonly Finding[] {
		const now = at.getTime();
		const before = place.at === 0 ? now : place.at;
		place.at = now;
		const open = held.filter(({ closedAt }) => closedAt === null).map((one) => follow(one));
		const fresh = takeIn(observations, open);
		if (fresh.length > 0) log.forget(now);
		const findings = fresh.some((entry) => entry.isEvidence) ? look(now, open, held) : [];
		scan.settle();
		for (const one of open) findings.push(...advanceOne(one, before, now, fresh));
		for (const id of followed.keys()) if (!held.some((one) => one.incident === id && one.closedAt === null)) followed.delete(id);
		return findings;
	}

	function follow(held: Held): Open {
		const known = followed.get(held.incident);
		const area = areaOf(held.slice, names);
		const openedAt = held.openedAt.getTime();
		if (known === undefined) adopt(held.incident, tokenOf(area, openedAt));
		const following = known?.following ?? followFrom(area, held.startedAt.getTime(), openedAt, log.all(), parts.baseline);
		const open = { ...held, following: { ...following, area }, isNew: known === undefined, campaign: known?.campaign ?? false };
		followed.set(held.incident, open);
		return open;
	}

	/** What an opening covered belongs to the incident once it has its name. */
	function adopt(incident: string, token: string): void {
		for (const entry of log.all()) if (entry.holder === token) entry.holder = incident;
	}

	/** All of a step are taken in before any leaves: a report may come before the one it supersedes. */
	function takeIn(observations: readonly Observation[], open: readonly Open[]): readonly Entry[] {
		const entries = observations.map((one) => entryOf(one, names)).sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
		for (const entry of entries) {
			entry.holder = open.find((one) => holds(one.following.area, entry, parts))?.incident ?? null;
			log.add(entry);
			if (entry.isEvidence && entry.holder === null) scan.add(entry.place, entry.at);
		}
		const gone = new Set(observations.flatMap(({ supersedes }) => (supersedes === null ? [] : [supersedes])));
		for (const id of gone) {
			const entry = log.take(id);
			if (entry?.isEvidence && entry.holder === null) scan.remove(entry.place, entry.at);
		}
		return entries.filter(({ id }) => !gone.has(id));
	}

	/** Looks until nothing above the threshold is left; each look ends with a slice less to look at. */
	function look(now: number, open: Open[], held: readonly Held[]): Finding[] {
		const findings: Finding[] = [];
		const refused = new Set<number>();
		for (;;) {
			const candidate = scan.above(now).find(({ key }) => !refused.has(key));
			if (candidate === undefined) return findings;
			const finding = judge(candidate, now, open, held);
			if (finding === null) refused.add(candidate.key);
			else findings.push(finding);
		}
	}

	function judge(candidate: Candidate, now: number, open: Open[], held: readonly Held[]): Finding | null {
		const area = areaOfKey(candidate.key);
		const from = now - candidate.windowMinutes * MINUTE_MS;
		const free = log.between(from, now).filter((entry) => entry.holder === null);
		const grounds = groundsOf(area, free, now, candidate.windowMinutes, parts);
		if (!mayOpen(area, grounds, candidate.threshold, parts)) return null;
		const joined = join(candidate, now, open, free);
		if (joined !== null) return joined;
		const stretch = { from, to: now, places: placesOf(free) };
		const { best, runnerUp } = nameSlice(stretch, area, parts);
		const named = best ?? { area, count: grounds.observed, expected: grounds.expected, score: grounds.score };
		const startedAt = Math.min(...free.filter((entry) => entry.isEvidence && lies(entry.place, named.area)).map((entry) => entry.at));
		const verdict = verdictOf(parts, named.area, groundsOf(named.area, free, now, candidate.windowMinutes, parts), runnerUp);
		const ended = held.find((one) => mayReopen(one, named.area, now, names));
		cover(named.area, startedAt, ended?.incident ?? tokenOf(named.area, now));
		if (ended) return { tag: "reopened", incident: ended.incident, verdict };
		return { tag: "opened", slice: sliceOf(named.area, names), startedAt: new Date(startedAt), verdict };
	}

	/** The widened slice of an open incident, when one incident explains both better than two do. */
	function join(candidate: Candidate, now: number, open: Open[], free: readonly Entry[]): Finding | null {
		const area = areaOfKey(candidate.key);
		const from = now - candidate.windowMinutes * MINUTE_MS;
		const fresh = free.filter((entry) => entry.isEvidence && lies(entry.place, area));
		for (const one of open) {
			if (one.state === "dismissed" || now - one.openedAt.getTime() > rules.renameForMinutes * MINUTE_MS) continue;
			const stretch = stretchOf(one, { from: Math.min(from, one.following.startedAt - 1), to: now });
			const { best, runnerUp } = nameSlice(stretch, one.following.area, parts);
			if (best === null || JSON.stringify(best.area) === JSON.stringify(one.following.area)) continue;
			const takes = fresh.filter((entry) => lies(entry.place, best.area)).length;
			const apart = weighSlice(one.following.area, stretch, parts).score + candidate.score;
			if (takes * 2 >= fresh.length && best.score >= apart) return rename(one, best, runnerUp, now);
		}
		return null;
	}

	function rename(one: Open, { area }: Named, runnerUp: Named | null, now: number): Finding {
		one.following = { ...one.following, area, renamedAt: now };
		followed.set(one.incident, one);
		cover(area, one.following.startedAt, one.incident);
		const entries = log.between(one.following.startedAt - 1, now);
		return {
			tag: "renamed",
			incident: one.incident,
			slice: sliceOf(area, names),
			verdict: verdictOf(parts, area, bestGrounds(area, entries, now, parts), runnerUp),
		};
	}

	/** What a slice holds from `startedAt` on leaves the scan. */
	function cover(area: Area, startedAt: number, holder: string): void {
		for (const entry of log.between(startedAt - 1, place.at)) {
			if (entry.holder !== null || !holds(area, entry, parts)) continue;
			entry.holder = holder;
			if (entry.isEvidence) scan.remove(entry.place, entry.at);
		}
	}

	function advanceOne(one: Open, before: number, now: number, fresh: readonly Entry[]): Finding[] {
		const following = advance(one.following, one.isNew ? one.openedAt.getTime() : before, now, fresh, parts.baseline);
		one.following = following;
		followed.set(one.incident, one);
		if (isBack(following, now)) {
			const entries = log.between(following.startedAt - 1, now);
			return [
				{
					tag: "back",
					incident: one.incident,
					endedAt: new Date(following.failingAt),
					verdict: verdictOf(parts, following.area, bestGrounds(following.area, entries, now, parts), null),
				},
			];
		}
		const isDue =
			now - following.renamedAt >= rules.renameEveryMinutes * MINUTE_MS &&
			now - one.openedAt.getTime() <= rules.renameForMinutes * MINUTE_MS;
		return [...confirm(one, now, fresh), ...(isDue && one.state !== "dismissed" ? renameIfBetter(one, now) : [])];
	}

	function confirm(one: Open, now: number, fresh: readonly Entry[]): Finding[] {
		if (one.state !== "suspected" || one.campaign) return [];
		if (fresh.length === 0 && one.following.clearSince === null) return [];
		const entries = log.between(one.following.startedAt - 1, now);
		const grounds = bestGrounds(one.following.area, entries, now, parts);
		const isClear =
			grounds.score >= thresholdOf(one.following.area, parts.model) + rules.confirmAbove &&
			grounds.observed >= rules.confirmEvidenceMin &&
			grounds.networks >= rules.confirmNetworksMin;
		const clearSince = isClear ? (one.following.clearSince ?? now) : null;
		one.following = { ...one.following, clearSince };
		if (clearSince === null || now - clearSince < rules.confirmAfterMinutes * MINUTE_MS) return [];
		const flagged = flag(one, now);
		if (one.campaign) return flagged;
		return [...flagged, { tag: "confirmed", incident: one.incident, verdict: verdictOf(parts, one.following.area, grounds, null) }];
	}

	/** Says so when the support begins to look coordinated, or no longer does. */
	function flag(one: Open, now: number): Finding[] {
		const failing = log
			.between(one.following.startedAt - 1, now)
			.filter((entry) => entry.isFailing && lies(entry.place, one.following.area));
		const campaign = hasCampaignSigns(failing);
		if (campaign === one.campaign) return [];
		one.campaign = campaign;
		return [{ tag: "flagged", incident: one.incident, campaign }];
	}

	function renameIfBetter(one: Open, now: number): Finding[] {
		one.following = { ...one.following, renamedAt: now };
		const findings = flag(one, now);
		const from = one.following.startedAt - 1;
		const stretch = stretchOf(one, { from, to: Math.max(from + MINUTE_MS, one.following.failingAt) });
		const { best, runnerUp } = nameSlice(stretch, one.following.area, parts);
		if (best === null || JSON.stringify(best.area) === JSON.stringify(one.following.area)) return findings;
		if (best.score < weighSlice(one.following.area, stretch, parts).score + rules.renameGainMin) return findings;
		return [...findings, rename(one, best, runnerUp, now)];
	}

	/** What this incident holds or none does, in a stretch of time. */
	function stretchOf({ incident }: Open, { from, to }: { from: number; to: number }) {
		const own = log.between(from, to).filter(({ holder }) => holder === null || holder === incident);
		return { from, to, places: placesOf(own) };
	}

	function renew(model: Model): void {
		parts = { model, baseline: makeBaseline(model), names };
		scan = makeScan(model, parts.baseline, names);
		for (const entry of log.all()) if (entry.isEvidence && entry.holder === null) scan.add(entry.place, entry.at);
		scan.settle();
	}

	return { step, renew };
}
