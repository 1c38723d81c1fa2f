// Which set-up steps are due, and doing them. A step is due when the hash of its inputs differs from the one left at
// the end of its last run beside what it made; so a `git checkout`, a new Node or a deleted folder are all noticed.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { sentenceFor } from "./failure.mjs";
import { root } from "./folders.mjs";
import { withLock } from "./lock.mjs";
import { during, say } from "./say.mjs";
import { isDue, runStep } from "./step.mjs";

/** npm as the start was called by, or the one that stands in the path. */
const npm = /npm-cli\.js$/.test(process.env.npm_execpath ?? "") ? [process.execPath, process.env.npm_execpath] : ["npm"];

/**
 * In order: what one makes is an input of the next. `npm install` and not `npm ci`: the latter refuses a lock file that
 * lacks packages for platforms nobody published; the former keeps to the lock file just as well.
 */
const steps = {
	install: {
		doing: "Installing packages (a minute or two, the first time)",
		inputs: ["package.json", "package-lock.json"],
		output: "node_modules",
		command: [...npm, "install", "--no-audit", "--no-fund", "--include=dev", "--loglevel=error"],
	},
	generate: {
		doing: "Generating the database client",
		inputs: ["package-lock.json", "prisma.config.ts", "prisma/schema.prisma"],
		output: "lib/store/generated",
		command: [process.execPath, "node_modules/prisma/build/index.js", "generate"],
	},
	build: {
		doing: "Building the pages (a minute or two, after every change)",
		inputs: [
			"package-lock.json",
			"next.config.js",
			"postcss.config.mjs",
			"tsconfig.json",
			"app",
			"components",
			"lib",
			"prisma/schema.prisma",
		],
		output: ".next",
		command: [process.execPath, "node_modules/next/dist/bin/next", "build"],
	},
	bundle: {
		doing: "Bundling the server",
		inputs: ["package-lock.json", "bin/bundle.mjs", "tsconfig.json", "server", "lib", "components", "prisma/schema.prisma"],
		output: "build",
		command: [process.execPath, "bin/bundle.mjs"],
	},
};

/**
 * Runs the named steps that are due, in one process at a time. Run twice, the second does nothing.
 * @param {readonly (keyof typeof steps)[]} [names] all of them by default
 * @param {AbortSignal} [signal] ends the running step
 */
export async function setUp(names = ["install", "generate", "build", "bundle"], signal = undefined) {
	const due = () => names.map((name) => steps[name]).filter(isDue);
	if (due().length === 0) return;
	const lock = join(root, "build/.lock");
	mkdirSync(dirname(lock), { recursive: true });
	const onWait = (holder) => say(`Another start (process ${holder}) is setting up, waiting for it …`);
	await withLock(lock, () => runEach(names, signal), { onWait, signal });
}

async function runEach(names, signal) {
	for (const step of names.map((name) => steps[name])) {
		if (isDue(step)) await during(step.doing, () => runStep(step, signal));
	}
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const names = process.argv.slice(2);
	await setUp(names.length > 0 ? names : undefined).catch((error) => {
		console.error(sentenceFor(error));
		process.exitCode = 1;
	});
}
