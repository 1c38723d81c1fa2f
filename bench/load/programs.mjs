// The programs a load is sent to, each a process of its own on a free port: ours, on a database of its own that forces
// to disk what it commits, and the bare servers it is compared with.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { root, temporaryFolder } from "../../bin/folders.mjs";
import { openPostgres } from "../../bin/postgres.mjs";
import { endPostmaster, freePort, postmasterOf } from "../../bin/postmaster.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const READY_WITHIN_MS = 60_000;
/** So many connections as two servers and a psql need. */
const MAX_CONNECTIONS = "100";

/** A PostgreSQL as an installation has it, and what a bench sets beside. `pid`: its postmaster's. */
export async function openDatabase(settings = {}) {
	const folder = temporaryFolder("bench-database");
	const { url, pg } = await openPostgres(folder, { max_connections: MAX_CONNECTIONS, ...settings });
	return {
		url,
		pid: postmasterOf(pg).pid,
		async close() {
			await endPostmaster(pg);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Our server, built and bundled if that is due, believing one proxy: the load comes from many addresses. */
export async function startUndelivered(databaseUrl, settings = {}) {
	const made = spawnSync(process.execPath, [join(root, "bin/setup.mjs")], { cwd: root, stdio: ["ignore", 2, 2] });
	if (made.status !== 0) throw new Error("the set-up failed: see above");
	const folder = temporaryFolder("bench-server");
	const port = await freePort();
	const env = {
		PUBLIC_URL: `http://127.0.0.1:${port}`,
		DATABASE_URL: databaseUrl,
		DATA_DIR: folder,
		AUTH_SECRET: "good for nothing but benches",
		TRUST_PROXY: "1",
		LOG_LEVEL: "warn",
		NODE_ENV: "production",
		...settings,
	};
	const program = await start([join(root, "bin/serve.mjs")], port, { env, ready: "Undelivered is ready: " });
	return { ...program, close: async () => (await program.close(), rmSync(folder, { recursive: true, force: true })) };
}

/** Answers what it is sent: the most that plain Node can do. */
export async function startEcho() {
	return start([join(here, "echo-http.mjs")], await freePort());
}

/** Streams that all are told a frame of so many bytes each second: the most that plain Node can do. */
export async function startBareStreams(bytes) {
	return start([join(here, "sse-http.mjs")], await freePort(), { env: { BYTES: String(bytes) } });
}

/** One INSERT for each request, committed before it is answered. */
export async function startInserts(databaseUrl) {
	return start([join(here, "insert-http.mjs")], await freePort(), { env: { DATABASE_URL: databaseUrl } });
}

/** A Next application with one handler that does nothing and one page that says nothing. */
export async function startEmptyNext() {
	const next = join(root, "node_modules/next/dist/bin/next");
	const folder = join(here, "empty-next");
	const made = spawnSync(process.execPath, [next, "build", folder], { cwd: folder, stdio: ["ignore", "ignore", 2] });
	if (made.status !== 0) throw new Error("the empty Next application could not be built: see above");
	const port = await freePort();
	return start([next, "start", folder, "-p", String(port), "-H", "127.0.0.1"], port, { ready: "Ready in" });
}

async function start(args, port, { env = {}, ready = "ready" } = {}) {
	const child = spawn(process.execPath, args, {
		env: { PATH: process.env.PATH, HOST: "127.0.0.1", PORT: String(port), NEXT_TELEMETRY_DISABLED: "1", ...env },
		cwd: root,
	});
	const said = [];
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => said.push(text));
	const close = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		child.kill();
		await once(child, "exit");
	};
	for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until && child.exitCode === null; ) {
		if (said.join("").includes(ready)) return { url: `http://127.0.0.1:${port}`, pid: child.pid, close, said: () => said.join("") };
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	await close();
	throw new Error(`${args.join(" ")} did not become ready:\n${said.join("")}`);
}
