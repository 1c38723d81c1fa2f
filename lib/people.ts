// Who may decide here, and how does one come to it, and go again? Admins invite addresses, appoint and remove; nobody
// changes their own role, so that whoever does a deed is an admin after it: the last one cannot go. The admin of the
// settings always is one. What was done can be taken back by the inverse deed.
import { z } from "zod";
import { type GivenRole, mayDo, type Person, type Role, roles } from "./access";
import { type Refusal, refuse } from "./refusal";
import { isPlainText } from "./report";
import type { Invitation, InvitationLimits, Invited, invite, withdrawInvitation } from "./store/invitations";
import type { AdminDoer, PeopleDeed, PersonRow, RoleChange, setRole } from "./store/people";
import { DAY_MS, HOUR_MS } from "./time";

export const givenRoles = ["moderator", "admin"] as const satisfies readonly GivenRole[];
export const INVITATION_DAYS = 7;
/** More than any desk has chairs. */
export const INVITATIONS_OPEN_MAX = 50;
/** Of one admin in an hour: mail goes out in our name. */
export const INVITATIONS_HOUR_MAX = 20;
export const EMAIL_LENGTH_MAX = 200;
const DEEDS_SHOWN = 20;

const role = z.enum(givenRoles);
const personId = z.string().min(1).max(100).refine(isPlainText);
const orderSchema = z.discriminatedUnion("deed", [
	z.object({ deed: z.literal("invite"), email: z.string().trim().toLowerCase().max(EMAIL_LENGTH_MAX).pipe(z.email()), role }),
	z.object({ deed: z.literal("withdraw-invitation"), id: z.uuid(), seen: role }),
	z.object({ deed: z.literal("appoint"), id: personId, seen: z.enum(roles), role }),
	z.object({ deed: z.literal("remove-person"), id: personId, seen: role }),
]);

/** `seen`: the role the admin saw; another refuses with `conflict`. */
export type PeopleOrder = z.output<typeof orderSchema>;

/** Somebody with a role. `isFixed`: by the settings, whatever the table says; `id: null`: they have never signed in. */
export type Appointed = { id: string | null; email: string; name: string | null; role: Role; isFixed: boolean };
export type PeopleRoom = { people: readonly Appointed[]; invitations: readonly Invitation[]; deeds: readonly PeopleDeed[] };

export type People = {
	/** Refusals: `forbidden`. */
	read(person: Person | null): Promise<PeopleRoom | Refusal>;
	/** Gives the id of what the audit says of it. Refusals: `forbidden`, `malformed`, `conflict`, `too-many`. */
	do(input: unknown, person: Person | null): Promise<{ audit: string } | Refusal>;
	/** Whether an address may ask for a link though it has no role yet. */
	isInvited(email: string): Promise<boolean>;
	/** To be told when a link to this address was really used: what it was invited to is granted, once. */
	accept(email: string): Promise<void>;
};

export type PeopleParts = {
	adminEmail: string | null;
	listPeople(adminEmail: string | null): Promise<readonly PersonRow[]>;
	findPerson(id: string): Promise<PersonRow | null>;
	listDeeds(limit: number): Promise<readonly PeopleDeed[]>;
	setRole(change: RoleChange, doer: AdminDoer): ReturnType<typeof setRole>;
	listInvitations(): Promise<readonly Invitation[]>;
	hasInvitation(email: string): Promise<boolean>;
	invite(invited: Invited, by: { doer: AdminDoer; limits: InvitationLimits }): ReturnType<typeof invite>;
	withdrawInvitation(order: { id: string; seen: Role }, doer: AdminDoer): ReturnType<typeof withdrawInvitation>;
	acceptInvitation(email: string): Promise<void>;
	recordMailed(id: string): Promise<void>;
	/** False when there is no way to send mail; throws when it failed. */
	mail(to: string, invited: { role: Role; expiresAt: Date }): Promise<boolean>;
	failed(what: string, error: unknown): void;
};

const limits: InvitationLimits = {
	expiresMs: INVITATION_DAYS * DAY_MS,
	openMax: INVITATIONS_OPEN_MAX,
	byOneMax: INVITATIONS_HOUR_MAX,
	byOneMs: HOUR_MS,
};

