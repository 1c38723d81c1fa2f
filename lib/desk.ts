// What may a moderator do to an incident? Confirm, dismiss with a reason, resolve, write an update, note what the vendor
// says, take any of it back: each one verb, one transaction, a compare-and-set on the incident's version, an update for
// the public and a row in the audit.
import { mayDo, type Person } from "./access";
import { type Decision, decisions, type Incident, type IncidentState, isOpen, life, type Slice } from "./incident";
import { decisionText } from "./incident-text";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { isPlainText } from "./report";
import { parseStance, type TypedStance } from "./stance";
import type { Change } from "./store/incident-changes";
import type { AuditRow, IncidentRow } from "./store/incidents";
import { DAY_MS, plus } from "./time";
import { beforeOf, type Undoable, undoableOf } from "./undo";
import { clockTime } from "./words";

export const deeds = [...decisions, "record-stance", "undo"] as const;
export type Deed = (typeof deeds)[number];

/** `version`: the one the moderator saw; another refuses with `conflict`. `text`: the reason, or what the public reads. */
export type DeedOrder = { incident: string; version: number; text: string } & (
	| { deed: Decision }
	| { deed: "record-stance"; stance: TypedStance }
	/** `undoes`: the id of an audit entry. */
	| { deed: "undo"; undoes: string }
);

export type AuditEntry = { id: string; at: string; who: string; deed: string; subject: string; detail: unknown; canBeUndone: boolean };

export type Desk = {
	/**
	 * Refusals: `forbidden`, `not-found`, `conflict` (somebody was quicker, or it cannot be done from here), `malformed`
	 * (a reason, a text, a link or a time is missing), `not-text`, `from-the-future`.
	 */
	do(order: DeedOrder, person: Person | null): Promise<Incident | Refusal>;
	/** Incidents that change what the public is told or still cover a slice, the ones to decide first; then those of the last day. */
	queue(): Promise<readonly Incident[]>;
	/** Newest first, with what can still be undone. */
	audit(incident: string): Promise<readonly AuditEntry[]>;
};

export type DeskParts = {
	clock(): Promise<Date>;
	findIncident(id: string): Promise<IncidentRow | null>;
	listCurrent(since: Date): Promise<readonly IncidentRow[]>;
	changeIncident(change: Change): Promise<boolean>;
	listAudit(incident: string): Promise<readonly AuditRow[]>;
	present(row: IncidentRow): Incident;
	/** Told the slice of an incident that changed. */
	changed(slice: Slice): void;
};

/** What the public reads of one deed. */
export const TEXT_LENGTH_MAX = 1_000;

export function makeDesk(parts: DeskParts): Desk {
	async function act(order: DeedOrder, person: Person | null): Promise<Incident | Refusal> {
		if (!mayDo(person, order.deed)) return refuse("forbidden", "Sign in as a moderator to do that.");
		const text = order.text.trim();
		const refusal = refusalOfText(order.deed, text);
		if (refusal) return refusal;
		const incident = await parts.findIncident(order.incident);
		if (!incident) return refuse("not-found", "There is no incident with this id.");
		if (incident.version !== order.version) return conflict(incident.id);
		const change = await changeFor({ order, text, incident, person, at: await parts.clock() });
		if (isRefusal(change)) return change;
		if (!(await parts.changeIncident(change))) return conflict(incident.id);
		parts.changed(incident.slice);
		const changed = await parts.findIncident(order.incident);
		return changed ? parts.present(changed) : refuse("not-found", "The incident is gone.");
	}

	async function changeFor(work: Work): Promise<Change | Refusal> {
		const { order, incident } = work;
		switch (order.deed) {
			case "record-stance":
				return stanceChange(order.stance, work);
			case "undo":
				return undoChange(
					undoableOf(incident, await parts.listAudit(incident.id)).find(({ id }) => id === order.undoes),
					work,
				);
			default:
				return life[order.deed].from.some((state) => state === incident.state) ? decisionChange(order.deed, work) : conflict(incident.id);
		}
	}

	/** Says what the other did: the newest of what a moderator did and what the public was told. */
	async function conflict(id: string): Promise<Refusal> {
		const [incident, [deed]] = await Promise.all([parts.findIncident(id), parts.listAudit(id)]);
		const told = incident?.updates.at(-1);
		const isDeed = deed !== undefined && (told === undefined || deed.at.toISOString() >= told.at);
		const what = isDeed
			? `${deed.who}: ${deed.deed}, at ${clockTime(deed.at)}.`
			: told
				? `At ${clockTime(new Date(told.at))}: ${told.text}`
				: "";
		return refuse("conflict", `Somebody was quicker: this incident has changed. ${what} Look again, then decide.`.replace("  ", " "));
	}

	return {
		do: act,
		async queue() {
			const rows = await parts.listCurrent(plus(await parts.clock(), -DAY_MS));
			return rows.map(parts.present).sort((a, b) => decideFirst(a) - decideFirst(b) || a.openedAt.localeCompare(b.openedAt));
		},
		async audit(id) {
			const [incident, entries] = await Promise.all([parts.findIncident(id), parts.listAudit(id)]);
			const undoable = new Set(incident ? undoableOf(incident, entries).map((one) => one.id) : []);
			return entries.map((entry) => ({ ...entry, at: entry.at.toISOString(), canBeUndone: undoable.has(entry.id) }));
		},
	};
}

