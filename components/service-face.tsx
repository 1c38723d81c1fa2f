"use client";
// Interaction: the page of a service keeps up with what is reported while somebody reads it.
import { type ReactNode, useEffect } from "react";
import { adviceFor } from "@/lib/advice";
import type { FlowReading } from "@/lib/flows";
import type { ListedIncident } from "@/lib/incident";
import type { ServiceReading } from "@/lib/reading";
import type { WaitReading } from "@/lib/waits";
import { AdviceSteps } from "./advice-steps";
import { ChannelTable } from "./channel-table";
import { type ChartSection, ChartSectionFace, ChartTools } from "./chart-section";
import { Days } from "./days";
import { DemoNote } from "./demo-note";
import { Elsewhere } from "./elsewhere";
import { FlowTable } from "./flow-table";
import { IncidentRow } from "./incident-row";
import { NotRead } from "./not-read";
import { Section } from "./section";
import { keepSeen } from "./seen";
import type { SentView } from "./sent-view";
import { ServiceStatement } from "./service-statement";
import { Speaking, useSpeech } from "./speech";
import { useServiceLive } from "./use-service-live";
import { WaitTable } from "./wait-table";
import { Why } from "./why";

/** A reading of a service with its timeline already cut for the chart, and what people said beside it. */
export type ServiceView = Omit<ServiceReading, "timeline" | "incidents" | "elsewhere"> & {
	incidents: readonly ListedIncident[] | null;
	elsewhere: readonly ListedIncident[];
	section: ChartSection;
	flows: FlowReading | null;
	waits: WaitReading | null;
};

/** `where`: drawn on the server alone; it changes with closed half hours. */
export function ServiceFace({ initial, where }: { initial: SentView; where: ReactNode }) {
	const { service, status, incidents, elsewhere, section, flows, waits } = useServiceLive(initial);
	const { book, phrases } = useSpeech();
	const advice = adviceFor(status, service, book);
	useEffect(() => keepSeen(status, book), [status, book]);
	return (
		<>
			{status.demo && <DemoNote phrases={phrases} />}
			<ServiceStatement service={service} status={status} incidents={incidents} advice={advice} />
			<div className="frame">
				{elsewhere.length > 0 && (
					<div lang="en" dir="ltr">
						<Elsewhere incidents={elsewhere} />
					</div>
				)}
				<Section id="do" title={phrases.statement.whatToDo} lead={phrases.advice.lead(service.name)}>
					<AdviceSteps service={service} advice={advice} />
				</Section>
			</div>
			<Evidence>
				<div className="border-t border-rule">
					<ChartSectionFace section={section} />
					<Section title="By channel" lead={windowLead(status.channels)}>
						<ChannelTable service={service} status={status} />
					</Section>
					{where}
					<Section title="What people were trying to do" lead="The last 24 hours, on every channel.">
						<FlowTable reading={flows} />
					</Section>
					<Section
						title="How long codes took"
						lead="The last 24 hours, as people said."
						tools={<ChartTools files={section.waitFiles} source={`/api/v1/services/${service.slug}`} />}
					>
						<WaitTable reading={waits} codes={section.codes} />
					</Section>
					<Section title="Incidents" lead="Last 90 days." tools={<a href={`/incidents?service=${service.slug}`}>All of {service.name}</a>}>
						{incidents === null ? (
							<NotRead what="The incidents" />
						) : (
							<>
								<Days incidents={incidents} until={status.asOf} />
								{incidents.length === 0 && <p className="max-w-measure">No incident with {service.name} in the last 90 days.</p>}
								{incidents.map((incident) => (
									<IncidentRow key={incident.id} incident={incident} />
								))}
							</>
						)}
					</Section>
					<Section
						id="why"
						title="Why we say this"
						lead={
							<>
								The numbers behind the words. <a href="/method">Method</a>
							</>
						}
					>
						<Why service={service} status={status} incidents={incidents} />
					</Section>
				</div>
			</Evidence>
		</>
	);
}

/** It speaks English in every language, its dates too, and says so to who reads it aloud. */
function Evidence({ children }: { children: ReactNode }) {
	return (
		<Speaking language="en">
			<div lang="en" dir="ltr" className="frame">
				{children}
			</div>
		</Speaking>
	);
}

function windowLead(channels: ServiceView["status"]["channels"]): string {
	const windows = new Set(channels.map((channel) => channel.windowMinutes));
	const [only] = windows;
	return windows.size === 1 && only
		? `The last ${only} minutes, everywhere; calm goes by the last 24 hours.`
		: "The latest window of each, everywhere; calm goes by the last 24 hours.";
}
