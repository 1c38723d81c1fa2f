// What the faces say beside a status in every language: the first answer of a service's page, what to do, who is asked what.
// Like a phrasebook (lib/phrasebook.ts): a language that lacks a phrase does not compile.

import type { Cause, StanceValue } from "@/lib/incident";
import type { AdvicePhrase } from "@/lib/phrasebook";
import type { Channel } from "@/lib/report";
import type { Rest } from "@/lib/status";

export type Phrases = {
	nav: {
		label: string;
		skip: string;
		menu: string;
		report: string;
		overview: string;
		incidents: string;
		carriers: string;
		countries: string;
		method: string;
		widget: string;
	};
	footer: { promise: string; howWeKnow: string; privacy: string; languages: string };
	/** Above what rests on reports that were played in. */
	demo: string;
	/** "SMS codes": of whom a line speaks. */
	codes: Record<Channel, string>;
	statement: {
		allServices: string;
		/** On the button that puts a service among one's own. */
		keep: string;
		confirmedBy: { crowd: string; moderator: string };
		notConfirmed: string;
		whatToDo: string;
		restsOn: string;
		rests: Record<Rest, string>;
		lastReport: string;
		read: string;
		confidence: string;
		confidences: { confirmed: string; strong: string; early: string };
		networks(count: number): string;
		fault: string;
		causes: Record<Cause, string>;
		hereIsWhy: string;
		says(service: string): string;
		stances: Record<StanceValue, string>;
		nothingKnown: string;
		utc: string;
		/** Whose clock the times are: "Times are Berlin’s". */
		clockOf(city: string): string;
		justNow: string;
	};
	people: { none: string; late: string; inTime: string; usually(expected: number): string; label(said: PeopleSaid): string };
	ask: { question(service: string): string; none: string; late: string; came: string };
	/** To whoever reported from this browser a while ago: how it ended, in words that fit what was reported. */
	last: {
		label: string;
		reported(name: string, time: string): string;
		arrived: Ended;
		worked: Ended;
		noted: { came: string; nothing: string; withdrawn: string };
		notSaved: string;
		mistake: string;
		takeBack: string;
		another: string;
	};
	advice: {
		lead(service: string): string;
		heldBack: string;
		/** When nothing is known to fail. */
		ordinary: readonly [AdvicePhrase, AdvicePhrase, AdvicePhrase];
		signedOut: string;
		otherWay(service: string): string;
		helpFrom(service: string): string;
		nobodyAsks: string;
		orMe: string;
		lookNearer: string;
		checks: string;
	};
};

export type Ended = { question: string; came: string; nothing: string };

/** Of those who answered about `codes`. */
export type PeopleSaid = { answered: number; codes: string; none: number; late: number; inTime: number; expected: number };
