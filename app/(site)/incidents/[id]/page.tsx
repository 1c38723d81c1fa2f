import type { Metadata } from "next";
import { foundAs } from "@/app/_http/found";
import { readMatter } from "@/app/_http/incident-matter";
import { IncidentFace } from "@/components/incident-face";
import { incidentFacts, incidentSentence } from "@/components/incident-words";
import { NoSuchIncident } from "@/components/no-such-incident";
import { NotRead } from "@/components/not-read";
import { PlaceLinks } from "@/components/place-links";
import { PlaceSection } from "@/components/place-section";
import { RelatedIncidents } from "@/components/related-incidents";
import { namesOf } from "@/lib/catalog/names";
import { house } from "@/lib/house";
import { sliceText } from "@/lib/incident-title";
import { placeTableOf } from "@/lib/place-table";

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
	const { catalog, readings, now } = house();
	const [matter, flows, places, near] = await Promise.all([
		readMatter(incident),
		readings.flowsOfIncident(incident),
		readings.placesOfIncident(incident),
		readings.relatedIncidents(incident),
	]);
	const names = namesOf(catalog);
	const codes = sliceText({ ...incident.slice, carrier: null, region: null }, names);
	const links = <PlaceLinks slice={incident.slice} names={incident.names} />;
	const where = <PlaceSection reading={places} matter={places && placeTableOf(places, names)} codes={codes} links={links} />;
	const related = <RelatedIncidents incident={incident} reading={near} />;
	return <IncidentFace initial={incident} matter={matter} where={where} flows={flows} now={now().toISOString()} related={related} />;
}
