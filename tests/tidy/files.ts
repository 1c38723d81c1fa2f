// Files that earn their place: named after what they hold, no longer than one can hold in mind, and used by somebody.
import { each, importsOf, isCode, isIn, isProduct, type Offence, type Tree, withoutEnding } from "./tree";

const LINES_MAX = 250;
const EMPTY_NAMES = /(^|\/)(utils?|helpers?|common|types?|constants?|misc|shared)(\.|\/)/;

/** Longer files, each with the reason why it is still one. */
export const longFiles: Record<string, string> = {
	"lib/catalog/carrier-corrections.ts": "a table, one correction a row",
};

export function names(tree: Tree): Offence[] {
	return each(tree, isCode, (path, text) => [
		EMPTY_NAMES.test(path) && "a name that says nothing about its content",
		isBarrel(path, text) && "passes on what others export",
	]);
}

function isBarrel(path: string, text: string): boolean {
	if (!isIn(path, "lib", "components", "server")) return false;
	const statements = text
		.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")
		.split(";")
		.map((statement) => statement.trim());
	const said = statements.filter((statement) => statement !== "");
	return /(^|\/)index\.tsx?$/.test(path) || (said.length > 0 && said.every((statement) => /^export\s[^=(]*\sfrom\s*"/.test(statement)));
}

export function sizes(tree: Tree): Offence[] {
	return each(tree, isProduct, (path, text) => {
		const lines = text.split("\n").length - 1;
		return [lines > LINES_MAX && !longFiles[path] && `${lines} lines: split it, or say in longFiles why it is one file`];
	});
}

/** An exception that is no longer needed would hide the next offence. */
export function exceptions(tree: Tree): Offence[] {
	const needless = Object.keys(longFiles).filter((path) => (tree.get(path)?.split("\n").length ?? 0) - 1 <= LINES_MAX);
	return needless.map((path) => `${path}: listed in longFiles without need`);
}

/** A command names the modules it bundles. */
function namedIn(path: string, text: string): string[] {
	if (!isIn(path, "bin")) return [];
	return [...text.matchAll(/"((?:lib|components)\/[^"]+\.tsx?)"/g)].map(([, named = ""]) => withoutEnding(named));
}

/** A module that only tests import is dead as well. */
export function deadFiles(tree: Tree): Offence[] {
	const isUser = (path: string) => isCode(path) && !isIn(path, "tests");
	const used = new Set(
		[...tree].filter(([path]) => isUser(path)).flatMap(([path, text]) => [...importsOf(path, text), ...namedIn(path, text)]),
	);
	const isMeant = (path: string) => isCode(path) && isIn(path, "lib", "components") && !path.endsWith(".d.ts");
	return each(tree, isMeant, (path) => [!used.has(withoutEnding(path)) && "nobody imports it"]);
}
