// What a status says before it is put into words: lib/sentence.ts decides it, a phrasebook (lib/phrasebook.ts) says it in one
// language. Plain values, as they go to machines too; times are ISO 8601 UTC.
import type { Channel } from "./report";

/** A carrier or region with the name it goes by where no language has another. */
export type Named = { key: string; name: string };
export type Place = { carriers: readonly Named[]; regions: readonly Named[] };

/** Places that are named together; none where they are too many to name. */
export type Where = readonly Place[];

/** Why more trouble than usual is no incident: a moderator ended it, one has just ended, or it does not add up to one. */
export type WhyNoIncident = { kind: "ended" } | { kind: "over"; startedAt: string } | { kind: "not-yet" };

type OfWindow = { channel: Channel; minutes: number };

export type Saying =
	| ({ kind: "nobody-new"; where: Where | null } & OfWindow)
	| ({ kind: "all-came"; where: Where | null; answered: number } & OfWindow)
	| ({ kind: "none-came"; missing: number; answered: number } & OfWindow)
	| ({ kind: "trouble"; failed: number; answered: number } & OfWindow)
	| { kind: "silence"; service: string }
	| { kind: "looked-into" }
	| { kind: "few"; failed: number; reporters: number }
	/** `minutes`: `null` is the last 24 hours. */
	| { kind: "doubt"; failed: number; minutes: number | null; why: WhyNoIncident }
	| { kind: "fine"; arrived: number; reporters: number }
	| { kind: "ordinary"; failed: number }
	| { kind: "unknown"; service: string };
