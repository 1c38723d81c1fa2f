// What the form says in every language, from the first question to the thanks, and the page that comes without a connection.
// Beside `Phrases`, because no other page carries it. A language that lacks a phrase, or a plural form, does not compile.
import type { RefusalWord } from "@/lib/refusal";
import type { Channel, Flow, Statement, Symptom } from "@/lib/report";

/** Minutes ago, as they are posted. */
export const triedChoices = ["0", "30", "360"] as const;
/** Seconds, as they are posted: the middle of what is said. */
export const waitedChoices = ["30", "180", "600", "2100", "7200"] as const;

/** What may be refused of a form; all else is told as `refused`. */
export const toldRefusals = [
	"malformed",
	"not-text",
	"from-the-future",
	"unknown-service",
	"declined-service",
	"unknown-carrier",
	"unknown-region",
	"unsupported-channel",
	"too-many",
	"busy",
] as const satisfies readonly RefusalWord[];
export type ToldRefusal = (typeof toldRefusals)[number];

/** What is nobody's outage, in the order it is worth trying. The clock is looked at by the page itself (components/clock-check.tsx). */
export const checks = [
	{ name: "newest", channels: ["sms", "call", "email", "messenger"] },
	{ name: "number", channels: ["sms", "call", "messenger"] },
	{ name: "spam", channels: ["email"] },
	{ name: "address", channels: ["email"] },
	{ name: "others", channels: ["sms", "call", "email", "messenger"] },
	{ name: "blocked", channels: ["sms", "call"] },
	{ name: "line", channels: ["authenticator"] },
	{ name: "app", channels: ["push", "messenger"] },
	{ name: "used", channels: ["backup"] },
	{ name: "port", channels: ["key"] },
] as const satisfies readonly { name: string; channels: readonly Channel[] }[];
export type Check = (typeof checks)[number]["name"];

type Titled = { title: string; text: string };

export type FormPhrases = {
	lead: string;
	/** Before the name of the service. */
	codeFrom: string;
	change: string;
	who: string;
	how: string;
	anotherWay: string;
	what: string;
	when: string;
	tried: Record<(typeof triedChoices)[number], string>;
	channels: Record<Channel, { name: string; hint: string | null }>;
	symptoms: Record<Symptom, { name: string; hint: string | null }>;
	where: string;
	chooseCountry: string;
	guessed: string;
	onlyCountry: string;
	network: string;
	mailbox: string;
	optional: string;
	more: string;
	howLong: string;
	waited: Record<(typeof waitedChoices)[number], string>;
	doing: string;
	flows: Record<Flow, string>;
	ratherNot: string;
	anythingElse: string;
	noteHint: string;
	send: string;
	sending: string;
	/** On a field that people never see. */
	leaveEmpty: string;
	neverAsked: string;

	notListed: { typeDomain: string; suggest(domain: string): string; looked: string };
	/** Beside a field, whatever was wrong with it. */
	problems: Record<keyof Statement, string>;
	refusals: Record<ToldRefusal, Titled>;
	refused: Titled;
	didYouMean(names: string): string;
	/** The ways a service sends codes. */
	sendsBy(channels: string): string;
	againIn(minutes: number): string;
	typedIsKept: string;
	broken: Titled;

	thanks: {
		counted: string;
		kept: string;
		alreadyTold: string;
		notListedYet(service: string): string;
		outlined: string;
		listedAlready(domain: string, service: string): string;
		onceOnly: string;
		asking: string;
		stay: string;
		whatElse: string;
		takenBack: string;
		countsNoMore: string;
		reportAgain: string;
	};

	waiting: {
		notSentYet: string;
		unreached(about: string, time: string): string;
		offline(about: string, time: string): string;
		tryNow: string;
		throwAway: string;
		mayClose: string;
		leaveOpen: string;
		notSent(about: string): string;
		tooOld(time: string): string;
		mend: string;
		useAgain: string;
	};

	isItMe: string;
	clock: { title: string; needs: string; yes: string; agrees(seconds: number): string; no: string; isOff(seconds: number): string };
	checks: Record<Check, Titled>;

	offline: {
		title: string;
		text: string;
		tryAgain: string;
		nothingSeen: string;
		back(word: string): string;
		lastRead(time: string): string;
	};
};
