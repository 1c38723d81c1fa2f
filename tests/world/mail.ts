// A real mail server that keeps what it is sent: `const mail = await startMail()` at the top of a test file.
import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import { afterAll } from "vitest";

export type Mail = {
	/** For SMTP_URL. */
	url: string;
	/** The first link like this in the next mail to this person, or in one that has come already. */
	linkFor(person: string, like?: RegExp): Promise<string>;
	readonly count: number;
	/** Everything that came, in order; undone from its transport encoding. */
	readonly letters: readonly Received[];
};

export type Received = { to: string; text: string };

export async function startMail({ port: wanted = 0 } = {}): Promise<Mail> {
	const received: string[] = [];
	const waiting = new Set<() => void>();
	const server = new SMTPServer({
		disabledCommands: ["AUTH", "STARTTLS"],
		async onData(stream, session, done) {
			const pieces: Buffer[] = [];
			for await (const piece of stream) pieces.push(piece);
			received.push(`To: ${session.envelope.rcptTo.map(({ address }) => address).join()}\n${Buffer.concat(pieces)}`);
			done();
			for (const look of waiting) look();
		},
	});
	server.listen(wanted, "127.0.0.1");
	await once(server.server, "listening");
	afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
	const address = server.server.address();
	const port = typeof address === "object" && address ? address.port : 0;

	function findLink(person: string, like: RegExp): string | null {
		const mails = received.filter((one) => one.startsWith(`To: ${person}`));
		const plain = mails.map((mail) => mail.replace(/=\r?\n/g, "").replace(/=3D/g, "="));
		return plain.flatMap((mail) => mail.match(/https?:\/\/\S+/g) ?? []).find((link) => like.test(link)) ?? null;
	}

	return {
		url: `smtp://127.0.0.1:${port}`,
		linkFor: (person, like = /./) =>
			new Promise((resolve) => {
				const look = () => {
					const link = findLink(person, like);
					if (link === null) return;
					waiting.delete(look);
					resolve(link);
				};
				waiting.add(look);
				look();
			}),
		get letters() {
			return received.map((one) => ({ to: one.slice(4, one.indexOf("\n")), text: plainOf(one) }));
		},
		get count() {
			return received.length;
		},
	};
}

/** Quoted-printable, undone as far as our letters need it. */
function plainOf(mail: string): string {
	return mail
		.replace(/=\r?\n/g, "")
		.replace(/=3D/g, "=")
		.replaceAll("\r\n", "\n");
}
