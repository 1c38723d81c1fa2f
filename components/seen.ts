// The services this browser looked at last, with what was said of them then: for the page that is shown without a connection.
import type { Status } from "@/lib/status";
import { makeKeeping } from "./kept-here";
import { isRecord } from "./report-draft";

export type Seen = Pick<Status, "service" | "name" | "state" | "restsOn" | "sentence" | "asOf">;

const SEEN_MAX = 12;

export const seen = makeKeeping<readonly Seen[]>("seen", (kept) => (Array.isArray(kept) ? kept.filter(isSeen) : null));

/** Keeps the last that could be said; that nothing could be read says nothing of before. */
export function keepSeen({ service, name, state, restsOn, sentence, asOf }: Status): void {
	if (state === "unknown") return;
	const others = (seen.read() ?? []).filter((one) => one.service !== service);
	seen.keep([{ service, name, state, restsOn, sentence, asOf }, ...others].slice(0, SEEN_MAX));
}

function isSeen(kept: unknown): kept is Seen {
	if (!isRecord(kept)) return false;
	const { service, name, state, restsOn, sentence, asOf } = kept;
	return [service, name, state, restsOn, sentence, asOf].every((text) => typeof text === "string");
}
