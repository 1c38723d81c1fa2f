import { type Incident, isOpen, sliceKeyOf } from "@/lib/incident";
import { lagText } from "@/lib/lag";
import { silenceOf } from "@/lib/stance";
import { causeWords, duration } from "@/lib/words";
import { incidentFacts, incidentSentence } from "./incident-words";
import { Moment, ZoneNote } from "./moment";
import { SliceWords } from "./slice-words";
import { ReadingLine, Statement } from "./statement";
import { lookOfIncident } from "./tone";
import { stanceWords } from "./words";

const between = (from: string, to: string) => duration(Date.parse(to) - Date.parse(from));

export function IncidentStatement({ incident }: { incident: Incident }) {
	const end = incident.endedAt ?? incident.dismissedAt;
	return (
		<Statement
			look={lookOfIncident(incident.state)}
			place={
				<a href="/incidents" className="text-s">
					Incidents
				</a>
			}
			word={incident.state === "confirmed" ? "Confirmed, still failing" : undefined}
			beside={
				<>
					<Moment at={incident.startedAt} form="day-time" />
					{isOpen(incident) || !end ? ", not over" : `, ${between(incident.startedAt, end)}`}
				</>
			}
			sentence={
				<h1
					aria-live="polite"
					aria-atomic="true"
					className="max-w-[22em] text-[clamp(1.6rem,1.2rem+1.8vw,2.25rem)] leading-[1.16] font-[640] tracking-[-0.018em]"
				>
					{incidentSentence(incident)}
				</h1>
			}
			facts={incident.state === "dismissed" ? incident.dismissedReason : incidentFacts(incident)}
			reading={<Reading incident={incident} />}
		/>
	);
}

function Reading({ incident }: { incident: Incident }) {
	return (
		<>
			{incident.service && (
				<ReadingLine name="Service">
					<a href={`/services/${incident.service}`}>{incident.serviceName}</a>
				</ReadingLine>
			)}
			<ReadingLine name="Slice" note={isRenamed(incident) && <AtFirst incident={incident} />}>
				<SliceWords slice={incident.slice} names={incident.names} withService={incident.service === null} />
			</ReadingLine>
			<ReadingLine name="Fault" note={<a href="#why">here is why</a>}>
				{causeWords[incident.cause]}
			</ReadingLine>
			{incident.state !== "dismissed" && <Word incident={incident} />}
			<ReadingLine name="Found" note={<ZoneNote />}>
				{between(incident.startedAt, incident.openedAt)} after the start
			</ReadingLine>
		</>
	);
}

function isRenamed({ slice, sliceAtOpening }: Incident): boolean {
	return sliceKeyOf(slice) !== sliceKeyOf(sliceAtOpening);
}

function AtFirst({ incident }: { incident: Incident }) {
	return (
		<>
			at first: <SliceWords slice={incident.sliceAtOpening} names={incident.names} withService={incident.service === null} />
		</>
	);
}

/** What whoever is concerned says, and how long that took. */
function Word({ incident }: { incident: Incident }) {
	const word = incident.stance.at(-1);
	const silence = silenceOf(incident);
	return (
		<ReadingLine
			name={incident.serviceName ? `${incident.serviceName} says` : "They say"}
			note={silence === null ? undefined : `first word ${lagText(silence)}`}
		>
			{word && word.value !== "silent" ? stanceWords[word.value] : "Nothing we know of"}
		</ReadingLine>
	);
}
