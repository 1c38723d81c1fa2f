// What is the public told now? Computed, never stored: facts and the time in, one shape out, the same for page, API,
// feed, badge and widget. `calm` says what it rests on, and a failed read is `unknown`, never calm.
import type { Channel } from "./report";

export const statusStates = ["calm", "raised", "failing", "unknown"] as const;
export type StatusState = (typeof statusStates)[number];

export type ChannelStatus = {
	channel: Channel;
	state: StatusState;
	/** People of the window whose code did not come as it should. */
	failed: number;
	/** Of them, those who got none at all; the rest had it late, refused or blocked. */
	missing: number;
	/** People of the window who said anything. */
	answered: number;
	/** Failing people usual in a window of this length. */
	expected: number;
	windowMinutes: number;
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
	restsOn: "incident" | "reports" | "silence" | "nothing";
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
		state: import("./incident").IncidentState;
		openedAt: string;
		startedAt: string;
		endedAt: string | null;
		slice: import("./incident").Slice;
	}[];
	updates: readonly { incident: string; at: string; by: import("./incident").Author; text: string }[];
	asOf: string;
};

export type Advice = { channel: Channel; deed: string; text: string; withheld: string | null };
