// Waking moderators. What is owed is read off the incidents themselves, so that no process can die between opening an
// incident and noting whom to tell. Safe to run twice and in two processes at once.
//
// 1. Everybody who is owed an alert gets its row, once. 2. For each person with something due, and room in their hour, all
// of it is claimed. 3. What was for somebody who is woken no longer is given up; what is not worth waking
// for now is dropped, and owed again when its incident goes on.
// 4. The rest goes in one mail, and is marked as sent; when the mail server does not take it, it is tried again later.
import { type Account, alertLetter, isWorthWaking, MAILS_PER_HOUR_MAX, NEWS_WITHIN_MS, pauseAfterMs, wokenPeople } from "./alert";
import type { Incident } from "./incident";
import type { Letter } from "./mail";
import type { Alert, Settled } from "./store/alerts";
import type { IncidentRow } from "./store/incidents";
import { HOUR_MS, MINUTE_MS, plus } from "./time";

/** Longer than any mail takes (lib/mail.ts limits each step): what was claimed longer ago was claimed by the dead. */
export const CLAIM_MS = 5 * MINUTE_MS;

export type WakeParts = {
	adminEmail: string | null;
	publicUrl: string;
	clock(): Promise<Date>;
	listAccounts(adminEmail: string | null): Promise<readonly Account[]>;
	queueAlerts(people: readonly string[], times: { now: Date; newsSince: Date }): Promise<void>;
	listDue(now: Date, limits: { sentSince: Date; mailsMax: number }): Promise<readonly string[]>;
	claimAlerts(person: string, times: { now: Date; until: Date }): Promise<readonly Alert[]>;
	settleAlerts(person: string, settled: readonly Settled[]): Promise<void>;
	dropAlerts(person: string, alerts: readonly Alert[]): Promise<void>;
	findIncident(id: string): Promise<IncidentRow | null>;
	present(row: IncidentRow): Incident;
	send(letter: Letter): Promise<void>;
	failed(what: string, error: unknown): void;
};

type Wake = { alert: Alert; incident: Incident };

/** One round. What fails for one person keeps nobody else from being told. */
export function makeWaking(parts: WakeParts): { wakeOnce(): Promise<void> } {
	async function wakeOnce(): Promise<void> {
		const now = await parts.clock();
		const people = await listPeople();
		await parts.queueAlerts([...people.keys()], { now, newsSince: plus(now, -NEWS_WITHIN_MS) });
		const due = await parts.listDue(now, { sentSince: plus(now, -HOUR_MS), mailsMax: MAILS_PER_HOUR_MAX });
		for (const person of due) await tell(person).catch((error) => parts.failed("waking somebody", error));
	}

	async function listPeople(): Promise<ReadonlyMap<string, string>> {
		return wokenPeople(await parts.listAccounts(parts.adminEmail), parts.adminEmail);
	}

	async function tell(person: string): Promise<void> {
		const now = await parts.clock();
		const claimed = await parts.claimAlerts(person, { now, until: plus(now, CLAIM_MS) });
		// Asked again for each: a mail server may have kept us from when they were queued.
		const address = (await listPeople()).get(person);
		const wakes = address === undefined ? [] : await wakesOf(claimed);
		const idle = claimed.filter((alert) => !wakes.some((wake) => wake.alert === alert));
		if (idle.length > 0 && address === undefined) await settle(person, idle, { givenUpAt: now });
		else if (idle.length > 0) await parts.dropAlerts(person, idle);
		if (address !== undefined && wakes.length > 0) await mail(person, address, wakes);
	}

	async function wakesOf(claimed: readonly Alert[]): Promise<readonly Wake[]> {
		const ids = [...new Set(claimed.map(({ incidentId }) => incidentId))];
		const rows = await Promise.all(ids.map(parts.findIncident));
		const incidents = new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, parts.present(row)] as const])));
		return claimed.flatMap((alert) => {
			const incident = incidents.get(alert.incidentId);
			return incident && isWorthWaking(alert.kind, incident) ? [{ alert, incident }] : [];
		});
	}

	async function mail(person: string, address: string, wakes: readonly Wake[]): Promise<void> {
		const alerts = wakes.map(({ alert }) => alert);
		const incidents = [...new Set(wakes.map(({ incident }) => incident))].sort((a, b) => a.openedAt.localeCompare(b.openedAt));
		try {
			await parts.send(alertLetter({ person, address, alerts, incidents, publicUrl: parts.publicUrl }));
		} catch (error) {
			return putOff(person, alerts, error);
		}
		await settle(person, alerts, { sentAt: await parts.clock() });
	}

	async function putOff(person: string, alerts: readonly Alert[], error: unknown): Promise<void> {
		const now = await parts.clock();
		for (const alert of alerts) {
			const pause = pauseAfterMs(alert.tries);
			const what = `waking somebody of incident ${alert.incidentId}, try ${alert.tries}${pause === null ? ": given up" : ""}`;
			parts.failed(what, error);
			await settle(person, [alert], pause === null ? { givenUpAt: now } : { dueAt: plus(now, pause) });
		}
	}

	async function settle(person: string, alerts: readonly Alert[], became: Partial<Omit<Settled, keyof Alert>>): Promise<void> {
		await parts.settleAlerts(
			person,
			alerts.map((alert) => ({ sentAt: null, givenUpAt: null, dueAt: null, ...alert, ...became })),
		);
	}

	return { wakeOnce };
}
