// The reports around an incident, cut for its chart.
import { type ChartMatter, chartMatterOf, withLook } from "@/components/chart-matter";
import { house } from "@/lib/house";
import { type Incident, isNarrowed } from "@/lib/incident";
import { DAY_MS, HOUR_MS, plus, stepOf, TALLY_STEP_MS } from "@/lib/time";

/** Three hours before it began to two after it ended, or to now; of a long one the last day and a half. */
export async function readMatter(incident: Incident): Promise<ChartMatter | null> {
	const { catalog, readings, now } = house();
	const { slice } = incident;
	const around = stretchAround(incident, now());
	const service = catalog.findService(incident.service ?? "");
	const [channel, ...others] = slice.channel ?? [];
	// One service everywhere has a timeline of its own, and an expectation beside it.
	if (service && !isNarrowed(slice) && others.length === 0) {
		const timeline = await readings.timeline(service, { ...around, ...(channel && { channel }) });
		return timeline.known ? chartMatterOf(timeline.value, { only: incident.id }) : null;
	}
	const timeline = await readings.sliceTimeline(slice, around);
	if (!timeline.known) return null;
	const matter = chartMatterOf({ ...timeline.value, ...eventsOf(incident) }, { only: incident.id });
	return isNarrowed(slice) ? withLook(matter, incident) : matter;
}

function eventsOf({ id, state, openedAt, startedAt, endedAt, slice, updates }: Incident) {
	return {
		incidents: [{ id, state, openedAt, startedAt, endedAt, slice }],
		updates: updates.map(({ at, by, text }) => ({ incident: id, at, by, text })),
	};
}

/** Cut to whole steps, so that everybody who looks asks for the same; without an end it is the reading's own now. */
function stretchAround(incident: Incident, now: Date): { from: Date; to?: Date } {
	const end = incident.endedAt ?? incident.dismissedAt;
	const after = end === null ? now : plus(new Date(end), 2 * HOUR_MS);
	const before = plus(new Date(incident.startedAt), -3 * HOUR_MS);
	const longest = plus(after, -1.5 * DAY_MS);
	const from = stepOf(new Date(Math.max(before.getTime(), longest.getTime())), TALLY_STEP_MS);
	return after < now ? { from, to: stepOf(after, TALLY_STEP_MS) } : { from };
}
