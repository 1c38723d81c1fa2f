// What is the public told now? Computed, never stored: facts and the time in, one shape out, the same for page, API,
// feed, badge and widget. `calm` says what it rests on, and a failed read is `unknown`, never calm.
import type { Service } from "./catalog/catalog";
import type { Expectation } from "./expectation";
import type { Author, IncidentState, Slice } from "./incident";
import type { DisplayNames } from "./incident-title";
import { type Channel, channels, isFailing, symptoms } from "./report";
import { calmSentence, expectedLately, onlyPlace, troubleFacts, troubleSentence } from "./sentence";
import type { Counter } from "./tally";
import { MINUTE_MS } from "./time";
import { clockTime } from "./words";

export const statusStates = ["calm", "raised", "failing", "unknown"] as const;
export type StatusState = (typeof statusStates)[number];

/**
 * What a status, and the calm of each channel, rests on. `few`: under five people in a day. `doubt`: more trouble than usual that is no incident.
 * `nothing`: the read failed. Only `reports` makes calm green.
 */
export const rests = ["incident", "reports", "silence", "few", "doubt", "nothing"] as const;
export type Rest = (typeof rests)[number];

export type ChannelStatus = {
	channel: Channel;
	state: StatusState;
	restsOn: Rest;
	/** People of the window whose code did not come as it should. */
	failed: number;
	/** Of them, those who got none at all; the rest had it late, refused or blocked. */
	missing: number;
	/** People of the window who said anything. */
	answered: number;
	/** Failing people usual in a window of this length. */
	expected: number;
	windowMinutes: number;
	/** "in Germany", "on T-Mobile (US)": where its trouble is, while it is nowhere else. The numbers count everybody. */
	place: string | null;
};

/** The status object of FORMATS, and what a page needs beside it. Times are ISO 8601 UTC. */
export type Status = {
	service: string;
	name: string;
	state: StatusState;
	/** One sentence that could be read out over the phone. */
	sentence: string;
	/** What follows the sentence: usual number, start, where. May be empty. */
	facts: string;
	restsOn: Rest;
	/** The channel the sentence speaks of. */
	worst: Channel | null;
	channels: readonly ChannelStatus[];
	incidents: readonly string[];
	since: string | null;
	lastReportAt: string | null;
	asOf: string;
	ageSeconds: number;
	/** Only with `unknown`: the last good reading, kept visible for ten minutes. */
	lastGood: { state: StatusState; sentence: string; asOf: string } | null;
	demo: boolean;
};

/** One step of a timeline. `null` counts are withheld (lib/publish.ts). */
export type TimelinePoint = {
	at: string;
	missing: number | null;
	late: number | null;
	rejected: number | null;
	blocked: number | null;
	arrived: number | null;
	repeats: number | null;
	evidence: number | null;
	/** Of the same kind as `evidence`: what the model in force takes for ordinary at this step's time and place. */
	expected: number;
	reporters: number | null;
	withheld: boolean;
};

export type Timeline = {
	service: string;
	from: string;
	to: string;
	step: "5m" | "30m" | "1h" | "1d";
	slice: { channel: Channel | null; carrier: string | null; region: string | null };
	points: readonly TimelinePoint[];
	incidents: readonly {
		id: string;
		state: IncidentState;
		openedAt: string;
		startedAt: string;
		endedAt: string | null;
		slice: Slice;
	}[];
	updates: readonly { incident: string; at: string; by: Author; text: string }[];
	asOf: string;
};

export type Advice = { channel: Channel; deed: string; text: string; withheld: string | null };

/** What a status speaks of. */
export const WINDOW_MINUTES = 30;
/** The watch's last step may be this old before nobody can say "calm". */
export const TICK_AGE_MAX_MS = 90_000;
/** How long a last good reading stays visible beside "unknown". */
export const LAST_GOOD_KEPT_MS = 10 * MINUTE_MS;
/** The incidents a status needs to know: open ones, and dismissed ones that still cover their slice. */
export type StatusIncident = {
	id: string;
	state: IncidentState;
	slice: Slice;
	startedAt: Date;
	dismissedAt: Date | null;
	closedAt: Date | null;
	demo: boolean;
};

/** Everything a status is computed from, read at `readAt`. */
export type StatusFacts = {
	service: Service;
	channels: readonly { channel: Channel; window: Record<Counter, number>; dayReporters: number; dayArrived: number }[];
	incidents: readonly StatusIncident[];
	lastReportAt: Date | null;
	/** The watch's last step; `null` before its first. */
	tickAt: Date | null;
	readAt: Date;
	expectation: Expectation;
	names: DisplayNames;
	/** Some of the day's reports were played in. */
	demo: boolean;
};

