// Who is this? next-auth stands behind this one module: an e-mail link or a passkey, sessions in our own database so that
// they can be revoked, roles from our own table. Only moderators, who is invited to be one, and the first admin are ever
// written to.
import { cookies } from "next/headers";
import NextAuth, { type DefaultSession } from "next-auth";
import Nodemailer from "next-auth/providers/nodemailer";
import { cache } from "react";
import type { Person, Role } from "@/lib/access";
import { house } from "@/lib/house";
import { mayAskForLink, sendSignInLink } from "./mail";
import { adapterFor, passkeyProvider } from "./passkeys";

declare module "next-auth" {
	interface Session {
		user: { id: string; role: Role } & DefaultSession["user"];
	}
	interface User {
		role?: Role;
	}
}

/** Where everybody lands who asked for a link: nothing is sent to, or kept of, a stranger, and nothing tells who is one. */
const SENT = "/api/auth/verify-request?provider=nodemailer&type=email";
/** A link is good for this long: enough to find the mail, too short to be found in it later. */
const LINK_SECONDS = 15 * 60;
const SESSION_SECONDS = 7 * 24 * 3600;
/** As much of a fault's message as tells what it was. */
const MESSAGE_LENGTH_MAX = 200;
/** next-auth's cookie. */
const SESSION_COOKIE = "authjs.session-token";

// The configuration is made on the first request: at build time there is no house.
export const { handlers, auth, signIn, signOut } = NextAuth(() => ({
	adapter: adapterFor(currentPerson),
	secret: house().env.AUTH_SECRET,
	trustHost: true,
	session: { strategy: "database", maxAge: SESSION_SECONDS },
	// All of them ours: next-auth's own carry styles that our policy forbids. Who wants to leave does so at the desk.
	pages: { signIn: "/sign-in", signOut: "/desk", verifyRequest: "/sign-in", error: "/sign-in" },
	providers: [
		Nodemailer({
			server: house().env.SMTP_URL ?? "smtp://localhost:25",
			from: house().env.MAIL_FROM,
			maxAge: LINK_SECONDS,
			sendVerificationRequest: ({ identifier, url }) => sendSignInLink(identifier, url),
		}),
		passkeyProvider(),
	],
	experimental: { enableWebAuthn: true },
	// That passkeys are experimental there it would say at every request; decision 025 says it once.
	logger: {
		warn: (code) => code === "experimental-webauthn" || house().failed("next-auth", code),
		// Its messages repeat what anybody sent.
		error: ({ name, message }) => house().failed("next-auth", `${name}: ${message.slice(0, MESSAGE_LENGTH_MAX)}`),
	},
	callbacks: {
		async signIn({ user, account, email }) {
			const isRequest = email?.verificationRequest === true;
			// The link was really used: the address is theirs, and what it was invited to is granted.
			const isByLink = account?.type === "email";
			const address = user.email ?? "";
			if (isByLink && !isRequest) await house().people.accept(address);
			const isWelcome = (await isKnown(address)) || (isByLink && (await house().people.isInvited(address)));
			if (isRequest) return (isWelcome && (await mayAskForLink(address))) || SENT;
			return isWelcome;
		},
		// What scripts may read at /api/auth/session: the token is not among it.
		session({ session: { expires }, user: { id, email, name, role } }) {
			return { expires, user: { id, email, name, role: roleOf(role, email) } };
		},
	},
}));

/** The signed-in person; `null` for everybody else. Read once per request. */
export const currentPerson = cache(async (): Promise<Person | null> => {
	const session = await auth();
	if (!session?.user.email) return null;
	const { id, email, name, role } = session.user;
	return { id, email, name: name ?? null, role };
});

/** Where nobody seems to be signed in: is it that we cannot read sessions? next-auth tells the two alike. */
export async function isSessionUnread(): Promise<boolean> {
	const sessionToken = await currentSessionToken();
	if (sessionToken === "") return false;
	try {
		await house().accounts.session.findUnique({ where: { sessionToken } });
		return false;
	} catch (error) {
		house().failed("reading a session", error);
		return true;
	}
}

/** What tells this session from the person's others; empty when there is none. */
export async function currentSessionToken(): Promise<string> {
	const isSecure = house().env.PUBLIC_URL.startsWith("https:");
	return (await cookies()).get(isSecure ? `__Secure-${SESSION_COOKIE}` : SESSION_COOKIE)?.value ?? "";
}

/** Moderators and admins of our table, and the first admin of the settings. */
async function isKnown(email: string): Promise<boolean> {
	if (isFirstAdmin(email)) return true;
	const user = await house().accounts.user.findUnique({ where: { email: email.toLowerCase() } });
	return user !== null && user.role !== "reader";
}

function roleOf(role: Role | undefined, email: string): Role {
	return isFirstAdmin(email) ? "admin" : (role ?? "reader");
}

function isFirstAdmin(email: string): boolean {
	return email.toLowerCase() === house().env.ADMIN_EMAIL;
}
