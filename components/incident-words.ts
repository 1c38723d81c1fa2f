// An incident in one sentence, and the numbers under it.
import { type Incident, isOpen } from "@/lib/incident";
import { figure, people, usually } from "@/lib/words";

export function incidentSentence({ state, title }: Incident): string {
	const sentences = {
		suspected: `${title} may not be arriving.`,
		confirmed: `${title} are not arriving.`,
		resolved: `${title} arrive again.`,
		dismissed: `We were wrong about ${title}.`,
	} as const satisfies Record<Incident["state"], string>;
	return sentences[state];
}

export function incidentFacts(incident: Incident): string {
	const { observed, windowMinutes, networks, expected } = incident.verdict;
	const tense = isOpen(incident) ? "In the latest reading" : "In the last reading before it ended";
	return `${tense}, ${people(Math.round(observed))} in ${windowMinutes} minutes said their code failed, from ${figure(networks)} networks. Usually ${usually(expected)}.`;
}
