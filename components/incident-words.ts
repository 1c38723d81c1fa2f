// An incident in one sentence, the numbers under it, and whose fault it looks like.
import { type Incident, isOpen, type ListedIncident, type Slice, type Verdict } from "@/lib/incident";
import { causeText } from "@/lib/incident-text";
import { capital, namesIn, sliceText } from "@/lib/incident-title";
import { figure, usually } from "@/lib/words";

export function incidentSentence({ state, title, confirmedAt }: Pick<Incident, "state" | "title" | "confirmedAt">): string {
	const sentences = {
		suspected: `${title} may not be arriving.`,
		confirmed: `${title} are not arriving.`,
		resolved: confirmedAt === null ? `${title} arrive; that they failed was never confirmed.` : `${title} arrive again.`,
		dismissed: `We were wrong about ${title}.`,
	} as const satisfies Record<Incident["state"], string>;
	return sentences[state];
}

export function incidentFacts(incident: Incident): string {
	const { windowMinutes, networks, expected } = incident.verdict;
	const tense = isOpen(incident) ? "In the latest reading" : "In the last reading before it ended";
	return `${tense}, ${shareText(incident.verdict)} people counted in ${windowMinutes} minutes said their code failed, from ${figure(networks)} networks. Usually ${usually(expected)}.`;
}

/** "41 of 58": of those the detector counted, so many whose code failed. */
export function shareText({ observed, arrived }: Pick<Verdict, "observed" | "arrived">): string {
	const failed = Math.round(observed);
	return `${figure(failed)} of ${figure(failed + arrived)}`;
}

/** Whose fault it looks like, and the numbers by which one explanation went before the next. */
export function faultSentence({ cause, slice, names, verdict }: ListedIncident): string {
	const { score, runnerUp } = verdict;
	const words = (one: Slice) => sliceText(one, namesIn(names));
	const next = runnerUp === null ? "" : ` The next best, ${words(runnerUp.slice)}, came to ${rounded(runnerUp.score)}.`;
	return `${capital(causeText(cause))}. What explains the reports best is ${words(slice)}, with a score of ${rounded(score)}.${next}`;
}

function rounded(score: number): string {
	return score.toLocaleString("en", { maximumFractionDigits: 1 });
}
