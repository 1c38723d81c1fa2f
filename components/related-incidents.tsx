// What is near an incident: others of the same services, and what lasted elsewhere at the time. That they stand side by side
// says nothing of a common cause.
import type { Incident } from "@/lib/incident";
import type { RelatedIncidents as Near } from "@/lib/incident-list";
import type { Reading } from "@/lib/reading";
import { duration } from "@/lib/words";
import { DemoMark } from "./demo-note";
import { Moment } from "./moment";
import { NotRead } from "./not-read";
import { Section } from "./section";
import { StateWord } from "./shape";
import { lookOfIncident } from "./tone";

export function RelatedIncidents({ incident, reading }: { incident: Incident; reading: Reading<Near> }) {
	const own = incident.serviceName ?? "the same services";
	return (
		<Section title="Near it" lead="That they stand side by side says nothing of a common cause." tools={<DayLink incident={incident} />}>
			{reading.known ? (
				<div className="grid gap-6">
					{incident.slice.service && (
						<List
							title={`Others of ${own}, within 90 days`}
							incidents={reading.value.same}
							none={`No other incident of ${own} within 90 days.`}
						/>
					)}
					<List
						title="Elsewhere at the same time"
						incidents={reading.value.meanwhile}
						none="Nothing else that we know of lasted at the same time."
					/>
				</div>
			) : (
				<NotRead what="What else happened" />
			)}
		</Section>
	);
}

function DayLink({ incident }: { incident: Incident }) {
	return <a href={`/incidents?day=${incident.startedAt.slice(0, 10)}`}>All of that day</a>;
}

function List({ title, incidents, none }: { title: string; incidents: readonly Incident[]; none: string }) {
	if (incidents.length === 0) return <p className="text-s text-ink-2">{none}</p>;
	return (
		<section>
			<h3 className="mb-1 text-s font-strong">{title}</h3>
			<ul className="border-t border-rule text-s">
				{incidents.map((incident) => (
					<Row key={incident.id} incident={incident} />
				))}
			</ul>
		</section>
	);
}

function Row({ incident }: { incident: Incident }) {
	const end = incident.endedAt ?? incident.dismissedAt;
	return (
		<li className="grid gap-x-4 border-b border-rule py-2 sm:grid-cols-[7.5rem_minmax(0,1fr)_auto] sm:items-baseline">
			<StateWord look={lookOfIncident(incident.state)} className="!font-text" />
			<span>
				<a href={`/incidents/${incident.id}`} className="link-ink">
					{incident.title}
				</a>{" "}
				{incident.demo && <DemoMark />}
			</span>
			<span className="text-ink-2">
				<Moment at={incident.startedAt} form="day-time" />
				{end === null ? ", not over" : `, ${duration(Date.parse(end) - Date.parse(incident.startedAt))}`}
			</span>
		</li>
	);
}
