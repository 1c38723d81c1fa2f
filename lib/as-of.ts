// How did an incident stand at a time that has passed? Told from its dated record alone: what was written and said by then, and
// the state that the last update led to. What has no date is not told back: its title, its slice and its cause are today's.
import type { IncidentRow } from "./store/incidents";

/** The incident as it stood at `at`; `null` where it had not been opened. */
export function rowAsOf(row: IncidentRow, at: Date): IncidentRow | null {
	if (row.openedAt > at) return null;
	const by = (time: Date | null) => (time !== null && time <= at ? time : null);
	const updates = row.updates.filter((update) => new Date(update.at) <= at);
	const [opening, ...later] = row.verdicts;
	const verdicts = [...(opening ? [opening] : []), ...later.filter((verdict) => new Date(verdict.at) <= at)];
	const last = updates.at(-1);
	const state = last?.state ?? "suspected";
	return {
		...row,
		state,
		updates,
		verdicts,
		stances: row.stances.filter((stance) => new Date(stance.at) <= at),
		confirmedAt: by(row.confirmedAt),
		confirmedBy: by(row.confirmedAt) && row.confirmedBy,
		dismissedAt: state === "dismissed" ? (by(row.dismissedAt) ?? dateOf(last)) : null,
		dismissedReason: state === "dismissed" ? row.dismissedReason : null,
		// Who reopened it later took its end away.
		endedAt: state === "resolved" ? (by(row.endedAt) ?? dateOf(last)) : null,
		closedAt: by(row.closedAt),
	};
}

function dateOf(update: { at: string } | undefined): Date | null {
	return update ? new Date(update.at) : null;
}
