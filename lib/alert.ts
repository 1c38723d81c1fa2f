// Who is woken of an incident, when, and in which words? Once per person, incident and kind; pure rules. Who queues and
// sends is lib/wake.ts. Absent on purpose: anything that a reporter wrote, and demo incidents.
import { createHash } from "node:crypto";
import type { Role } from "./access";
import { type Incident, isOpen } from "./incident";
import { reportsIn } from "./incident-text";
import type { Letter } from "./mail";
import { dayOf, HOUR_MS, MINUTE_MS, SECOND_MS } from "./time";
import { clockTime, usually } from "./words";

/** What somebody is woken for: an incident has opened, or was flagged as one that looks coordinated. */
export const alertKinds = ["opened", "campaign"] as const;
export type AlertKind = (typeof alertKinds)[number];

/** An incident that opened longer ago is news to nobody; a process that was down for a night still tells the last of it. */
export const NEWS_WITHIN_MS = 6 * HOUR_MS;
/** Mails to one person in any hour; what is due beyond them waits and comes together in one. */
export const MAILS_PER_HOUR_MAX = 6;
/** With the pauses below a mail server may be gone for about three hours. */
export const TRIES_MAX = 16;
const FIRST_PAUSE_MS = 30 * SECOND_MS;
const PAUSE_MAX_MS = 15 * MINUTE_MS;

/** How long to wait after the `tries`th try: 30 s, 1 min, 2 min, … 15 min. `null`: no more. */
export function pauseAfterMs(tries: number): number | null {
	return tries >= TRIES_MAX ? null : Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), PAUSE_MAX_MS);
}

/** ADMIN_EMAIL's person, who may have no row yet, and stays the same one when they get it. */
export const FIRST_ADMIN = "first-admin";

export type Account = { id: string; email: string; role: Role; woken: boolean };

/** Everybody to be woken now, with their address: moderators, admins and the first admin, but those who do not want it. */
export function wokenPeople(accounts: readonly Account[], adminEmail: string | null): ReadonlyMap<string, string> {
	const isFirst = ({ email }: Account) => email.toLowerCase() === adminEmail;
	const woken = accounts.filter((one) => one.woken && one.role !== "reader" && !isFirst(one)).map(({ id, email }) => [id, email] as const);
	const first = accounts.find(isFirst);
	return new Map(adminEmail !== null && (first?.woken ?? true) ? [[FIRST_ADMIN, adminEmail], ...woken] : woken);
}

/** Whether there still is something to wake people for. */
export function isWorthWaking(kind: AlertKind, incident: Pick<Incident, "state" | "demo" | "campaign">): boolean {
	return isOpen(incident) && !incident.demo && (kind === "opened" || incident.campaign);
}

/** What one mail tells: its alerts, and the incidents they are about as they stand now, each once. */
export type AlertLetter = {
	person: string;
	address: string;
	alerts: readonly { incidentId: string; kind: AlertKind }[];
	incidents: readonly Incident[];
	publicUrl: string;
};

export function alertLetter({ person, address, alerts, incidents, publicUrl }: AlertLetter): Letter {
	const host = new URL(publicUrl).hostname;
	const named = alerts.map(({ incidentId, kind }) => `${kind} ${incidentId}`).sort();
	return {
		to: address,
		subject: subjectOf(incidents),
		text: [...incidents.map((one) => paragraphOf(one, publicUrl)), whyText(publicUrl)].join("\n\n"),
		messageId: `<alert.${digest([person, ...named].join("\n"))}@${host}>`,
		references: incidents.map(({ id }) => `<incident.${id}@${host}>`),
	};
}

function subjectOf(incidents: readonly Incident[]): string {
	const [first, ...more] = incidents;
	if (!first) throw new Error("a letter about no incident");
	if (more.length > 0) return `${incidents.length} incidents to look at: ${first.title}, and ${more.length} more`;
	if (first.state === "confirmed") return `Confirmed: ${first.title}`;
	return `${first.campaign ? "Looks coordinated" : "Possible"}: ${first.title} (not confirmed)`;
}

function paragraphOf(incident: Incident, publicUrl: string): string {
	const startedAt = new Date(incident.startedAt);
	return `${incident.title}: ${standing(incident)}
Since about ${clockTime(startedAt)} on ${dayOf(startedAt)}: ${reportsIn(incident.verdict)}. Usually ${usually(incident.verdict.expected)}.

Decide at the desk: ${publicUrl}/desk?incident=${incident.id}
What everybody sees: ${incident.url}`;
}

function standing({ state, campaign }: Incident): string {
	if (state === "confirmed") return "confirmed.";
	return campaign
		? "possible, not confirmed, and many reports look alike. It may be a campaign rather than a fault: only a moderator can confirm it."
		: "possible, not confirmed.";
}

function whyText(publicUrl: string): string {
	return `You get this because you are a moderator of Undelivered at ${publicUrl}, and at most ${MAILS_PER_HOUR_MAX} such mails an hour.
To get no more of them, turn them off on your account: ${publicUrl}/desk/account
`;
}

function digest(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
