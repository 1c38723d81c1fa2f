// What a newcomer does: a copy of the project with nothing installed, `npm start`, and some minutes later a page.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { root, temporaryFolder } from "../../bin/folders.mjs";
import { freePort } from "../../bin/postmaster.mjs";

const FIRST_START_MS = 8 * 60_000;
/** Five seconds on an idle machine. */
const SECOND_START_MS = 10_000;

const NOT_CLONED = new Set(["node_modules", ".next", "build", ".data", ".git", ".env", "generated"]);

const clone = temporaryFolder("clone");
cpSync(root, clone, { recursive: true, filter: (path) => !NOT_CLONED.has(basename(path)) });
const port = await freePort();
let running: ChildProcess | undefined;

afterAll(async () => {
	if (running && running.exitCode === null) await stop(running);
	rmSync(clone, { recursive: true, force: true });
});

test(
	"a fresh clone starts with one command and answers, keeps its lock file, ends when told, and starts again at once",
	async () => {
		const lockFile = readFileSync(join(clone, "package-lock.json"), "utf8");
		running = npmStart();
		await answers(running, FIRST_START_MS);
		expect(await (await fetch(`http://localhost:${port}/`)).text()).toContain("<html");
		expect(readFileSync(join(clone, "package-lock.json"), "utf8")).toBe(lockFile);

		await stop(running);
		await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow();
		expect(existsSync(join(clone, ".data/pg/postmaster.pid"))).toBe(false);

		running = npmStart();
		await answers(running, SECOND_START_MS);
	},
	FIRST_START_MS + 2 * SECOND_START_MS,
);

/** As a person would: with none of what npm and vitest have put into our own environment. */
function npmStart(): ChildProcess {
	const { PATH = "", HOME = "" } = process.env;
	const own = { PATH, HOME, PORT: String(port) };
	return spawn("env", ["-i", ...Object.entries(own).map(([name, value]) => `${name}=${value}`), "npm", "start"], {
		cwd: clone,
		stdio: ["ignore", "pipe", "inherit"],
	});
}

/** The last line it says is where to go. */
async function answers(npm: ChildProcess, withinMs: number): Promise<void> {
	let said = "";
	npm.stdout?.setEncoding("utf8").on("data", (text: string) => {
		said += text;
	});
	const isReady = () => said.trimEnd().endsWith(`Undelivered is ready: http://localhost:${port}`);
	for (const until = Date.now() + withinMs; !isReady(); await wait(50)) {
		if (npm.exitCode !== null || Date.now() > until) throw new Error(`It did not become ready. It said:\n${said}`);
	}
	expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
}

/** Through npm, as a supervisor does. */
async function stop(npm: ChildProcess): Promise<void> {
	npm.kill("SIGTERM");
	await once(npm, "exit");
}
