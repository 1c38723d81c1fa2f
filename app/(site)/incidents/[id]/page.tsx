import type { Metadata } from "next";
import { readMatter } from "@/app/_http/incident-matter";
import { IncidentFace } from "@/components/incident-face";
import { incidentSentence } from "@/components/incident-words";
import { NoSuchIncident } from "@/components/no-such-incident";
import { NotRead } from "@/components/not-read";
import { house } from "@/lib/house";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const reading = await house().readings.incident((await params).id);
	if (!reading.known) return {};
	if (!reading.value) return { title: "No such incident" };
	return { title: reading.value.title, description: incidentSentence(reading.value) };
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
	return <IncidentFace initial={reading.value} matter={await readMatter(reading.value)} now={new Date().toISOString()} />;
}
