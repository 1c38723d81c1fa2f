// What is an incident, and how does it live? Pure rules: the life is
// suspected → confirmed → resolved, or dismissed (a visible retraction with its reason). Who writes: lib/watch.ts and
// the desk's deeds, each as a compare-and-set in lib/store. Absent on purpose: "failing" and "calm", which are lib/status.ts's,
// and the words: lib/incident-title.ts and lib/incident-text.ts.
import type { Channel } from "./report";

export const incidentStates = ["suspected", "confirmed", "resolved", "dismissed"] as const;
export type IncidentState = (typeof incidentStates)[number];

export const causes = ["service", "carrier", "region", "shared-sender", "undetermined"] as const;
export type Cause = (typeof causes)[number];

export const authors = ["watch", "moderator", "vendor"] as const;
export type Author = (typeof authors)[number];

export const stanceValues = ["silent", "denied", "partly_acknowledged", "admitted", "fixed"] as const;
export type StanceValue = (typeof stanceValues)[number];

/** A set of values per dimension, `null` where any value will do: what a verdict is about. */
export type Slice = {
	service: readonly string[] | null;
	region: readonly string[] | null;
	carrier: readonly string[] | null;
	channel: readonly Channel[] | null;
};

/** Display names by value, kept apart by dimension: a service may be spelled like a carrier. */
export type SliceNames = Record<"service" | "carrier" | "region", Readonly<Record<string, string>>>;

/** What the detector says of a slice, with the numbers that made it so. */
export type Verdict = {
	/** Failing reporters left after thinning, in the window. */
	observed: number;
	/** What is ordinary for this slice in this window. */
	expected: number;
	/** Nats: how surprising `observed` is beside `expected`. */
	score: number;
	threshold: number;
	windowMinutes: number;
	networks: number;
	/** People in the window whose code came. */
	arrived: number;
	model: string;
	runnerUp: { slice: Slice; score: number } | null;
};

export type Update = { id: string; at: string; by: Author; state: IncidentState; text: string };
export type Stance = { at: string; value: StanceValue; url: string | null; by: string };

/** An incident as page, API, feed and widget tell it. Times are ISO 8601 UTC. */
export type Incident = {
	id: string;
	url: string;
	/** The one service it is about; `null` where there are several, or none. */
	service: string | null;
	serviceName: string | null;
	slice: Slice;
	/** What it was taken for at first. */
	sliceAtOpening: Slice;
	/** What the values of its slices are called, those of the runner-up too. */
	names: SliceNames;
	state: IncidentState;
	confirmedBy: "crowd" | "moderator" | null;
	cause: Cause;
	title: string;
	campaign: boolean;
	demo: boolean;
	startedAt: string;
	openedAt: string;
	confirmedAt: string | null;
	dismissedAt: string | null;
	dismissedReason: string | null;
	endedAt: string | null;
	closedAt: string | null;
	verdict: Verdict;
	/** When the detector came to that verdict. */
	lookedAt: string;
	verdictAtOpening: Verdict;
	stance: readonly Stance[];
	/** Oldest first. */
	updates: readonly Update[];
	version: number;
};

/** An incident beside others: its updates are told where it is told alone. */
export type ListedIncident = Omit<Incident, "updates">;

export function listed({ updates: _, ...incident }: Incident): ListedIncident {
	return incident;
}

/** What a moderator decides: to lead an incident on, or to leave it where it is with a word more. */
export const decisions = ["confirm", "dismiss", "resolve", "write"] as const;
export type Decision = (typeof decisions)[number];

/** From which states a decision starts, and where it leads; `null`: it stays where it is. */
export const life = {
	confirm: { from: ["suspected"], to: "confirmed" },
	dismiss: { from: ["suspected", "confirmed"], to: "dismissed" },
	resolve: { from: ["suspected", "confirmed"], to: "resolved" },
	write: { from: ["suspected", "confirmed", "resolved", "dismissed"], to: null },
} as const satisfies Record<Decision, { from: readonly IncidentState[]; to: IncidentState | null }>;

/** Everything at once, whatever the service, carrier or region: people reporting, more likely than codes failing (DETECTION). */
export function isSurge({ service, region, carrier }: Slice): boolean {
	return service === null && region === null && carrier === null;
}

/** While open an incident changes what the public is told. */
export function isOpen(incident: { state: IncidentState }): boolean {
	return incident.state === "suspected" || incident.state === "confirmed";
}

/** Whether a slice names a service, alone or among others. */
export function concerns(slice: Slice, service: { slug: string }): boolean {
	return slice.service?.includes(service.slug) ?? false;
}

/** Whether a slice is about some carriers or regions only. */
export function isNarrowed({ carrier, region }: Slice): boolean {
	return carrier !== null || region !== null;
}

/** The same slice, the same key: what may be covered by one incident at a time. Values in order. */
export function sliceKeyOf(slice: Slice): string {
	return JSON.stringify(
		[slice.service, slice.region, slice.carrier, slice.channel].map((values) => (values === null ? null : [...values].sort())),
	);
}

/** After this long the same slice failing again is a new incident (DESIGN: an incident's life). */
export const REOPEN_WITHIN_MS = 60 * 60_000;
