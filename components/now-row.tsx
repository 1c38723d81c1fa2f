// One service that is failing (full) or may be (slim), as the overview lists it.
import { type Incident, isNarrowed } from "@/lib/incident";
import { reportsIn } from "@/lib/incident-text";
import { capital } from "@/lib/incident-title";
import { en } from "@/lib/phrasebook/en";
import { troubleSaying } from "@/lib/sentence";
import type { Status } from "@/lib/status";
import { sentenceOf } from "@/lib/telling";
import { causeWords, channelWords, duration, figure, usually } from "@/lib/words";
import { DemoMark } from "./demo-note";
import { Moment } from "./moment";
import { PeopleStrip } from "./people-strip";
import { StateWord } from "./shape";
import { SliceWords } from "./slice-words";
import { Spark, type SparkQuarter } from "./spark";
import { lookOfIncident } from "./tone";
import { stanceWords } from "./words";

/** `status` of the one service it is about, where there is one; `asOf` of the reading. */
export type OpenIncident = { incident: Incident; status: Status | null; asOf: string };

/** `quarters`: its last six hours, where they could be read. */
export function FailingRow({ incident, status, asOf, quarters = [] }: OpenIncident & { quarters?: readonly SparkQuarter[] | undefined }) {
	const look = lookOfIncident("confirmed");
	const channel = status && channelOf(incident, status);
	return (
		<article
			className={`${look.tone} grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-rule py-6 first:border-t-0 first:pt-0 last:pb-0 wide:grid-cols-[14rem_minmax(0,1fr)_11rem] wide:gap-x-6`}
		>
			<div>
				<p className="flex flex-wrap items-baseline gap-x-3">
					<StateWord look={{ ...look, word: "Failing" }} className="text-s" />
					{incident.demo && <DemoMark />}
				</p>
				<Name incident={incident} status={status} className="text-l leading-[1.25]" />
				{status && <Where incident={incident} />}
			</div>
			<div>
				{channel && channel.answered > 0 ? (
					<>
						<p className="font-mid">
							{figure(channel.failed)} of {figure(channel.answered)} people say their code failed{" "}
							<span className="text-s font-text text-ink-2">
								in the last {channel.windowMinutes} minutes{isNarrowed(incident.slice) && ", everywhere"}
							</span>
						</p>
						<PeopleStrip answers={channel} codes={channelWords[channel.channel].codes} slim withKey={false} />
					</>
				) : (
					<p className="font-mid">
						{channel
							? sentenceOf(troubleSaying(channel).says, en)
							: `${capital(reportsIn(incident.verdict))}. Usually ${usually(incident.verdict.expected)}.`}
					</p>
				)}
			</div>
			<div className="grid content-start gap-2 max-wide:grid-cols-[auto_1fr] max-wide:gap-x-4">
				{quarters.length > 0 && <Spark quarters={quarters} startedAt={incident.startedAt} />}
				<Since incident={incident} asOf={asOf} />
			</div>
		</article>
	);
}

/** The channel a row speaks of: the worst of the service, where the incident covers it. */
function channelOf({ slice }: Incident, status: Status) {
	const covered = status.channels.filter(({ channel }) => slice.channel === null || slice.channel.includes(channel));
	return covered.find(({ channel }) => channel === status.worst) ?? covered[0];
}

export function PossibleRow({ incident, status, asOf }: OpenIncident) {
	const { verdict } = incident;
	return (
		<article className="grid gap-1 border-t border-rule py-4 first:border-t-0 first:pt-0 last:pb-0 wide:grid-cols-[14rem_minmax(0,1fr)_11rem] wide:gap-x-6">
			<div>
				<div className="flex flex-wrap items-baseline gap-x-3">
					<Name incident={incident} status={status} className="text-m leading-[1.4]" />
					<StateWord look={lookOfIncident("suspected")} className="text-s" />
					{incident.demo && <DemoMark />}
				</div>
				{status && <Where incident={incident} />}
			</div>
			<p className="text-s">
				{incident.campaign
					? "Many reports at once that look alike. This may be a campaign rather than a fault; a moderator is looking."
					: `${figure(Math.round(verdict.observed))} people in ${verdict.windowMinutes} minutes say their code failed. Usually ${usually(verdict.expected)}. Fault: ${causeWords[incident.cause].toLowerCase()}.`}
			</p>
			<Since incident={incident} asOf={asOf} />
		</article>
	);
}

/** The service by its name; what is not about one service by its title, which says where too. */
function Name({ incident, status, className }: Omit<OpenIncident, "asOf"> & { className: string }) {
	return (
		<h3 className={className}>
			<a href={status ? `/services/${status.service}` : `/incidents/${incident.id}`} className="link-ink">
				{status?.name ?? incident.title}
			</a>
		</h3>
	);
}

function Where({ incident }: { incident: Incident }) {
	return (
		<p className="text-s text-ink-2">
			<SliceWords slice={incident.slice} names={incident.names} />
		</p>
	);
}

function Since({ incident, asOf }: { incident: Incident; asOf: string }) {
	const word = incident.stance.at(-1);
	return (
		<p className="text-s text-ink-2">
			Since about <Moment at={incident.startedAt} />,{" "}
			<span className="whitespace-nowrap">{duration(Date.parse(asOf) - Date.parse(incident.startedAt))}</span>
			{(word || incident.state === "confirmed") && <span className="block text-ink">{stanceWords[word?.value ?? "silent"]}</span>}
			<a href={`/incidents/${incident.id}`} className="block">
				Read the incident
			</a>
		</p>
	);
}
