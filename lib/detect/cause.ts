// Whose fault is it? Said only where the reports tell: a service fails on several carriers alike, a carrier or a region fails
// for several services that work elsewhere, or several services fail together on several carriers, as with a sender they
// share. Otherwise it is undetermined, and a carrier is never at fault because its customers reported.
import type { Cause } from "../incident";
import type { GroundsParts } from "./grounds";
import type { Entry } from "./log";
import { lies } from "./naming";
import { rules } from "./rules";
import { ANY, type Area, channelNumbersOf } from "./space";

/** `entries`: those from `from` to `to` that this incident holds, or none does, and everybody's whose code came. */
export type Stretch = { from: number; to: number; entries: readonly Entry[] };

/** The cause of what fails in `area`. */
export function causeOf(area: Area, stretch: Stretch, parts: GroundsParts): Cause {
	const inside = stretch.entries.filter((entry) => entry.isEvidence && lies(entry.place, area));
	if (inside.length < rules.causeEvidenceMin) return "undetermined";
	const failing = (dimension: "service" | "carrier") => failingOf(dimension, area, inside, stretch, parts);
	const carriers = failing("carrier").length;
	const services = failing("service");
	const isBroad = services.length >= rules.causeValuesMin;
	if (area.service === null && (area.carrier !== null || area.region !== null)) {
		if (!isBroad || !worksElsewhere(area, services, stretch, parts)) return "undetermined";
		if (area.carrier !== null) return "carrier";
		return carriers >= rules.causeValuesMin ? "region" : "undetermined";
	}
	if (area.carrier !== null || area.service === null || carriers < rules.causeValuesMin) return "undetermined";
	if (area.service.length === 1) return "service";
	return services.length === area.service.length ? "shared-sender" : "undetermined";
}

/** The values in which more people than usual fail, and not one alone. */
function failingOf(
	dimension: "service" | "carrier",
	area: Area,
	inside: readonly Entry[],
	{ from, to }: Stretch,
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
	{ from, to, entries }: Stretch,
	{ baseline, names }: GroundsParts,
): boolean {
	const [carrier] = area.carrier ?? [];
	const channel = area.channel ?? (carrier === undefined ? null : channelNumbersOf[names.kindOfCarrier(carrier)]);
	const everywhere = { service: services, region: null, carrier: null, channel };
	const outside = entries.filter(
		({ place }) => lies(place, everywhere) && !lies(place, area) && (area.carrier === null || place.carrier !== ANY),
	);
	const arrived = outside.filter((entry) => entry.isArrived).length;
	const failed = outside.filter((entry) => entry.isEvidence).length;
	const usually = baseline.expected(everywhere, from, to) - baseline.expected({ ...area, service: services }, from, to);
	return arrived >= rules.causeArrivedMin && failed <= rules.riseMin * usually + rules.causePeopleMin;
}
