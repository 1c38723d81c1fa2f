// The one mail there is: a link to sign in. Without SMTP_URL it is printed, so that whoever runs the server can use it.
import { createTransport } from "nodemailer";
import { house } from "@/lib/house";

export async function sendSignInLink(to: string, url: string): Promise<void> {
	const { SMTP_URL, MAIL_FROM } = house().env;
	if (!SMTP_URL) {
		process.stdout.write(`\n  Sign-in link for ${to} (no SMTP_URL is set, so it is printed here):\n  ${url}\n\n`);
		return;
	}
	await createTransport(SMTP_URL).sendMail({
		to,
		from: MAIL_FROM,
		subject: "Sign in to Undelivered",
		text: `Sign in to the desk of Undelivered with this link:\n\n${url}\n\nIt works once, within 15 minutes. If you did not ask for it, do nothing.\n`,
	});
}
