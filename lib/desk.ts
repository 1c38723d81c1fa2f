// What may a moderator do to an incident? Confirm, dismiss with a reason, resolve, write an update: each one verb, one
// transaction, a compare-and-set on the incident's version, an update for the public and a row in the audit.
import type { Incident } from "./incident";
import type { Refusal } from "./refusal";

export type Role = "reader" | "moderator" | "admin";
export type Person = { id: string; email: string; name: string | null; role: Role };

export const deeds = ["confirm", "dismiss", "resolve", "write"] as const;
export type Deed = (typeof deeds)[number];

/** `version`: the one the moderator saw; another refuses with `conflict`. `text`: the reason, or what the public reads. */
export type DeedOrder = { deed: Deed; incident: string; version: number; text: string };

export type AuditEntry = { id: string; at: string; who: string; deed: string; subject: string; detail: unknown };

export type Desk = {
	/** Refusals: `not-allowed`, `not-found`, `conflict` (somebody was quicker), `malformed` (a reason is missing). */
	do(order: DeedOrder, person: Person): Promise<Incident | Refusal>;
	/** Incidents that still change what the public is told or still cover a slice, oldest decision first. */
	queue(): Promise<readonly Incident[]>;
	audit(incident: string): Promise<readonly AuditEntry[]>;
};
