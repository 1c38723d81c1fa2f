// Every guarded deed, ready to be tried through its door: who may do it, what a form of it says, and how to see in the
// database that it was done. A deed that is added to lib/access.ts is added here.
import { randomUUID } from "node:crypto";
import type { GuardedDeed, Role } from "../../lib/access";
import { type Pool, readClock } from "../../lib/store/pool";
import { aSlice, aVerdict } from "./makers";
import { signInElsewhere, signUp } from "./people";
import { openOn } from "./watch";

/** A fresh thing to do the deed to. */
export type Trial = {
	fields: Record<string, string>;
	/** A row when it was done. */
	done: readonly [statement: string, values: readonly unknown[]];
};

/**
 * `page`: where the form stands, `has`: what tells it from the page's other forms, in small letters. `owner`: the id of whose
 * things they are, where it is about one's own.
 */
export type Door = { action: string; may: readonly Role[]; page: string; has: string; trial(pool: Pool, owner: string): Promise<Trial> };

const moderators: readonly Role[] = ["moderator", "admin"];
const admins: readonly Role[] = ["admin"];

const desk = { action: "decide", may: moderators, page: "/desk", has: 'name="version"' };
const suggestions = { action: "decideService", may: moderators, page: "/desk/services", has: 'value="list-service"' };
const account = { action: "keepAccount", may: moderators, page: "/desk/account", has: 'value="end-other-sessions"' };
const people = { action: "changePeople", may: admins, page: "/desk/people", has: 'value="invite"' };

export const doors: Record<Exclude<GuardedDeed, "see-people">, Door> = {
	confirm: { ...desk, trial: (pool) => decision(pool, "confirm", "state = 'confirmed'") },
	dismiss: { ...desk, trial: (pool) => decision(pool, "dismiss", "state = 'dismissed'") },
	resolve: { ...desk, trial: (pool) => decision(pool, "resolve", "state = 'resolved'") },
	write: {
		...desk,
		trial: (pool) => decision(pool, "write", "EXISTS (SELECT FROM incident_update WHERE text = 'Because.' AND incident_id = $1)"),
	},
	undo: { ...desk, trial: undoing },
	"record-stance": { ...desk, trial: stance },
	"list-service": { ...suggestions, trial: listing },
	"decline-service": {
		...suggestions,
		async trial(pool) {
			const id = await suggestService(pool);
			const done = ["SELECT FROM service WHERE id = $1 AND declined_at IS NOT NULL", [id]] as const;
			return { fields: { deed: "decline-service", id: String(id), reason: "No codes." }, done };
		},
	},
	"keep-passkeys": {
		...account,
		async trial(pool, owner) {
			const id = await keepPasskey(pool, owner);
			const done = ["SELECT WHERE NOT EXISTS (SELECT FROM authenticator WHERE credential_id = $1)", [id]] as const;
			return { fields: { deed: "remove-passkey", id }, done };
		},
	},
	"end-session": {
		...account,
		async trial(pool, owner) {
			const id = await signInElsewhere(pool, owner);
			return { fields: { deed: "end-session", id }, done: ["SELECT WHERE NOT EXISTS (SELECT FROM session WHERE id = $1)", [id]] };
		},
	},
	"choose-alerts": {
		action: "chooseAlerts",
		may: moderators,
		page: "/desk/account",
		has: 'name="woken"',
		async trial(pool, owner) {
			await pool.query('UPDATE "user" SET woken = true WHERE id = $1', [owner]);
			return { fields: { woken: "no" }, done: ['SELECT FROM "user" WHERE id = $1 AND NOT woken', [owner]] };
		},
	},
	invite: {
		...people,
		async trial() {
			const email = `${randomUUID()}@example.org`;
			return { fields: { deed: "invite", email, role: "moderator" }, done: ["SELECT FROM invitation WHERE email = $1", [email]] };
		},
	},
	"withdraw-invitation": { ...people, trial: withdrawal },
	appoint: {
		...people,
		async trial(pool) {
			const { id } = await signUp({ pool }, randomUUID(), "moderator");
			const done = [`SELECT FROM "user" WHERE id = $1 AND role = 'admin'`, [id]] as const;
			return { fields: { deed: "appoint", id, seen: "moderator", role: "admin" }, done };
		},
	},
	"remove-person": {
		...people,
		async trial(pool) {
			const { id } = await signUp({ pool }, randomUUID(), "moderator");
			const removed = `role = 'reader' AND NOT EXISTS (SELECT FROM session WHERE user_id = $1)`;
			return { fields: { deed: "remove-person", id, seen: "moderator" }, done: [`SELECT FROM "user" WHERE id = $1 AND ${removed}`, [id]] };
		},
	},
};

