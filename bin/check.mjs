// `npm run check`: types, lint, tidiness, and whether the schema is what the migrations make. No browser, about a minute.
import { pathToFileURL } from "node:url";
import { sentenceFor } from "./failure.mjs";
import { setUp } from "./setup.mjs";
import { runTool } from "./tool.mjs";

/** Route types first: the pages import them. */
const checks = {
	types: [
		["node_modules/next/dist/bin/next", "typegen"],
		["node_modules/typescript/bin/tsc", "--noEmit"],
	],
	lint: [["node_modules/@biomejs/biome/bin/biome", "check", "--max-diagnostics=50"]],
	tidy: [["node_modules/vitest/vitest.mjs", "run", "tests/tidy.test.ts", "--silent=passed-only"]],
	schema: [["bin/schema.mjs", "check"]],
};

/**
 * Runs the checks one after another, all of them even when one fails.
 * @param {readonly (keyof typeof checks)[]} [names]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function check(names = ["types", "lint", "tidy", "schema"]) {
	const failed = [];
	for (const name of names) {
		console.log(`\n— ${name}`);
		if (!(await passes(checks[name]))) failed.push(name);
	}
	if (failed.length > 0) console.error(`\nNot right: ${failed.join(", ")}`);
	return { passed: names.length - failed.length, failed: failed.length };
}

async function passes(tools) {
	for (const [path, ...args] of tools) if (!(await runTool(path, args))) return false;
	return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	try {
		await setUp(["install", "generate"]);
		const { failed } = await check();
		process.exitCode = failed > 0 ? 1 : 0;
	} catch (error) {
		console.error(sentenceFor(error));
		process.exitCode = 1;
	}
}
