// Who is invited, and what became of it? An invitation is an address that gets its role by signing in, once, before it
// expires. An address is personal: the row is forgotten when it expires, accepted or not, and the audit only has its id.
import { randomBytes, randomUUID } from "node:crypto";
import type { GivenRole, Role } from "../access";
import { plus, uuidOf } from "../time";
import { noteDeed } from "./audit";
import { type AdminDoer, asAdmin, inTurn } from "./people";
import { type Connection, type Pool, readClock } from "./pool";

export type Invitation = {
	id: string;
	email: string;
	role: GivenRole;
	/** Whose; `null` once their account is gone. */
	by: string | null;
	expiresAt: Date;
	/** When the mail went; `null`: it did not. */
	mailedAt: Date | null;
};

const OPEN = "accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at >";

export async function listInvitations(pool: Pool): Promise<readonly Invitation[]> {
	const { rows } = await pool.query<Invitation>(
		`SELECT invitation.id, invitation.email, invitation.role, "user".email AS by, expires_at AS "expiresAt", mailed_at AS "mailedAt"
		 FROM invitation LEFT JOIN "user" ON "user".id = invited_by WHERE ${OPEN} $1::timestamptz ORDER BY expires_at DESC, invitation.email`,
		[await readClock(pool)],
	);
	return rows;
}

export async function hasInvitation(pool: Pool, email: string): Promise<boolean> {
	const { rowCount } = await pool.query(`SELECT FROM invitation WHERE email = $1 AND ${OPEN} $2::timestamptz`, [
		email,
		await readClock(pool),
	]);
	return rowCount !== 0;
}

export type Invited = { email: string; role: GivenRole };
export type InvitationLimits = { expiresMs: number; openMax: number; byOneMax: number; byOneMs: number };
type NotInvited = "not-admin" | "too-many-open" | "too-many" | { has: Role };

/** Invites an address, or renews its invitation; `has`: it has a role already. */
export async function invite(
	pool: Pool,
	{ email, role }: Invited,
	{ doer, limits }: { doer: AdminDoer; limits: InvitationLimits },
): Promise<{ audit: string; id: string; expiresAt: Date } | NotInvited> {
	return asAdmin(pool, doer, async (connection, at) => {
		const known = await connection.query<{ role: Role }>(`SELECT role FROM "user" WHERE email = $1 AND role <> 'reader'`, [email]);
		if (known.rows[0]) return { has: known.rows[0].role };
		const refused = await overLimits(connection, { email, at, limits, userId: doer.userId });
		if (refused) return refused;
		const expiresAt = plus(at, limits.expiresMs);
		const id = await saveInvitation(connection, { email, role, by: doer.userId, at, expiresAt });
		const audit = await noteDeed(connection, { at, deed: "invite", subject: `invitation ${id}`, detail: { role } }, doer);
		return { audit, id, expiresAt };
	});
}

type Asked = { email: string; at: Date; limits: InvitationLimits; userId: string };

async function overLimits(connection: Connection, { email, at, limits, userId }: Asked): Promise<"too-many-open" | "too-many" | null> {
	const { rows } = await connection.query<{ open: number; lately: number }>(
		`SELECT (SELECT count(*)::int FROM invitation WHERE email <> $1 AND ${OPEN} $2::timestamptz) AS open,
		   (SELECT count(*)::int FROM audit WHERE deed = 'invite' AND user_id = $3 AND at > $4::timestamptz) AS lately`,
		[email, at, userId, plus(at, -limits.byOneMs)],
	);
	const [{ open, lately } = { open: 0, lately: 0 }] = rows;
	if (open >= limits.openMax) return "too-many-open";
	return lately >= limits.byOneMax ? "too-many" : null;
}

/** One that nobody accepted or withdrew is renewed, expired or not. */
async function saveInvitation(connection: Connection, given: Invited & { by: string; at: Date; expiresAt: Date }): Promise<string> {
	const { rows } = await connection.query<{ id: string }>(
		`INSERT INTO invitation (id, email, role, invited_by, created_at, expires_at)
		 VALUES ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz)
		 ON CONFLICT (email) WHERE accepted_at IS NULL AND withdrawn_at IS NULL DO UPDATE SET role = excluded.role,
		   invited_by = excluded.invited_by, created_at = excluded.created_at, expires_at = excluded.expires_at, mailed_at = NULL
		 RETURNING id`,
		[uuidOf(given.at, randomBytes(10)), given.email, given.role, given.by, given.at, given.expiresAt],
	);
	const [row] = rows;
	if (!row) throw new Error("an invitation was not kept");
	return row.id;
}

/** The mail is on its way. */
export async function recordMailed(pool: Pool, id: string): Promise<void> {
	await pool.query("UPDATE invitation SET mailed_at = $2::timestamptz WHERE id = $1::uuid", [id, await readClock(pool)]);
}

/** Compare-and-set: `gone` when it is not open any more, or was renewed for another role. */
export async function withdrawInvitation(
	pool: Pool,
	{ id, seen }: { id: string; seen: Role },
	doer: AdminDoer,
): Promise<{ audit: string } | "not-admin" | "gone"> {
	return asAdmin(pool, doer, async (connection, at) => {
		const { rowCount } = await connection.query(
			`UPDATE invitation SET withdrawn_at = $2::timestamptz WHERE id = $1::uuid AND role = $3 AND ${OPEN} $2::timestamptz`,
			[id, at, seen],
		);
		if (rowCount === 0) return "gone";
		const noted = { at, deed: "withdraw-invitation", subject: `invitation ${id}`, detail: { role: seen } };
		return { audit: await noteDeed(connection, noted, doer) };
	});
}

/** Grants what this address is invited to, once; without an open invitation nothing happens. It never lowers a role. */
export async function acceptInvitation(pool: Pool, email: string): Promise<void> {
	await inTurn(pool, async (connection, at) => {
		const accepted = await connection.query<{ id: string; role: Role }>(
			`UPDATE invitation SET accepted_at = $2::timestamptz WHERE email = $1 AND ${OPEN} $2::timestamptz RETURNING id, role`,
			[email, at],
		);
		const [invitation] = accepted.rows;
		if (!invitation) return;
		const { rows } = await connection.query<{ id: string }>(
			`INSERT INTO "user" (id, email, role) VALUES ($1, $2, $3)
			 ON CONFLICT (email) DO UPDATE SET role = greatest("user".role, excluded.role) RETURNING id`,
			[randomUUID(), email, invitation.role],
		);
		const noted = { at, deed: "accept-invitation", subject: `invitation ${invitation.id}`, detail: { role: invitation.role } };
		await noteDeed(connection, noted, { userId: rows[0]?.id ?? "", who: email });
	});
}

/** Forgets expired invitations: they are addresses. */
export async function forgetInvitations(pool: Pool, now: Date): Promise<void> {
	await pool.query("DELETE FROM invitation WHERE expires_at <= $1::timestamptz", [now]);
}
