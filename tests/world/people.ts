// People with roles, and the rules about them, on a store whose clock the test sets.
import { randomUUID } from "node:crypto";
import type { Person, Role } from "../../lib/access";
import { makePeople, type People, type PeopleParts } from "../../lib/people";
import * as invitations from "../../lib/store/invitations";
import * as people from "../../lib/store/people";
import type { Store } from "./store";

/** The rules, with the real store behind them; mail goes nowhere unless told otherwise. */
export function peopleOf({ pool }: Store, given: Partial<Pick<PeopleParts, "adminEmail" | "mail" | "failed">> = {}): People {
	return makePeople({
		adminEmail: null,
		listPeople: (adminEmail) => people.listPeople(pool, adminEmail),
		findPerson: (id) => people.findPerson(pool, id),
		listDeeds: (limit) => people.listPeopleDeeds(pool, limit),
		setRole: (change, doer) => people.setRole(pool, change, doer),
		listInvitations: () => invitations.listInvitations(pool),
		hasInvitation: (email) => invitations.hasInvitation(pool, email),
		invite: (invited, by) => invitations.invite(pool, invited, by),
		withdrawInvitation: (order, doer) => invitations.withdrawInvitation(pool, order, doer),
		acceptInvitation: (email) => invitations.acceptInvitation(pool, email),
		recordMailed: (id) => invitations.recordMailed(pool, id),
		mail: async () => true,
		failed: (_what, error) => {
			throw error;
		},
		...given,
	});
}

/** Somebody of this name with this role, who has signed in. */
export async function signUp({ pool }: Pick<Store, "pool">, name: string, role: Role): Promise<Person> {
	const person = { id: name, email: `${name}@example.org`, name: null, role };
	await pool.query('INSERT INTO "user" (id, email, role) VALUES ($1, $2, $3)', [person.id, person.email, role]);
	await pool.query("INSERT INTO session (id, session_token, user_id, expires) VALUES ($1, $2, $3, '2100-01-01')", [
		`session of ${name}`,
		tokenOf(person),
		person.id,
	]);
	return person;
}

/** Another session of the same person. */
export async function signInElsewhere(pool: Store["pool"], userId: string): Promise<string> {
	const id = randomUUID();
	await pool.query("INSERT INTO session (id, session_token, user_id, expires) VALUES ($1, $1, $2, '2100-01-01')", [id, userId]);
	return id;
}

export function tokenOf({ id }: Pick<Person, "id">): string {
	return `token of ${id}`.replaceAll(" ", "-");
}