function refusalOfText(deed: Deed, text: string): Refusal | null {
	const about = (message: string) => ({ errors: [{ field: "text", message }] });
	if (text.length > TEXT_LENGTH_MAX) return refuse("malformed", `Say it in ${TEXT_LENGTH_MAX} characters or fewer.`, about("is too long"));
	if (!isPlainText(text)) return refuse("not-text", "Take the control characters out.", about("holds control characters"));
	const needsText = deed === "dismiss" || deed === "write";
	return text === "" && needsText ? refuse("malformed", "Say why, in a sentence the public will read.", about("is empty")) : null;
}

type Work = { order: DeedOrder; text: string; incident: IncidentRow; person: Person; at: Date };

function usual({ order, incident, person, at }: Work, detail: object): Omit<Change, "set" | "text" | "state"> & { by: "moderator" } {
	return {
		id: incident.id,
		version: incident.version,
		at,
		by: "moderator",
		userId: person.id,
		verdict: null,
		audit: { who: person.email, deed: order.deed, detail },
	};
}

function decisionChange(deed: Decision, work: Work): Change {
	const { text, incident, at } = work;
	const detail = { from: incident.state, text, before: beforeOf(incident) };
	return {
		...usual(work, detail),
		state: life[deed].to ?? incident.state,
		set: setBy(deed, text, incident, at),
		text: decisionText(deed, text),
	};
}

function setBy(deed: Decision, text: string, { startedAt }: IncidentRow, at: Date): Change["set"] {
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

/** The vendor's sentence stands at the time it was said, in the state of that time. */
function stanceChange(typed: TypedStance, work: Work): Change | Refusal {
	const { text, incident } = work;
	const noted = parseStance(typed, incident.startedAt, work.at);
	if (isRefusal(noted)) return noted;
	return {
		...usual(work, { text, ...noted }),
		by: "vendor",
		said: { at: noted.at, state: stateAt(incident, noted.at) },
		state: incident.state,
		set: {},
		text,
		stance: { ...noted, by: "moderator" },
	};
}

function stateAt({ updates }: IncidentRow, at: Date): IncidentState {
	return updates.findLast((update) => Date.parse(update.at) <= at.getTime())?.state ?? "suspected";
}

const undoneWords = {
	confirm: "the confirmation",
	dismiss: "the retraction",
	resolve: "the ending",
	"record-stance": "the stance noted",
} as const;

function undoChange(undone: Undoable | undefined, work: Work): Change | Refusal {
	const { text, incident } = work;
	if (!undone) return refuse("conflict", "This cannot be taken back any more: it has been already, or the incident has gone on since.");
	const what = Object.entries(undoneWords).find(([deed]) => deed === undone.deed)?.[1] ?? undone.deed;
	return {
		...usual(work, { from: incident.state, undoes: undone.id, undoneDeed: undone.deed, text }),
		state: undone.state,
		set: undone.set,
		text: `Taken back: ${what} at ${clockTime(undone.at)}.${text && ` ${text}`}`,
		...(undone.isStance && { takesBack: undone.id }),
	};
}

/** Suspected ones wait for a decision, what looks coordinated before the rest; what is over comes last. */
function decideFirst({ state, campaign, closedAt }: Incident): number {
	if (state === "suspected") return campaign ? 0 : 1;
	if (isOpen({ state })) return 2;
	return closedAt === null ? 3 : 4;
}
