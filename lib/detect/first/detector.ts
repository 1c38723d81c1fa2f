// Is something broken, what, and is it over? Pure and told the time: the reports of one grid step and the incidents that
// hold their slices go in, findings with their numbers come out. Same input, same output; the order within a step does
// not matter.
//
// 1. Every report joins its cell (one service, one channel); a report that supersedes another takes its place.
// 2. A cell that no incident covers is judged over four windows. It opens when the best window's score is above the
//    threshold, with enough people, from enough networks, and with a share of failures that is not ordinary.
// 3. A covered cell is judged too: the crowd confirms when the score stays far above the threshold for ten minutes.
// 4. A covered cell is back when twenty minutes look ordinary (quiet, or codes arrive) and ten more go by like that.
import type { IncidentState, Slice, Verdict } from "../../incident";
import type { Channel, Symptom } from "../../report";
import { MINUTE_MS } from "../../time";
import { type Cell, makeCell } from "./cell";
import type { Model } from "./prior";
import { rules } from "./rules";
import { shareSurprise, surprise } from "./score";

/** What the detector reads of a report. */
export type Observation = {
	id: string;
	at: Date;
	service: string;
	channel: Channel;
	symptom: Symptom;
	/** Opaque; only told apart. */
	network: string;
	/** False for a repeat: it keeps an incident alive and counts for nothing else. */
	counted: boolean;
	/** One of the failing reports left after thinning. */
	evidence: boolean;
	supersedes: string | null;
};

/**
 * An incident that holds its slice since `since`, when it opened or reopened: its reports stay out of the search until
 * the slice is back at its baseline.
 */
export type Covering = { incident: string; slice: Slice; state: IncidentState; since: Date };

export type Finding =
	| { tag: "opened"; slice: Slice; startedAt: Date; verdict: Verdict }
	| { tag: "read"; incident: string; verdict: Verdict }
	| { tag: "confirmed"; incident: string; verdict: Verdict }
	| { tag: "back"; incident: string; endedAt: Date; verdict: Verdict };

export type Detector = {
	/** Takes in reports without judging them. */
	remember(observations: readonly Observation[]): void;
	/** Judges at grid time `at`, after the reports up to it. */
	step(at: Date, observations: readonly Observation[], covering: readonly Covering[]): readonly Finding[];
};

/** A cell and what it is of. */
type Place = { service: string; channel: Channel; counts: Cell };
/** What is remembered of a covered slice between steps. */
type Watched = { clearSince: Date | null; ordinarySince: Date | null };
type Reading = { verdict: Verdict; startedAt: Date | null };

