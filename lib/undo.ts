// Which deeds of moderators can be taken back, and what was there before them? A deed of state can be for as long as the
// incident covers its slice and nothing has led on from it; a stance always can. The ground is the audit row: it keeps
// what its deed wrote over. What the crowd or the watch did has no such row, and cannot be undone.
import { z } from "zod";
import { type IncidentState, life } from "./incident";
import type { IncidentRow } from "./store/incidents";

/** What a deed may write over. */
export type Before = Pick<IncidentRow, "confirmedAt" | "confirmedBy" | "dismissedAt" | "dismissedReason" | "endedAt">;

/** A deed that stands, and what its undoing makes of the incident. `isStance`: a stance of the deed's own id goes. */
export type Undoable = { id: string; deed: string; at: Date; state: IncidentState; set: Partial<Before>; isStance: boolean };

type Entry = { id: string; at: Date; deed: string; detail: unknown };

const time = z.iso
	.datetime()
	.transform((text) => new Date(text))
	.nullable();

const ground = z.object({
	from: z.enum(["suspected", "confirmed"]),
	before: z.object({
		confirmedAt: time,
		confirmedBy: z.enum(["crowd", "moderator"]).nullable(),
		dismissedAt: time,
		dismissedReason: z.string().nullable(),
		endedAt: time,
	}),
});

const undoing = z.object({ undoes: z.string() });

/** What stands in an audit row so that its deed can be undone. */
export function beforeOf({ confirmedAt, confirmedBy, dismissedAt, dismissedReason, endedAt }: Before): Before {
	return { confirmedAt, confirmedBy, dismissedAt, dismissedReason, endedAt };
}

/** What can be taken back now, newest first; `audit` is the incident's, newest first. */
export function undoableOf(incident: IncidentRow, audit: readonly Entry[]): readonly Undoable[] {
	const undone = new Set(audit.filter(({ deed }) => deed === "undo").map(({ detail }) => undoing.safeParse(detail).data?.undoes));
	const standing = audit.filter(({ id }) => !undone.has(id));
	const latest = standing.find(({ deed }) => stateAfter(deed) !== null);
	return standing.flatMap((entry) => {
		if (entry.deed === "record-stance") return [{ ...deedOf(entry), state: incident.state, set: {}, isStance: true }];
		return entry === latest ? undoingOf(entry, incident) : [];
	});
}

function undoingOf(entry: Entry, incident: IncidentRow): readonly Undoable[] {
	const found = ground.safeParse(entry.detail);
	const isWhereItLed = stateAfter(entry.deed) === incident.state && (entry.deed !== "confirm" || incident.confirmedBy === "moderator");
	if (incident.closedAt !== null || !isWhereItLed || !found.success) return [];
	return [{ ...deedOf(entry), state: found.data.from, set: found.data.before, isStance: false }];
}

function deedOf({ id, deed, at }: Entry): Pick<Undoable, "id" | "deed" | "at"> {
	return { id, deed, at };
}

function stateAfter(deed: string): IncidentState | null {
	return Object.entries(life).find(([decision]) => decision === deed)?.[1].to ?? null;
}
