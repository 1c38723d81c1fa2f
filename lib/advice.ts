// What should a person do meanwhile? By failing channel, safest first; advice whose fallback is failing too is held back
// and says why. Checked against the same readings the page shows.
import type { Service } from "./catalog/catalog";
import type { Channel } from "./report";
import type { Advice, ChannelStatus, Status } from "./status";
import { channelWords, figure, people } from "./words";

/** People of the window whose word is enough to say that a fallback works. */
const ANSWERED_MIN = 5;

/** Nothing while the service is calm or unknown: there is no failing channel to advise on. */
export function adviceFor(status: Status, service: Service): readonly Advice[] {
	const failing = status.worst;
	if (failing === null) return [];
	return [
		{
			channel: failing,
			deed: "If you are still signed in anywhere, don’t sign out.",
			text: "Signing back in may need the code that isn’t coming.",
			withheld: null,
		},
		...fallbacks(failing, service).map((channel) => fallbackAdvice(channel, status)),
		{
			channel: failing,
			deed: "Don’t keep asking for a new code.",
			text: "A new code can cancel the one before it, and too many tries can lock you out. If you must, try once more in half an hour.",
			withheld: null,
		},
	];
}

/** Ways round a failing channel, the safest first. */
const SAFEST_FIRST = ["key", "authenticator", "email", "push", "backup"] as const satisfies readonly Channel[];

function fallbacks(failing: Channel, service: Service): readonly (typeof SAFEST_FIRST)[number][] {
	return SAFEST_FIRST.filter((channel) => channel !== failing && service.channels.includes(channel));
}

const DEEDS = {
	key: { deed: "Add a security key, if you can still reach your settings.", text: "It needs no code at all." },
	authenticator: {
		deed: "Add an authenticator app, if you can still reach your settings.",
		text: "Its codes are made on your phone; nobody has to deliver them.",
	},
	email: { deed: "If you are offered a code by e-mail, choose it.", text: "Look in the spam folder too." },
	push: { deed: "If you have the app on another device, approve the sign-in there.", text: "Only approve what you started yourself." },
	backup: { deed: "Use a backup code, if you saved some.", text: "Each works once. Keep one for later." },
} as const satisfies Record<(typeof SAFEST_FIRST)[number], { deed: string; text: string }>;

function fallbackAdvice(channel: (typeof SAFEST_FIRST)[number], status: Status): Advice {
	const reading = status.channels.find((one) => one.channel === channel);
	const { deed, text } = DEEDS[channel];
	const isDoubtful = reading !== undefined && reading.state !== "calm";
	return {
		channel,
		deed,
		text: isDoubtful ? text : `${text}${worksFor(reading)}`,
		withheld: isDoubtful ? heldBack(channel, reading) : null,
	};
}

function worksFor(reading: ChannelStatus | undefined): string {
	if (!reading || reading.answered < ANSWERED_MIN || reading.failed * 2 > reading.answered) return "";
	return ` It worked for ${figure(reading.answered - reading.failed)} of ${people(reading.answered)} in the last ${reading.windowMinutes} minutes.`;
}

function heldBack(channel: Channel, reading: ChannelStatus): string {
	if (reading.answered === 0) return `We are holding this back: an incident is open on ${channelWords[channel].codes} too.`;
	return `We are holding this back: ${figure(reading.failed)} of ${people(reading.answered)} report trouble with their ${channelWords[channel].code} too.`;
}
