// Is something broken, what, and is it over? Pure and told the time: the reports of one grid step and the incidents that
// hold their slices go in, findings with their numbers come out. Same input, same output; the order within a step does
// not matter.
//
// 1. Every report joins the log; evidence that no incident holds joins the scan. One that supersedes another replaces it.
// 2. The best slice above the threshold is looked at: is it a widening of an open incident, one that ended within the
//    hour, or new? What it covers leaves the scan, and the next best is looked at, until none is left.
// 3. Each held incident is attended to (`lib/detect/attend.ts`).
import { MINUTE_MS } from "../time";
import { attend, type Open, ownEntries, renamedTo } from "./attend";
import { makeBaseline } from "./baseline";
import { causeOf } from "./cause";
import { type Cover, holderOf, mayReopen, placesOf, tokenOf } from "./cover";
import type { Finding, Held } from "./finding";
import { type Following, followFrom } from "./follow";
import { groundsOf, mayOpen, verdictOf } from "./grounds";
import { type Entry, entryOf, makeLog, type Observation } from "./log";
import type { Memory, Past } from "./memory";
import { type Model, namesOf } from "./model";
import { lies, nameSlice, weighSlice } from "./naming";
import { MEMORY_MS, rules } from "./rules";
import { type Candidate, makeScan } from "./scan";
import { type Area, areaOf, areaOfKey, isSameArea, type Names, sliceOf } from "./space";

export type Detector = {
	/** Judges at grid time `at`, after the reports since the last step; `held` as the incidents stood then. */
	step(at: Date, observations: readonly Observation[], held: readonly Held[]): readonly Finding[];
	/** Goes on with another model, from what it remembers. */
	renew(model: Model): void;
	/** What another must be given, beside the reports of `MEMORY_MS`, to go on from here. */
	memory(): Memory;
};

