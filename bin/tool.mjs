// Runs a tool of the project with this very Node and shows what it says.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { root } from "./folders.mjs";

const quiet = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" };

/** Whether the tool ended well. Its own settings are not ours: nothing is said of NODE_ENV. */
export async function runTool(path, args, more = {}) {
	const { NODE_ENV: _, ...env } = process.env;
	const tool = spawn(process.execPath, [path, ...args], { cwd: root, stdio: "inherit", env: { ...env, ...quiet, ...more } });
	const [code] = await once(tool, "exit");
	return code === 0;
}
