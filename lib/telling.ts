// A status in the words of one language: its sentence, and what follows it.
import type { Phrasebook } from "./phrasebook";
import type { Saying } from "./saying";
import type { Status } from "./status";
import { clockTime } from "./words";

export function sentenceOf(says: Saying, book: Phrasebook): string {
	switch (says.kind) {
		case "nobody-new":
			return book.nobodyNew(says);
		case "all-came":
			return book.allCame(says);
		case "none-came":
			return book.noneCame(says);
		case "trouble":
			return book.trouble(says);
		case "silence":
			return book.silence(says);
		case "looked-into":
			return book.lookedInto;
		case "few":
			return book.few(says);
		case "doubt":
			return book.doubt(says);
		case "fine":
			return book.fine(says);
		case "ordinary":
			return book.ordinary(says);
		case "unknown":
			return book.unknown(says);
	}
}

/** What follows the sentence: where, what is usual, since when; or that it is our fault, and the last reading. May be empty. */
export function factsOf(status: Pick<Status, "state" | "worst" | "channels" | "since" | "lastGood">, book: Phrasebook): string {
	if (status.state === "unknown") return unknownFacts(status.lastGood, book);
	const worst = status.channels.find(({ channel }) => channel === status.worst);
	if (!worst) return "";
	return [
		worst.where && book.only(worst.where),
		book.usually(worst.expected),
		status.since && book.started(clockTime(new Date(status.since))),
	]
		.filter(Boolean)
		.join(" ");
}

function unknownFacts(lastGood: Status["lastGood"], book: Phrasebook): string {
	const last = lastGood && book.lastReading(clockTime(new Date(lastGood.asOf)), sentenceOf(lastGood.says, book));
	return [book.ourFault, last].filter(Boolean).join(" ");
}
