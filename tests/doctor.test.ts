// What `npm run doctor` says of a real installation: nothing wrong while all is well, and what to do when it is not.
import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root, temporaryFolder } from "../bin/folders.mjs";
import { startMail } from "./world/mail";
import { startServer } from "./world/server";
import { onServer } from "./world/sql";

const mail = await startMail();
const settings = { TRUST_PROXY: "1", PUBLIC_URL: "https://undelivered.example", ADMIN_EMAIL: "one@example.org", SMTP_URL: mail.url };
const server = await startServer({ env: settings });

/** The doctor with the server's settings, and what it ended with. */
function examine(given: Record<string, string> = {}): Promise<{ code: number; said: string }> {
	const own = { ...settings, PORT: String(server.port), DATABASE_URL: server.databaseUrl, DATA_DIR: temporaryFolder("doctor") };
	const env = {
		NODE_ENV: "production" as const,
		PATH: process.env.PATH ?? "",
		AUTH_SECRET: "good for nothing but tests",
		...own,
		...given,
	};
	return new Promise((resolve) => {
		execFile(process.execPath, [join(root, "bin/doctor.mjs")], { env }, (error, said) => resolve({ code: Number(error?.code ?? 0), said }));
	});
}

test("an installation that is well is told so, line by line", async () => {
	await expect.poll(async () => (await examine()).said, { timeout: 20_000 }).toContain("Nothing is wrong.");
	const { code, said } = await examine();
	expect(code).toBe(0);
	for (const line of [
		`Undelivered answers on port ${server.port}.`,
		"The database answers: PostgreSQL",
		"All migrations are applied.",
		"One server leads the watch.",
		"The watch ticks.",
		"Tomorrow’s reports have their table.",
		"No salt is older than it may be.",
		"can be reached.",
	])
		expect(said).toContain(line);
	expect(said).not.toMatch(/note|WRONG/);
}, 30_000);

test.each([
	["no public address", { PUBLIC_URL: "" }, "PUBLIC_URL is not set"],
	["a public address without TLS", { PUBLIC_URL: "http://undelivered.example" }, "set up TLS"],
	["TLS by a proxy nobody counted", { TRUST_PROXY: "" }, "every visitor looks like one"],
	["a mail server that is not there", { SMTP_URL: "smtp://127.0.0.1:9" }, "The mail server 127.0.0.1:9 cannot be reached (ECONNREFUSED)"],
	["a database that is not there", { DATABASE_URL: "postgresql://a:b@127.0.0.1:9/c" }, "cannot be reached (ECONNREFUSED)"],
	["a secret that is too short", { AUTH_SECRET: "short" }, "AUTH_SECRET is too short"],
	["a data folder where nothing can be kept", { DATA_DIR: "/proc/undelivered" }, "data folder /proc/undelivered"],
])("%s is wrong", async (_what, given, sentence) => {
	const { code, said } = await examine(given);
	expect([code, said]).toEqual([1, expect.stringContaining(sentence)]);
	expect(said).toMatch(/WRONG/);
});

test("no public address is worth a note while the database is the embedded one", async () => {
	const { code, said } = await examine({ PUBLIC_URL: "", DATABASE_URL: "" });
	expect([code, said]).toEqual([0, expect.stringMatching(/note {2,}PUBLIC_URL is not set: .* Good for trying/)]);
});

test("a port that another program holds is wrong", async () => {
	const other = createServer((socket) => socket.end("no"));
	await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
	afterAll(() => other.close());
	const address = other.address();
	const PORT = String(typeof address === "object" ? address?.port : 0);
	expect((await examine({ PORT, HOST: "127.0.0.1" })).said).toContain(`Port ${PORT} is taken by another program.`);
});

test("a salt that outlived its day and a migration of a newer version are wrong", async () => {
	await onServer(server.databaseUrl, "INSERT INTO salt (day, secret) VALUES ('2022-11-14', '\\x00')");
	await onServer(
		server.databaseUrl,
		"INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('later', '', '20990101000000_later', now())",
	);
	const { code, said } = await examine();
	expect(code).toBe(1);
	expect(said).toContain("A salt that is too old was not destroyed");
	expect(said).toContain("the migration 20990101000000_later, which this version does not know");
	expect(said).toContain("2 things are wrong.");
});

test("a server that does not run is worth a note and nothing more", async () => {
	await onServer(server.databaseUrl, "DELETE FROM salt WHERE day < '2023-01-01'");
	await onServer(server.databaseUrl, "DELETE FROM _prisma_migrations WHERE id = 'later'");
	await server.kill();
	const { code, said } = await examine();
	expect([code, said]).toEqual([0, expect.stringContaining("No server leads the watch now.")]);
});
