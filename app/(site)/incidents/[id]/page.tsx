import type { Metadata } from "next";
import { foundAs } from "@/app/_http/found";
import { readMatter } from "@/app/_http/incident-matter";
import { IncidentFace } from "@/components/incident-face";
import { incidentFacts, incidentSentence } from "@/components/incident-words";
import { NoSuchIncident } from "@/components/no-such-incident";
import { NotRead } from "@/components/not-read";
import { RelatedIncidents } from "@/components/related-incidents";
import { house } from "@/lib/house";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const reading = await house().readings.incident((await params).id);
	if (!reading.known) return { title: "An incident" };
	if (!reading.value) return { title: "No such incident" };
	const { id, title, startedAt, demo } = reading.value;
	const found = foundAs({
		path: `/incidents/${id}`,
		title: `${title}, ${startedAt.slice(0, 16).replace("T", " ")} UTC`,
		description: `${incidentSentence(reading.value)} ${incidentFacts(reading.value)}`,
		picture: `/incidents/${id}/picture.png`,
	});
	return demo ? { ...found, robots: { index: false } } : found;
}

export default async function IncidentPage({ params }: Props) {
	const reading = await house().readings.incident((await params).id);
	if (!reading.known)
		return (
			<div className="frame py-12">
				<NotRead what="This incident" />
			</div>
		);
	if (!reading.value) return <NoSuchIncident />;
	const incident = reading.value;
	const { readings, now } = house();
	const [matter, flows, waits, near] = await Promise.all([
		readMatter(incident),
		readings.flowsOfIncident(incident),
		readings.waitsOfIncident(incident),
		readings.relatedIncidents(incident),
	]);
	const related = <RelatedIncidents incident={incident} reading={near} />;
	return <IncidentFace initial={incident} matter={matter} flows={flows} waits={waits} now={now().toISOString()} related={related} />;
}
