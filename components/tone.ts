// Which colour and which outline does a state wear? Status only; nothing else on a page is coloured.
import type { IncidentState } from "@/lib/incident";
import type { Phrasebook } from "@/lib/phrasebook";
import { en } from "@/lib/phrasebook/en";
import type { Status, StatusState } from "@/lib/status";
import { incidentWords, quietWords, statusWord } from "@/lib/words";

export type ShapeName = "failing" | "possible" | "calm" | "unknown" | "quiet" | "resolved" | "retracted";

/** `tone` is a class of tokens.css. */
export type Look = { tone: string; shape: ShapeName; word: string };

const looks = {
	failing: { tone: "tone-failing", shape: "failing" },
	raised: { tone: "tone-possible", shape: "possible" },
	calm: { tone: "tone-calm", shape: "calm" },
	unknown: { tone: "tone-unknown", shape: "unknown" },
} as const satisfies Record<StatusState, { tone: string; shape: ShapeName }>;

/** Calm that nobody may call green, whatever it rests on. */
export const quiet: Look = { tone: "tone-quiet", shape: "quiet", word: quietWords.silence };

export function lookOf(state: StatusState, book: Phrasebook = en): Look {
	return { ...looks[state], word: book.states[state] };
}

/** Never green by silence: calm, of a service or of one channel, is drawn as calm only where enough people said so. */
export function lookOfStatus(status: Pick<Status, "state" | "restsOn">, book: Phrasebook = en): Look {
	const isQuiet = status.state === "calm" && status.restsOn !== "reports";
	return isQuiet ? { ...quiet, word: statusWord(status, book) } : lookOf(status.state, book);
}

const incidentLooks = {
	suspected: { tone: "tone-possible", shape: "possible" },
	confirmed: { tone: "tone-failing", shape: "failing" },
	resolved: { tone: "tone-past", shape: "resolved" },
	dismissed: { tone: "tone-past", shape: "retracted" },
} as const satisfies Record<IncidentState, { tone: string; shape: ShapeName }>;

export function lookOfIncident(state: IncidentState): Look {
	return { ...incidentLooks[state], word: incidentWords[state] };
}
