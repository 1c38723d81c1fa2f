// On which grounds may a slice become an incident? Enough people, enough networks, not two busy networks alone, and not
// just more people than usual: when codes arrive as much more often as they fail, it is attention, not a fault.
import type { Verdict } from "../incident";
import { MINUTE_MS } from "../time";
import type { Baseline } from "./baseline";
import type { Entry } from "./log";
import type { Model } from "./model";
import { lies, type Rival } from "./naming";
import { rules } from "./rules";
import { faultOverSurge, penaltyOf, scanScore } from "./score";
import { ANY, type Area, type Names, shapeOf, sliceOf } from "./space";

export type Grounds = Omit<Verdict, "runnerUp" | "threshold" | "model"> & { busiest: number; arrivedUsually: number };
export type GroundsParts = { model: Model; baseline: Baseline; names: Names };

/** The numbers of one slice over the last so many minutes before `at`, from entries no other incident holds. */
export function groundsOf(area: Area, entries: readonly Entry[], at: number, windowMinutes: number, parts: GroundsParts): Grounds {
	const from = at - windowMinutes * MINUTE_MS;
	const inside = entries.filter((entry) => entry.at > from && lies(entry.place, area));
	const evidence = inside.filter((entry) => entry.isEvidence);
	const networks = new Map<string, number>();
	for (const { network } of evidence) networks.set(network, (networks.get(network) ?? 0) + 1);
	const sorted = [...networks.values()].sort((one, other) => other - one);
	const expected = parts.baseline.expected(area, from, at);
	return {
		observed: evidence.length,
		expected,
		score: scoreOf(area, evidence.length, expected, windowMinutes, parts),
		windowMinutes,
		networks: networks.size,
		busiest: sorted.slice(0, rules.busiestNetworks).reduce((sum, count) => sum + count, 0),
		arrived: inside.filter((entry) => entry.isArrived).length,
		arrivedUsually: arrivedUsually(area, from, at, parts.baseline),
	};
}

/** The window in which a slice stands out most: the shortest of several alike. Networks are told apart in that one alone. */
export function bestGrounds(area: Area, entries: readonly Entry[], at: number, parts: GroundsParts): Grounds {
	const inside = entries.filter((entry) => lies(entry.place, area));
	const times = inside.filter((entry) => entry.isEvidence).map((entry) => entry.at);
	const scores = rules.windowsMinutes.map((minutes) => {
		const from = at - minutes * MINUTE_MS;
		const observed = times.reduce((count, time) => (time > from ? count + 1 : count), 0);
		return { minutes, score: scoreOf(area, observed, parts.baseline.expected(area, from, at), minutes, parts) };
	});
	const { minutes } = scores.reduce((best, one) => (one.score > best.score ? one : best));
	return groundsOf(area, inside, at, minutes, parts);
}

export function mayOpen(area: Area, grounds: Grounds, threshold: number, parts: GroundsParts): boolean {
	return (
		grounds.score > threshold &&
		grounds.observed >= rules.evidenceMin &&
		grounds.networks >= rules.networksMin &&
		scoreOf(area, grounds.observed - grounds.busiest, grounds.expected, grounds.windowMinutes, parts) >
			threshold / 2 - rules.withoutBusiestBelowHalf &&
		isFault(grounds)
	);
}

function isFault({ observed, expected, arrived, arrivedUsually: usually }: Grounds): boolean {
	const times = observed / Math.max(expected, 0.02);
	if (arrived < rules.surgeArrivalsMin && usually * times < rules.surgeArrivalsMin) return true;
	return faultOverSurge(arrived, usually, times) >= rules.faultOverSurgeMin;
}

function scoreOf(area: Area, count: number, expected: number, minutes: number, { model, baseline, names }: GroundsParts): number {
	return scanScore(count, expected, baseline.dispersionOf(area, minutes)) - penaltyOf(area, model.choices, names.kindOfCarrier);
}

function arrivedUsually(area: Area, from: number, to: number, baseline: Baseline): number {
	if (area.service === null) return baseline.expected(area, from, to) * baseline.arrivedPerFailure(ANY);
	return area.service.reduce(
		(sum, service) => sum + baseline.expected({ ...area, service: [service] }, from, to) * baseline.arrivedPerFailure(service),
		0,
	);
}

/** The grounds as everybody reads them: what the runner-up explains less of the whole stretch is taken off the window's score. */
export function verdictOf(
	{ model, names }: GroundsParts,
	area: Area,
	{ busiest: _busiest, arrivedUsually: _usually, ...grounds }: Grounds,
	runnerUp: Rival | null,
): Verdict {
	const other = runnerUp && { slice: sliceOf(runnerUp.area, names), score: grounds.score - runnerUp.behind };
	return { ...grounds, threshold: thresholdOf(area, model), model: model.name, runnerUp: other };
}

export function thresholdOf(area: Area, model: Model): number {
	return model.thresholds[shapeOf(area)] ?? Number.POSITIVE_INFINITY;
}
