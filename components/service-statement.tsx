import type { Service } from "@/lib/catalog/catalog";
import { rules } from "@/lib/detect/rules";
import { type Incident, isOpen } from "@/lib/incident";
import type { Advice, Status } from "@/lib/status";
import { causeWords, channelWords, figure } from "@/lib/words";
import { Age } from "./age";
import { Ask } from "./ask";
import { Moment, ZoneNote } from "./moment";
import { PeopleStrip } from "./people-strip";
import { ReadingLine, Statement } from "./statement";
import { lookOfStatus } from "./tone";
import { stanceWords } from "./words";

type ServiceStatementProps = { service: Service; status: Status; incidents: readonly Incident[] | null; advice: readonly Advice[] };

export function ServiceStatement({ service, status, incidents, advice }: ServiceStatementProps) {
	const incident = incidents?.find((candidate) => isOpen(candidate) && status.incidents.includes(candidate.id)) ?? null;
	const worst = status.channels.find((channel) => channel.channel === status.worst);
	const first = advice.find((piece) => piece.withheld === null);
	return (
		<Statement
			look={lookOfStatus(status)}
			place={
				<>
					<h1 className="text-l">{service.name}</h1>
					<a href="/" className="text-s">
						All services
					</a>
				</>
			}
			beside={<Beside status={status} incident={incident} />}
			sentence={<Sentence text={status.sentence} />}
			facts={status.facts || undefined}
			reading={<Reading service={service} status={status} incident={incident} />}
			below={<Ask service={service} channel={status.worst ?? service.channels[0] ?? null} />}
		>
			{first && (
				<p className="mt-3 font-strong">
					{first.deed}{" "}
					<a href="#do" className="whitespace-nowrap">
						What to do now
					</a>
				</p>
			)}
			{worst && status.state !== "unknown" && (
				<div className={status.state === "calm" ? "tone-quiet mt-4" : "mt-4"}>
					<PeopleStrip answers={worst} codes={channelWords[worst.channel].codes} />
				</div>
			)}
		</Statement>
	);
}

/** Announced to who cannot see it change; the sentence is whole, so it is read out whole. */
function Sentence({ text }: { text: string }) {
	return (
		<p aria-live="polite" aria-atomic="true" className="max-w-[22em] text-xxl font-[640] tracking-[-0.018em] text-balance">
			{text}
		</p>
	);
}

function Beside({ status, incident }: { status: Status; incident: Incident | null }) {
	const worst = status.channels.find((one) => one.channel === status.worst);
	const channel = worst && status.state !== "calm" ? [channelWords[worst.channel].codes, worst.place].filter(Boolean).join(" ") : null;
	if (!incident) return channel;
	return (
		<>
			{channel} ·{" "}
			{incident.confirmedAt ? (
				<>
					confirmed {incident.confirmedBy === "crowd" ? "by the published rule" : "by a moderator"} at <Moment at={incident.confirmedAt} />
				</>
			) : (
				"not confirmed yet"
			)}
		</>
	);
}

function Reading({ service, status, incident }: { service: Service; status: Status; incident: Incident | null }) {
	return (
		<>
			{incident ? (
				<IncidentReading service={service} incident={incident} />
			) : (
				<ReadingLine name="Rests on">{restWords[status.restsOn]}</ReadingLine>
			)}
			{status.lastReportAt && !incident && (
				<ReadingLine name="Last report">
					<Moment at={status.lastReportAt} form="day-time" />
				</ReadingLine>
			)}
			<ReadingLine name="Read" note={<ZoneNote />}>
				<Age at={status.asOf} seconds={status.ageSeconds} />
			</ReadingLine>
		</>
	);
}

const restWords = {
	incident: "An open incident",
	reports: "People’s reports",
	silence: "Nobody having reported",
	few: "Very few people",
	doubt: "Reports that do not add up",
	nothing: "Nothing we could read",
} as const satisfies Record<Status["restsOn"], string>;

function IncidentReading({ service, incident }: { service: Service; incident: Incident }) {
	const { verdict, stance } = incident;
	const isStrong = verdict.score >= verdict.threshold + rules.confirmAbove;
	const word = stance.at(-1);
	return (
		<>
			<ReadingLine name="Confidence" note={`${figure(verdict.networks)} networks`}>
				{incident.confirmedAt ? "Confirmed" : isStrong ? "Strong, not confirmed" : "Early"}
			</ReadingLine>
			<ReadingLine name="Fault" note={<a href="#why">here is why</a>}>
				{causeWords[incident.cause]}
			</ReadingLine>
			<ReadingLine name={`${service.name} says`} note={word ? <Moment at={word.at} form="day-time" /> : undefined}>
				{word ? stanceWords[word.value] : "Nothing we know of"}
			</ReadingLine>
		</>
	);
}
