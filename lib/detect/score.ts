// How much better does a fault explain what was reported than chance does? Pure numbers, in nats.
import type { Model } from "./model";
import { ANY, type Area, type CarrierKind, placeOf } from "./space";

/** A floor under every expectation, in reports: what no model may claim to rule out. */
const EXPECTATION_FLOOR = 0.02;
/** Of a value that joins a set beside the choice among sets: one of four subsets is worth telling apart (DETECTION: score). */
const MEMBER_NATS = Math.log(4);

/**
 * Expectation-based scan statistic of the negative binomial (k = 1/φ; Neill 2012 with the variance of Tango 2011):
 * ln of the likelihood ratio of "raised" against "ordinary". 0 where no more came than expected.
 */
export function scanScore(count: number, expected: number, dispersion: number): number {
	const b = expected + EXPECTATION_FLOOR;
	if (count <= b) return 0;
	const k = 1 / dispersion;
	return count * Math.log(count / b) - (count + k) * Math.log((count + k) / (b + k));
}

export type Choices = Model["choices"];

/** ln of the number of slices of one value per dimension that might have been named instead: description length. */
export function penaltyOfKey(key: number, choices: Choices, kindOf: (carrier: number) => CarrierKind): number {
	const { service, region, carrier, channel } = placeOf(key);
	return (
		(service === ANY ? 0 : Math.log(choices.service)) +
		(region === ANY ? 0 : Math.log(choices.region)) +
		(carrier === ANY ? 0 : Math.log(choices.carrier[kindOf(carrier)])) +
		(channel === ANY ? 0 : Math.log(choices.channel))
	);
}

/** The same of a slice of sets: ln C(N, m) + (m − 1)·ln 4 in each dimension it fixes. */
export function penaltyOf(area: Area, choices: Choices, kindOf: (carrier: number) => CarrierKind): number {
	const [carrier] = area.carrier ?? [];
	return (
		setPenalty(area.service, choices.service) +
		setPenalty(area.region, choices.region) +
		setPenalty(area.carrier, carrier === undefined ? 1 : choices.carrier[kindOf(carrier)]) +
		setPenalty(area.channel, choices.channel)
	);
}

function setPenalty(values: readonly number[] | null, choices: number): number {
	if (values === null) return 0;
	return setNats(values.length, choices);
}

/** Nats to say which `size` of so many values. */
export function setNats(size: number, choices: number): number {
	let nats = (size - 1) * MEMBER_NATS;
	for (let i = 0; i < size; i++) nats += Math.log(Math.max(1, choices - i) / (i + 1));
	return Math.max(0, nats);
}

/**
 * Is it a fault or only more people? ln of the likelihood of the arrivals under a fault (as many as `arrivedUsually`, or
 * what fits best between that and a surge) over their likelihood under a surge, in which arrivals rise `times` as
 * failures did (Poisson).
 */
export function faultOverSurge(arrived: number, arrivedUsually: number, times: number): number {
	const surge = Math.max(arrivedUsually * times, 1e-9);
	const fault = Math.min(Math.max(arrived, arrivedUsually), surge);
	return (arrived === 0 ? 0 : arrived * Math.log(fault / surge)) - (fault - surge);
}
