// What may somebody do about their own account? Keep passkeys and end sessions: their own, and only who may enter the
// desk. Every deed leaves a row in the audit. Absent: how a passkey is proved; that is next-auth's part.
import { z } from "zod";
import { mayDo, type Person } from "./access";
import { type Refusal, refuse } from "./refusal";
import type { Doer } from "./store/audit";
import type { NewPasskey, PasskeyRow } from "./store/passkeys";
import type { SessionRow } from "./store/sessions";

/** A person has a few devices; more are a program's. */
export const PASSKEYS_MAX = 20;

const id = z.string().min(1).max(2_000);
const orderSchema = z.discriminatedUnion("deed", [
	z.object({ deed: z.literal("remove-passkey"), id }),
	z.object({ deed: z.literal("end-session"), id }),
	z.object({ deed: z.literal("end-other-sessions") }),
]);

export type AccountDeed = z.output<typeof orderSchema>["deed"];

export type Account = {
	passkeys(person: Person): Promise<readonly PasskeyRow[]>;
	/** `token`: of the session that asks. */
	sessions(person: Person, token: string): Promise<readonly SessionRow[]>;
	/** A passkey that was proved just now. Refusals: `forbidden`, `too-many`. */
	addPasskey(passkey: NewPasskey, person: Person | null): Promise<"done" | Refusal>;
	/** True once for each challenge. */
	spendChallenge(challenge: string): Promise<boolean>;
	/** One deed on one's own account. Refusals: `forbidden`, `malformed`, `not-found` (not one's own, or gone already). */
	do(input: unknown, person: Person | null, token: string): Promise<AccountDeed | Refusal>;
};

export type AccountParts = Pick<Account, "spendChallenge"> & {
	listPasskeys(userId: string): Promise<readonly PasskeyRow[]>;
	listSessions(userId: string, token: string): Promise<readonly SessionRow[]>;
	addPasskey(passkey: NewPasskey, doer: Doer, passkeysMax: number): Promise<"done" | "full">;
	removePasskey(id: string, doer: Doer): Promise<boolean>;
	endSession(id: string, doer: Doer): Promise<boolean>;
	endOtherSessions(token: string, doer: Doer): Promise<void>;
};

export function makeAccount(parts: AccountParts): Account {
	async function addPasskey(passkey: NewPasskey, person: Person | null): Promise<"done" | Refusal> {
		if (!mayDo(person, "keep-passkeys")) return forbidden();
		const added = await parts.addPasskey(passkey, doerOf(person), PASSKEYS_MAX);
		return added === "done" ? added : refuse("too-many", `You have ${PASSKEYS_MAX} passkeys. Remove one first.`);
	}

	async function act(input: unknown, person: Person | null, token: string): Promise<AccountDeed | Refusal> {
		const { data: order } = orderSchema.safeParse(input);
		if (!mayDo(person, order?.deed === "remove-passkey" ? "keep-passkeys" : "end-session")) return forbidden();
		if (!order) return refuse("malformed", "Choose what to do first.");
		const doer = doerOf(person);
		switch (order.deed) {
			case "remove-passkey":
				return (await parts.removePasskey(order.id, doer)) ? order.deed : gone("passkey");
			case "end-session":
				return (await parts.endSession(order.id, doer)) ? order.deed : gone("session");
			case "end-other-sessions":
				await parts.endOtherSessions(token, doer);
				return order.deed;
		}
	}

	return {
		addPasskey,
		do: act,
		passkeys: ({ id }) => parts.listPasskeys(id),
		sessions: ({ id }, token) => parts.listSessions(id, token),
		spendChallenge: parts.spendChallenge,
	};
}

function doerOf(person: Person): Doer {
	return { userId: person.id, who: person.email };
}

function forbidden(): Refusal {
	return refuse("forbidden", "Sign in as a moderator to do that.");
}

function gone(what: string): Refusal {
	return refuse("not-found", `That ${what} is gone already, or it is not yours.`);
}
