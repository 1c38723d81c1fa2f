// How does a letter leave the house? Over SMTP, in plain text, said to be from a machine so that nobody's absence answers
// it. Every step has a time limit, and a failure never names whom it was for. Absent: who is written to, and why.
import { createTransport } from "nodemailer";

export type Letter = {
	to: string;
	subject: string;
	text: string;
	/** The same for the same letter, so that one sent again is seen to be the same. */
	messageId?: string;
	/** What it belongs to: mail programs show letters of one reference together. */
	references?: readonly string[];
};

export type MailRoute = { url: string; from: string };

/** Longer than a slow mail server takes for one step, shorter than a person waits. */
const TIMEOUT_MS = 10_000;
const TIMEOUTS = ["dnsTimeout", "connectionTimeout", "greetingTimeout", "socketTimeout"] as const;

/** As long as a mail program shows. */
const SUBJECT_LENGTH_MAX = 150;

/** Hands a letter to the mail server. Throws, without a word of the person, when the server does not take it. */
export async function sendLetter({ url, from }: MailRoute, { to, subject, ...letter }: Letter): Promise<void> {
	let transport: ReturnType<typeof createTransport> | null = null;
	try {
		transport = createTransport(withTimeouts(url));
		await transport.sendMail({
			...letter,
			references: [...(letter.references ?? [])],
			// As an object, an address stays one address whatever stands in it.
			to: { name: "", address: to },
			from,
			subject: oneLine(subject),
			headers: { "Auto-Submitted": "auto-generated" },
		});
	} catch (error) {
		throw new Error(`the mail server did not take a letter (${reasonOf(error)})`);
	} finally {
		transport?.close();
	}
}

/** nodemailer reads them from the address only; those that stand there already are kept. */
function withTimeouts(url: string): string {
	const timed = new URL(url);
	for (const name of TIMEOUTS) if (!timed.searchParams.has(name)) timed.searchParams.set(name, String(TIMEOUT_MS));
	return timed.href;
}

/** A header is one line: a line break in a name must not begin another. */
export function oneLine(text: string): string {
	return text
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
		.trim()
		.slice(0, SUBJECT_LENGTH_MAX);
}

/** "ECONNECTION", "EENVELOPE 550": the whole error says the address. */
function reasonOf(error: unknown): string {
	if (typeof error !== "object" || error === null) return "unknown";
	const code = "code" in error ? String(error.code) : "unknown";
	return "responseCode" in error ? `${code} ${error.responseCode}` : code;
}
