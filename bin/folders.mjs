// Where Undelivered keeps what it must not lose, and what only its owner may read.

import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Refused } from "./failure.mjs";

/** The project, wherever it was cloned to. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** PostgreSQL refuses to run as root: it runs as nobody then. */
export const isRoot = process.getuid?.() === 0;
export const nobody = { uid: 65534, gid: 65534 };

/** Where root keeps what nobody must reach when the project lies below root's own 0700 home. */
export const commonFolder = "/var/lib/undelivered";

/**
 * The data folder: DATA_DIR, else `.data` in the project, else a folder named after the project's path where nobody can
 * reach. Makes it; only its owner can list it, and when root owns it others may pass through to what is theirs.
 */
export function dataFolder(wanted = process.env.DATA_DIR) {
	const folder = dataFolderPath(wanted);
	if (!isWithinReach(dirname(folder))) {
		throw new Refused(`${folder} lies where PostgreSQL's user cannot reach. Set DATA_DIR to a folder outside root's home.`);
	}
	return makeFolder(folder);
}

/** A fresh folder for something that ends with the process. */
export function temporaryFolder(purpose) {
	const parent = isWithinReach(tmpdir()) ? tmpdir() : "/var/tmp";
	return makeFolder(join(parent, `undelivered-${purpose}-${process.pid}-${randomBytes(4).toString("hex")}`));
}

/** Where the data folder is, or would be made. */
export function dataFolderPath(wanted = process.env.DATA_DIR) {
	if (wanted) return resolve(root, wanted);
	return isWithinReach(root) ? join(root, ".data") : join(commonFolder, nameOf(root));
}

function makeFolder(folder) {
	mkdirSync(folder, { recursive: true });
	chmodSync(folder, isRoot ? 0o711 : 0o700);
	return folder;
}

function nameOf(path) {
	return createHash("sha256").update(path).digest("hex").slice(0, 16);
}

/** Whether PostgreSQL's user gets to a path: as a plain user it is ourselves, as root everybody must be let through. */
export function isWithinReach(path) {
	if (!isRoot) return true;
	const status = statSync(path, { throwIfNoEntry: false });
	const letsThrough = !status || (status.mode & 0o001) !== 0;
	return letsThrough && (path === dirname(path) || isWithinReach(dirname(path)));
}

/** A random secret that stays the same from start to start. Readable by its owner only. */
export function keptSecret(folder, name) {
	const path = join(folder, name);
	try {
		writeFileSync(path, `${randomBytes(32).toString("base64url")}\n`, { flag: "wx", mode: 0o600 });
	} catch (error) {
		if (error.code !== "EEXIST") throw error;
	}
	return readFileSync(path, "utf8").trim();
}
