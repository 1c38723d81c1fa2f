// What becomes of an open incident in one step? It is followed, confirmed by the crowd, and ended when it is back; every few
// minutes its grounds are read: does its support look coordinated, is another slice the better name, what is worth telling.
import { type IncidentState, isSurge } from "../incident";
import { MINUTE_MS } from "../time";
import { hasCampaignSigns, isDoubtful } from "./campaign";
import { causeOf } from "./cause";
import { placesOf } from "./cover";
import type { Finding } from "./finding";
import { advance, type Followed, type Following, isBack } from "./follow";
import { bestGrounds, type GroundsParts, thresholdOf, verdictOf } from "./grounds";
import type { Entry, Log } from "./log";
import { milestonesOf, toldPeak } from "./milestones";
import { lies, type Named, nameSlice, type Rival, rivalOf, weighSlice } from "./naming";
import { rules } from "./rules";
import { isSameArea, sliceOf } from "./space";

export type Open = Followed & { state: IncidentState };

/** A step of the grid: from the one before (ms) to now. */
export type Moment = { before: number; now: number; fresh: readonly Entry[] };
export type AttendParts = GroundsParts & { log: Log };

/** What is remembered of it afterwards, and what was found. */
export function attend(one: Open, moment: Moment, parts: AttendParts): { following: Following; findings: readonly Finding[] } {
	const following = advance(one, moment.before, moment.now, moment.fresh, parts);
	if (isBack(following, moment.now)) return { following, findings: [back({ ...one, following }, moment.now, parts)] };
	const confirmed = confirm({ ...one, following }, moment, parts);
	const isDue = moment.now - confirmed.following.readAt >= rules.readEveryMinutes * MINUTE_MS;
	if (!isDue || (one.state !== "suspected" && one.state !== "confirmed")) return confirmed;
	const read = readGrounds({ ...one, following: confirmed.following }, moment.now, parts);
	return { following: read.following, findings: [...confirmed.findings, ...read.findings] };
}

function back(one: Open, now: number, parts: AttendParts): Finding {
	const verdict = verdictOf(parts, one.area, bestGrounds(one.area, since(one, now, parts), now, parts), null);
	const { failingAt, peak } = one.following;
	return { tag: "back", incident: one.incident, endedAt: new Date(failingAt), peak: peak && toldPeak(peak), verdict };
}

function confirm(one: Open, { now, fresh }: Moment, parts: AttendParts): { following: Following; findings: readonly Finding[] } {
	const { following } = one;
	if (one.state !== "suspected" || following.campaign || isSurge(sliceOf(one.area, parts.names))) return { following, findings: [] };
	if (fresh.length === 0 && following.clearSince === null) return { following, findings: [] };
	const grounds = bestGrounds(one.area, since(one, now, parts), now, parts);
	const isClear =
		grounds.score >= thresholdOf(one.area, parts.model) + rules.confirmAbove &&
		grounds.observed >= rules.confirmEvidenceMin &&
		grounds.networks >= rules.confirmNetworksMin;
	const clearSince = isClear ? (following.clearSince ?? now) : null;
	const clear = { ...following, clearSince };
	if (clearSince === null || now - clearSince < rules.confirmAfterMinutes * MINUTE_MS) return { following: clear, findings: [] };
	const flagged = flag({ ...one, following: clear }, now, parts);
	if (flagged.following.campaign || isDoubtful(failingSince(one, now, parts))) return flagged;
	const verdict = verdictOf(parts, one.area, grounds, null);
	return { ...flagged, findings: [...flagged.findings, { tag: "confirmed", incident: one.incident, verdict }] };
}

/** Says so when the support begins to look coordinated, or no longer does. */
function flag(one: Open, now: number, parts: AttendParts): { following: Following; findings: readonly Finding[] } {
	const campaign = hasCampaignSigns(failingSince(one, now, parts));
	if (campaign === one.following.campaign) return { following: one.following, findings: [] };
	return { following: { ...one.following, campaign }, findings: [{ tag: "flagged", incident: one.incident, campaign }] };
}

function readGrounds(one: Open, now: number, parts: AttendParts): { following: Following; findings: readonly Finding[] } {
	const flagged = flag({ ...one, following: { ...one.following, readAt: now } }, now, parts);
	const told = milestonesOf({ ...one, following: flagged.following }, now, parts.log, parts);
	const named = nameAgain(one, now, parts);
	return { following: told.following, findings: [...flagged.findings, ...told.findings, named] };
}

/** The slice that explains the whole stretch better, while the incident is young; else the grounds as they stand. */
function nameAgain(one: Open, now: number, parts: AttendParts): Finding {
	if (now - one.openedAt > rules.renameForMinutes * MINUTE_MS) return readAs(one, null, now, parts);
	const from = one.startedAt - 1;
	const to = Math.max(from + MINUTE_MS, one.following.failingAt);
	const stretch = { from, to, places: placesOf(ownEntries(one, from, to, parts.log)) };
	const { best, runnerUp } = nameSlice(stretch, one.area, parts);
	if (best === null || isSameArea(best.area, one.area)) return readAs(one, runnerUp, now, parts);
	const own = weighSlice(one.area, stretch, parts);
	const isBetter = best.score >= own.score + rules.renameGainMin;
	return isBetter ? renamedTo(one, best, runnerUp, now, parts) : readAs(one, rivalOf(own, best), now, parts);
}

/** The finding that an incident is about another slice than was thought. */
export function renamedTo(one: Followed, { area }: Named, runnerUp: Rival | null, now: number, parts: AttendParts): Finding {
	const entries = since(one, now, parts);
	return {
		tag: "renamed",
		incident: one.incident,
		slice: sliceOf(area, parts.names),
		cause: causeOf(area, { from: one.startedAt - 1, to: now, entries }, parts),
		verdict: verdictOf(parts, area, bestGrounds(area, entries, now, parts), runnerUp),
	};
}

function readAs(one: Open, runnerUp: Rival | null, now: number, parts: AttendParts): Finding {
	const entries = since(one, now, parts);
	const cause = causeOf(one.area, { from: one.startedAt - 1, to: now, entries }, parts);
	return {
		tag: "read",
		incident: one.incident,
		cause,
		verdict: verdictOf(parts, one.area, bestGrounds(one.area, entries, now, parts), runnerUp),
	};
}

function failingSince(one: Open, now: number, parts: AttendParts): readonly Entry[] {
	return since(one, now, parts).filter((entry) => entry.isFailing && lies(entry.place, one.area));
}

/** Since it began: what another incident holds is no support of this one. */
function since(one: Followed, now: number, { log }: AttendParts): readonly Entry[] {
	return ownEntries(one, one.startedAt - 1, now, log);
}

/** What this incident holds or none does, in a stretch of time. */
export function ownEntries({ incident }: Pick<Followed, "incident">, from: number, to: number, log: Log): readonly Entry[] {
	return log.between(from, to).filter(({ holder }) => holder === null || holder === incident);
}