/** The status of a service from facts; `unknown` when the watch stands still. */
export function statusOf(facts: StatusFacts, now: Date): Status {
	// A tick from the future is no better: the clock went back, and the watch stands still until it has caught up.
	const isWatched = facts.tickAt !== null && Math.abs(now.getTime() - facts.tickAt.getTime()) <= TICK_AGE_MAX_MS;
	if (!isWatched) return unknownStatus(facts.service, now, null);
	const open = facts.incidents.filter((one) => one.state === "suspected" || one.state === "confirmed");
	const told = shownChannels(facts, open).map((channel) => channelStatusOf(channel, facts, open));
	const worst = worstOf(told);
	const state = worst?.state ?? "calm";
	const isTrouble = worst !== null && (state === "failing" || state === "raised");
	const words = isTrouble ? troubleSentence(worst) : calmSentence(facts);
	const since = isTrouble ? startOf(open, worst.channel) : null;
	return {
		service: facts.service.slug,
		name: facts.service.name,
		state,
		sentence: words.sentence,
		facts: isTrouble ? troubleFacts(worst, since) : "",
		restsOn: words.restsOn,
		worst: isTrouble ? worst.channel : null,
		channels: told,
		incidents: open.map((one) => one.id),
		since: since?.toISOString() ?? null,
		lastReportAt: facts.lastReportAt?.toISOString() ?? null,
		asOf: facts.readAt.toISOString(),
		ageSeconds: ageOf(facts.readAt, now),
		lastGood: null,
		demo: facts.demo || open.some((one) => one.demo),
	};
}

/** What is told when the read failed or the watch stands still; the last good status is shown for ten minutes. */
export function unknownStatus(service: Service, now: Date, lastGood: Status | null): Status {
	const isFresh = lastGood !== null && now.getTime() - Date.parse(lastGood.asOf) <= LAST_GOOD_KEPT_MS;
	const since = isFresh ? ` The last reading, at ${clockTime(new Date(lastGood.asOf))}, was: ${lastGood.sentence}` : "";
	return {
		service: service.slug,
		name: service.name,
		state: "unknown",
		sentence: `We cannot tell right now whether codes from ${service.name} arrive.`,
		facts: `Something is wrong on our side, not necessarily on theirs.${since}`,
		restsOn: "nothing",
		worst: null,
		channels: service.channels.map((channel) => ({ ...nothingOf(channel), state: "unknown", restsOn: "nothing" })),
		incidents: [],
		since: null,
		lastReportAt: null,
		asOf: (isFresh ? new Date(lastGood.asOf) : now).toISOString(),
		ageSeconds: isFresh ? ageOf(new Date(lastGood.asOf), now) : 0,
		lastGood: isFresh ? { state: lastGood.state, sentence: lastGood.sentence, asOf: lastGood.asOf } : null,
		demo: isFresh && lastGood.demo,
	};
}

/** What the service offers, and whatever else people speak of or an incident covers. */
function shownChannels(facts: StatusFacts, open: readonly StatusIncident[]): readonly Channel[] {
	const spoken = facts.channels.filter((one) => one.dayReporters > 0).map((one) => one.channel);
	const covered = open.flatMap((one) => one.slice.channel ?? []);
	return channels.filter((channel) => [...facts.service.channels, ...spoken, ...covered].includes(channel));
}

function channelStatusOf(channel: Channel, facts: StatusFacts, open: readonly StatusIncident[]): ChannelStatus {
	const counts = facts.channels.find((one) => one.channel === channel)?.window;
	const covering = open.filter((one) => covers(one, channel));
	const state = covering.some((one) => one.state === "confirmed") ? "failing" : covering.length > 0 ? "raised" : "calm";
	const failed = counts ? symptoms.filter(isFailing).reduce((sum, symptom) => sum + counts[symptom], 0) : 0;
	const answered = failed + (counts?.arrived ?? 0);
	const expected = expectedLately(facts, channel, WINDOW_MINUTES);
	const restsOn = covering.length > 0 ? "incident" : channelRest({ channel, failed, answered }, facts);
	const place = onlyPlace(covering, facts.names);
	return { ...nothingOf(channel), state, restsOn, failed, missing: counts?.missing ?? 0, answered, expected, place };
}

/**
 * What a channel's calm rests on: the service's own rule, asked of this channel alone. Green besides wants somebody who got
 * a code by it today, and not only failures just now: a channel few people use may fail for all of them.
 */
function channelRest({ channel, failed, answered }: Pick<ChannelStatus, "channel" | "failed" | "answered">, facts: StatusFacts): Rest {
	const own = facts.channels.filter((one) => one.channel === channel);
	const { restsOn } = calmSentence({ ...facts, channels: own, incidents: facts.incidents.filter((one) => covers(one, channel)) }, channel);
	const isProved = own.some((one) => one.dayArrived > 0) && (answered === 0 || failed < answered);
	return restsOn === "reports" && !isProved ? "few" : restsOn;
}

function covers(incident: StatusIncident, channel: Channel): boolean {
	return incident.slice.channel === null || incident.slice.channel.includes(channel);
}

function nothingOf(channel: Channel): Omit<ChannelStatus, "state" | "restsOn"> {
	return { channel, failed: 0, missing: 0, answered: 0, expected: 0, windowMinutes: WINDOW_MINUTES, place: null };
}

const RANK = { calm: 0, unknown: 1, raised: 2, failing: 3 } as const satisfies Record<StatusState, number>;

function worstOf(channels: readonly ChannelStatus[]): ChannelStatus | null {
	return channels.reduce<ChannelStatus | null>(
		(worst, one) =>
			worst === null || RANK[one.state] > RANK[worst.state] || (RANK[one.state] === RANK[worst.state] && one.failed > worst.failed)
				? one
				: worst,
		null,
	);
}

function startOf(open: readonly StatusIncident[], channel: Channel): Date | null {
	const starts = open.filter((one) => covers(one, channel)).map((one) => one.startedAt.getTime());
	return starts.length === 0 ? null : new Date(Math.min(...starts));
}

function ageOf(readAt: Date, now: Date): number {
	return Math.max(0, Math.round((now.getTime() - readAt.getTime()) / 1000));
}
