// What does a finding of the detector change? Each becomes one change of an incident with the sentence that the public
// reads, numbers in it. Applied in the step's own transaction; an incident that a moderator changed meanwhile is left alone.
import type { Catalog } from "./catalog/catalog";
import { namesOf } from "./catalog/names";
import { reachOf, serviceIdOf } from "./catalog/reach";
import type { Finding, Peak } from "./detect/finding";
import { isOpen, isSurge, type Slice, sliceKeyOf, type Verdict } from "./incident";
import {
	campaignText,
	causeText,
	confirmationText,
	endingText,
	firstSuccessText,
	openingText,
	peakText,
	renamedText,
	reopeningText,
	surgeText,
} from "./incident-text";
import { capital, titleOf } from "./incident-title";
import type { Change, Opening } from "./store/incident-changes";
import type { IncidentRow } from "./store/incidents";

/** What a step writes, in its transaction. */
export type StepStore = {
	findIncident(id: string): Promise<IncidentRow | null>;
	openIncident(opening: Opening): Promise<string | null>;
	changeIncident(change: Change): Promise<boolean>;
	saveVerdict(incident: string, at: Date, slice: Slice, verdict: Verdict): Promise<void>;
};

export type Acting = { at: Date; catalog: Catalog; store: StepStore };
type Of<Tag extends Finding["tag"]> = Extract<Finding, { tag: Tag }>;
type Told = Partial<Pick<Change, "state" | "set" | "renamed" | "verdict">> & { text: string };

/** Applies one finding; returns the slices of which something else is told now. */
export async function actOn(finding: Finding, acting: Acting): Promise<readonly Slice[]> {
	if (finding.tag === "opened") return open(finding, acting);
	const incident = await acting.store.findIncident(finding.incident);
	if (incident === null) return [];
	if (finding.tag === "read" && !tellsCause(finding, incident)) return note(finding, incident, acting);
	const told = toldOf(finding, incident, acting);
	if (told === null) return [];
	const change = { id: incident.id, version: incident.version, at: acting.at, by: "watch", userId: null, audit: null } as const;
	const isDone = await acting.store.changeIncident({ ...change, state: incident.state, set: {}, verdict: null, ...told });
	return isDone ? [incident.slice, ...(told.renamed ? [told.renamed.slice] : [])] : [];
}

async function open({ slice, startedAt, cause, verdict }: Of<"opened">, { at, catalog, store }: Acting): Promise<readonly Slice[]> {
	const title = titleOf(slice, namesOf(catalog));
	const opened = await store.openIncident({
		serviceId: serviceIdOf(slice, catalog),
		slice,
		reach: reachOf(slice, catalog),
		sliceKey: sliceKeyOf(slice),
		cause,
		title,
		startedAt,
		at,
		verdict,
		text: isSurge(slice) ? surgeText(title, verdict) : openingText(title, verdict, { startedAt, cause }),
	});
	return opened === null ? [] : [slice];
}

/** What a finding changes of an incident as it stands; `null`: nothing. */
function toldOf(finding: Exclude<Finding, { tag: "opened" }>, incident: IncidentRow, acting: Acting): Told | null {
	if (finding.tag === "reopened") return reopened(finding, incident);
	if (incident.closedAt !== null) return null;
	if (finding.tag === "back") return ended(finding, incident, acting.at);
	if (!isOpen(incident)) return null;
	switch (finding.tag) {
		case "renamed":
			return renamed(finding, incident, acting.catalog);
		case "confirmed":
			return confirmed(finding, incident, acting.at);
		case "flagged":
			return { set: { campaign: finding.campaign }, text: campaignText(finding.campaign) };
		case "read":
			return { set: { cause: finding.cause }, verdict: finding.verdict, text: `${capital(causeText(finding.cause))}.` };
		case "peaked":
			return { text: peakText(finding.peak) };
		case "arriving":
			return { text: firstSuccessText(finding.since, finding.people) };
	}
}

function reopened({ verdict }: Of<"reopened">, { closedAt, confirmedAt, cause, slice, title }: IncidentRow): Told | null {
	if (closedAt === null) return null;
	const state = confirmedAt === null ? "suspected" : "confirmed";
	return {
		state,
		set: { endedAt: null, closedAt: null },
		verdict,
		text: isSurge(slice) ? surgeText(title, verdict) : reopeningText(title, verdict, cause),
	};
}

function renamed({ slice, cause, verdict }: Of<"renamed">, incident: IncidentRow, catalog: Catalog): Told | null {
	const sliceKey = sliceKeyOf(slice);
	if (sliceKey === sliceKeyOf(incident.slice)) return null;
	const names = namesOf(catalog);
	return {
		renamed: { serviceId: serviceIdOf(slice, catalog), slice, sliceKey, title: titleOf(slice, names) },
		set: { cause },
		verdict,
		text: renamedText({ before: incident.slice, after: slice }, names, verdict),
	};
}

function confirmed({ verdict }: Of<"confirmed">, incident: IncidentRow, at: Date): Told | null {
	if (incident.state !== "suspected" || incident.campaign) return null;
	const set = { confirmedAt: at, confirmedBy: "crowd" } as const;
	return { state: "confirmed", set, verdict, text: confirmationText(verdict, incident.cause) };
}

/** A cause that can be told now. What was told is not taken back for lack of it. */
function tellsCause({ cause }: Of<"read">, incident: IncidentRow): boolean {
	return isOpen(incident) && cause !== incident.cause && cause !== "undetermined";
}

/** The numbers as they stand, where they moved: no change of the incident, which a moderator may be about to decide. */
async function note({ verdict }: Of<"read">, incident: IncidentRow, { at, store }: Acting): Promise<readonly Slice[]> {
	if (!isOpen(incident) || incident.verdicts.at(-1)?.observed === verdict.observed) return [];
	await store.saveVerdict(incident.id, at, incident.slice, verdict);
	return [incident.slice];
}

/** Back at its baseline: an open incident is resolved; one a moderator ended stops covering its slice, silently. */
function ended({ endedAt, peak, verdict }: Of<"back">, incident: IncidentRow, at: Date): Told {
	if (!isOpen(incident)) return { set: { closedAt: at }, text: "" };
	const over = endedAt < incident.startedAt ? incident.startedAt : endedAt;
	return {
		state: "resolved",
		set: { endedAt: over, closedAt: at },
		verdict,
		text: endingText(incident.startedAt, over, worthTelling(peak, incident)),
	};
}

/** A peak that is no more than what the opening said is not said again. */
function worthTelling(peak: Peak | null, { verdicts }: IncidentRow): Peak | null {
	return peak !== null && peak.observed > (verdicts[0]?.observed ?? 0) ? peak : null;
}
