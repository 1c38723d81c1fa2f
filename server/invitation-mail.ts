// The mail to somebody who is invited. It has no link that signs in: such a link is asked for, and good for minutes only.
// Without SMTP_URL it is printed, so that whoever runs the server can pass it on.
import type { Role } from "@/lib/access";
import type { Env } from "@/lib/env";
import { sendLetter } from "@/lib/mail";
import { withArticle } from "@/lib/people";

/** False when it was only printed; throws when it could not be handed on. */
export async function mailInvitation(env: Env, to: string, { role, expiresAt }: { role: Role; expiresAt: Date }): Promise<boolean> {
	const text = `You are invited to be ${withArticle(role)} of Undelivered, where people say that a verification code never came.

Sign in with this address at ${env.PUBLIC_URL}/sign-in before ${dateWords(expiresAt)}. You get a link by mail then.

If you do not want to, do nothing: the invitation ends by itself, and your address is forgotten.
`;
	if (!env.SMTP_URL) {
		process.stdout.write(`\n  Invitation for ${to} (no SMTP_URL is set, so it is printed here):\n\n${text.replace(/^(?=.)/gm, "  ")}\n`);
		return false;
	}
	await sendLetter({ url: env.SMTP_URL, from: env.MAIL_FROM }, { to, subject: `Be ${withArticle(role)} of Undelivered`, text });
	return true;
}

function dateWords(at: Date): string {
	return at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
