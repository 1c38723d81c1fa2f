// What was reported around an incident, for its chart? From three hours before it began to two after it ended, or to now; of a
// long one the last day and a half. As of a time that has passed it ends there.
import type { House } from "./house";
import { type Incident, isNarrowed } from "./incident";
import type { Timeline } from "./status";
import { DAY_MS, HOUR_MS, plus, stepOf, TALLY_STEP_MS } from "./time";

export type IncidentTimeline = Pick<Timeline, "from" | "to" | "step" | "points" | "incidents" | "updates" | "model">;

type Parts = Pick<House, "catalog" | "readings"> & { now(): Date };

/** `incident` is told as of the same time. `null`: it could not be read. */
export async function readIncidentTimeline(
	{ catalog, readings, now }: Parts,
	incident: Incident,
	asOf: Date | null = null,
): Promise<IncidentTimeline | null> {
	const { slice } = incident;
	const around = stretchAround(incident, asOf ?? now(), asOf !== null);
	const service = catalog.findService(incident.service ?? "");
	const [channel, ...others] = slice.channel ?? [];
	// One service everywhere has a timeline of its own, and an expectation beside it.
	if (service && !isNarrowed(slice) && others.length === 0) {
		const timeline = await readings.timeline(service, { ...around, ...(channel && { channel }), ...(asOf && { asOf }) });
		return timeline.known ? timeline.value : null;
	}
	const timeline = await readings.sliceTimeline(slice, around);
	return timeline.known ? { ...timeline.value, ...eventsOf(incident) } : null;
}

function eventsOf({ id, state, openedAt, startedAt, endedAt, slice, updates }: Incident): Pick<Timeline, "incidents" | "updates"> {
	return {
		incidents: [{ id, state, openedAt, startedAt, endedAt, slice }],
		updates: updates.map(({ at, by, text }) => ({ incident: id, at, by, text })),
	};
}

/** Cut to whole steps, so that everybody who looks asks for the same; without an end it is the reading's own now. */
function stretchAround(incident: Incident, now: Date, isFrozen: boolean): { from: Date; to?: Date } {
	const end = incident.endedAt ?? incident.dismissedAt;
	const after = end === null ? now : plus(new Date(end), 2 * HOUR_MS);
	const before = plus(new Date(incident.startedAt), -3 * HOUR_MS);
	const longest = plus(after, -1.5 * DAY_MS);
	const from = stepOf(new Date(Math.max(before.getTime(), longest.getTime())), TALLY_STEP_MS);
	if (after < now) return { from, to: stepOf(after, TALLY_STEP_MS) };
	return isFrozen ? { from, to: now } : { from };
}