/** `names` numbers the values as the model does, and goes on where it ends. `past`: where to go on. */
export function makeDetector(first: Model, names: Names = namesOf(first), past: Past | null = null): Detector {
	const log = makeLog();
	const baseline = makeBaseline(first);
	const state = {
		at: past?.at.getTime() ?? 0,
		covers: (past?.memory?.covers ?? []).map(({ slice, ...cover }): Cover => ({ ...cover, area: areaOf(slice, names) })),
		following: new Map<string, Following>(Object.entries(past?.memory?.following ?? {})),
		parts: { model: first, baseline, names, log },
		scan: makeScan(first, baseline, names),
	};
	if (past !== null) recall(past.observations);

	function recall(observations: readonly Observation[]): void {
		const superseded = supersededBy(observations);
		for (const entry of sorted(observations)) if (!superseded.has(entry.id)) log.add(entry);
		sortOut();
	}

	/** Which of the remembered reports are held, and which are in the scan. */
	function sortOut(): void {
		for (const entry of log.all()) {
			entry.holder = holderOf(entry, state.covers, state.parts);
			if (entry.isEvidence && entry.holder === null) state.scan.add(entry);
		}
		state.scan.settle();
	}

	function step(at: Date, observations: readonly Observation[], held: readonly Held[]): readonly Finding[] {
		const now = at.getTime();
		const before = state.at === 0 ? now : state.at;
		state.at = now;
		log.forget(now);
		const open = follow(held.filter(({ closedAt }) => closedAt === null).sort(byOpening), before);
		const fresh = takeIn(observations);
		const findings = fresh.some((entry) => entry.isEvidence) ? look(now, open, held) : [];
		state.scan.settle();
		for (const one of open) findings.push(...advance(one, { before, now, fresh }));
		return findings;
	}

	/** The open incidents as they stand, each holding its slice from this step on. */
	function follow(held: readonly Held[], before: number): Open[] {
		const open = held.map((one) => followOne(one, before));
		const isLive = (cover: Cover) => open.some(({ incident, area }) => incident === cover.holder && isSameArea(area, cover.area));
		for (const cover of state.covers) if (cover.until === null && !isLive(cover)) cover.until = before;
		for (const { incident, area } of open) {
			const isHeld = state.covers.some((cover) => cover.holder === incident && cover.until === null);
			if (!isHeld) state.covers.push({ holder: incident, area, from: before, until: null });
		}
		state.covers = state.covers.filter(({ until }) => until === null || until > state.at - MEMORY_MS);
		for (const incident of state.following.keys()) if (!open.some((one) => one.incident === incident)) state.following.delete(incident);
		return open;
	}

	function followOne({ incident, slice, state: stands, startedAt, openedAt }: Held, before: number): Open {
		const area = areaOf(slice, names);
		const begun = { incident, area, startedAt: startedAt.getTime(), openedAt: openedAt.getTime() };
		const known = state.following.get(incident);
		if (known === undefined) adopt(begun, tokenOf(slice, openedAt.getTime()), before);
		const following = known ?? followFrom(begun, before, state.parts);
		state.following.set(incident, following);
		return { ...begun, state: stands, following };
	}

	/** What an opening covered belongs to the incident once it has its name; of one never heard of, all since it started. */
	function adopt({ incident, area, startedAt }: Pick<Open, "incident" | "area" | "startedAt">, token: string, before: number): void {
		const own = state.covers.filter(({ holder }) => holder === token);
		for (const cover of own) cover.holder = incident;
		for (const entry of log.all()) if (entry.holder === token) entry.holder = incident;
		if (own.length === 0) cover(area, startedAt, before, incident);
	}

	/** All of a step are taken in before any leaves: a report may come before the one it supersedes. */
	function takeIn(observations: readonly Observation[]): readonly Entry[] {
		const entries = sorted(observations);
		for (const entry of entries) {
			entry.holder = holderOf(entry, state.covers, state.parts);
			log.add(entry);
			if (entry.isEvidence && entry.holder === null) state.scan.add(entry);
		}
		const gone = supersededBy(observations);
		const left = [...gone].flatMap((id) => log.take(id) ?? []).sort(byTime);
		state.scan.remove(left.filter((entry) => entry.isEvidence && entry.holder === null));
		return entries.filter(({ id }) => !gone.has(id));
	}

	function sorted(observations: readonly Observation[]): Entry[] {
		return observations.map((one) => entryOf(one, names)).sort(byTime);
	}

	/** Looks until nothing above the threshold is left; each look ends with a slice less to look at. */
	function look(now: number, open: Open[], held: readonly Held[]): Finding[] {
		const findings: Finding[] = [];
		const refused = new Set<number>();
		for (;;) {
			const candidate = state.scan.above(now).find(({ key }) => !refused.has(key));
			if (candidate === undefined) return findings;
			const finding = judge(candidate, now, open, held);
			if (finding === null) refused.add(candidate.key);
			else findings.push(finding);
		}
	}

	function judge(candidate: Candidate, now: number, open: Open[], held: readonly Held[]): Finding | null {
		const { parts } = state;
		const area = areaOfKey(candidate.key);
		const from = now - candidate.windowMinutes * MINUTE_MS;
		const free = log.between(from, now).filter((entry) => entry.holder === null);
		const grounds = groundsOf(area, free, now, candidate.windowMinutes, parts);
		if (!mayOpen(area, grounds, candidate.threshold, parts)) return null;
		const joined = join(candidate, now, open, free);
		if (joined !== null) return joined;
		const { best, runnerUp } = nameSlice({ from, to: now, places: placesOf(free) }, area, parts);
		const named = best?.area ?? area;
		const startedAt = Math.min(...free.filter((entry) => entry.isEvidence && lies(entry.place, named)).map((entry) => entry.at));
		const verdict = verdictOf(parts, named, groundsOf(named, free, now, candidate.windowMinutes, parts), runnerUp);
		const ended = held.find((one) => mayReopen(one, named, now, names));
		const slice = sliceOf(named, names);
		cover(named, startedAt, now, ended?.incident ?? tokenOf(slice, now));
		if (ended) return { tag: "reopened", incident: ended.incident, verdict };
		const cause = causeOf(named, { from, to: now, entries: free }, parts);
		return { tag: "opened", slice, startedAt: new Date(startedAt), cause, verdict };
	}

	/** The widened slice of an open incident, when one incident explains both better than two do. */
	function join(candidate: Candidate, now: number, open: Open[], free: readonly Entry[]): Finding | null {
		const { parts } = state;
		const area = areaOfKey(candidate.key);
		const fresh = free.filter((entry) => entry.isEvidence && lies(entry.place, area));
		for (const one of open) {
			if (one.state === "dismissed" || now - one.openedAt > rules.renameForMinutes * MINUTE_MS) continue;
			const from = Math.min(now - candidate.windowMinutes * MINUTE_MS, one.startedAt - 1);
			const stretch = { from, to: now, places: placesOf(ownEntries(one, from, now, log)) };
			const { best, runnerUp } = nameSlice(stretch, one.area, parts);
			if (best === null || isSameArea(best.area, one.area)) continue;
			const takes = fresh.filter((entry) => lies(entry.place, best.area)).length;
			const apart = weighSlice(one.area, stretch, parts).score + candidate.score;
			if (takes * 2 < fresh.length || best.score < apart) continue;
			one.following = { ...one.following, readAt: now };
			return rename(one, best.area, now, renamedTo(one, best, runnerUp, now, parts));
		}
		return null;
	}

	function advance(one: Open, moment: { before: number; now: number; fresh: readonly Entry[] }): readonly Finding[] {
		const { following, findings } = attend(one, moment, state.parts);
		state.following.set(one.incident, following);
		for (const finding of findings) if (finding.tag === "renamed") rename(one, areaOf(finding.slice, names), moment.now, finding);
		return findings;
	}

	function rename(one: Open, area: Area, now: number, finding: Finding): Finding {
		one.area = area;
		cover(area, one.startedAt, now, one.incident);
		return finding;
	}

	/** What a slice holds from `startedAt` to `until` leaves the scan. */
	function cover(area: Area, startedAt: number, until: number, holder: string): void {
		const made: Cover = { holder, area, from: startedAt - 1, until };
		state.covers.push(made);
		const taken = log.between(made.from, until).filter((entry) => entry.holder === null && holderOf(entry, [made], state.parts) !== null);
		for (const entry of taken) entry.holder = holder;
		state.scan.remove(taken.filter((entry) => entry.isEvidence));
	}

	function renew(model: Model): void {
		const renewed = makeBaseline(model);
		state.parts = { model, baseline: renewed, names, log };
		state.scan = makeScan(model, renewed, names);
		sortOut();
	}

	function memory(): Memory {
		const covers = state.covers.map(({ area, ...cover }) => ({ ...cover, slice: sliceOf(area, names) }));
		return { at: state.at, covers, following: Object.fromEntries(state.following) };
	}

	return { step, renew, memory };
}

function byTime(one: Entry, other: Entry): number {
	return one.at - other.at || (one.id < other.id ? -1 : 1);
}

/** The same order whoever keeps the incidents. */
function byOpening(one: Held, other: Held): number {
	return tokenOf(one.slice, one.openedAt.getTime()) < tokenOf(other.slice, other.openedAt.getTime()) ? -1 : 1;
}

function supersededBy(observations: readonly Observation[]): ReadonlySet<string> {
	return new Set(observations.flatMap(({ supersedes }) => (supersedes === null ? [] : [supersedes])));
}
