// What the form remembered, as it comes back from the browser: a claim like any other. Only a report that was sent is of
// use to the next post, so everything else is read as nothing.
import { z } from "zod";
import { answers, type Done, fieldNames } from "@/components/report-state";
import { NOTE_LENGTH_MAX } from "@/lib/note";
import { isSaying } from "@/lib/parse-saying";
import { channels } from "@/lib/report";
import type { Saying } from "@/lib/saying";
import { rests, statusStates } from "@/lib/status";

/** Longer than anything the form lets one type, and than any sentence of ours. */
const WORDS_LENGTH_MAX = 1_000 + NOTE_LENGTH_MAX;
/** Failing people are drawn one by one. */
const PEOPLE_MAX = 10_000_000;

const words = z.string().max(WORDS_LENGTH_MAX);
const count = z.int().min(0).max(PEOPLE_MAX);

const channel = z
	.object({ channel: z.enum(channels), failed: count, missing: count, answered: count, expected: z.number().min(0).max(PEOPLE_MAX) })
	// The strip draws one slot for each: no part may be more than the whole.
	.refine(({ failed, missing, answered }) => missing <= failed && failed <= answered);

const status = z.object({
	service: words,
	state: z.enum(statusStates),
	restsOn: z.enum(rests),
	says: z.custom<Saying>(isSaying),
	channels: z.array(channel).max(channels.length),
});

const sent = z.object({ id: words, receipt: words, counted: z.boolean(), repeatOf: words.nullable(), held: z.boolean(), status });
const common = { typed: z.partialRecord(z.enum(fieldNames), words), sent };

const done = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("sent"), ...common }),
	z.object({ kind: z.literal("answered"), ...common, answer: z.enum(answers), kept: z.boolean() }),
]);

/** The report that was sent before; `null` when the browser speaks of none, or not in our words. */
export function doneBefore(before: unknown): Done | null {
	return done.safeParse(before).data ?? null;
}
