// The server while it is being written: bundled again at every change of lib/ or server/ and started again as a child.
// The embedded database belongs to this process and stays up. Pages are Next's own affair, behind the same server.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "./folders.mjs";

/** Watches until closed; resolves when the first bundle was made and its server started. */
export async function serveWhileEdited() {
	const { build, context } = await import("esbuild");
	const { browserBundle, bundle } = await import("./bundle.mjs");
	await build(browserBundle);
	const server = restartable();
	const restart = {
		name: "restart",
		setup(build) {
			build.onEnd(({ errors }) => (errors.length === 0 ? server.restart() : undefined));
		},
	};
	const watching = await context({ ...bundle, plugins: [restart] });
	await watching.watch();
	return {
		async close() {
			await watching.dispose();
			await server.stop();
		},
	};
}

function restartable() {
	let child;
	const stop = async () => {
		const running = child;
		child = undefined;
		if (!running || running.exitCode !== null || running.signalCode !== null) return;
		running.kill("SIGTERM");
		await once(running, "exit");
	};
	const restart = async () => {
		await stop();
		child = spawn(process.execPath, ["--enable-source-maps", join(root, "bin/serve.mjs")], { stdio: "inherit", env: withoutNpm() });
	};
	return { stop, restart };
}

/** The child is told to end by us alone, once. */
function withoutNpm() {
	const { npm_lifecycle_event: _, ...env } = process.env;
	return env;
}
