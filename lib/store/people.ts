// Who has a role, and how does one get or lose it? Deeds on people come one after another, and only whoever is an admin at
// that very moment does one: two admins who take the role from each other at once do it once. Absent: whose role may change.
import type { Role } from "../access";
import { type Doer, noteDeed } from "./audit";
import { type Connection, inTransaction, type Pool, readClock } from "./pool";

/** `adminEmail`: the admin of the settings, who is one whatever the table says. */
export type AdminDoer = Doer & { adminEmail: string | null };
export type PersonRow = { id: string; email: string; name: string | null; role: Role };
/** `whom`: the address it was about, as long as it is known. */
export type PeopleDeed = { id: string; at: Date; who: string; deed: string; subject: string; whom: string | null; detail: unknown };

const COLUMNS = "id, email, name, role";

/** Everybody with a role, and the admin of the settings once they have signed in; admins first. */
export async function listPeople(pool: Pool, adminEmail: string | null): Promise<readonly PersonRow[]> {
	const { rows } = await pool.query<PersonRow>(
		`SELECT ${COLUMNS} FROM "user" WHERE role <> 'reader' OR email = $1 ORDER BY role DESC, email`,
		[adminEmail],
	);
	return rows;
}

export async function findPerson(pool: Pool, id: string): Promise<PersonRow | null> {
	const { rows } = await pool.query<PersonRow>(`SELECT ${COLUMNS} FROM "user" WHERE id = $1`, [id]);
	return rows[0] ?? null;
}

/** The last deeds on people, newest first. */
export async function listPeopleDeeds(pool: Pool, limit: number): Promise<readonly PeopleDeed[]> {
	const { rows } = await pool.query<PeopleDeed>(
		`SELECT audit.id, audit.at, who, deed, subject, detail, coalesce("user".email, invitation.email) AS whom FROM audit
		 LEFT JOIN "user" ON subject = 'person ' || "user".id LEFT JOIN invitation ON subject = 'invitation ' || invitation.id
		 WHERE subject LIKE 'person %' OR subject LIKE 'invitation %' ORDER BY audit.at DESC, audit.id DESC LIMIT $1`,
		[limit],
	);
	return rows;
}

export type RoleChange = { id: string; seen: Role; role: Role };
export type NotDone = "not-admin" | "changed";

/**
 * Compare-and-set on the role the admin saw; gives the audit's id. A reader's sessions and passkeys end at once. Whoever is no admin any
 * more leaves no open invitation behind, and nobody is left one that would change the role again.
 */
export async function setRole(pool: Pool, { id, seen, role }: RoleChange, doer: AdminDoer): Promise<{ audit: string } | NotDone> {
	return asAdmin(pool, doer, async (connection, at) => {
		const { rowCount } = await connection.query('UPDATE "user" SET role = $3 WHERE id = $1 AND role = $2', [id, seen, role]);
		if (rowCount === 0) return "changed";
		if (role === "reader") await shutOut(connection, id);
		await connection.query(
			`UPDATE invitation SET withdrawn_at = $2::timestamptz WHERE accepted_at IS NULL AND withdrawn_at IS NULL
			 AND (email = (SELECT email FROM "user" WHERE id = $1) OR ($3 AND invited_by = $1))`,
			[id, at, role !== "admin"],
		);
		const deed = role === "reader" ? "remove-person" : "appoint";
		return { audit: await noteDeed(connection, { at, deed, subject: `person ${id}`, detail: { from: seen, to: role } }, doer) };
	});
}

/** Signed out everywhere, and no key left: whoever is appointed again begins with a link. */
async function shutOut(connection: Connection, id: string): Promise<void> {
	for (const table of ["session", "authenticator", "account"]) await connection.query(`DELETE FROM ${table} WHERE user_id = $1`, [id]);
}

/** Runs a deed on people when its turn comes; `not-admin` when its doer is none by then. */
export async function asAdmin<Done>(
	pool: Pool,
	doer: AdminDoer,
	deed: (connection: Connection, at: Date) => Promise<Done>,
): Promise<Done | "not-admin"> {
	return inTurn(pool, async (connection, at) => {
		const { rowCount } = await connection.query(`SELECT FROM "user" WHERE id = $1 AND (role = 'admin' OR email = $2)`, [
			doer.userId,
			doer.adminEmail,
		]);
		return rowCount === 0 ? "not-admin" : deed(connection, at);
	});
}

/** One after another, in all processes, each at the database's time. */
export async function inTurn<Done>(pool: Pool, deed: (connection: Connection, at: Date) => Promise<Done>): Promise<Done> {
	return inTransaction(pool, async (connection) => {
		await connection.query("SELECT pg_advisory_xact_lock(hashtext('undelivered.people'))");
		return deed(connection, await readClock(connection));
	});
}
