// Which reports does an incident hold? Those of its slice, and those that may be of it: whoever names no carrier may be a
// customer of the failing one. Every stretch of time in which an incident held a slice is a cover; the cover that was there
// first has the report. Covers are few and plain, so that a detector started anew holds what the one before it held.
import { type Slice, sliceKeyOf } from "../incident";
import { MINUTE_MS } from "../time";
import type { Held } from "./finding";
import type { GroundsParts } from "./grounds";
import type { Entry } from "./log";
import { lies, overlaps } from "./naming";
import { rules } from "./rules";
import { ANY, type Area, areaOf, isSameSet, kindOf, type Names, type Place } from "./space";

/** `holder` has what lies in `area` after `from`, up to `until` (ms; `null`: still). */
export type Cover = { holder: string; area: Area; from: number; until: number | null };

/** Whose an entry is by the covers, oldest first; `null`: nobody's. */
export function holderOf(entry: Entry, covers: readonly Cover[], parts: Pick<GroundsParts, "baseline" | "names">): string | null {
	const cover = covers.find(
		({ area, from, until }) => entry.at > from && (until === null || entry.at <= until) && holds(area, entry, parts),
	);
	return cover?.holder ?? null;
}

export function holds(area: Area, { place }: Entry, { baseline, names }: Pick<GroundsParts, "baseline" | "names">): boolean {
	if (area.carrier === null || place.carrier !== ANY) return lies(place, area);
	const [carrier = ANY] = area.carrier;
	return (
		kindOf(place.channel) === names.kindOfCarrier(carrier) &&
		lies(place, { ...area, carrier: null }) &&
		area.carrier.some((one) => baseline.worksIn(one, place.region))
	);
}

/** The same trouble within the hour is the same incident; one that was dismissed is not taken up again. */
export function mayReopen({ state, slice, closedAt }: Held, area: Area, now: number, names: Names): boolean {
	if (closedAt === null || state === "dismissed" || now - closedAt.getTime() > rules.reopenMinutes * MINUTE_MS) return false;
	const was = areaOf(slice, names);
	return isSameSet(was.service, area.service) && overlaps(was, area);
}

/** Stands for an incident that is not written yet: it will have this slice, and have opened then. */
export function tokenOf(slice: Slice, openedAt: number): string {
	return `${openedAt} ${sliceKeyOf(slice)}`;
}

/** Where the evidence lies. */
export function placesOf(entries: readonly Entry[]): readonly Place[] {
	return entries.filter((entry) => entry.isEvidence).map((entry) => entry.place);
}
