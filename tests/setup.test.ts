// Set-up steps run when what they are made from has changed, and only then; what would fail a start at its end is said
// before it begins.
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, relative } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { sentenceFor } from "../bin/failure.mjs";
import { keptSecret, root, temporaryFolder } from "../bin/folders.mjs";
import { freePort } from "../bin/postmaster.mjs";
import { isDue, runStep } from "../bin/step.mjs";
import { runScript } from "./world/process";

const folder = temporaryFolder("setup");
afterAll(() => rmSync(folder, { recursive: true }));

const here = (name: string) => relative(root, join(folder, name));
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const step = (script = "") => ({
	doing: "Trying",
	inputs: [here("source"), here("settings.json"), here("not-there")],
	output: here("made"),
	command: [process.execPath, "-e", script],
});

beforeEach(async () => {
	rmSync(folder, { recursive: true });
	mkdirSync(join(folder, "source/generated"), { recursive: true });
	write("source/one.ts", "one");
	write("settings.json", "{}");
	await runStep(step());
});

test("a step that was done is not due", () => {
	expect(isDue(step())).toBe(false);
});

test("a changed content makes it due even under the same time and size, as a checkout may leave it", () => {
	const before = new Date(0);
	utimesSync(join(folder, "source/one.ts"), before, before);
	expect(isDue(step())).toBe(false);
	write("source/one.ts", "two");
	utimesSync(join(folder, "source/one.ts"), before, before);
	expect(isDue(step())).toBe(true);
});

test("a new, a renamed and a removed file make it due", () => {
	write("source/two.ts", "");
	expect(isDue(step())).toBe(true);
	rmSync(join(folder, "source/two.ts"));
	expect(isDue(step())).toBe(false);
	rmSync(join(folder, "source/one.ts"));
	write("source/three.ts", "one");
	expect(isDue(step())).toBe(true);
});

test("generated code and an editor's hidden files do not", () => {
	write("source/generated/client.ts", "made");
	write("source/.one.ts.swp", "half written");
	expect(isDue(step())).toBe(false);
});

test("a deleted result makes it due", () => {
	rmSync(join(folder, "made"), { recursive: true });
	expect(isDue(step())).toBe(true);
});

test("a step that fails says its last words, and stays due although it was done before", async () => {
	await expect(runStep(step("console.error('no such thing'); process.exit(3)"))).rejects.toThrow(/failed \(3\)[\s\S]*no such thing/);
	expect(isDue(step())).toBe(true);
});

test.each([
	["console.error('npm error code ENOSPC'); process.exit(1)", /disk is full/],
	["process.kill(process.pid, 'SIGKILL')", /want of memory/],
])("what is wrong with the machine is said in a sentence (%#)", async (script, sentence) => {
	await expect(runStep(step(script))).rejects.toThrow(sentence);
});

test("a step can be cut off, and is due then", async () => {
	const cutOff = runStep(step("setTimeout(() => {}, 60_000)"), AbortSignal.timeout(100));
	await expect(cutOff).rejects.toThrow(/abort/i);
	expect(isDue(step())).toBe(true);
});

test("a secret is made once and kept", () => {
	const made = keptSecret(folder, "auth.secret");
	expect(made.length).toBeGreaterThanOrEqual(32);
	expect(keptSecret(folder, "auth.secret")).toBe(made);
});

/** What a start says, with these settings, when it looks at what it would need. */
function before(settings: Record<string, string>) {
	const script = `
		Object.assign(process.env, ${JSON.stringify(settings)});
		const { refuseUnusable } = await import(${JSON.stringify(join(root, "bin/before.mjs"))});
		const { sentenceFor } = await import(${JSON.stringify(join(root, "bin/failure.mjs"))});
		await refuseUnusable().then(() => console.log("fine", process.env.PORT), (error) => console.log(sentenceFor(error)));
	`;
	return runScript(script).stdout.trim();
}

test("a port that is taken is refused before anything is built", async () => {
	const port = await freePort();
	const server = createServer().listen(port, "0.0.0.0");
	await once(server, "listening");
	expect(before({ PORT: `${port}` })).toMatch(`Port ${port} is taken by another program.`);
	server.close();
});

test("a database that does not answer is refused before anything is built", async () => {
	expect(before({ PORT: "0", DATABASE_URL: `postgresql://me@127.0.0.1:${await freePort()}/us` })).toMatch(
		/cannot be reached \(ECONNREFUSED\)/,
	);
	expect(before({ PORT: "0", DATABASE_URL: "postgresql://me@database.invalid/us" })).toMatch(/cannot be reached \((ENOTFOUND|EAI_AGAIN)\)/);
	expect(before({ PORT: "0", DATABASE_URL: "mysql://me@localhost/us" })).toMatch(/no address of a PostgreSQL database/);
});

test("a port that is no port is refused, and 0 means a free one", () => {
	expect(before({ PORT: "many" })).toMatch(/PORT=many is no port/);
	expect(before({ PORT: "0" })).toMatch(/^fine [1-9]\d+$/);
});

test("our own sentences come without a stack, faults with it", () => {
	expect(sentenceFor(new Error("Set PORT."))).toBe("Set PORT.");
	expect(sentenceFor(new TypeError("x is not a function"))).toMatch(/TypeError: x is not a function\n\s+at /);
	expect(sentenceFor(Object.assign(new Error("no"), { code: "28P01" }))).toMatch(/refused the password/);
});

test("the example of settings names every one that is read", () => {
	const read = readFileSync(join(root, "lib/env.ts"), "utf8").matchAll(/^\t([A-Z_]+): /gm);
	const named = [...readFileSync(join(root, ".env.example"), "utf8").matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name);
	expect(named.sort()).toEqual(
		[...read]
			.map(([, name]) => name)
			.filter((name) => name !== "NODE_ENV")
			.sort(),
	);
});
