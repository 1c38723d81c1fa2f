// PostgreSQL as programs and files: making a cluster, starting its postmaster, reading what it says of itself, ending it.
import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { asPostgres, findBinaries } from "./binaries.mjs";
import { Refused } from "./failure.mjs";
import { isRoot, nobody } from "./folders.mjs";
import { isAlive } from "./lock.mjs";

const LOOK_AGAIN_MS = 25;
/** Recovery after a crash reads what was written since the last checkpoint, at most a few minutes of it. */
const READY_WITHIN_MS = 120_000;
const STOPPED_WITHIN_MS = 30_000;
const LOG_BYTES_MAX = 10_000_000;
/** Above the largest process number Linux gives. */
const NO_PROCESS = 4_194_305;

/** PostgreSQL's own C.UTF-8: the same order of strings on every machine, whatever locales it has. */
const locale = ["-E", "UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

const always = { listen_addresses: "127.0.0.1", unix_socket_directories: "", timezone: "UTC", log_timezone: "UTC" };

/**
 * Makes a cluster unless there is one. Made beside its place and moved there when whole: an `initdb` that was cut off
 * leaves nothing that looks like a database.
 */
export function makeCluster(pg, password) {
	if (existsSync(pg)) return refuseOther(pg);
	const [unfinished, passwordFile] = [`${pg}.new`, `${pg}.new.password`];
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished, { mode: 0o700 });
	writeFileSync(passwordFile, password, { mode: 0o600 });
	if (isRoot) for (const path of [unfinished, passwordFile]) chownSync(path, nobody.uid, nobody.gid);
	const made = spawnSync(
		join(findBinaries(), "initdb"),
		["-D", unfinished, "-U", "undelivered", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, ...locale],
		{ ...asPostgres, encoding: "utf8" },
	);
	rmSync(passwordFile, { force: true });
	if (made.status !== 0) throw new Refused(`The embedded PostgreSQL could not make its files in ${pg}: ${made.stderr.trim()}`);
	renameSync(unfinished, pg);
}

function refuseOther(pg) {
	const made = readFileSync(join(pg, "PG_VERSION"), "utf8").trim();
	const [, ours] = / (\d+)/.exec(spawnSync(join(findBinaries(), "postgres"), ["--version"], { ...asPostgres, encoding: "utf8" }).stdout);
	if (made !== ours) {
		throw new Refused(
			`${pg} was made by PostgreSQL ${made} and this version brings ${ours}. Go back to the version that made it, export, and import here.`,
		);
	}
}

/** What a running postmaster wrote about itself; null when there is none alive. */
export function postmasterOf(pg) {
	const [pid, , , port, , , , status] = pidFileOf(pg);
	if (!isAlive(Number(pid)) || isNamesake(pid)) return null;
	return { pid: Number(pid), port: Number(port), isReady: status?.trim() === "ready" };
}

function pidFileOf(pg) {
	try {
		return readFileSync(join(pg, "postmaster.pid"), "utf8").split("\n");
	} catch {
		return [];
	}
}

/** After a power cut or in a restarted container the number of a dead postmaster soon belongs to another program. */
function isNamesake(pid) {
	try {
		return !readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
	} catch {
		return false;
	}
}

/** PostgreSQL will not start while the number in its file is alive. Its check of leftover backends stays in force. */
function forgetNamesake(pg) {
	const [pid, ...rest] = pidFileOf(pg);
	if (isAlive(Number(pid)) && isNamesake(pid)) writeFileSync(join(pg, "postmaster.pid"), [NO_PROCESS, ...rest].join("\n"));
}

/** Starts a postmaster on a free port unless `settings` name one, apart from us, and waits until it takes connections. Throws its own last words. */
export async function startPostmaster(pg, settings) {
	forgetNamesake(pg);
	const log = openLog(pg);
	const given = { ...always, port: String(await freePort()), ...settings };
	const options = Object.entries(given).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
	const child = spawn(join(findBinaries(), "postgres"), ["-D", pg, ...options], {
		...asPostgres,
		detached: true,
		stdio: ["ignore", log, log],
	});
	child.unref();
	if (!(await isReady(pg, () => child.exitCode !== null || child.signalCode !== null))) {
		throw new Refused(`The embedded PostgreSQL did not start. Its last words (${logOf(pg)}): ${lastWords(pg)}`);
	}
}

/** Waits until the postmaster in a folder takes connections: false when it ended or never came. */
export async function isReady(pg, hasEnded = () => !postmasterOf(pg)) {
	for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await wait(LOOK_AGAIN_MS)) {
		if (postmasterOf(pg)?.isReady) return true;
		if (hasEnded()) return false;
	}
	return false;
}

/** Ends the postmaster: open transactions are rolled back (SIGINT, "fast"), and not waited for longer than half a minute. */
export async function endPostmaster(pg) {
	const running = postmasterOf(pg);
	if (!running) return;
	process.kill(running.pid, "SIGINT");
	for (const until = Date.now() + STOPPED_WITHIN_MS; Date.now() < until; await wait(LOOK_AGAIN_MS)) {
		if (!isAlive(running.pid)) return;
	}
	process.kill(running.pid, "SIGQUIT");
}

/** A port nobody listens on now. Somebody may a moment later: who binds it must still look. */
export function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer().once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

function logOf(pg) {
	return `${pg}.log`;
}

function openLog(pg) {
	const isFull = (statSync(logOf(pg), { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX;
	if (isFull) renameSync(logOf(pg), `${logOf(pg)}.old`);
	return openSync(logOf(pg), "a", 0o600);
}

function lastWords(pg) {
	return readFileSync(logOf(pg), "utf8").trim().split("\n").slice(-3).join(" / ");
}
