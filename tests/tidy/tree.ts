// The project as the tidy rules see it: paths and texts. A test may plant files in it that are not there.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { root } from "../../bin/folders.mjs";

/** Text by path from the project's root, with forward slashes. */
export type Tree = ReadonlyMap<string, string>;

/** What is wrong, and where: `lib/report.ts: imports next`. */
export type Offence = string;

export type Rule = (tree: Tree) => Offence[];

const TEXT = /\.(ts|tsx|mjs|js|css|md|sql|prisma|json|yml|yaml|html|sh|txt|conf|service)$|^deploy\/Caddyfile$|^\.ci\/run$|^\.env\.example$/;
/** What is made, installed or kept, and not written by anybody; a copy of the project need not be a clone. */
const NOT_WRITTEN = /^(\.(?!ci$|env\.example$).*|node_modules|build|generated|next-env\.d\.ts|package-lock\.json)$/;

/** Everything somebody wrote. */
export function readTree(): Tree {
	return new Map(filesBelow("").map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

function filesBelow(folder: string): string[] {
	const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter(({ name }) => !NOT_WRITTEN.test(name));
	return entries.flatMap((entry) => {
		const path = posix.join(folder, entry.name);
		if (entry.isDirectory()) return filesBelow(path);
		return TEXT.test(path) ? [path] : [];
	});
}

export const isCode = (path: string) => /\.(ts|tsx|mjs|js)$/.test(path);

export const isIn = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));

/** The files of the product itself, without its tests. */
export const isProduct = (path: string) => isCode(path) && isIn(path, "app", "components", "lib", "server", "bin");

/** What a file imports: packages as they are called, files of the project by their path without its ending. */
export function importsOf(path: string, text: string): string[] {
	const clauses = text.matchAll(
		/(?:^|[\s;}])(?:import|export)\s[^"';]*?from\s*"([^"]+)"|(?:^|[\s;])import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g,
	);
	return [...clauses].map(([, from, bare, late]) => resolve(path, from ?? bare ?? late ?? ""));
}

function resolve(path: string, name: string): string {
	if (name.startsWith("@/")) return withoutEnding(name.slice(2));
	if (name.startsWith(".")) return withoutEnding(posix.normalize(`${dirname(path)}/${name}`));
	return name;
}

export const withoutEnding = (path: string) => path.replace(/(\.d)?\.(ts|tsx|mjs|js)$/, "");

/** The text without comments, for rules about what code does. Strings stay. */
export function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[\s;{(,])\/\/.*$/gm, "$1");
}

/** One offence for every file that `judge` has something to say about. */
export function each(
	tree: Tree,
	isMeant: (path: string) => boolean,
	judge: (path: string, text: string) => (string | false | null)[],
): Offence[] {
	return [...tree]
		.filter(([path]) => isMeant(path))
		.flatMap(([path, text]) => judge(path, text).flatMap((said) => (said ? [`${path}: ${said}`] : [])));
}
