// Who may do what? One table of deeds and the roles that may do them. A stranger (no person) and a reader may do none of
// these: reporting, reading and taking one's own report back need nobody's leave.
export const roles = ["reader", "moderator", "admin"] as const;
export type Role = (typeof roles)[number];
/** A role that somebody has to give. */
export type GivenRole = Exclude<Role, "reader">;

/** Somebody signed in. */
export type Person = { id: string; email: string; name: string | null; role: Role };

const MODERATORS = ["moderator", "admin"] as const satisfies readonly Role[];
const ADMINS = ["admin"] as const satisfies readonly Role[];

/** Every guarded deed; whatever is not in here needs nobody's leave. */
export const MAY = {
	confirm: MODERATORS,
	dismiss: MODERATORS,
	resolve: MODERATORS,
	write: MODERATORS,
	undo: MODERATORS,
	"record-stance": MODERATORS,
	"list-service": MODERATORS,
	"decline-service": MODERATORS,
	"keep-passkeys": MODERATORS,
	"end-session": MODERATORS,
	"see-people": ADMINS,
	invite: ADMINS,
	"withdraw-invitation": ADMINS,
	appoint: ADMINS,
	"remove-person": ADMINS,
	"choose-alerts": MODERATORS,
} as const satisfies Record<string, readonly Role[]>;

export type GuardedDeed = keyof typeof MAY;

/** Whether this person's role may do the deed. */
export function mayDo(person: Person | null, deed: GuardedDeed): person is Person {
	return person !== null && MAY[deed].some((role) => role === person.role);
}

/** Whether the desk opens for this person at all. */
export function mayEnterDesk(person: Person | null): person is Person {
	return person !== null && MODERATORS.some((role) => role === person.role);
}
