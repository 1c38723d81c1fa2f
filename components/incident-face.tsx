"use client";
// Interaction: the page of an incident keeps up with what is decided and written while somebody reads it.
import type { Incident } from "@/lib/incident";
import type { ChartMatter } from "./chart-matter";
import { DemoNote } from "./demo-note";
import { Grounds } from "./grounds";
import { Happenings } from "./happenings";
import { IncidentStatement } from "./incident-statement";
import { NotRead } from "./not-read";
import { Section } from "./section";
import { StanceList } from "./stance-list";
import { TimelineChart } from "./timeline-chart";
import { timelineSentence } from "./timeline-sentence";
import { useIncidentLive } from "./use-incident-live";

type IncidentFaceProps = { initial: Incident; matter: ChartMatter | null; now: string };

export function IncidentFace({ initial, matter, now }: IncidentFaceProps) {
	const incident = useIncidentLive(initial);
	const name = incident.serviceName ?? "these services";
	return (
		<>
			{incident.demo && <DemoNote />}
			<IncidentStatement incident={incident} />
			<div className="frame">
				<Section
					title="What happened"
					lead="Newest first. Numbers match the chart."
					tools={<a href={`/api/v1/incidents/${incident.id}`}>As JSON</a>}
				>
					<Happenings updates={incident.updates} />
				</Section>
				<Section title="Reports" lead="People whose code failed, per 15 minutes. Everybody counts once in six hours.">
					{matter === null || matter.quarters.length === 0 ? (
						<NotRead what="The reports around this incident" />
					) : (
						<TimelineChart matter={matter} label={timelineSentence({ name }, matter)} />
					)}
				</Section>
				<Section title={`What ${name} says`} lead="Dated, with the source, in its own words.">
					<StanceList incident={incident} now={now} />
				</Section>
				<Section
					id="why"
					title="Evidence"
					lead={
						<>
							What the detector saw when it opened this, and at its latest look. <a href="/method">Method</a>
						</>
					}
				>
					<Grounds incident={incident} />
				</Section>
			</div>
		</>
	);
}
