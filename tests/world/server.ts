// The real server as a child process, on a free port, with a database of its own: `const server = await startServer()`
// at the top of a test file.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll } from "vitest";
import { root, temporaryFolder } from "../../bin/folders.mjs";
import { freePort } from "../../bin/postmaster.mjs";
import { freshDatabase } from "./database";

const READY_WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 20;

export type RunningServer = {
	url: string;
	port: number;
	databaseUrl: string;
	/** Of the process that runs now. */
	pid(): number;
	/** Everything it has said since it was first started. */
	output(): string;
	/** Tells it to end, waits until it has, and gives its exit code, or the signal it died of. */
	kill(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
	/** Ends it if it runs, and starts it again on the same port and database. */
	restart(): Promise<void>;
};

/**
 * Starts the bundled server, after building and bundling if that is due. It ends with the test file; who starts one within a
 * test ends it there. `beside`: another server, whose database it shares.
 */
export async function startServer({
	env = {},
	beside,
}: {
	env?: Record<string, string>;
	beside?: RunningServer;
} = {}): Promise<RunningServer> {
	execFileSync(process.execPath, [join(root, "bin/setup.mjs")], { cwd: root, stdio: "inherit" });
	const settings = { ...(await ownSettings(beside?.databaseUrl ?? (await freshDatabase()).url)), ...env };
	const said: string[] = [];
	let child = await start(settings, said);
	const kill = (signal?: NodeJS.Signals) => end(child, signal);
	afterAll(async () => {
		await kill();
		rmSync(settings.DATA_DIR, { recursive: true, force: true });
	});
	return {
		url: settings.PUBLIC_URL,
		port: Number(settings.PORT),
		databaseUrl: settings.DATABASE_URL,
		pid: () => child.pid ?? 0,
		output: () => said.join(""),
		kill,
		restart: async () => {
			await kill();
			child = await start(settings, said);
		},
	};
}

async function ownSettings(databaseUrl: string) {
	const port = String(await freePort());
	return {
		PORT: port,
		HOST: "127.0.0.1",
		PUBLIC_URL: `http://localhost:${port}`,
		DATABASE_URL: databaseUrl,
		DATA_DIR: temporaryFolder("server"),
		AUTH_SECRET: "good for nothing but tests",
		LOG_LEVEL: "warn",
		NODE_ENV: "production" as const,
		PATH: process.env.PATH ?? "",
	};
}

async function start(env: NodeJS.ProcessEnv, said: string[]): Promise<ChildProcess> {
	const child = spawn(process.execPath, ["--enable-source-maps", join(root, "bin/serve.mjs")], { cwd: root, env });
	const before = said.length;
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
	const saidNow = () => said.slice(before).join("");
	for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until && !hasEnded(child); await wait(LOOK_AGAIN_MS)) {
		if (saidNow().includes("Undelivered is ready: ")) return child;
	}
	child.kill("SIGKILL");
	throw new Error(`The server did not become ready. It said:\n${saidNow()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM") {
	if (!hasEnded(child)) {
		child.kill(signal);
		await once(child, "exit");
	}
	return child.signalCode ?? child.exitCode;
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}
