// What is the public told now? Computed, never stored: facts and the time in, one shape out, the same for page, API,
// feed, badge and widget. `calm` says what it rests on, and a failed read is `unknown`, never calm.
import type { Service } from "./catalog/catalog";
import { channelStatusOf, covers, nothingOf, shownChannels } from "./channel-status";
import type { Expectation } from "./expectation";
import type { Author, IncidentState, Slice } from "./incident";
import type { DisplayNames } from "./incident-title";
import { en } from "./phrasebook/en";
import type { Channel } from "./report";
import type { Saying, Where } from "./saying";
import { calmSaying, troubleSaying } from "./sentence";
import type { Counter } from "./tally";
import { factsOf, sentenceOf } from "./telling";
import { MINUTE_MS } from "./time";

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
	/** Where its trouble is, while it is nowhere else. The numbers count everybody. */
	where: Where | null;
	/** The same in English: "in Germany", "on T-Mobile (US)". */
	place: string | null;
};

/** The status object of FORMATS, and what a page needs beside it. Times are ISO 8601 UTC. */
export type Status = {
	service: string;
	name: string;
	state: StatusState;
	/** What the sentence says, for any language (lib/phrasebook.ts). */
	says: Saying;
	/** One sentence that could be read out over the phone, in English. */
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
	lastGood: { state: StatusState; says: Saying; sentence: string; asOf: string } | null;
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
	/** The model that `expected` is by. */
	model: string;
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
	const { says, restsOn } = isTrouble ? troubleSaying(worst) : calmSaying(facts);
	const since = isTrouble ? startOf(open, worst.channel) : null;
	return inWords({
		service: facts.service.slug,
		name: facts.service.name,
		state,
		says,
		restsOn,
		worst: isTrouble ? worst.channel : null,
		channels: told,
		incidents: open.map((one) => one.id),
		since: since?.toISOString() ?? null,
		lastReportAt: facts.lastReportAt?.toISOString() ?? null,
		asOf: facts.readAt.toISOString(),
		ageSeconds: ageOf(facts.readAt, now),
		lastGood: null,
		demo: facts.demo || open.some((one) => one.demo),
	});
}

/** What is told when the read failed or the watch stands still; the last good status is shown for ten minutes. */
export function unknownStatus(service: Service, now: Date, lastGood: Status | null): Status {
	const isFresh = lastGood !== null && now.getTime() - Date.parse(lastGood.asOf) <= LAST_GOOD_KEPT_MS;
	return inWords({
		service: service.slug,
		name: service.name,
		state: "unknown",
		says: { kind: "unknown", service: service.name },
		restsOn: "nothing",
		worst: null,
		channels: service.channels.map((channel) => ({ ...nothingOf(channel), state: "unknown", restsOn: "nothing" })),
		incidents: [],
		since: null,
		lastReportAt: null,
		asOf: (isFresh ? new Date(lastGood.asOf) : now).toISOString(),
		ageSeconds: isFresh ? ageOf(new Date(lastGood.asOf), now) : 0,
		lastGood: isFresh ? { state: lastGood.state, says: lastGood.says, sentence: lastGood.sentence, asOf: lastGood.asOf } : null,
		demo: isFresh && lastGood.demo,
	});
}

/** English goes along with every status: what machines and pages read that ask for no other. */
function inWords(status: Omit<Status, "sentence" | "facts">): Status {
	return { ...status, sentence: sentenceOf(status.says, en), facts: factsOf(status, en) };
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