export function makePeople(parts: PeopleParts): People {
	async function read(person: Person | null): Promise<PeopleRoom | Refusal> {
		if (!mayDo(person, "see-people")) return refuse("forbidden", "Only admins see this.");
		const [rows, invitations, deeds] = await Promise.all([
			parts.listPeople(parts.adminEmail),
			parts.listInvitations(),
			parts.listDeeds(DEEDS_SHOWN),
		]);
		return { people: withFixed(rows), invitations, deeds };
	}

	function withFixed(rows: readonly PersonRow[]): readonly Appointed[] {
		const others = rows.filter(({ email }) => email !== parts.adminEmail).map((row) => ({ ...row, isFixed: false }));
		if (parts.adminEmail === null) return others;
		const known = rows.find(({ email }) => email === parts.adminEmail);
		return [{ id: known?.id ?? null, email: parts.adminEmail, name: known?.name ?? null, role: "admin", isFixed: true }, ...others];
	}

	async function act(input: unknown, person: Person | null): Promise<{ audit: string } | Refusal> {
		const parsed = orderSchema.safeParse(input);
		if (!mayDo(person, parsed.data?.deed ?? "invite")) return refuse("forbidden", "Only admins do that.");
		if (!parsed.success) return malformed(parsed.error);
		const order = parsed.data;
		const doer = { userId: person.id, who: person.email, adminEmail: parts.adminEmail };
		switch (order.deed) {
			case "invite":
				return inviteOne(order, doer);
			case "withdraw-invitation":
				return withdraw(order, doer);
			case "appoint":
				return change({ id: order.id, seen: order.seen, role: order.role }, doer);
			case "remove-person":
				return change({ id: order.id, seen: order.seen, role: "reader" }, doer);
		}
	}

	async function inviteOne({ email, role }: Invited, doer: AdminDoer): Promise<{ audit: string } | Refusal> {
		if (email === parts.adminEmail) return hasRole(email, "admin");
		const answer = await parts.invite({ email, role }, { doer, limits });
		if (answer === "not-admin") return noAdmin();
		if (answer === "too-many-open")
			return refuse("too-many", `${INVITATIONS_OPEN_MAX} invitations are open. Withdraw one before you invite another.`);
		if (answer === "too-many")
			return refuse("too-many", `You have invited ${INVITATIONS_HOUR_MAX} times within an hour. Wait before you invite again.`);
		if ("has" in answer) return hasRole(email, answer.has);
		await mailOnce(answer.id, email, { role, expiresAt: answer.expiresAt });
		return { audit: answer.audit };
	}

	/** The invitation stands without its mail: the room shows that none went. */
	async function mailOnce(id: string, to: string, invited: { role: Role; expiresAt: Date }): Promise<void> {
		try {
			if (await parts.mail(to, invited)) await parts.recordMailed(id);
		} catch (error) {
			parts.failed("the mail of an invitation", error);
		}
	}

	async function withdraw(order: { id: string; seen: Role }, doer: AdminDoer): Promise<{ audit: string } | Refusal> {
		const answer = await parts.withdrawInvitation(order, doer);
		if (answer === "not-admin") return noAdmin();
		if (answer === "gone") return refuse("conflict", "This invitation has changed: it was accepted, withdrawn, renewed, or is over.");
		return answer;
	}

	async function change(wanted: RoleChange, doer: AdminDoer): Promise<{ audit: string } | Refusal> {
		if (wanted.id === doer.userId) return refuse("conflict", "Nobody changes their own role. Ask another admin.");
		const person = await parts.findPerson(wanted.id);
		if (!person) return refuse("conflict", "There is no such person any more.");
		if (person.email === parts.adminEmail)
			return refuse("conflict", `${person.email} is an admin by the settings (ADMIN_EMAIL). That is changed there.`);
		if (wanted.role === person.role) return hasRole(person.email, person.role);
		const answer = await parts.setRole(wanted, doer);
		if (answer === "not-admin") return noAdmin();
		if (answer !== "changed") return answer;
		const now = await parts.findPerson(wanted.id);
		return refuse("conflict", `Somebody was quicker: ${person.email} ${standing(now?.role ?? "reader")} now. Look again, then decide.`);
	}

	return {
		read,
		do: act,
		isInvited: (email) => parts.hasInvitation(email.toLowerCase()),
		accept: (email) => parts.acceptInvitation(email.toLowerCase()),
	};
}

/** The deed that takes this one back; `null` for what has none. Whether it still can be done, is seen when it is tried. */
export function inverseOf({ deed, subject, whom, detail }: Pick<PeopleDeed, "deed" | "subject" | "whom" | "detail">): PeopleOrder | null {
	const id = subject.split(" ")[1];
	const said = z.object({ from: z.string(), to: z.string(), role: z.string() }).partial().safeParse(detail).data ?? {};
	const inverses: Record<string, object> = {
		invite: { deed: "withdraw-invitation", id, seen: said.role },
		"withdraw-invitation": { deed: "invite", email: whom, role: said.role },
		appoint:
			said.from === "reader" ? { deed: "remove-person", id, seen: said.to } : { deed: "appoint", id, seen: said.to, role: said.from },
		"remove-person": { deed: "appoint", id, seen: "reader", role: said.from },
	};
	return orderSchema.safeParse(inverses[deed]).data ?? null;
}

/** "a moderator", "an admin". */
export function withArticle(role: Role): string {
	return role === "admin" ? "an admin" : `a ${role}`;
}

function hasRole(email: string, has: Role): Refusal {
	return refuse("conflict", `${email} ${standing(has)} ${has === "reader" ? "any more" : "already"}.`);
}

function standing(role: Role): string {
	return role === "reader" ? "has no role" : `is ${withArticle(role)}`;
}

function noAdmin(): Refusal {
	return refuse("forbidden", "You are no admin any more. Nothing was changed.");
}

function malformed(error: z.ZodError): Refusal {
	const isEmail = error.issues.some(({ path }) => path[0] === "email");
	return refuse("malformed", isEmail ? "That is not an e-mail address." : "Choose whom and which role, then try again.");
}
