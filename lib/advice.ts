// What should a person do meanwhile? By failing channel, safest first; advice whose fallback is failing too is held back
// and says why. Checked against the same readings the page shows.
import type { Service } from "./catalog/catalog";
import { type FallbackChannel, fallbackChannels, type Phrasebook } from "./phrasebook";
import { en } from "./phrasebook/en";
import type { Channel } from "./report";
import type { Advice, ChannelStatus, Status } from "./status";

/** People of the window whose word is enough to say that a fallback works. */
const ANSWERED_MIN = 5;

/** Nothing while the service is calm or unknown: there is no failing channel to advise on. */
export function adviceFor(status: Status, service: Service, book: Phrasebook = en): readonly Advice[] {
	const failing = status.worst;
	if (failing === null) return [];
	return [
		{ channel: failing, ...book.staySignedIn, withheld: null },
		...fallbacks(failing, service).map((channel) => fallbackAdvice(channel, status, book)),
		{ channel: failing, ...book.dontResend, withheld: null },
	];
}

/** Ways round a failing channel, the safest first. */
function fallbacks(failing: Channel, service: Service): readonly FallbackChannel[] {
	return fallbackChannels.filter((channel) => channel !== failing && service.channels.includes(channel));
}

function fallbackAdvice(channel: FallbackChannel, status: Status, book: Phrasebook): Advice {
	const reading = status.channels.find((one) => one.channel === channel);
	const { deed, text } = book.fallbacks[channel];
	const isDoubtful = reading !== undefined && reading.state !== "calm";
	return {
		channel,
		deed,
		text: isDoubtful ? text : [text, ...worksFor(reading, book)].join(" "),
		withheld: isDoubtful ? heldBack(channel, reading, book) : null,
	};
}

function worksFor(reading: ChannelStatus | undefined, book: Phrasebook): string[] {
	if (!reading || reading.answered < ANSWERED_MIN || reading.failed * 2 > reading.answered) return [];
	return [book.works({ came: reading.answered - reading.failed, answered: reading.answered, minutes: reading.windowMinutes })];
}

function heldBack(channel: Channel, { failed, answered }: ChannelStatus, book: Phrasebook): string {
	return answered === 0 ? book.heldForIncident(channel) : book.heldForTrouble({ failed, answered, channel });
}
