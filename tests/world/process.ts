// Processes that are no more, and programs that run for a moment.
import { spawnSync } from "node:child_process";

/** A number that belonged to a process and belongs to none now. */
export function deadProcess(): number {
	return spawnSync("true").pid;
}

/** Runs a few lines of JavaScript as a process of its own; it can use what `imports` names. */
export function runScript(script: string, signal?: NodeJS.Signals) {
	return spawnSync(process.execPath, ["--input-type=module", "-e", script], {
		encoding: "utf8",
		...(signal ? { killSignal: signal } : {}),
	});
}

/** Ends a process and its children, as a machine does that has no memory left for any of them. */
export function killTree(pid: number, signal: NodeJS.Signals): void {
	const children = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" })
		.stdout.split("\n")
		.map(Number);
	for (const one of [pid, ...children.filter((child) => child > 0)]) {
		try {
			process.kill(one, signal);
		} catch {
			// It ended with the one before.
		}
	}
}
