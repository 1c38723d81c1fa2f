// What we cannot tell, what we were wrong about and what is over: silence is not calm, and mistakes stay visible.
import type { Incident } from "@/lib/incident";
import type { ServiceSummary } from "@/lib/overview";
import { duration } from "@/lib/words";
import { DemoMark } from "./demo-note";
import { Moment } from "./moment";
import { StateWord } from "./shape";
import { type Look, lookOf, lookOfIncident } from "./tone";

type DoubtRowProps = {
	name: string;
	href: string;
	look: Look;
	where: string;
	text: string;
	at: string | null;
	word: string;
	demo: boolean;
};

export function UnknownRow({ service, asOf }: { service: ServiceSummary; asOf: string }) {
	return (
		<DoubtRow
			name={service.name}
			href={`/services/${service.slug}`}
			look={lookOf("unknown")}
			where=""
			text="We can’t tell: the last reading failed or is too old to trust."
			at={service.since ?? asOf}
			word="Since"
			demo={service.demo}
		/>
	);
}

export function RetractedRow({ incident }: { incident: Incident }) {
	return (
		<DoubtRow
			name={incident.serviceName ?? incident.title}
			href={`/incidents/${incident.id}`}
			look={lookOfIncident("dismissed")}
			where={incident.title}
			text={`We were wrong. ${incident.dismissedReason ?? ""}`}
			at={incident.dismissedAt}
			word="Retracted"
			demo={incident.demo}
		/>
	);
}

export function EndedRow({ incident }: { incident: Incident }) {
	const end = incident.endedAt ?? incident.startedAt;
	return (
		<DoubtRow
			name={incident.serviceName ?? incident.title}
			href={`/incidents/${incident.id}`}
			look={lookOfIncident("resolved")}
			where={incident.title}
			text={`Codes arrive again, after ${duration(Date.parse(end) - Date.parse(incident.startedAt))}.${incident.confirmedAt ? "" : " It was never confirmed."}`}
			at={end}
			word="Over since"
			demo={incident.demo}
		/>
	);
}

function DoubtRow({ name, href, look, where, text, at, word, demo }: DoubtRowProps) {
	return (
		<article className="grid gap-1 border-t border-rule py-4 first:border-t-0 first:pt-0 last:pb-0 wide:grid-cols-[14rem_minmax(0,1fr)_11rem] wide:gap-x-6">
			<div>
				<div className="flex flex-wrap items-baseline gap-x-3">
					<h3 className="text-m leading-[1.4]">
						<a href={href} className="link-ink">
							{name}
						</a>
					</h3>
					<StateWord look={look} className="text-s" />
					{demo && <DemoMark />}
				</div>
				<p className="text-s text-ink-2">{where}</p>
			</div>
			<p className="text-s">{text}</p>
			<p className="text-s text-ink-2">
				{at && (
					<>
						{word} <Moment at={at} form="day-time" />
					</>
				)}
			</p>
		</article>
	);
}
