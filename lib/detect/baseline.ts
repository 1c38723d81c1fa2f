// How many failing reports are ordinary for a slice at this hour? The model compiled into something that answers fast:
//
//   mu(s,r,t)  = lambda(s,r) · profile_r(local hour of the week) · weekend_s · daypart_s
//   B(slice,t) = rho · Σ over matching (s,r) of mu(s,r,t) · P(channel | s) · P(carrier | r, kind of channel)
//   rho        = (n + 8) / (E + 8)    Gamma–Poisson shrinkage of what the slice was seen to be, over what the product says
//
// A value the model has never met gets a prior's share, so that a new service, country or network is watched at once.
import { channels } from "../report";
import { HOUR_MS, MINUTE_MS } from "../time";
import type { Model } from "./model";
import { PRIOR } from "./prior";
import { countLeaves, seenIn, sharesOf, sumOf } from "./shares";
import { ANY, type Area, channelNumbersOf, keyOf, kindOf, membersOf, type Place, placeOf } from "./space";
import { makeTables, type Table } from "./tables";
import { WEEK_HOURS } from "./week";

const H = channels.length;
/** Strength of the shrinkage, in reports (DETECTION: baseline). */
const SHRINK = 8;

export type Baseline = {
	/** Failing reports a minute, evidence only, of one slice in the hour that holds `at` (ms). */
	rate(place: Place, at: number): number;
	/** The same in each hour of the week, from that of the epoch on. Costs much where no service is fixed. */
	week(place: Place): Float64Array;
	/** Expected failing reports between two instants (ms) of a slice of values. */
	expected(area: Area, from: number, to: number): number;
	/** Expected arrivals per expected failing report of a service, or of all. */
	arrivedPerFailure(service: number): number;
	/** φ of a slice over a window of so many minutes. */
	dispersion(key: number, minutes: number): number;
	/** The same of a set, which varies no more than the best known of its members. */
	dispersionOf(area: Area, minutes: number): number;
	/** Does this carrier have customers in this region? */
	worksIn(carrier: number, region: number): boolean;
};

