// What must every language be able to say? The sentence of a status, what follows it, the advice and the widget. A phrasebook
// that lacks a phrase does not compile, so nobody ever reads a sentence of another language in the middle of theirs.
import type { Language } from "./languages";
import type { Channel } from "./report";
import type { Saying, Where, WhyNoIncident } from "./saying";
import type { Rest, StatusState } from "./status";

type Said<Kind extends Saying["kind"]> = Extract<Saying, { kind: Kind }>;

/** A piece of advice: the deed, and why. */
export type AdvicePhrase = { deed: string; text: string };
/** Ways round a failing channel, the safest first. */
export const fallbackChannels = ["key", "authenticator", "email", "push", "backup"] as const satisfies readonly Channel[];
export type FallbackChannel = (typeof fallbackChannels)[number];

/** Of one channel of a service, as the widget speaks of it. */
export type OfChannel = { channel: Channel; service: string; failed: number; answered: number; minutes: number; where: Where | null };

export type Phrasebook = {
	language: Language;
	states: Record<StatusState, string>;
	/** Calm that rests on nothing we could call green. */
	quiet: Record<Extract<Rest, "silence" | "few" | "doubt">, string>;

	nobodyNew(said: Said<"nobody-new">): string;
	allCame(said: Said<"all-came">): string;
	noneCame(said: Said<"none-came">): string;
	trouble(said: Said<"trouble">): string;
	silence(said: Said<"silence">): string;
	lookedInto: string;
	/** `failed` 0: everybody got their code. */
	few(said: Said<"few">): string;
	doubt(said: Said<"doubt">): string;
	why(why: WhyNoIncident): string;
	fine(said: Said<"fine">): string;
	ordinary(said: Said<"ordinary">): string;
	unknown(said: Said<"unknown">): string;

	/** "in Germany and on T-Mobile (US)"; "in some places" where none is named. */
	place(where: Where): string;
	/** Sentences after the first one. */
	only(where: Where): string;
	usually(expected: number): string;
	/** `time`: "14:05 UTC". */
	started(time: string): string;
	ourFault: string;
	lastReading(time: string, sentence: string): string;

	staySignedIn: AdvicePhrase;
	dontResend: AdvicePhrase;
	fallbacks: Record<FallbackChannel, AdvicePhrase>;
	works(said: { came: number; answered: number; minutes: number }): string;
	heldForIncident(channel: Channel): string;
	heldForTrouble(said: { failed: number; answered: number; channel: Channel }): string;

	widget: {
		title(service: string): string;
		calm: string;
		quiet: string;
		cannotTell: string;
		demo: string;
		at(time: string): string;
		reportYours: string;
		whatPeopleReport: string;
		failing(said: OfChannel): string;
		raised(said: OfChannel): string;
		fine(said: OfChannel): string;
		silent(said: OfChannel): string;
		doubt(said: OfChannel): string;
		few(said: OfChannel): string;
		unknown(said: OfChannel): string;
	};
};
