import type { Service } from "@/lib/catalog/catalog";
import { rules } from "@/lib/detect/rules";
import { isOpen, type ListedIncident } from "@/lib/incident";
import type { Advice, Status } from "@/lib/status";
import { factsOf, sentenceOf } from "@/lib/telling";
import { Age } from "./age";
import { Ask } from "./ask";
import { hasReading } from "./has-reading";
import { KeepButton } from "./keep-button";
import { Moment, ZoneNote } from "./moment";
import { PeopleStrip } from "./people-strip";
import { useSpeech } from "./speech";
import { ReadingLine, Statement } from "./statement";
import { lookOfStatus } from "./tone";

type ServiceStatementProps = { service: Service; status: Status; incidents: readonly ListedIncident[] | null; advice: readonly Advice[] };

export function ServiceStatement({ service, status, incidents, advice }: ServiceStatementProps) {
	const incident = incidents?.find((candidate) => isOpen(candidate) && status.incidents.includes(candidate.id)) ?? null;
	const worst = status.channels.find((channel) => channel.channel === status.worst);
	const first = advice.find((piece) => piece.withheld === null);
	const { book, phrases } = useSpeech();
	return (
		<Statement
			look={lookOfStatus(status, book)}
			place={
				<>
					<h1 className="text-l">{service.name}</h1>
					<a href="/" className="text-s">
						{phrases.statement.allServices}
					</a>
					<KeepButton slug={service.slug} name={service.name} />
				</>
			}
			beside={<Beside status={status} incident={incident} />}
			sentence={<Sentence text={sentenceOf(status.says, book)} />}
			facts={factsOf(status, book) || undefined}
			reading={<Reading service={service} status={status} incident={incident} />}
			below={<Ask service={service} channel={status.worst ?? service.channels[0] ?? null} />}
		>
			{first && (
				<p className="mt-3 font-strong">
					{first.deed}{" "}
					<a href="#do" className="whitespace-nowrap">
						{phrases.statement.whatToDo}
					</a>
				</p>
			)}
			{worst && status.state !== "unknown" && (
				<div className={status.state === "calm" ? "tone-quiet mt-4" : "mt-4"}>
					<PeopleStrip answers={worst} codes={phrases.codes[worst.channel]} words={phrases.people} />
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

function Beside({ status, incident }: { status: Status; incident: ListedIncident | null }) {
	const { book, phrases } = useSpeech();
	const { confirmedBy, notConfirmed } = phrases.statement;
	const worst = status.channels.find((one) => one.channel === status.worst);
	const where = worst?.where ? book.place(worst.where) : null;
	const channel = worst && status.state !== "calm" ? [phrases.codes[worst.channel], where].filter(Boolean).join(" ") : null;
	if (!incident) return channel;
	return (
		<>
			{channel} ·{" "}
			{incident.confirmedAt ? (
				<>
					{confirmedBy[incident.confirmedBy ?? "moderator"]} <Moment at={incident.confirmedAt} />
				</>
			) : (
				notConfirmed
			)}
		</>
	);
}

function Reading({ service, status, incident }: { service: Service; status: Status; incident: ListedIncident | null }) {
	const { statement } = useSpeech().phrases;
	return (
		<>
			{incident ? (
				<IncidentReading service={service} incident={incident} />
			) : (
				<ReadingLine name={statement.restsOn}>{statement.rests[status.restsOn]}</ReadingLine>
			)}
			{status.lastReportAt && !incident && (
				<ReadingLine name={statement.lastReport}>
					<Moment at={status.lastReportAt} form="day-time" />
				</ReadingLine>
			)}
			{hasReading(status) && (
				<ReadingLine name={statement.read} note={<ZoneNote />}>
					<Age at={status.asOf} seconds={status.ageSeconds} />
				</ReadingLine>
			)}
		</>
	);
}

function IncidentReading({ service, incident }: { service: Service; incident: ListedIncident }) {
	const { statement } = useSpeech().phrases;
	const { verdict, stance } = incident;
	const isStrong = verdict.score >= verdict.threshold + rules.confirmAbove;
	const word = stance.at(-1);
	return (
		<>
			<ReadingLine name={statement.confidence} note={statement.networks(verdict.networks)}>
				{statement.confidences[incident.confirmedAt ? "confirmed" : isStrong ? "strong" : "early"]}
			</ReadingLine>
			<ReadingLine name={statement.fault} note={<a href="#why">{statement.hereIsWhy}</a>}>
				{statement.causes[incident.cause]}
			</ReadingLine>
			<ReadingLine name={statement.says(service.name)} note={word ? <Moment at={word.at} form="day-time" /> : undefined}>
				{word ? statement.stances[word.value] : statement.nothingKnown}
			</ReadingLine>
		</>
	);
}
