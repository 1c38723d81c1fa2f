// The household's thread: closed when asked, and started again when it ends by itself.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../bin/folders.mjs";
import { startHousework } from "../server/housekeeper";

const folder = temporaryFolder("housekeeper");
afterAll(() => rmSync(folder, { recursive: true }));

function script(name: string, text: string): URL {
	const file = join(folder, name);
	writeFileSync(file, text);
	return pathToFileURL(file);
}

test("a thread that ends by a fault is told of, and another is started until the house closes", async () => {
	const told: string[] = [];
	const housework = startHousework(script("faulty.mjs", 'throw new Error("out of memory");'), (what, error) =>
		told.push(`${what}: ${error instanceof Error ? error.message : error}`),
	);
	await expect.poll(() => told, { timeout: 10_000 }).toEqual(["the household: out of memory", "the household: out of memory"]);
	await housework.close();
	const before = told.length;
	await new Promise((resolve) => setTimeout(resolve, 1_500));
	expect(told).toHaveLength(before);
});

test("closing waits until the thread has closed what it opened, also when it was just about to open it", async () => {
	const file = join(folder, "closed");
	const text = `
		import { once } from "node:events";
		import { writeFileSync } from "node:fs";
		import { setTimeout as wait } from "node:timers/promises";
		import { parentPort } from "node:worker_threads";
		await wait(200);
		await once(parentPort, "message");
		await wait(200);
		writeFileSync(${JSON.stringify(file)}, "closed");
		process.exit();`;
	const housework = startHousework(script("slow.mjs", text), (_what, error) => {
		throw error;
	});
	await housework.close();
	expect(readFileSync(file, "utf8")).toBe("closed");
});

test("a thread that fails while it closes is told of, and the process closes all the same", async () => {
	const told: unknown[] = [];
	const text = `
		import { once } from "node:events";
		import { parentPort } from "node:worker_threads";
		await once(parentPort, "message");
		throw new Error("the database is gone");`;
	const housework = startHousework(script("failing.mjs", text), (what, error) =>
		told.push(`${what}: ${error instanceof Error ? error.message : error}`),
	);
	await housework.close();
	expect(told).toEqual(["the household: the database is gone"]);
});