export function makeDetector(model: Model): Detector {
	const cells = new Map<string, Place>();
	const watched = new Map<string, Watched>();

	/** Within a step a report may come before the one it supersedes, so all are taken in before any leaves. */
	function remember(observations: readonly Observation[]): void {
		for (const one of observations) cellOf(one.service, one.channel).counts.add(one);
		for (const { service, channel, supersedes } of observations) {
			if (supersedes !== null) cellOf(service, channel).counts.drop(supersedes);
		}
	}

	function cellOf(service: string, channel: Channel): Place {
		const key = keyOf(service, channel);
		const place = cells.get(key) ?? { service, channel, counts: makeCell() };
		cells.set(key, place);
		return place;
	}

	function step(at: Date, observations: readonly Observation[], covering: readonly Covering[]): readonly Finding[] {
		remember(observations);
		forget(at);
		const covered = new Set(covering.flatMap(({ slice }) => cellKeysOf(slice)));
		const touched = new Set(observations.map((one) => keyOf(one.service, one.channel)));
		const opened = [...touched]
			.filter((key) => !covered.has(key))
			.sort()
			.flatMap((key) => open(cells.get(key), at));
		return [...opened, ...covering.flatMap((incident) => follow(incident, at))];
	}

	function forget(at: Date): void {
		for (const [key, { counts }] of cells) {
			counts.forget(at);
			if (counts.isEmpty) cells.delete(key);
		}
	}

	function open(place: Place | undefined, at: Date): readonly Finding[] {
		if (!place) return [];
		const best = read(place, at);
		if (best.startedAt === null || !mayOpen(best.verdict, model)) return [];
		return [
			{ tag: "opened", slice: sliceOf(place), startedAt: best.startedAt, verdict: { ...best.verdict, runnerUp: runnerUp(place, at) } },
		];
	}

	function follow({ incident, slice, state }: Covering, at: Date): readonly Finding[] {
		const [place] = placesOf(slice);
		if (!place) return [];
		const memory = watched.get(incident) ?? { clearSince: null, ordinarySince: null };
		const { verdict } = read(place, at);
		memory.clearSince = isClear(verdict, model) ? (memory.clearSince ?? at) : null;
		memory.ordinarySince = isOrdinary(place, at, model) ? (memory.ordinarySince ?? at) : null;
		watched.set(incident, memory);
		if (memory.ordinarySince !== null && at.getTime() - memory.ordinarySince.getTime() >= rules.backAfterMinutes * MINUTE_MS) {
			watched.delete(incident);
			return [{ tag: "back", incident, endedAt: place.counts.lastFailingAt() ?? memory.ordinarySince, verdict }];
		}
		const isSure =
			state === "suspected" &&
			memory.clearSince !== null &&
			at.getTime() - memory.clearSince.getTime() >= rules.confirmAfterMinutes * MINUTE_MS;
		return [{ tag: isSure ? "confirmed" : "read", incident, verdict }];
	}

	/** The cells a slice is made of: here always one, as this detector opens no other. */
	function placesOf(slice: Slice): readonly Place[] {
		return (slice.service ?? []).flatMap((service) => (slice.channel ?? []).map((channel) => cellOf(service, channel)));
	}

	/** The best window of a cell, by score; a cell without evidence has its shortest. */
	function read(place: Place, at: Date): Reading {
		const windows = rules.windowsMinutes.map((minutes) => readWindow(place, at, minutes));
		const best = windows.reduce((one, other) => (other.score > one.score ? other : one));
		const { networks, firstAt } = place.counts.sourceOf(best.windowMinutes, at);
		return { verdict: { ...best, networks, runnerUp: null }, startedAt: firstAt };
	}

	function readWindow({ channel, counts }: Place, at: Date, windowMinutes: number): Omit<Verdict, "networks" | "runnerUp"> {
		const { evidence, arrived } = counts.last(windowMinutes, at);
		const expected = model.rate[channel] * windowMinutes;
		const score = surprise(evidence, expected, model.dispersion) - Math.log(model.slices);
		return { observed: evidence, arrived, expected, score, threshold: model.threshold, windowMinutes, model: model.name };
	}

	/** The next best explanation: another channel of the same service. */
	function runnerUp(place: Place, at: Date): Verdict["runnerUp"] {
		const others = [...cells.values()].filter((other) => other.service === place.service && other.channel !== place.channel);
		const readings = others.map((other) => ({ slice: sliceOf(other), ...read(other, at) })).filter((one) => one.startedAt !== null);
		const [best] = readings.sort((one, other) => other.verdict.score - one.verdict.score);
		return best ? { slice: best.slice, score: best.verdict.score } : null;
	}

	return { remember, step };
}

function mayOpen(verdict: Verdict, model: Model): boolean {
	return (
		verdict.score > verdict.threshold &&
		verdict.observed >= rules.evidenceMin &&
		verdict.networks >= rules.networksMin &&
		(verdict.arrived < rules.arrivedMin || shareSurprise(verdict.observed, verdict.arrived, model.failedShare) >= rules.shareSurpriseMin)
	);
}

function isClear(verdict: Verdict, model: Model): boolean {
	return (
		verdict.score >= model.threshold + rules.confirmAbove &&
		verdict.observed >= rules.confirmEvidenceMin &&
		verdict.networks >= rules.confirmNetworksMin
	);
}

/** Quiet, or codes arrive: repeats of a failure count here, because they say that it goes on. */
function isOrdinary({ channel, counts }: Place, at: Date, model: Model): boolean {
	const { failing, answered, arrived } = counts.last(rules.backWindowMinutes, at);
	const isQuiet = surprise(failing, model.rate[channel] * rules.backWindowMinutes, model.dispersion) < rules.ordinarySurpriseMax;
	return isQuiet || (answered >= rules.backAnsweredMin && arrived / answered >= rules.backArrivedShare);
}

function sliceOf({ service, channel }: Place): Slice {
	return { service: [service], region: null, carrier: null, channel: [channel] };
}

function cellKeysOf(slice: Slice): string[] {
	return (slice.service ?? []).flatMap((service) => (slice.channel ?? []).map((channel) => keyOf(service, channel)));
}

function keyOf(service: string, channel: Channel): string {
	return `${service} ${channel}`;
}