export function makeBaseline(model: Model): Baseline {
	const S = model.services.length;
	const R = model.regions.length;
	const W = R + 1;
	const C = model.carriers.length;
	const counts = countLeaves(model);
	const seen = (place: Partial<Place>) => seenIn(counts, place);
	const total = sumOf(model.leaves.map(([, count]) => count));

	const { lambda, channelShare, channelOverall, regionOverall, carrierShares, meanProfiles } = sharesOf(model, counts);

	const { tableOf, rowOf, mean } = makeTables(model, { lambda, channelShare, regionOverall, meanProfiles });

	/** The product's part of B: per minute of a table's hour, or over the whole history with `mean`. */
	function product({ service, region, carrier, channel }: Place, table: Table): number {
		const s = service === ANY ? ANY : Math.min(service, S);
		const r = region === ANY ? ANY : Math.min(region, R);
		if (carrier === ANY) return withoutCarrier(s, r, channel, table);
		const c = Math.min(carrier, C);
		const kind = channel === ANY ? (model.carriers[c]?.kind ?? "mobile") : (kindOf(channel) ?? "mobile");
		const under = channel === ANY ? channelNumbersOf[kind] : [channel];
		const shares = carrierShares[kind];
		if (r !== ANY) return (shares[c * W + r] ?? 0) * sumOf(under.map((h) => withoutCarrier(s, r, h, table)));
		let sum = 0;
		for (let one = 0; one < Math.max(R, 1); one++)
			for (const h of under) sum += (shares[c * W + one] ?? 0) * withoutCarrier(s, R === 0 ? ANY : one, h, table);
		return sum;
	}

	function withoutCarrier(s: number, r: number, h: number, table: Table): number {
		if (s === ANY && r === ANY) return h === ANY ? table.total : R === 0 ? table.total * (channelOverall[h] ?? 0) : sumRegions(h, table);
		if (s === ANY) return (h === ANY ? table.region[r] : table.regionChannel[r * H + h]) ?? 0;
		const here = (r === ANY ? table.service[s] : table.mu[s * W + r]) ?? 0;
		return h === ANY ? here : here * (channelShare[s * H + h] ?? 0);
	}

	function sumRegions(h: number, table: Table): number {
		let sum = 0;
		for (let r = 0; r < R; r++) sum += table.regionChannel[r * H + h] ?? 0;
		return sum;
	}

	const rhos = new Map<number, number>();
	function rho(key: number, place: Place): number {
		const kept = rhos.get(key);
		if (kept !== undefined) return kept;
		const made = model.days === 0 ? 1 : ((counts.get(key) ?? 0) + SHRINK) / (product(place, mean) + SHRINK);
		rhos.set(key, made);
		return made;
	}

	function rate(asked: Place, at: number): number {
		const place = countedAs(asked);
		return rho(keyOf(place), place) * product(place, tableOf(Math.floor(at / HOUR_MS)));
	}

	function week(asked: Place): Float64Array {
		const place = countedAs(asked);
		const one = rho(keyOf(place), place);
		const tableAt = place.service === ANY ? tableOf : (hour: number) => rowOf(Math.min(place.service, S), hour);
		return Float64Array.from({ length: WEEK_HOURS }, (_, hour) => one * product(place, tableAt(hour)));
	}

	function expected(area: Area, from: number, to: number): number {
		let sum = 0;
		for (const service of area.service ?? [ANY])
			for (const region of area.region ?? [ANY])
				for (const carrier of area.carrier ?? [ANY])
					for (const channel of area.channel ?? [ANY]) sum += over({ service, region, carrier, channel }, from, to);
		return sum;
	}

	function over(place: Place, from: number, to: number): number {
		let sum = 0;
		for (let start = from; start < to; ) {
			const end = Math.min(to, (Math.floor(start / HOUR_MS) + 1) * HOUR_MS);
			sum += (rate(place, start) * (end - start)) / MINUTE_MS;
			start = end;
		}
		return sum;
	}

	const arrivedOverall = (sumOf(model.arrived) + PRIOR.arrivedWeight * PRIOR.arrivedPerFailure) / (total + PRIOR.arrivedWeight);
	function arrivedPerFailure(service: number): number {
		if (service === ANY || service >= S) return arrivedOverall;
		return ((model.arrived[service] ?? 0) + PRIOR.shareWeight * arrivedOverall) / (seen({ service }) + PRIOR.shareWeight);
	}

	/** Services rise and fall by themselves: a slice of few large ones varies more than one of many (Herfindahl's index). */
	const concentrations = new Map<number, number>();
	function concentration(key: number, place: Place): number {
		const kept = concentrations.get(key);
		if (kept !== undefined) return kept;
		let sum = 0;
		let squares = 0;
		for (let service = 0; service < S; service++) {
			const expected = product({ ...place, service }, mean);
			sum += expected;
			squares += expected ** 2;
		}
		const made = sum > 0 ? squares / sum ** 2 : 0;
		concentrations.set(key, made);
		return made;
	}

	/** Summed over the fixed dimensions, and beside them what is not known of the slice's own rate. */
	function dispersion(key: number, minutes: number): number {
		const place = placeOf(key);
		const passing = minutes > BLOCK_MINUTES ? BLOCK_MINUTES / minutes : 1;
		const of = ({ passing: p, lasting }: { passing: number; lasting: number }) => p * passing + lasting;
		const { service, region, carrier, channel } = model.dispersion;
		return (
			of(service) * (place.service === ANY ? concentration(key, place) : 1) +
			(place.region === ANY ? 0 : of(region)) +
			(place.carrier === ANY ? 0 : of(carrier)) +
			(place.channel === ANY ? 0 : of(channel)) +
			1 / ((counts.get(key) ?? 0) + SHRINK)
		);
	}

	return {
		rate,
		week,
		expected,
		arrivedPerFailure,
		dispersion,
		dispersionOf: (area, minutes) => Math.min(...membersOf(area).map((member) => dispersion(keyOf(member), minutes))),
		worksIn: (carrier, region) =>
			(counts.get(keyOf({ service: ANY, region, carrier, channel: ANY })) ?? 0) >=
			0.02 * (counts.get(keyOf({ service: ANY, region, carrier: ANY, channel: ANY })) ?? 0),
	};
}

const BLOCK_MINUTES = 30;

/** A mailbox host fixes its channel, and is counted without it. */
function countedAs(place: Place): Place {
	return place.carrier !== ANY && kindOf(place.channel) === "mailbox" ? { ...place, channel: ANY } : place;
}
