// One process at a time may do a deed. The lock is a file that names its holder; a holder that died, or that has not
// touched its file for a minute (its number may belong to somebody else by now), is succeeded.
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const LOOK_AGAIN_MS = 200;
const TOUCH_MS = 5_000;
const FORGOTTEN_MS = 60_000;

/** The locks this very process holds: its number in any other lock is a namesake's. */
const held = new Set();

/**
 * Waits for the lock, does the deed, lets go.
 * @template Result
 * @param {string} path the lock file; its folder exists
 * @param {() => Promise<Result>} deed
 * @param {{ onWait?: (holder: number) => void, signal?: AbortSignal }} [options] `onWait` is called once, if at all
 * @returns {Promise<Result>}
 */
export async function withLock(path, deed, { onWait, signal } = {}) {
	for (let told = false; !take(path); ) {
		const holder = holderOf(path);
		if (holder && !told) onWait?.(holder);
		told ||= holder > 0;
		await wait(LOOK_AGAIN_MS, undefined, { signal });
	}
	const touching = setInterval(touch, TOUCH_MS, path);
	try {
		return await deed();
	} finally {
		clearInterval(touching);
		letGo(path);
	}
}

/** A link appears with its content in one step; a file that is opened and then written would be seen empty. */
function take(path) {
	const mine = `${path}.${process.pid}`;
	writeFileSync(mine, `${process.pid}\n`);
	try {
		linkSync(mine, path);
		held.add(path);
		return true;
	} catch (error) {
		if (error.code !== "EEXIST") throw error;
		const holder = holderOf(path);
		if (isLeftBehind(path, holder)) bury(path, holder);
		return false;
	} finally {
		rmSync(mine, { force: true });
	}
}

function isLeftBehind(path, holder) {
	if (held.has(path)) return false;
	const isDead = holder > 0 && (holder === process.pid || !isAlive(holder));
	return isDead || Date.now() - touchedAt(path) > FORGOTTEN_MS;
}

/** Moves a dead lock aside. Whoever was quicker may have put a fresh one there since we looked: that one is put back. */
function bury(path, holder) {
	const grave = `${path}.${process.pid}.old`;
	try {
		renameSync(path, grave);
		if (!Object.is(holderOf(grave), holder)) linkSync(grave, path);
	} catch (error) {
		if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
	} finally {
		rmSync(grave, { force: true });
	}
}

function letGo(path) {
	held.delete(path);
	if (holderOf(path) === process.pid) rmSync(path, { force: true });
}

function holderOf(path) {
	try {
		return Number(readFileSync(path, "utf8"));
	} catch {
		return 0;
	}
}

function touchedAt(path) {
	return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}

function touch(path) {
	const now = new Date();
	if (holderOf(path) === process.pid) utimesSync(path, now, now);
}

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid) {
	if (!pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}
