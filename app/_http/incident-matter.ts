// The reports around an incident, cut for its chart.
import { type ChartMatter, incidentMatterOf } from "@/components/chart-matter";
import { house } from "@/lib/house";
import type { Incident } from "@/lib/incident";
import { readIncidentTimeline } from "@/lib/incident-timeline";

/** `incident` is told as of the same time. `null`: it could not be read. */
export async function readMatter(incident: Incident, asOf: Date | null = null): Promise<ChartMatter | null> {
	const timeline = await readIncidentTimeline(house(), incident, asOf);
	return timeline && incidentMatterOf(timeline, incident, asOf);
}
