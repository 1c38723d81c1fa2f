// Which reports does an incident hold? Those of its slice, and those that may be of it: whoever names no carrier may be a
// customer of the failing one.
import { MINUTE_MS } from "../time";
import type { Held } from "./detector";
import type { GroundsParts } from "./grounds";
import type { Entry } from "./log";
import { lies, overlaps } from "./naming";
import { rules } from "./rules";
import { ANY, type Area, areaOf, kindOf, type Names, type Place } from "./space";

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
	return (was.service === null) === (area.service === null) && overlaps(was, area);
}

/** Stands for an incident that is not written yet. */
export function tokenOf(area: Area, openedAt: number): string {
	return `${openedAt} ${JSON.stringify(area)}`;
}

/** Where the evidence lies. */
export function placesOf(entries: readonly Entry[]): readonly Place[] {
	return entries.filter((entry) => entry.isEvidence).map((entry) => entry.place);
}
