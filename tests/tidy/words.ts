// What is written beside the code: no leftovers, no places of one machine, no paths that lead nowhere.
import { each, isCode, isIn, type Offence, type Tree } from "./tree";

const LEFTOVER = /\b(TODO|FIXME|XXX|HACK)\b/;
const MACHINE = /(^|[\s"'`(=:])(\/work\/|\/root\/|\/home\/\w+\/|\/Users\/\w+\/|\/tmp\/\w)|\.\.\/shared\b|\bwt-[a-z]+\b/m;
const FOLDERS = "app|bench|bin|components|deploy|docs|lib|prisma|public|server|tests|\\.ci";
const PATH = new RegExp(`\`((?:${FOLDERS})/[\\w./()\\[\\]-]+)\``, "g");

/** The rules themselves, and what plants offences for them, have the words in them. */
const isAboutTidiness = (path: string) => isIn(path, "tests/tidy") || path === "tests/tidy.test.ts";

export function leftovers(tree: Tree): Offence[] {
	return each(
		tree,
		(path) => !isAboutTidiness(path),
		(path, text) => [
			isCode(path) && LEFTOVER.test(text) && `has a ${LEFTOVER.exec(text)?.[0]}: decide`,
			MACHINE.test(text) && `names a place of one machine: ${MACHINE.exec(text)?.[0].trim()}`,
		],
	);
}

/** Decisions are never edited, so they may name what is gone. */
export function namedPaths(tree: Tree): Offence[] {
	const isMeant = (path: string) => path.endsWith(".md") && !isIn(path, "docs/decisions");
	return each(tree, isMeant, (_, text) =>
		[...text.matchAll(PATH)].map(([, named = ""]) => !exists(tree, named) && `names ${named}, which is not there`),
	);
}

function exists(tree: Tree, named: string): boolean {
	const path = named.replace(/\/$/, "");
	return [...tree.keys()].some((known) => known === path || known.startsWith(`${path}/`));
}
