// Moderators are woken: each once per incident and kind, whichever process does it and however the mail server feels.
import { beforeEach, describe, expect, test } from "vitest";
import { freePort } from "../bin/postmaster.mjs";
import type { Role } from "../lib/access";
import { FIRST_ADMIN, MAILS_PER_HOUR_MAX, NEWS_WITHIN_MS, TRIES_MAX } from "../lib/alert";
import { claimAlerts, forgetAlerts, listDue, queueAlerts, saveChoice, settleAlerts } from "../lib/store/alerts";
import { HOUR_MS, MINUTE_MS, plus, SECOND_MS } from "../lib/time";
import { CLAIM_MS } from "../lib/wake";
import { makeWaker, wakeOnce } from "../server/waking";
import { startMail } from "./world/mail";
import { aSlice, aVerdict, noon } from "./world/makers";
import { openStore } from "./world/store";
import { openOn } from "./world/watch";

const world = await openStore();
const mail = await startMail();
const ADMIN = "admin@example.org";
const ANN = "ann@example.org";
const BEN = "ben@example.org";
const publicUrl = "https://undelivered.example";

const faults: string[] = [];
let seen = 0;

beforeEach(async () => {
	await world.pool.query('TRUNCATE incident, "user" CASCADE');
	await world.setClock(noon);
	faults.length = 0;
	seen = mail.count;
});

async function appoint(email: string, role: Role = "moderator"): Promise<void> {
	await world.pool.query('INSERT INTO "user" (id, email, role) VALUES ($1, $2, $3)', [`id of ${email}`, email, role]);
}

let opened = 0;

async function anIncident({ at = noon, title = "SMS codes from X" } = {}): Promise<string> {
	opened += 1;
	const opening = { serviceId: world.service(opened).id, slice: aSlice(), sliceKey: `slice ${opened}`, cause: "undetermined" as const };
	const id = await openOn(world.pool, { ...opening, title, startedAt: at, at, verdict: aVerdict(), text: "It opened." });
	if (id === null) throw new Error("no incident was opened");
	return id;
}

async function change(incident: string, set: string): Promise<void> {
	await world.pool.query(`UPDATE incident SET ${set} WHERE id = $1`, [incident]);
}

async function wake({ url = mail.url, admin = undefined as string | undefined } = {}): Promise<void> {
	const env = { SMTP_URL: url, MAIL_FROM: "Undelivered <undelivered@example.org>", ADMIN_EMAIL: admin, PUBLIC_URL: publicUrl };
	await wakeOnce({ env, pool: world.pool, catalog: world.catalog, failed: (what) => faults.push(what) }, url);
}

/** What came in this test, in the order of the people it was for. */
function letters() {
	return mail.letters.slice(seen).toSorted((a, b) => a.to.localeCompare(b.to));
}

const told = () => letters().map(({ to }) => to);
const subjects = () => letters().map(({ text }) => /^Subject: (.*)$/m.exec(text)?.[1]);
const later = (ms: number) => world.setClock(plus(noon, ms));

