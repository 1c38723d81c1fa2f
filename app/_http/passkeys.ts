// The passkey beside the link, as next-auth wants it: who may register one, where we are, and what is written down.
import { PrismaAdapter } from "@auth/prisma-adapter";
import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { headers } from "next/headers";
import type { Adapter } from "next-auth/adapters";
import Passkey from "next-auth/providers/passkey";
import type { Person } from "@/lib/access";
import { problemOf } from "@/lib/api/problem";
import { deviceOf } from "@/lib/device";
import { house } from "@/lib/house";
import { makeCallLimit, PASSKEY_CALLS_MAX } from "@/lib/limits";
import { isRefusal } from "@/lib/refusal";
import { subscriberOf } from "@/lib/reporter";
import { readOrigin } from "./origin";

const PASSKEY_PATH = /\/passkey\/?$/;
const callLimit = makeCallLimit(PASSKEY_CALLS_MAX);

/** The provider: it asks for a passkey that is kept on the device and guarded by a finger, a face or a PIN. */
export function passkeyProvider() {
	const { hostname, origin } = new URL(house().env.PUBLIC_URL);
	return Passkey({
		relayingParty: { id: hostname, origin, name: "Undelivered" },
		// Only the session says who registers; by an address in the query anybody could register as the first admin.
		getUserInfo: async () => null,
		enableConditionalUI: false,
		simpleWebAuthn: {
			generateAuthenticationOptions,
			generateRegistrationOptions,
			verifyAuthenticationResponse: async (answer) => (await spend(answer.expectedChallenge)) && verifyAuthenticationResponse(answer),
			verifyRegistrationResponse: async (answer) => (await spend(answer.expectedChallenge)) && verifyRegistrationResponse(answer),
		},
	});
}

/** next-auth keeps a challenge in a cookie, which can be sent twice. Throws at the second time. */
async function spend(challenge: unknown): Promise<true> {
	if (typeof challenge === "string" && (await house().account.spendChallenge(challenge))) return true;
	throw new Error("this challenge has been answered already");
}

/** Prisma's adapter, but that sessions know their device, and that a passkey is written whole or not at all. */
export function adapterFor(currentPerson: () => Promise<Person | null>): Adapter {
	const { accounts, account } = house();
	const adapter = PrismaAdapter(accounts);
	return {
		...adapter,
		createSession: async (session) => accounts.session.create({ data: { ...session, device: await readDevice() } }),
		// A passkey's account is written with the passkey itself.
		linkAccount: async (linked) => {
			if (linked.type !== "webauthn") await adapter.linkAccount?.(linked);
		},
		createAuthenticator: async (made) => {
			const added = await account.addPasskey({ ...made, device: await readDevice() }, await currentPerson());
			if (isRefusal(added)) throw new Error(added.detail);
			return made;
		},
		updateAuthenticatorCounter: (credentialID, counter) =>
			accounts.authenticator.update({ where: { credentialID }, data: { counter, lastUsedAt: house().now() } }),
	};
}

async function readDevice(): Promise<string> {
	return deviceOf((await headers()).get("user-agent") ?? "");
}

/** The answer to a call about passkeys from an address that makes too many; `null` for every other. */
export async function refusedCall(request: Request): Promise<Response | null> {
	const { pathname } = new URL(request.url);
	if (!PASSKEY_PATH.test(pathname)) return null;
	const refusal = await callLimit(subscriberOf((await readOrigin()).address));
	return refusal && problemOf(refusal, house().env.PUBLIC_URL, pathname);
}
