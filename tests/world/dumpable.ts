// A PostgreSQL that this machine's `pg_dump` can copy: the run's own where a client is as new as it, else one of the
// system's, of the client's own version, for this test file alone. The embedded one brings no client.
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { asPostgres } from "../../bin/binaries.mjs";
import { isRoot, nobody, temporaryFolder } from "../../bin/folders.mjs";
import { freePort } from "../../bin/postmaster.mjs";

/** Where Debian and Homebrew put the programs of each version. */
const versions = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

/** `programs`: the folder of the client that fits. */
export type Dumpable = { url: string; programs: string };

/** Throws a sentence where nothing fits: a copy that cannot be tried is not a copy. */
export async function openDumpable(): Promise<Dumpable> {
	const { url } = inject("databases");
	const found = clients();
	const wanted = await versionOf(url);
	const fitting = found.find(({ version }) => version >= wanted);
	if (fitting) return { url, programs: fitting.programs };
	const whole = found.find(({ programs }) => existsSync(join(programs, "initdb")) && existsSync(join(programs, "postgres")));
	if (whole) return { url: await startCluster(whole.programs), programs: whole.programs };
	throw new Error(
		`A copy cannot be tried here: no pg_dump of version ${wanted} or newer, and no PostgreSQL beside an older one. On Debian: apt-get install postgresql`,
	);
}

function clients(): { programs: string; version: number }[] {
	const installed = versions
		.filter((folder) => existsSync(folder))
		.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, "bin")));
	return [...(process.env.PATH ?? "").split(delimiter), ...installed]
		.filter((programs) => existsSync(join(programs, "pg_dump")))
		.map((programs) => ({ programs, version: majorOf(execFileSync(join(programs, "pg_dump"), ["--version"], { encoding: "utf8" })) }))
		.sort((one, other) => other.version - one.version);
}

function majorOf(said: string): number {
	return Number(/\d+/.exec(said)?.[0]);
}

async function versionOf(connectionString: string): Promise<number> {
	const client = new pg.Client({ connectionString });
	await client.connect();
	const { rows } = await client.query("SHOW server_version");
	await client.end();
	return majorOf(rows[0].server_version);
}

/** Ended with the test file. */
async function startCluster(programs: string): Promise<string> {
	const folder = join(temporaryFolder("dumpable"), "pg");
	mkdirSync(folder, { mode: 0o700 });
	if (isRoot) chownSync(folder, nobody.uid, nobody.gid);
	const env = { ...asPostgres.env, NODE_ENV: "test" as const };
	const run = (program: string, ...args: string[]) => execFileSync(join(programs, program), args, { ...asPostgres, env, stdio: "ignore" });
	run("initdb", "-D", folder, "-U", "undelivered", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
	const port = await freePort();
	const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
	run("pg_ctl", "-D", folder, "-l", join(folder, "log"), "-w", "-o", settings, "start");
	afterAll(() => {
		run("pg_ctl", "-D", folder, "-m", "immediate", "stop");
		rmSync(join(folder, ".."), { recursive: true, force: true });
	});
	return `postgresql://undelivered@127.0.0.1:${port}/postgres`;
}
