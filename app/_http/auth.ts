// Who is this? next-auth stands behind this one module: an e-mail link or a passkey, sessions in our own database so that
// they can be revoked, roles from our own table. Only moderators, who is invited to be one, and the first admin are ever
// written to.
import { cookies } from "next/headers";
import NextAuth, { type DefaultSession } from "next-auth";
import Nodemailer from "next-auth/providers/nodemailer";
import { cache } from "react";
import type { Person, Role } from "@/lib/access";
import { house } from "@/lib/house";
import { sendSignInLink } from "./mail";
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
/** next-auth's cookie, plain and secure. */
const SESSION_COOKIE = /^(?:__Secure-)?authjs\.session-token$/;

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
	logger: { warn: (code) => code === "experimental-webauthn" || house().failed("next-auth", code) },
	callbacks: {
		async signIn({ user, account, email }) {
			const isRequest = email?.verificationRequest === true;
			// The link was really used: the address is theirs, and what it was invited to is granted.
			if (account?.type === "email" && !isRequest) await house().people.accept(user.email ?? "");
			return (await isKnown(user.email ?? "")) || (isRequest ? SENT : false);
		},
		session({ session, user }) {
			return { ...session, user: { ...session.user, id: user.id, role: roleOf(user.role, user.email) } };
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
	return (await cookies()).getAll().find(({ name }) => SESSION_COOKIE.test(name))?.value ?? "";
}

/** Moderators and admins of our table, who is invited to be one, and the first admin of the settings. */
async function isKnown(email: string): Promise<boolean> {
	if (isFirstAdmin(email)) return true;
	const user = await house().accounts.user.findUnique({ where: { email: email.toLowerCase() } });
	return (user !== null && user.role !== "reader") || house().people.isInvited(email);
}

function roleOf(role: Role | undefined, email: string): Role {
	return isFirstAdmin(email) ? "admin" : (role ?? "reader");
}

function isFirstAdmin(email: string): boolean {
	return email.toLowerCase() === house().env.ADMIN_EMAIL;
}
