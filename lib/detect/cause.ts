// Whose fault is it? Said only where the reports tell: a service fails on several carriers alike, a carrier or a region fails
// for several services that work elsewhere, or several services fail together on several carriers while others work, as with
// a sender they share. Otherwise it is undetermined, and a carrier is never at fault because its customers reported.
import type { Cause } from "../incident";
import type { GroundsParts } from "./grounds";
import type { Entry } from "./log";
import { lies } from "./naming";
import { rules } from "./rules";
import { ANY, type Area, channelNumbersOf } from "./space";

/** `entries`: those from `from` to `to` that this incident holds, or none does. */
export type Support = { from: number; to: number; entries: readonly Entry[] };

/** The cause of what fails in `area`. */
export function causeOf(area: Area, support: Support, parts: GroundsParts): Cause {
	const inside = support.entries.filter((entry) => entry.isEvidence && lies(entry.place, area));
	if (inside.length < rules.causeEvidenceMin) return "undetermined";
	const services = failingOf("service", area, inside, support, parts);
	const isBroad = services.length >= rules.causeValuesMin;
	if (area.carrier !== null) return isBroad && worksElsewhere(area, services, support, parts) ? "carrier" : "undetermined";
	if (failingOf("carrier", area, inside, support, parts).length < rules.causeValuesMin) return "undetermined";
	if (area.service?.length === 1) return "service";
	const areAllFailing = area.service !== null && services.length === area.service.length;
	if (areAllFailing && (area.region === null || othersWork(area, support))) return "shared-sender";
	return area.region !== null && isBroad && worksElsewhere(area, services, support, parts) ? "region" : "undetermined";
}

/** The values in which more people than usual fail, and not one alone. */
function failingOf(
	dimension: "service" | "carrier",
	area: Area,
	inside: readonly Entry[],
	{ from, to }: Support,
	parts: GroundsParts,
): number[] {
	const counts = new Map<number, number>();
	for (const { place } of inside) {
		const value = place[dimension];
		if (value !== ANY) counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	const isFailing = ([value, count]: [number, number]) =>
		count >= rules.causePeopleMin && count >= rules.riseMin * parts.baseline.expected({ ...area, [dimension]: [value] }, from, to);
	return [...counts].filter(isFailing).map(([value]) => value);
}

/** Do codes of the same services come to people outside the slice, and fail there no more than usual? */
function worksElsewhere(
	area: Area,
	services: readonly number[],
	{ from, to, entries }: Support,
	{ baseline, names }: GroundsParts,
): boolean {
	const [carrier] = area.carrier ?? [];
	const channel = area.channel ?? (carrier === undefined ? null : channelNumbersOf[names.kindOfCarrier(carrier)]);
	const everywhere = { service: services, region: null, carrier: null, channel };
	const isOutside = ({ place }: Entry) => lies(place, everywhere) && !lies(place, area) && (area.carrier === null || place.carrier !== ANY);
	const failed = entries.filter((entry) => entry.isEvidence && isOutside(entry)).length;
	const usually = baseline.expected(everywhere, from, to) - baseline.expected({ ...area, service: services }, from, to);
	return haveArrived(entries.filter(isOutside)) && failed <= rules.riseMin * usually + rules.causePeopleMin;
}

/** Do codes of other services come to people in the same place? */
function othersWork(area: Area, { entries }: Support): boolean {
	return haveArrived(entries.filter(({ place }) => lies(place, { ...area, service: null }) && !lies(place, area)));
}

function haveArrived(entries: readonly Entry[]): boolean {
	return entries.filter((entry) => entry.isArrived).length >= rules.causeArrivedMin;
}
