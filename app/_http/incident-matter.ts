// The reports around an incident, cut for its chart.
import { type ChartMatter, chartMatterOf } from "@/components/chart-matter";
import { house } from "@/lib/house";
import type { Incident } from "@/lib/incident";
import { DAY_MS, HOUR_MS, plus, stepOf, TALLY_STEP_MS } from "@/lib/time";

/** Three hours before it began to two after it ended; of a long one the last day and a half. Null when it cannot be read. */
export async function readMatter(incident: Incident): Promise<ChartMatter | null> {
	const { catalog, readings } = house();
	const service = catalog.findService(incident.service ?? "");
	if (!service) return null;
	const { from, to } = stretchAround(incident, new Date());
	const [channel, ...others] = incident.slice.channel ?? [];
	const timeline = await readings.timeline(service, { from, to, ...(channel && others.length === 0 ? { channel } : {}) });
	return timeline.known ? chartMatterOf(timeline.value, incident.id) : null;
}

/** Cut at whole steps, the one under way included, so that everybody asks for the same and it is read once. */
function stretchAround(incident: Incident, now: Date): { from: Date; to: Date } {
	const end = incident.endedAt ?? incident.dismissedAt;
	const wanted = end === null ? now.getTime() : Math.min(now.getTime(), Date.parse(end) + 2 * HOUR_MS);
	const from = Math.max(Date.parse(incident.startedAt) - 3 * HOUR_MS, wanted - 1.5 * DAY_MS);
	return { from: stepOf(new Date(from), TALLY_STEP_MS), to: plus(stepOf(new Date(wanted), TALLY_STEP_MS), TALLY_STEP_MS) };
}
