import { isOpen, type ListedIncident } from "@/lib/incident";
import { lagSentence } from "@/lib/lag";
import { duration } from "@/lib/words";
import { DemoMark } from "./demo-note";
import { Moment } from "./moment";
import { PlaceLinks } from "./place-links";
import { StateWord } from "./shape";
import { lookOfIncident } from "./tone";

/** One incident in a list; a retraction says why. */
export function IncidentRow({ incident, withService = false }: { incident: ListedIncident; withService?: boolean }) {
	return (
		<article className="grid gap-1 border-t border-rule py-4 first:border-t-0 first:pt-0 wide:grid-cols-[9rem_minmax(0,1fr)] wide:gap-x-6">
			<div>
				<StateWord look={lookOfIncident(incident.state)} />
				<p className="text-s text-ink-2">
					<Stretch incident={incident} />
				</p>
			</div>
			<div className="grid content-start gap-1">
				<div className="flex flex-wrap items-baseline gap-x-3">
					<h3 className="text-m leading-[1.4] tracking-normal">
						<a href={`/incidents/${incident.id}`}>{incident.title}</a>
					</h3>
					{incident.demo && <DemoMark />}
				</div>
				{withService && incident.serviceName && (
					<p className="text-s">
						<a href={`/services/${incident.service}`} className="link-ink">
							{incident.serviceName}
						</a>
					</p>
				)}
				<PlaceLinks slice={incident.slice} names={incident.names} />
				{incident.dismissedReason && <p className="max-w-measure text-s text-ink-2">We were wrong. {incident.dismissedReason}</p>}
				{incident.stance.length > 0 && <p className="text-s text-ink-2">{lagSentence(incident, null)}</p>}
			</div>
		</article>
	);
}

function Stretch({ incident }: { incident: ListedIncident }) {
	const end = incident.endedAt ?? incident.dismissedAt;
	if (isOpen(incident) || end === null)
		return (
			<>
				since <Moment at={incident.startedAt} form="day-time" />
			</>
		);
	return (
		<>
			<Moment at={incident.startedAt} form="day" />, {duration(Date.parse(end) - Date.parse(incident.startedAt))}
		</>
	);
}
