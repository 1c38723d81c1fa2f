// What is worth telling of an incident while it lasts: that it is past its peak, and that codes come again. Read off the
// grounds every few minutes, each told once.
import { MINUTE_MS } from "../time";
import type { Finding, Peak } from "./finding";
import type { Followed, Following } from "./follow";
import { type GroundsParts, groundsOf } from "./grounds";
import type { Log } from "./log";
import { lies } from "./naming";
import { rules } from "./rules";

/** What the reading at `at` adds to what is remembered, and what it has to tell. */
export function milestonesOf(one: Followed, at: number, log: Log, parts: GroundsParts): { following: Following; findings: Finding[] } {
	const peaked = peakOf(one, at, log, parts);
	const arriving = arrivalsOf({ ...one, following: peaked.following }, at, log);
	return { following: arriving.following, findings: [...peaked.findings, ...arriving.findings] };
}

function peakOf({ incident, area, following }: Followed, at: number, log: Log, parts: GroundsParts) {
	const minutes = rules.peakMinutes;
	const entries = log.between(at - minutes * MINUTE_MS, at);
	const { observed, networks } = groundsOf(area, entries, at, minutes, parts);
	const { peak } = following;
	if (peak === null || (observed > peak.observed && !peak.told)) {
		const last = entries.findLast((entry) => entry.isEvidence && lies(entry.place, area));
		return { following: { ...following, peak: { at: last?.at ?? at, observed, networks, told: false } }, findings: [] };
	}
	const isPast = !peak.told && peak.observed >= rules.peakMin && observed * 2 <= peak.observed;
	if (!isPast) return { following, findings: [] };
	const told = { ...following, peak: { ...peak, told: true } };
	return { following: told, findings: [{ tag: "peaked", incident, peak: toldPeak(peak) } satisfies Finding] };
}

/** The peak as people are told it. */
export function toldPeak({ at, observed, networks }: NonNullable<Following["peak"]>): Peak {
	return { at: new Date(at), observed, networks, windowMinutes: rules.peakMinutes };
}

/** Only of an incident in whose first minutes nobody's code came: where some always did, it is no news that they do. */
function arrivalsOf({ incident, area, startedAt, openedAt, following }: Followed, at: number, log: Log) {
	const isYoung = at - openedAt <= rules.silentForMinutes * MINUTE_MS;
	if (!isYoung && !following.awaitsArrivals) return { following, findings: [] };
	const came = log.between(isYoung ? startedAt - 1 : openedAt, at).filter((entry) => entry.isArrived && lies(entry.place, area));
	const [first] = came;
	if (isYoung) return { following: { ...following, awaitsArrivals: first === undefined }, findings: [] };
	if (first === undefined || came.length < rules.surgeArrivalsMin) return { following, findings: [] };
	const finding = { tag: "arriving", incident, since: new Date(first.at), people: came.length } as const satisfies Finding;
	return { following: { ...following, awaitsArrivals: false }, findings: [finding] };
}
