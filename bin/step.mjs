// One step of the set-up: what it was made from, whether that has changed since, and running it.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refused } from "./failure.mjs";
import { root } from "./folders.mjs";

const OUTPUT_LINES_SHOWN = 40;
const OUTPUT_CHARACTERS_KEPT = 100_000;
/** Packages take 1 GB, pages and an empty database another half. */
const FIRST_START_BYTES = 1_600_000_000;

/** @typedef {{ doing: string, inputs: string[], output: string, command: string[] }} Step */

export function isDue(/** @type {Step} */ step) {
	return readMark(step) !== markOf(step);
}

/** Runs a step and marks it done. Refuses with what the step said last. */
export async function runStep(/** @type {Step} */ step, /** @type {AbortSignal | undefined} */ signal = undefined) {
	if (readMark(step) === "") refuseLittleRoom();
	// A step that is cut off must not look like one that was never begun.
	rmSync(markPath(step), { force: true });
	const mark = markOf(step);
	const { code, output } = await runCommand(step.command, signal);
	if (code !== 0) throw new Refused(whyFailed(step, code, output));
	mkdirSync(join(root, step.output), { recursive: true });
	writeFileSync(markPath(step), mark);
}

function markPath(step) {
	return join(root, step.output, ".made-from");
}

function readMark(step) {
	try {
		return readFileSync(markPath(step), "utf8");
	} catch {
		return "";
	}
}

/** Of the content of every input, the command and the Node it runs under. */
function markOf(step) {
	const hash = createHash("sha256").update([process.version, process.platform, process.arch, ...step.command.slice(1)].join("\0"));
	for (const path of step.inputs.flatMap(filesBelow)) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
	return hash.digest("hex");
}

/** Generated code follows from other inputs, and hidden files are the editor's. */
function filesBelow(path) {
	const status = statSync(join(root, path), { throwIfNoEntry: false });
	if (!status?.isDirectory()) return status ? [path] : [];
	const names = readdirSync(join(root, path)).sort();
	return names.filter((name) => !name.startsWith(".") && name !== "generated").flatMap((name) => filesBelow(`${path}/${name}`));
}

function refuseLittleRoom() {
	const { bavail, bsize } = statfsSync(root);
	if (bavail * bsize < FIRST_START_BYTES) throw Object.assign(new Error("no room"), { code: "ENOSPC" });
}

function runCommand([program, ...args], signal) {
	const quiet = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" };
	const child = spawn(program, args, { cwd: root, env: { ...process.env, ...quiet }, stdio: ["ignore", "pipe", "pipe"], signal });
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text) => {
			output = (output + text).slice(-OUTPUT_CHARACTERS_KEPT);
		});
	}
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code, killedBy) => resolve({ code: code ?? killedBy, output }));
	});
}

function whyFailed(step, code, output) {
	if (/ENOSPC|no space left/i.test(output)) return "The disk is full. Make room (a first start needs about 2 GB) and start again.";
	if (step.output === "node_modules" && /EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(output)) {
		return "npm cannot reach its registry. Connect this machine to the internet (or set npm's proxy) and start again.";
	}
	if (code === "SIGKILL") return `${step.doing}: stopped by the system, most likely for want of memory. Free about 2 GB and start again.`;
	const lines = output.trim().split("\n").slice(-OUTPUT_LINES_SHOWN);
	return `${step.doing}: failed (${code}). Its last words:\n\n${lines.join("\n")}\n`;
}
