import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { chartMatterOf } from "@/components/chart-matter";
import { IncidentFace } from "@/components/incident-face";
import { incidentSentence } from "@/components/incident-words";
import { NotRead } from "@/components/not-read";
import { house } from "@/lib/house";
import type { Incident } from "@/lib/incident";
import { DAY_MS, HOUR_MS, plus, stepOf, TALLY_STEP_MS } from "@/lib/time";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const reading = await house().readings.incident((await params).id);
	return reading.known && reading.value ? { title: reading.value.title, description: incidentSentence(reading.value) } : {};
}

export default async function IncidentPage({ params }: Props) {
	const reading = await house().readings.incident((await params).id);
	if (!reading.known)
		return (
			<div className="frame py-12">
				<NotRead what="This incident" />
			</div>
		);
	if (!reading.value) notFound();
	return <IncidentFace initial={reading.value} matter={await matterOf(reading.value)} />;
}

/** Three hours before it began to two after it ended; of a long one the last day and a half. */
async function matterOf(incident: Incident) {
	const { catalog, readings } = house();
	const service = catalog.findService(incident.service ?? "");
	if (!service) return null;
	const end = incident.endedAt ?? incident.dismissedAt;
	const now = new Date();
	const to = end === null || plus(new Date(end), 2 * HOUR_MS) > now ? now : plus(new Date(end), 2 * HOUR_MS);
	const from = new Date(Math.max(plus(new Date(incident.startedAt), -3 * HOUR_MS).getTime(), plus(to, -1.5 * DAY_MS).getTime()));
	const [channel, ...others] = incident.slice.channel ?? [];
	const timeline = await readings.timeline(service, {
		from: stepOf(from, TALLY_STEP_MS),
		to: stepOf(to, TALLY_STEP_MS),
		...(channel && others.length === 0 ? { channel } : {}),
	});
	return timeline.known ? chartMatterOf(timeline.value, incident.id) : null;
}
