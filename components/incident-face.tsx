"use client";
// Interaction: the page of an incident keeps up with what is decided and written while somebody reads it.
import type { ReactNode } from "react";
import type { FlowReading } from "@/lib/flows";
import type { Incident } from "@/lib/incident";
import { namesIn, partyText, sliceText } from "@/lib/incident-title";
import type { WaitReading } from "@/lib/waits";
import { barWords } from "@/lib/words";
import { CampaignNote } from "./campaign-note";
import { type ChartMatter, QUARTER_MINUTES } from "./chart-matter";
import { DemoNote } from "./demo-note";
import { FlowTable } from "./flow-table";
import { Grounds } from "./grounds";
import { Happenings } from "./happenings";
import { IncidentStatement } from "./incident-statement";
import { faultSentence } from "./incident-words";
import { Mistake } from "./mistake";
import { NotRead } from "./not-read";
import { Section } from "./section";
import { StanceList } from "./stance-list";
import { TimelineChart } from "./timeline-chart";
import { useIncidentLive } from "./use-incident-live";
import { WaitTable } from "./wait-table";

type IncidentFaceProps = {
	initial: Incident;
	matter: ChartMatter | null;
	flows: FlowReading | null;
	waits: WaitReading | null;
	now: string;
	related: ReactNode;
};

export function IncidentFace({ initial, matter, flows, waits, now, related }: IncidentFaceProps) {
	const incident = useIncidentLive(initial);
	const names = namesIn(incident.names);
	const codes = sliceText(incident.slice, names);
	const isOne = (incident.slice.service ?? incident.slice.carrier)?.length === 1;
	return (
		<>
			{incident.demo && <DemoNote />}
			<IncidentStatement incident={incident} />
			<div className="frame">
				<CampaignNote incident={incident} />
				{incident.state === "dismissed" && (
					<Section title="What we got wrong" lead="Every retraction is told like this.">
						<Mistake incident={incident} />
					</Section>
				)}
				<Section
					title="What happened"
					lead="Newest first. Numbers match the chart."
					tools={<a href={`/api/v1/incidents/${incident.id}`}>As JSON</a>}
				>
					<Happenings updates={incident.updates} />
				</Section>
				<Section
					title="Reports"
					lead={`People whose code failed, per ${barWords(matter?.barMinutes ?? QUARTER_MINUTES)}. Everybody counts once in six hours.`}
				>
					{matter === null || matter.quarters.length === 0 ? (
						<NotRead what="The reports around this incident" />
					) : (
						<TimelineChart matter={matter} codes={codes} />
					)}
				</Section>
				<Section title="What people were trying to do" lead={`What ${codes} were for, and whether they came.`}>
					<FlowTable reading={flows} />
				</Section>
				<Section title="How long codes took" lead="While it lasted, of a long one the last day; as people said.">
					<WaitTable reading={waits} codes={codes} />
				</Section>
				<Section
					title={`What ${partyText(incident.slice, names)} ${isOne ? "says" : "say"}`}
					lead="Dated, with the source, in its own words."
				>
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
					<p className="mb-4 max-w-measure">{faultSentence(incident)}</p>
					<Grounds incident={incident} />
				</Section>
				{related}
			</div>
		</>
	);
}
