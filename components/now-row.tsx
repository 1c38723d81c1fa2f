// One service that is failing (full) or may be (slim), as the overview lists it.
import type { Incident } from "@/lib/incident";
import type { Status } from "@/lib/status";
import { causeWords, channelWords, duration, figure, usually } from "@/lib/words";
import { DemoMark } from "./demo-note";
import { Moment } from "./moment";
import { PeopleStrip } from "./people-strip";
import { StateWord } from "./shape";
import { SliceWords } from "./slice-words";
import { lookOfIncident } from "./tone";
import { stanceWords } from "./words";

export type OpenIncident = { incident: Incident; status: Status };

export function FailingRow({ incident, status }: OpenIncident) {
	const look = lookOfIncident("confirmed");
	const channel = status.channels.find((candidate) => candidate.channel === (incident.slice.channel?.[0] ?? status.worst));
	return (
		<article
			className={`${look.tone} grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-rule py-6 first:border-t-0 first:pt-0 last:pb-0 wide:grid-cols-[14rem_minmax(0,1fr)_11rem] wide:gap-x-6`}
		>
			<div>
				<p className="flex flex-wrap items-baseline gap-x-3">
					<StateWord look={{ ...look, word: "Failing" }} className="text-s" />
					{incident.demo && <DemoMark />}
				</p>
				<ServiceName status={status} className="text-l leading-[1.25]" />
				<p className="text-s text-ink-2">
					<SliceWords slice={incident.slice} />
				</p>
			</div>
			<div>
				{channel && channel.answered > 0 ? (
					<>
						<p className="font-mid">
							{figure(channel.failed)} of {figure(channel.answered)} people say their code failed{" "}
							<span className="text-s font-text whitespace-nowrap text-ink-2">in the last {channel.windowMinutes} minutes</span>
						</p>
						<PeopleStrip answers={channel} codes={channelWords[channel.channel].codes} slim withKey={false} />
					</>
				) : (
					<p className="font-mid">{status.sentence}</p>
				)}
			</div>
			<Since incident={incident} asOf={status.asOf} />
		</article>
	);
}

export function PossibleRow({ incident, status }: OpenIncident) {
	const { verdict } = incident;
	return (
		<article className="grid gap-1 border-t border-rule py-4 first:border-t-0 first:pt-0 last:pb-0 wide:grid-cols-[14rem_minmax(0,1fr)_11rem] wide:gap-x-6">
			<div>
				<div className="flex flex-wrap items-baseline gap-x-3">
					<ServiceName status={status} className="text-m leading-[1.4]" />
					<StateWord look={lookOfIncident("suspected")} className="text-s" />
					{incident.demo && <DemoMark />}
				</div>
				<p className="text-s text-ink-2">
					<SliceWords slice={incident.slice} />
				</p>
			</div>
			<p className="text-s">
				{incident.campaign
					? "Many reports at once that look alike. This may be a campaign rather than a fault; a moderator is looking."
					: `${figure(Math.round(verdict.observed))} people in ${verdict.windowMinutes} minutes say their code failed. Usually ${usually(verdict.expected)}. Fault: ${causeWords[incident.cause].toLowerCase()}.`}
			</p>
			<Since incident={incident} asOf={status.asOf} />
		</article>
	);
}

function ServiceName({ status, className }: { status: Status; className: string }) {
	return (
		<h3 className={className}>
			<a href={`/services/${status.service}`} className="link-ink">
				{status.name}
			</a>
		</h3>
	);
}

function Since({ incident, asOf }: { incident: Incident; asOf: string }) {
	const word = incident.stance.at(-1);
	return (
		<p className="text-s text-ink-2">
			Since about <Moment at={incident.startedAt} />, {duration(Date.parse(asOf) - Date.parse(incident.startedAt))}
			{word && <span className="block text-ink">{stanceWords[word.value]}</span>}
			<a href={`/incidents/${incident.id}`} className="block">
				Read the incident
			</a>
		</p>
	);
}
