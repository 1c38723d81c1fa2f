// An incident in one sentence, the numbers under it, and whose fault it looks like.
import { type Incident, isOpen, type Slice } from "@/lib/incident";
import { causeText } from "@/lib/incident-text";
import { capital, namesIn, sliceText } from "@/lib/incident-title";
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

/** Whose fault it looks like, and the numbers by which one explanation went before the next. */
export function faultSentence({ cause, slice, names, verdict }: Incident): string {
	const { score, runnerUp } = verdict;
	const words = (one: Slice) => sliceText(one, namesIn(names));
	const next = runnerUp === null ? "" : ` The next best, ${words(runnerUp.slice)}, came to ${rounded(runnerUp.score)}.`;
	return `${capital(causeText(cause))}. What explains the reports best is ${words(slice)}, with a score of ${rounded(score)}.${next}`;
}

function rounded(score: number): string {
	return score.toLocaleString("en", { maximumFractionDigits: 1 });
}
