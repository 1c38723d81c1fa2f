// Is something broken, what, and is it over? Pure and told the time: the reports of one grid step and the incidents that
// hold their slices go in, findings with their numbers come out. Same input, same output; the order within a step does
// not matter.
//
// 1. Every report joins its cell (one service, one channel); a report that supersedes another takes its place.
// 2. A cell that no incident covers is judged over four windows. It opens when the best window's score is above the
//    threshold, with enough people, from enough networks, and with a share of failures that is not ordinary.
// 3. A covered cell is judged too: the crowd confirms when the score stays far above the threshold for ten minutes.
// 4. A covered cell is back when twenty minutes look ordinary (quiet, or codes arrive) and ten more go by like that.
import type { IncidentState, Slice, Verdict } from "../incident";
import { type Channel, isFailing, type Symptom } from "../report";
import { MINUTE_MS } from "../time";
import type { Model } from "./prior";
import { MEMORY_MS, rules } from "./rules";
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

type Cell = { service: string; channel: Channel; observations: Observation[] };
/** What is remembered of a covered slice between steps. */
type Watched = { clearSince: Date | null; ordinarySince: Date | null };
type Reading = { verdict: Verdict; startedAt: Date };

export function makeDetector(model: Model): Detector {
	const cells = new Map<string, Cell>();
	const watched = new Map<string, Watched>();

	/** Within a step a report may come before the one it supersedes, so all are taken in before any leaves. */
	function remember(observations: readonly Observation[]): void {
		for (const one of observations) {
			const key = keyOf(one.service, one.channel);
			const cell = cells.get(key) ?? { service: one.service, channel: one.channel, observations: [] };
			cell.observations.push(one);
			cells.set(key, cell);
		}
		const superseded = new Set(observations.flatMap((one) => one.supersedes ?? []));
		for (const key of new Set(observations.filter((one) => one.supersedes !== null).map((one) => keyOf(one.service, one.channel)))) {
			const cell = cells.get(key);
			if (cell) cell.observations = cell.observations.filter((one) => !superseded.has(one.id));
		}
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
		for (const [key, cell] of cells) {
			cell.observations = cell.observations.filter((one) => at.getTime() - one.at.getTime() < MEMORY_MS);
			if (cell.observations.length === 0) cells.delete(key);
		}
	}

	function open(cell: Cell | undefined, at: Date): readonly Finding[] {
		if (!cell) return [];
		const best = read(cell, at);
		if (!best || !mayOpen(best.verdict, model)) return [];
		return [{ tag: "opened", slice: sliceOf(cell), startedAt: best.startedAt, verdict: { ...best.verdict, runnerUp: runnerUp(cell, at) } }];
	}

	function follow({ incident, slice, state }: Covering, at: Date): readonly Finding[] {
		const memory = watched.get(incident) ?? { clearSince: null, ordinarySince: null };
		const observed = cellKeysOf(slice).flatMap((key) => cells.get(key)?.observations ?? []);
		const cell = { service: slice.service?.[0] ?? "", channel: slice.channel?.[0] ?? "sms", observations: observed } satisfies Cell;
		const verdict = (read(cell, at) ?? nothing(cell)).verdict;
		memory.clearSince = isClear(verdict, model) ? (memory.clearSince ?? at) : null;
		memory.ordinarySince = isOrdinary(cell, at, model) ? (memory.ordinarySince ?? at) : null;
		watched.set(incident, memory);
		if (memory.ordinarySince !== null && at.getTime() - memory.ordinarySince.getTime() >= rules.backAfterMinutes * MINUTE_MS) {
			watched.delete(incident);
			return [{ tag: "back", incident, endedAt: lastFailingAt(cell) ?? memory.ordinarySince, verdict }];
		}
		const isSure =
			state === "suspected" &&
			memory.clearSince !== null &&
			at.getTime() - memory.clearSince.getTime() >= rules.confirmAfterMinutes * MINUTE_MS;
		return [{ tag: isSure ? "confirmed" : "read", incident, verdict }];
	}

	/** The best window of a cell, by score; windows that hold nothing new are read like any other. */
	function read(cell: Cell, at: Date): Reading | null {
		const readings = rules.windowsMinutes.flatMap((minutes) => readWindow(cell, at, minutes) ?? []);
		return readings.reduce<Reading | null>((best, one) => (best === null || one.verdict.score > best.verdict.score ? one : best), null);
	}

	function readWindow(cell: Cell, at: Date, windowMinutes: number): Reading | null {
		const within = cell.observations.filter((one) => at.getTime() - one.at.getTime() < windowMinutes * MINUTE_MS);
		const evidence = within.filter((one) => one.evidence);
		const first = evidence.reduce<Date | null>((earliest, { at: time }) => (earliest === null || time < earliest ? time : earliest), null);
		if (first === null) return null;
		const expected = model.rate[cell.channel] * windowMinutes;
		const verdict: Verdict = {
			observed: evidence.length,
			expected,
			score: surprise(evidence.length, expected, model.dispersion) - Math.log(model.slices),
			threshold: model.threshold,
			windowMinutes,
			networks: new Set(evidence.map((one) => one.network)).size,
			arrived: within.filter((one) => one.symptom === "arrived" && one.counted).length,
			model: model.name,
			runnerUp: null,
		};
		return { verdict, startedAt: first };
	}

	function nothing(cell: Cell): Reading {
		const [windowMinutes] = rules.windowsMinutes;
		const expected = model.rate[cell.channel] * windowMinutes;
		const score = -Math.log(model.slices);
		const none = { observed: 0, networks: 0, arrived: 0, runnerUp: null };
		return { verdict: { ...none, expected, score, threshold: model.threshold, windowMinutes, model: model.name }, startedAt: new Date(0) };
	}

	/** The next best explanation: another channel of the same service. */
	function runnerUp(cell: Cell, at: Date): Verdict["runnerUp"] {
		const others = [...cells.values()].filter((other) => other.service === cell.service && other.channel !== cell.channel);
		const ranked = others
			.flatMap((other) => {
				const reading = read(other, at);
				return reading ? [{ slice: sliceOf(other), score: reading.verdict.score }] : [];
			})
			.sort((a, b) => b.score - a.score);
		return ranked[0] ?? null;
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
function isOrdinary(cell: Cell, at: Date, model: Model): boolean {
	const within = cell.observations.filter((one) => at.getTime() - one.at.getTime() < rules.backWindowMinutes * MINUTE_MS);
	const failing = within.filter((one) => isFailing(one.symptom) && (one.evidence || !one.counted)).length;
	const answered = within.filter((one) => one.counted);
	const arrived = answered.filter((one) => one.symptom === "arrived").length;
	const isQuiet = surprise(failing, model.rate[cell.channel] * rules.backWindowMinutes, model.dispersion) < rules.ordinarySurpriseMax;
	return isQuiet || (answered.length >= rules.backAnsweredMin && arrived / answered.length >= rules.backArrivedShare);
}

function lastFailingAt(cell: Cell): Date | null {
	const failing = cell.observations.filter((one) => isFailing(one.symptom));
	return failing.reduce<Date | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null);
}

function sliceOf(cell: { service: string; channel: Channel }): Slice {
	return { service: [cell.service], region: null, carrier: null, channel: [cell.channel] };
}

function cellKeysOf(slice: Slice): string[] {
	return (slice.service ?? []).flatMap((service) => (slice.channel ?? []).map((channel) => keyOf(service, channel)));
}

function keyOf(service: string, channel: Channel): string {
	return `${service} ${channel}`;
}
