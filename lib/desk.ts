// What may a moderator do to an incident? Confirm, dismiss with a reason, resolve, write an update: each one verb, one
// transaction, a compare-and-set on the incident's version, an update for the public and a row in the audit.
import { mayDo, type Person } from "./access";
import { type Incident, type IncidentState, isOpen } from "./incident";
import { type Refusal, refuse } from "./refusal";
import { isPlainText } from "./report";
import type { Change } from "./store/incident-changes";
import type { IncidentRow } from "./store/incidents";

export const deeds = ["confirm", "dismiss", "resolve", "write"] as const;
export type Deed = (typeof deeds)[number];

/** `version`: the one the moderator saw; another refuses with `conflict`. `text`: the reason, or what the public reads. */
export type DeedOrder = { deed: Deed; incident: string; version: number; text: string };

export type AuditEntry = { id: string; at: string; who: string; deed: string; subject: string; detail: unknown };

export type Desk = {
	/** Refusals: `forbidden`, `not-found`, `conflict` (somebody was quicker), `malformed` (a reason or a text is missing), `not-text`. */
	do(order: DeedOrder, person: Person | null): Promise<Incident | Refusal>;
	/** Incidents that change what the public is told or still cover a slice, the ones to decide first. */
	queue(): Promise<readonly Incident[]>;
	audit(incident: string): Promise<readonly AuditEntry[]>;
};

export type DeskParts = {
	clock(): Promise<Date>;
	findIncident(id: string): Promise<IncidentRow | null>;
	listCurrent(since: Date): Promise<readonly IncidentRow[]>;
	changeIncident(change: Change): Promise<boolean>;
	listAudit(incident: string): Promise<readonly (Omit<AuditEntry, "at"> & { at: Date })[]>;
	present(row: IncidentRow): Incident;
	changed(serviceIds: readonly number[]): void;
};

/** What the public reads of one deed. */
export const TEXT_LENGTH_MAX = 1_000;

/** From which states a deed starts, and where it leads; `null`: it stays where it is. */
const LIFE = {
	confirm: { from: ["suspected"], to: "confirmed" },
	dismiss: { from: ["suspected", "confirmed"], to: "dismissed" },
	resolve: { from: ["suspected", "confirmed"], to: "resolved" },
	write: { from: ["suspected", "confirmed", "resolved", "dismissed"], to: null },
} as const satisfies Record<Deed, { from: readonly IncidentState[]; to: IncidentState | null }>;

export function makeDesk(parts: DeskParts): Desk {
	async function act(order: DeedOrder, person: Person | null): Promise<Incident | Refusal> {
		if (!mayDo(person, order.deed)) return refuse("forbidden", "Sign in as a moderator to do that.");
		const text = order.text.trim();
		const refusal = refusalOfText(order.deed, text);
		if (refusal) return refusal;
		const incident = await parts.findIncident(order.incident);
		if (!incident) return refuse("not-found", "There is no incident with this id.");
		if (incident.version !== order.version || !LIFE[order.deed].from.some((state) => state === incident.state)) return conflict();
		const done = await parts.changeIncident(changeFor(order, text, incident, person, await parts.clock()));
		if (!done) return conflict();
		if (incident.serviceId !== null) parts.changed([incident.serviceId]);
		const changed = await parts.findIncident(order.incident);
		return changed ? parts.present(changed) : refuse("not-found", "The incident is gone.");
	}

	return {
		do: act,
		async queue() {
			const rows = await parts.listCurrent(await parts.clock());
			return rows.map(parts.present).sort((a, b) => decideFirst(a) - decideFirst(b) || a.openedAt.localeCompare(b.openedAt));
		},
		async audit(incident) {
			return (await parts.listAudit(incident)).map((entry) => ({ ...entry, at: entry.at.toISOString() }));
		},
	};
}

function refusalOfText(deed: Deed, text: string): Refusal | null {
	const about = (message: string) => ({ errors: [{ field: "text", message }] });
	if (text.length > TEXT_LENGTH_MAX) return refuse("malformed", `Say it in ${TEXT_LENGTH_MAX} characters or fewer.`, about("is too long"));
	if (!isPlainText(text)) return refuse("not-text", "Take the control characters out.", about("holds control characters"));
	return text === "" && needsText(deed) ? refuse("malformed", "Say why, in a sentence the public will read.", about("is empty")) : null;
}

function needsText(deed: Deed): boolean {
	return deed === "dismiss" || deed === "write";
}

function conflict(): Refusal {
	return refuse("conflict", "Somebody was quicker: this incident has changed since you opened it. Look again, then decide.");
}

function changeFor(order: DeedOrder, text: string, incident: IncidentRow, person: Person, at: Date): Change {
	const { to } = LIFE[order.deed];
	return {
		id: incident.id,
		version: incident.version,
		at,
		by: "moderator",
		userId: person.id,
		state: to ?? incident.state,
		set: setBy(order.deed, text, incident, at),
		text: sentenceFor(order.deed, text),
		verdict: null,
		audit: { who: person.email, deed: order.deed, detail: { from: incident.state, text } },
	};
}

function setBy(deed: Deed, text: string, { startedAt }: IncidentRow, at: Date): Change["set"] {
	const endedAt = at < startedAt ? startedAt : at;
	switch (deed) {
		case "confirm":
			return { confirmedAt: at, confirmedBy: "moderator" };
		case "dismiss":
			return { dismissedAt: at, dismissedReason: text, endedAt };
		case "resolve":
			return { endedAt };
		case "write":
			return {};
	}
}

function sentenceFor(deed: Deed, text: string): string {
	switch (deed) {
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

/** Suspected ones wait for a decision; the rest follow. */
function decideFirst({ state }: Incident): number {
	return state === "suspected" ? 0 : isOpen({ state }) ? 1 : 2;
}
