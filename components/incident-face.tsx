"use client";
// Interaction: the page of an incident keeps up with what is decided and written while somebody reads it.
import type { ReactNode } from "react";
import type { FlowReading } from "@/lib/flows";
import type { Incident } from "@/lib/incident";
import { namesIn, partyText, sliceText } from "@/lib/incident-title";
import type { AsOfProblem } from "@/lib/view";
import type { WaitReading } from "@/lib/waits";
import { barWords } from "@/lib/words";
import { CampaignNote } from "./campaign-note";
import { type ChartMatter, QUARTER_MINUTES } from "./chart-matter";
import { type ChartFiles, ChartTools, type Cited, Problem } from "./chart-section";
import { CiteThis } from "./cite-this";
import { DemoNote } from "./demo-note";
import { Grounds } from "./grounds";
import { Happenings } from "./happenings";
import { IncidentStatement } from "./incident-statement";
import { faultSentence } from "./incident-words";
import { Mistake } from "./mistake";
import { Moment } from "./moment";
import { NotRead } from "./not-read";
import { SaidBeside } from "./said-beside";
import { Section } from "./section";
import { StanceList } from "./stance-list";
import { TimelineChart } from "./timeline-chart";
import { useIncidentLive } from "./use-incident-live";

/** `asOf`: the time whose state the page shows; what was asked for and could not be is the problem. */
export type IncidentSection = {
	matter: ChartMatter | null;
	page: string;
	asOf: string | null;
	problem: AsOfProblem | null;
	files: ChartFiles;
	/** Of how long codes took. */
	waitFiles: ChartFiles;
	cited: Cited | null;
};

type IncidentFaceProps = {
	initial: Incident;
	section: IncidentSection;
	/** What people said beside it; nothing says it of a time that has passed. `where` is drawn on the server alone. */
	beside: { where: ReactNode; flows: FlowReading | null; waits: WaitReading | null } | null;
	now: string;
	related: ReactNode;
};

export function IncidentFace({ initial, section, beside, now, related }: IncidentFaceProps) {
	const { matter, asOf } = section;
	const incident = useIncidentLive(initial, { isFrozen: asOf !== null });
	const names = namesIn(incident.names);
	const codes = sliceText(incident.slice, names);
	const isOne = (incident.slice.service ?? incident.slice.carrier)?.length === 1;
	return (
		<>
			{incident.demo && <DemoNote />}
			<div className="frame empty:hidden">
				{asOf && <FrozenNote asOf={asOf} page={section.page} />}
				<Problem problem={section.problem} />
			</div>
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
					tools={<a href={`/api/v1/incidents/${incident.id}${asOf ? `?asOf=${asOf}` : ""}`}>As JSON</a>}
				>
					<Happenings updates={incident.updates} />
				</Section>
				<Section
					title="Reports"
					lead={`People whose code failed, per ${barWords(matter?.barMinutes ?? QUARTER_MINUTES)}. Everybody counts once in six hours.`}
					tools={matter && <ChartTools files={section.files} />}
				>
					{matter === null || matter.quarters.length === 0 ? (
						<NotRead what="The reports around this incident" />
					) : (
						<>
							<TimelineChart matter={matter} codes={codes} />
							{section.cited && <CiteThis cited={section.cited} />}
						</>
					)}
				</Section>
				{beside?.where}
				{beside && <SaidBeside flows={beside.flows} waits={beside.waits} waitFiles={section.waitFiles} incident={incident} codes={codes} />}
				<Section
					title={`What ${partyText(incident.slice, names)} ${isOne ? "says" : "say"}`}
					lead="Dated, with the source, in its own words."
				>
					<StanceList incident={incident} now={now} isPast={asOf !== null} />
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

function FrozenNote({ asOf, page }: { asOf: string; page: string }) {
	return (
		<p className="mt-4 mb-4 max-w-measure border-s-2 border-ink ps-4">
			This is as it stood on <Moment at={asOf} form="day-time" />: what was written, said and decided by then. Its title, what it covers and
			whose fault it looks like are today’s, and who has moved on or taken a report back since is counted where they are now. What codes
			were for and how long they took cannot be told of then. <a href={page}>How it stands now</a>
		</p>
	);
}
