// `npm test`: the set-up a fresh clone lacks, `npm run check`, every test. The last line counts: `N passed, N failed, N skipped`.
// With CI set also those that take minutes. Arguments go to vitest: `npm test -- tests/setup.test.ts`.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { check } from "./check.mjs";
import { sentenceFor } from "./failure.mjs";
import { temporaryFolder } from "./folders.mjs";
import { setUp } from "./setup.mjs";
import { runTool } from "./tool.mjs";

const total = { passed: 0, failed: 0, skipped: 0 };

try {
	await setUp();
	// Tidiness is a test of its own and is run among the others.
	add(await check(["types", "lint", "schema"]));
	add(await test(process.argv.slice(2)));
	if (process.env.CI) add(await test([], { SLOW: "1" }));
} catch (error) {
	console.error(sentenceFor(error));
	add({ failed: 1 });
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

async function test(args, env = {}) {
	console.log(env.SLOW ? "\n— slow tests" : "\n— tests");
	const folder = temporaryFolder("counts");
	const file = join(folder, "counts.json");
	const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${file}`];
	const succeeded = await runTool("node_modules/vitest/vitest.mjs", ["run", ...reporters, ...args], env);
	const counted = countsIn(file);
	rmSync(folder, { recursive: true, force: true });
	// A file that cannot be read, or an error outside any test, fails the run without failing a test.
	return succeeded ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

function countsIn(file) {
	if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, "utf8"));
	return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

function add({ passed = 0, failed = 0, skipped = 0 }) {
	total.passed += passed;
	total.failed += failed;
	total.skipped += skipped;
}
