// In which sentences is an incident told? Each says what changed, with its time and the numbers that made it so. No
// sentence blames a carrier, a region or a sender unless the cause is known; and then it says on which grounds.
import type { Peak } from "./detect/finding";
import type { Cause, Decision, Slice, Verdict } from "./incident";
import { capital, carrierText, codesText, type DisplayNames, regionText, serviceText, sliceText } from "./incident-title";
import { clockTime, duration, people, usually } from "./words";

/** Numbers of one window: what a sentence of people says. */
type Crowd = Pick<Verdict, "observed" | "networks" | "windowMinutes">;

export function openingText(title: string, verdict: Verdict, { startedAt, cause }: { startedAt: Date; cause: Cause }): string {
	return `${title} may not be arriving: ${reportsIn(verdict)}. Usually ${usually(verdict.expected)}. Started about ${clockTime(startedAt)}. ${capital(causeText(cause))}.`;
}

/** Of a rise of everything at once: opening and reopening alike. */
export function surgeText(title: string, verdict: Verdict): string {
	return `${title}: ${reportsIn(verdict)}. Usually ${usually(verdict.expected)}. It is about every service everywhere, so we take it for a surge of attention and not for an outage.`;
}

export function reopeningText(title: string, verdict: Verdict, cause: Cause): string {
	return `${title} are failing again: ${reportsIn(verdict)}. Usually ${usually(verdict.expected)}. ${capital(causeText(cause))}.`;
}

export function confirmationText(verdict: Verdict, cause: Cause): string {
	return `Confirmed by the number of people: ${reportsIn(verdict)}, beyond doubt for ten minutes. ${capital(causeText(cause))}.`;
}

export function endingText(startedAt: Date, endedAt: Date, peak: Peak | null): string {
	const over = `Back to normal since about ${clockTime(endedAt)}, after ${duration(endedAt.getTime() - startedAt.getTime())}.`;
	return peak === null ? over : `${over} At its peak ${reportsIn(peak)}, up to ${clockTime(peak.at)}.`;
}

/** Whose fault it looks like, and why (the rules: /method). Most often nobody can tell. */
export function causeText(cause: Cause): string {
	return causeTexts[cause];
}

const causeTexts = {
	service: "the fault looks like the service's own: it fails with several carriers or mailbox hosts alike",
	carrier: "the fault looks like the carrier's: several services fail on it and work elsewhere",
	region: "the fault looks like the region's: several services fail there, on several carriers, and work elsewhere",
	"shared-sender": "several services fail together, on several carriers: they may share a sender",
	undetermined: "which side is at fault cannot be told",
} as const satisfies Record<Cause, string>;

/** The incident is about another slice than was thought: more, less, or something else. */
export function renamedText({ before, after }: { before: Slice; after: Slice }, names: DisplayNames, verdict: Verdict): string {
	return `${capital(changeText(before, after, names))}: ${reportsIn(verdict)}. Usually ${usually(verdict.expected)}.`;
}

function changeText(before: Slice, after: Slice, names: DisplayNames): string {
	const [first, ...others] = dimensions.filter((dimension) => !isSame(before[dimension], after[dimension]));
	const added = first === undefined || others.length > 0 ? null : addedTo(before[first], after[first]);
	if (first !== undefined && added !== null) return `now also ${addedText(first, { ...after, [first]: added }, names)}`;
	const name = sliceText(after, names);
	if (isWithin(after, before)) return `narrowed to ${name}`;
	return isWithin(before, after) ? `widened to ${name}` : `better described as ${name}`;
}

const dimensions = ["channel", "service", "carrier", "region"] as const;
type Dimension = (typeof dimensions)[number];

/** The values that came to those there were; `null` where one went, or where all are meant. */
function addedTo(before: readonly string[] | null, after: readonly string[] | null): readonly string[] | null {
	if (before === null || after === null || !before.every((value) => after.includes(value))) return null;
	return after.filter((value) => !before.includes(value));
}

function addedText(dimension: Dimension, added: Slice, names: DisplayNames): string {
	switch (dimension) {
		case "channel":
			return codesText(added.channel);
		case "service":
			return serviceText(added, names);
		case "carrier":
			return carrierText(added, names);
		case "region":
			return regionText(added, names);
	}
}

function isSame(one: readonly string[] | null, other: readonly string[] | null): boolean {
	return holdsAll(one, other) && holdsAll(other, one);
}

function isWithin(inner: Slice, outer: Slice): boolean {
	return dimensions.every((dimension) => holdsAll(outer[dimension], inner[dimension]));
}

function holdsAll(outer: readonly string[] | null, inner: readonly string[] | null): boolean {
	return outer === null || (inner?.every((value) => outer.includes(value)) ?? false);
}

export function peakText(peak: Peak): string {
	return `Past its peak: ${crowdIn(peak)}, up to ${clockTime(peak.at)}.`;
}

/** Codes arrive again for the first time; nothing is over yet. `at`: when the first of them came. */
export function firstSuccessText(at: Date, count: number): string {
	return `First codes arrive again: ${people(count)} had theirs since ${clockTime(at)}.`;
}

export function campaignText(isFlagged: boolean): string {
	return isFlagged
		? "Reports look alike in a way genuine faults do not: it stays a suspicion until a moderator has looked."
		: "Reports no longer look alike in a way genuine faults do not: enough people can confirm it again.";
}

/** What the public reads of a decision; `text` is the moderator's, and may be empty where the decision speaks for itself. */
export function decisionText(decision: Decision, text: string): string {
	switch (decision) {
		case "confirm":
			return text || "Confirmed by a moderator.";
		case "dismiss":
			return `Retracted: ${text}`;
		case "resolve":
			return text || "Ended by a moderator.";
		case "write":
			return text;
	}
}

/** "9 people on 8 networks reported it in 20 minutes". */
export function reportsIn({ observed, networks, windowMinutes }: Crowd): string {
	return `${people(observed)} on ${networksText(networks)} reported it in ${duration(windowMinutes * 60_000)}`;
}

/** "9 people on 8 networks in 20 minutes". */
function crowdIn({ observed, networks, windowMinutes }: Crowd): string {
	return `${people(observed)} on ${networksText(networks)} in ${duration(windowMinutes * 60_000)}`;
}

function networksText(networks: number): string {
	return networks === 1 ? "1 network" : `${networks} networks`;
}
