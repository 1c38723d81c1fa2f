import type { Metadata } from "next";
import { foundAs } from "@/app/_http/found";
import { readAsOf, readIncidentSection } from "@/app/_http/incident-section";
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
import { addressOfView, parseView, usualView } from "@/lib/view";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
	const reading = await house().readings.incident((await params).id);
	if (!reading.known) return { title: "An incident" };
	if (!reading.value) return { title: "No such incident" };
	const { id, title, startedAt, demo } = reading.value;
	const { asOf } = parseView({ asOf: (await searchParams).asOf }, house().now()).view;
	const found = foundAs({
		path: addressOfView(`/incidents/${id}`, { ...usualView, asOf }),
		title: `${title}, ${startedAt.slice(0, 16).replace("T", " ")} UTC`,
		description: `${incidentSentence(reading.value)} ${incidentFacts(reading.value)}`,
		picture: `/incidents/${id}/picture.png`,
	});
	return demo ? { ...found, robots: { index: false } } : found;
}

export default async function IncidentPage({ params, searchParams }: Props) {
	const { id } = await params;
	const { reading, asOf, problem } = await readAsOf(id, parseView({ asOf: (await searchParams).asOf }, house().now()));
	if (!reading.known)
		return (
			<div className="frame grid gap-4 py-12">
				<h1 className="text-xl">An incident</h1>
				<NotRead what="This incident" />
				<p>
					<a href={`/incidents/${encodeURIComponent(id)}`}>Load this page again</a>
				</p>
			</div>
		);
	if (!reading.value) return <NoSuchIncident />;
	const incident = reading.value;
	const { catalog, readings, now } = house();
	const section = await readIncidentSection(incident, { asOf, problem });
	// What was beside it then, nothing says.
	if (asOf) return <IncidentFace initial={incident} section={section} beside={null} now={asOf.toISOString()} related={null} />;
	const [flows, waits, places, near] = await Promise.all([
		readings.flowsOfIncident(incident),
		readings.waitsOfIncident(incident),
		readings.placesOfIncident(incident),
		readings.relatedIncidents(incident),
	]);
	const names = namesOf(catalog);
	const codes = sliceText({ ...incident.slice, carrier: null, region: null }, names);
	const links = <PlaceLinks slice={incident.slice} names={incident.names} />;
	const where = <PlaceSection reading={places} matter={places && placeTableOf(places, names)} codes={codes} links={links} />;
	const related = <RelatedIncidents incident={incident} reading={near} />;
	return <IncidentFace initial={incident} section={section} beside={{ where, flows, waits }} now={now().toISOString()} related={related} />;
}
