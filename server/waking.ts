// Waking moderators runs beside the household's rounds and never within one: a mail server that hangs holds up no watch.
import { setTimeout as wait } from "node:timers/promises";
import type { Catalog } from "@/lib/catalog/catalog";
import type { Env } from "@/lib/env";
import { sendLetter } from "@/lib/mail";
import { incidentOf } from "@/lib/presentation";
import * as alerts from "@/lib/store/alerts";
import { findIncident } from "@/lib/store/incidents";
import { type Pool, readClock } from "@/lib/store/pool";
import { makeWaking } from "@/lib/wake";

/** A round under way has this long when the process is asked to go; what it claimed is due again later. */
const CLOSE_WITHIN_MS = 3_000;

type Waker = {
	/** Begins a round unless one is under way. */
	wake(): void;
	close(): Promise<void>;
};

export type WakerParts = {
	env: Pick<Env, "SMTP_URL" | "MAIL_FROM" | "ADMIN_EMAIL" | "PUBLIC_URL">;
	pool: Pool;
	catalog: Catalog;
	failed(what: string, error: unknown): void;
};

/** Without SMTP_URL nobody is woken, and nothing is queued: it is said once. */
export function openWaker(parts: WakerParts & { say(sentence: string): void }): Waker {
	const url = parts.env.SMTP_URL;
	if (url) return makeWaker(() => wakeOnce(parts, url), parts.failed);
	parts.say("SMTP_URL is not set: nobody is woken by mail when an incident opens.");
	return { wake() {}, async close() {} };
}

/** One round on the real store and the real mail server. */
export async function wakeOnce({ env, pool, catalog, failed }: WakerParts, url: string): Promise<void> {
	const waking = makeWaking({
		adminEmail: env.ADMIN_EMAIL ?? null,
		publicUrl: env.PUBLIC_URL,
		clock: () => readClock(pool),
		listAccounts: (adminEmail) => alerts.listAccounts(pool, adminEmail),
		queueAlerts: (people, times) => alerts.queueAlerts(pool, people, times),
		listDue: (now, limits) => alerts.listDue(pool, now, limits),
		claimAlerts: (person, times) => alerts.claimAlerts(pool, person, times),
		settleAlerts: (person, settled) => alerts.settleAlerts(pool, person, settled),
		dropAlerts: (person, dropped) => alerts.dropAlerts(pool, person, dropped),
		findIncident: (id) => findIncident(pool, id),
		present: (row) => incidentOf(row, catalog, env.PUBLIC_URL),
		send: (letter) => sendLetter({ url, from: env.MAIL_FROM }, letter),
		failed,
	});
	await waking.wakeOnce();
}

export function makeWaker(attempt: () => Promise<void>, failed: (what: string, error: unknown) => void): Waker {
	let round: Promise<void> | null = null;
	let isClosed = false;

	async function attend(): Promise<void> {
		try {
			await attempt();
		} catch (error) {
			// Once closed, the pool is gone under a round that was left behind.
			if (!isClosed) failed("waking moderators", error);
		} finally {
			round = null;
		}
	}

	return {
		wake() {
			if (!isClosed) round ??= attend();
		},
		async close() {
			isClosed = true;
			await Promise.race([round, wait(CLOSE_WITHIN_MS, undefined, { ref: false })]);
		},
	};
}
