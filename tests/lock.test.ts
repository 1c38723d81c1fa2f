// One process at a time sets up, and the lock of a dead one stops nobody.
import { existsSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../bin/folders.mjs";
import { withLock } from "../bin/lock.mjs";
import { deadProcess } from "./world/process";

const folder = temporaryFolder("lock");
const path = join(folder, "lock");
afterAll(() => rmSync(folder, { recursive: true }));

test("deeds under one lock do not overlap", async () => {
	let inside = 0;
	let most = 0;
	const deed = async () => {
		most = Math.max(most, ++inside);
		await wait(20);
		inside--;
	};
	await Promise.all([withLock(path, deed), withLock(path, deed), withLock(path, deed)]);
	expect(most).toBe(1);
	expect(existsSync(path)).toBe(false);
});

test("a deed that fails lets go of the lock", async () => {
	await expect(withLock(path, () => Promise.reject(new Error("no luck")))).rejects.toThrow("no luck");
	expect(await withLock(path, async () => "free")).toBe("free");
});

test("the lock of a dead process is taken over", async () => {
	writeFileSync(path, `${deadProcess()}\n`);
	expect(await withLock(path, async () => "taken")).toBe("taken");
});

test("the lock of a living process is waited for, and said to be", async () => {
	writeFileSync(path, `${process.ppid}\n`);
	const holders: number[] = [];
	const waiting = withLock(path, async () => "at last", { onWait: (holder) => holders.push(holder) });
	await wait(500);
	expect(holders).toEqual([process.ppid]);
	rmSync(path);
	expect(await waiting).toBe("at last");
});

test("a lock untouched for a minute is somebody's who died: its number lives on in another program", async () => {
	writeFileSync(path, `${process.ppid}\n`);
	const before = new Date(Date.now() - 61_000);
	utimesSync(path, before, before);
	expect(await withLock(path, async () => "taken")).toBe("taken");
});

test("waiting can be given up", async () => {
	writeFileSync(path, `${process.ppid}\n`);
	await expect(withLock(path, async () => "never", { signal: AbortSignal.timeout(50) })).rejects.toThrow(/abort/i);
	rmSync(path);
});