describe("an incident that opens", () => {
	test("is mailed to every moderator, every admin and the admin of the settings, and to nobody else", async () => {
		await appoint(ANN);
		await appoint(BEN, "admin");
		await appoint("reader@example.org", "reader");
		const incident = await anIncident();
		await wake({ admin: ADMIN });
		expect(told()).toEqual([ADMIN, ANN, BEN]);
		const [{ text } = { text: "" }] = letters();
		expect(text).toContain("Subject: Possible: SMS codes from X (not confirmed)\n");
		for (const line of [
			"SMS codes from X: possible, not confirmed.",
			"Since about 12:00 UTC on 2022-11-14: 9 people on 8 networks reported it in 20 minutes. Usually fewer than 1.",
			`${publicUrl}/desk?incident=${incident}`,
			`${publicUrl}/incidents/${incident}`,
			`${publicUrl}/desk/account`,
		])
			expect(text).toContain(line);
		expect(text).toContain("Auto-Submitted: auto-generated\n");
	});

	test("is told once, with two processes at once, again and again", async () => {
		await appoint(ANN);
		await appoint(BEN);
		await anIncident();
		await Promise.all([wake(), wake(), wake()]);
		await wake();
		expect(told()).toEqual([ANN, BEN]);
		expect(faults).toEqual([]);
	});

	test("is told again when it looks coordinated, and once more is enough", async () => {
		await appoint(ANN);
		const incident = await anIncident();
		await wake();
		await change(incident, "campaign = true");
		await wake();
		await wake();
		expect(subjects()).toEqual(["Possible: SMS codes from X (not confirmed)", "Looks coordinated: SMS codes from X (not confirmed)"]);
		const [first, second] = letters().map(({ text }) => /^Message-ID: (.*)$/m.exec(text)?.[1]);
		expect(first).not.toBe(second);
		for (const { text } of letters()) expect(text).toContain(`References:\n <incident.${incident}@undelivered.example>`);
	});

	test("and looks coordinated at once comes in one mail", async () => {
		await appoint(ANN);
		await change(await anIncident(), "campaign = true");
		await wake();
		expect(subjects()).toEqual(["Looks coordinated: SMS codes from X (not confirmed)"]);
	});

	test.each([
		["is part of a demo", "demo = true"],
		["has been retracted", "state = 'dismissed', dismissed_at = opened_at, dismissed_reason = 'A drill.'"],
		["is over", "state = 'resolved', ended_at = opened_at"],
	])("wakes nobody when it %s", async (_what, set) => {
		await appoint(ANN);
		await change(await anIncident(), `campaign = true, ${set}`);
		await wake();
		expect([told(), await world.rows("SELECT FROM alert")]).toEqual([[], []]);
	});

	test("and is over before the mail could go wakes nobody, but does when it goes on", async () => {
		await appoint(ANN);
		const incident = await anIncident();
		await wake({ url: "smtp://127.0.0.1:1" });
		await change(incident, "state = 'resolved', ended_at = opened_at, closed_at = opened_at");
		await later(HOUR_MS);
		await wake();
		expect([told(), await world.rows("SELECT FROM alert")]).toEqual([[], []]);
		await change(incident, "state = 'suspected', ended_at = NULL, closed_at = NULL");
		await wake();
		expect(told()).toEqual([ANN]);
	});

	test.each([
		[NEWS_WITHIN_MS, [ANN]],
		[NEWS_WITHIN_MS + 1, []],
	])("is news for six hours: after %i ms it wakes %j", async (ms, people) => {
		await appoint(ANN);
		await anIncident();
		await later(ms);
		await wake();
		expect(told()).toEqual(people);
	});
});

describe("a person", () => {
	test("who turned it off gets nothing, and who turns it on again does", async () => {
		await appoint(ANN);
		await saveChoice(world.pool, `id of ${ANN}`, false);
		await anIncident();
		await wake();
		expect(told()).toEqual([]);
		await saveChoice(world.pool, `id of ${ANN}`, true);
		await wake();
		expect(told()).toEqual([ANN]);
	});

	test.each([
		["lost the role", "role = 'reader'"],
		["turned it off", "woken = false"],
	])("who %s between queueing and sending gets nothing, then or later", async (_what, set) => {
		await appoint(ANN);
		await anIncident();
		await queueAlerts(world.pool, [`id of ${ANN}`], { now: noon, newsSince: noon });
		await world.pool.query(`UPDATE "user" SET ${set}`);
		await wake();
		await world.pool.query(`UPDATE "user" SET role = 'moderator', woken = true`);
		await later(HOUR_MS);
		await wake();
		expect([told(), faults]).toEqual([[], []]);
	});

	test("who is the admin of the settings is one person before and after they first sign in", async () => {
		await anIncident();
		await wake({ admin: ADMIN });
		await appoint(ADMIN, "reader");
		await wake({ admin: ADMIN });
		expect(told()).toEqual([ADMIN]);
		await saveChoice(world.pool, `id of ${ADMIN}`, false);
		await anIncident();
		await wake({ admin: ADMIN });
		expect(told()).toEqual([ADMIN]);
		expect(await world.rows("SELECT DISTINCT person FROM alert")).toEqual([{ person: FIRST_ADMIN }]);
	});

	test("gets six mails an hour; the rest waits and comes in one", async () => {
		await appoint(ANN);
		for (let mails = 0; mails < MAILS_PER_HOUR_MAX + 2; mails++) {
			await later(mails * MINUTE_MS);
			await anIncident({ at: plus(noon, mails * MINUTE_MS), title: `SMS codes from ${mails}` });
			await wake();
		}
		expect(told()).toHaveLength(MAILS_PER_HOUR_MAX);
		await later(HOUR_MS - 1);
		await wake();
		expect(told()).toHaveLength(MAILS_PER_HOUR_MAX);
		await later(HOUR_MS);
		await wake();
		expect(subjects().slice(MAILS_PER_HOUR_MAX)).toEqual(["2 incidents to look at: SMS codes from 6, and 1 more"]);
	});

	test("is not kept from being told by another whose mail is refused", async () => {
		await appoint("no such address");
		await appoint(ANN);
		await anIncident();
		await wake();
		expect(told()).toEqual([ANN]);
		expect(faults).toEqual([expect.stringMatching(/^waking somebody of incident [\w-]+, try 1$/)]);
	});
});