/** An incident nobody has touched, of a slice of its own. */
export async function anIncident(pool: Pool): Promise<string> {
	const { rows } = await pool.query<{ id: number }>("SELECT id FROM service WHERE slug = 'x'");
	const at = await readClock(pool);
	const opening = { slice: aSlice(), sliceKey: randomUUID(), cause: "undetermined", title: "SMS codes from X", startedAt: at, at } as const;
	const id = await openOn(pool, { ...opening, serviceId: rows[0]?.id ?? 0, verdict: aVerdict(), text: "It begins." });
	if (id === null) throw new Error("no incident was opened");
	return id;
}

export async function suggestService(pool: Pool): Promise<number> {
	const { rows } = await pool.query<{ id: number }>(
		`INSERT INTO service (slug, name, domain, category, aliases, channels, suggested_at, held_at)
		 VALUES ($1, $1, $1, 'work', '{}', '{sms}', clock_timestamp(), clock_timestamp()) RETURNING id`,
		[`${randomUUID()}.org`],
	);
	return rows[0]?.id ?? 0;
}

/** A passkey that nothing can use. */
async function keepPasskey(pool: Pool, owner: string): Promise<string> {
	const id = randomUUID();
	await pool.query("INSERT INTO account (id, user_id, type, provider, provider_account_id) VALUES ($1, $2, 'webauthn', 'passkey', $1)", [
		id,
		owner,
	]);
	await pool.query(
		`INSERT INTO authenticator (credential_id, user_id, provider_account_id, credential_public_key, counter,
		   credential_device_type, credential_backed_up, device, added_at) VALUES ($1, $2, $1, '', 0, 'singleDevice', false, '', clock_timestamp())`,
		[id, owner],
	);
	return id;
}

async function decision(pool: Pool, deed: string, isDone: string): Promise<Trial> {
	const id = await anIncident(pool);
	return {
		fields: { deed, incident: id, version: "1", text: "Because." },
		done: [`SELECT FROM incident WHERE id = $1 AND ${isDone}`, [id]],
	};
}

async function undoing(pool: Pool): Promise<Trial> {
	const [incident, undoes] = [await anIncident(pool), randomUUID()];
	await pool.query("UPDATE incident SET state = 'confirmed', confirmed_by = 'moderator', confirmed_at = opened_at WHERE id = $1", [
		incident,
	]);
	const before = { confirmedAt: null, confirmedBy: null, dismissedAt: null, dismissedReason: null, endedAt: null };
	await pool.query(
		`INSERT INTO audit (id, at, user_id, who, deed, subject, detail) VALUES ($1, clock_timestamp(), 'm', 'm@example.org', 'confirm', $2, $3)`,
		[undoes, incident, { from: "suspected", before }],
	);
	const fields = { deed: "undo", incident, version: "1", text: "", undoes };
	return { fields, done: ["SELECT FROM incident WHERE id = $1 AND state = 'suspected'", [incident]] };
}

async function stance(pool: Pool): Promise<Trial> {
	const { fields } = await decision(pool, "record-stance", "true");
	const at = new Date(Date.now() - 60_000).toISOString().slice(0, 16);
	const said = { ...fields, value: "denied", at, url: "https://x.example/said" };
	return { fields: said, done: ["SELECT FROM stance WHERE incident_id = $1", [fields.incident]] };
}

async function listing(pool: Pool): Promise<Trial> {
	const id = await suggestService(pool);
	const slug = randomUUID();
	const fields = { deed: "list-service", id: String(id), name: slug, slug, aliases: "", category: "work", channels: "sms" };
	return { fields, done: ["SELECT FROM service WHERE id = $1 AND held_at IS NULL", [id]] };
}

async function withdrawal(pool: Pool): Promise<Trial> {
	const id = randomUUID();
	await pool.query(
		`INSERT INTO invitation (id, email, role, invited_by, created_at, expires_at)
		 VALUES ($1, $2, 'moderator', 'admin', clock_timestamp(), clock_timestamp() + interval '1 day')`,
		[id, `${id}@example.org`],
	);
	const fields = { deed: "withdraw-invitation", id, seen: "moderator" };
	return { fields, done: ["SELECT FROM invitation WHERE id = $1 AND withdrawn_at IS NOT NULL", [id]] };
}
