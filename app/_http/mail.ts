// The mail that people ask for: a link to sign in. Without SMTP_URL it is printed, so that whoever runs the server can use it.
import { RateLimiterMemory } from "rate-limiter-flexible";
import { house } from "@/lib/house";
import { sendLetter } from "@/lib/mail";

/** Links to one person in a quarter of an hour; more only fill their mailbox. */
const LINKS_MAX = 5;
const links = new RateLimiterMemory({ points: LINKS_MAX, duration: 900 });

/** Counts one link that is asked for; false when its person has had enough. */
export async function mayAskForLink(to: string): Promise<boolean> {
	return (await links.penalty(to.toLowerCase())).consumedPoints <= LINKS_MAX;
}

export async function sendSignInLink(to: string, url: string): Promise<void> {
	const { SMTP_URL, MAIL_FROM } = house().env;
	if (!SMTP_URL) {
		process.stdout.write(`\n  Sign-in link for ${to} (no SMTP_URL is set, so it is printed here):\n  ${url}\n\n`);
		return;
	}
	await sendLetter(
		{ url: SMTP_URL, from: MAIL_FROM },
		{
			to,
			subject: "Sign in to Undelivered",
			text: `Sign in to the desk of Undelivered with this link:\n\n${url}\n\nIt works once, within 15 minutes. If you did not ask for it, do nothing.\n`,
		},
	);
}
