// The server while it is being written: bundled again at every change of what it is made from, and started again as a
// child. The embedded database belongs to this process and stays up. Pages are Next's own affair, behind the same server.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "./folders.mjs";

/** One save may change several bundles. */
const SETTLED_MS = 100;

/** Watches until closed; the server is started as soon as everything was bundled once. */
export async function serveWhileEdited() {
	const { context } = await import("esbuild");
	const { bundles } = await import("./bundle.mjs");
	const server = restartable();
	const watched = await Promise.all(bundles.map((options) => context({ ...options, plugins: [whenBundled(server.restartSoon)] })));
	await Promise.all(watched.map((each) => each.rebuild().catch(() => undefined)));
	await Promise.all(watched.map((each) => each.watch()));
	return {
		async close() {
			await Promise.all(watched.map((each) => each.dispose()));
			await server.stop();
		},
	};
}

/** A bundle with errors, which esbuild prints, leaves the server as it is. */
function whenBundled(deed) {
	return {
		name: "when-bundled",
		setup(build) {
			build.onEnd(({ errors }) => {
				if (errors.length === 0) deed();
			});
		},
	};
}

function restartable() {
	let child;
	let soon;
	let turn = Promise.resolve();
	const end = async () => {
		const running = child;
		child = undefined;
		if (!running || running.exitCode !== null || running.signalCode !== null) return;
		running.kill("SIGTERM");
		await once(running, "exit");
	};
	const restart = async () => {
		await end();
		child = spawn(process.execPath, ["--enable-source-maps", join(root, "bin/serve.mjs")], { stdio: "inherit", env: ownEnvironment() });
	};
	const take = (deed) => {
		turn = turn.then(deed);
		return turn;
	};
	return {
		restartSoon() {
			clearTimeout(soon);
			soon = setTimeout(take, SETTLED_MS, restart);
		},
		stop() {
			clearTimeout(soon);
			return take(end);
		},
	};
}

/** What npm adds would make the child take a second signal for an echo of the first. */
function ownEnvironment() {
	const { npm_lifecycle_event: _, ...env } = process.env;
	return env;
}