describe("a mail server", () => {
	test("that was down and is back gets each mail once", async () => {
		const port = await freePort();
		await appoint(ANN);
		await anIncident();
		await wake({ url: `smtp://127.0.0.1:${port}` });
		const back = await startMail({ port });
		await later(30 * SECOND_MS - 1);
		await wake({ url: back.url });
		expect(back.count).toBe(0);
		await later(30 * SECOND_MS);
		await wake({ url: back.url });
		await later(HOUR_MS);
		await wake({ url: back.url });
		expect(back.letters.map(({ to }) => to)).toEqual([ANN]);
	});

	test("that stays away is given up at last, and that is said", async () => {
		const url = `smtp://127.0.0.1:${await freePort()}`;
		await appoint(ANN);
		const incident = await anIncident();
		for (let minute = 0; minute <= 300; minute += 15) {
			await later(minute * MINUTE_MS);
			await wake({ url });
		}
		expect(faults).toHaveLength(TRIES_MAX);
		expect(faults.at(-1)).toBe(`waking somebody of incident ${incident}, try ${TRIES_MAX}: given up`);
		await wake();
		expect(told()).toEqual([]);
	});

	test("that hangs keeps no other round waiting, and no process from going", async () => {
		let rounds = 0;
		const waker = makeWaker(
			() => {
				rounds += 1;
				return new Promise(() => {});
			},
			() => {},
		);
		waker.wake();
		waker.wake();
		const before = performance.now();
		await waker.close();
		waker.wake();
		expect([rounds, performance.now() - before < 4_000]).toEqual([1, true]);
	});
});

describe("a process that dies", () => {
	const ann = `id of ${ANN}`;
	const hour = { sentSince: noon, mailsMax: MAILS_PER_HOUR_MAX };

	test("after it claimed an alert leaves it to another, after a while", async () => {
		await appoint(ANN);
		await anIncident();
		await queueAlerts(world.pool, [ann], { now: noon, newsSince: noon });
		await claimAlerts(world.pool, ann, { now: noon, until: plus(noon, CLAIM_MS) });
		await later(CLAIM_MS - 1);
		await wake();
		expect(told()).toEqual([]);
		await later(CLAIM_MS);
		await wake();
		expect(told()).toEqual([ANN]);
	});

	test("shares nothing with the others that claim at the same moment", async () => {
		await anIncident();
		await queueAlerts(world.pool, [ann], { now: noon, newsSince: noon });
		// Both have looked, and wait for the row, before either can have it.
		const holder = await world.pool.connect();
		await holder.query("BEGIN");
		await holder.query("SELECT FROM alert FOR UPDATE");
		const claims = [1, 2].map(() => claimAlerts(world.pool, ann, { now: noon, until: plus(noon, CLAIM_MS) }));
		const waiting = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
		await expect.poll(async () => (await world.rows(waiting)).length).toBe(2);
		await holder.query("COMMIT");
		holder.release();
		expect((await Promise.all(claims)).flat()).toHaveLength(1);
	});

	test("and comes back to life settles nothing that another has claimed since", async () => {
		await anIncident();
		await queueAlerts(world.pool, [ann], { now: noon, newsSince: noon });
		const [old] = await claimAlerts(world.pool, ann, { now: noon, until: noon });
		const [current] = await claimAlerts(world.pool, ann, { now: noon, until: noon });
		if (!old || !current) throw new Error("nothing was claimed");
		const became = { sentAt: null, givenUpAt: null, dueAt: null };
		await settleAlerts(world.pool, ann, [{ ...old, ...became, givenUpAt: noon }]);
		expect(await listDue(world.pool, noon, hour)).toEqual([ann]);
		await settleAlerts(world.pool, ann, [{ ...current, ...became, sentAt: noon }]);
		expect(await listDue(world.pool, noon, hour)).toEqual([]);
	});
});

test("who was told is forgotten once the incident is over, and not before", async () => {
	await appoint(ANN);
	const incident = await anIncident();
	await wake();
	await forgetAlerts(world.pool, plus(noon, 1));
	expect(await world.rows("SELECT FROM alert")).toHaveLength(1);
	await change(incident, "state = 'resolved', ended_at = opened_at, closed_at = opened_at");
	await forgetAlerts(world.pool, noon);
	expect(await world.rows("SELECT FROM alert")).toHaveLength(1);
	await forgetAlerts(world.pool, plus(noon, 1));
	expect(await world.rows("SELECT FROM alert")).toHaveLength(0);
});
