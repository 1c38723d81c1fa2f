// The services this browser looked at last, with what was said of them then: for the page that is shown without a connection.
import type { Phrasebook } from "@/lib/phrasebook";
import type { Status } from "@/lib/status";
import { sentenceOf } from "@/lib/telling";
import { makeKeeping } from "./kept-here";
import { isRecord } from "./report-draft";

/** The sentence stays in the language it was read in. */
export type Seen = Pick<Status, "service" | "name" | "state" | "restsOn" | "sentence" | "asOf"> & { language: string };

const SEEN_MAX = 12;

export const seen = makeKeeping<readonly Seen[]>("seen", (kept) => (Array.isArray(kept) ? kept.filter(isSeen) : null));

/** Keeps the last that could be said; that nothing could be read says nothing of before. */
export function keepSeen({ service, name, state, restsOn, says, asOf }: Status, book: Phrasebook): void {
	if (state === "unknown") return;
	const others = (seen.read() ?? []).filter((one) => one.service !== service);
	const { language } = book;
	seen.keep([{ service, name, state, restsOn, sentence: sentenceOf(says, book), language, asOf }, ...others].slice(0, SEEN_MAX));
}

function isSeen(kept: unknown): kept is Seen {
	if (!isRecord(kept)) return false;
	const { service, name, state, restsOn, sentence, language, asOf } = kept;
	return [service, name, state, restsOn, sentence, language, asOf].every((text) => typeof text === "string");
}
