// Who may know whom. The domain knows neither React nor Next, one folder knows the database, one file the environment,
// and the pure modules know neither the time nor the world.
import { each, importsOf, isIn, isProduct, type Offence, type Tree, withoutComments } from "./tree";

const PURE = /^lib\/(detect\/.*|time|tally|incident|status|publish|report)\.ts$/;

/** Packages and folders a folder must not import, and why a reader of the offence should care. */
const forbidden = [
	{ from: /^lib\//, to: /^(react|react-dom|next)(\/|$)/, because: "lib/ runs without React and Next" },
	{ from: /^lib\//, to: /^(app|components|server)\//, because: "lib/ knows nothing of what shows or serves it" },
	{ from: /^(app|components|server|lib\/(?!store\/))/, to: /^(pg|@prisma\/.*|prisma)$/, because: "only lib/store/ knows the database" },
	{ from: /^components\//, to: /^(lib\/store|server)\//, because: "components draw what they are given" },
	{ from: /^app\//, to: /^lib\/store\//, because: "pages read through the house" },
	{ from: PURE, to: /^(node:(?!crypto$)|fs$|lib\/store\/)/, because: "a pure module does no I/O" },
];

export function boundaries(tree: Tree): Offence[] {
	return each(tree, isProduct, (path, text) =>
		importsOf(path, text).flatMap((to) => {
			const broken = forbidden.filter((rule) => rule.from.test(path) && rule.to.test(to));
			return broken.map(({ because }) => `imports ${to}: ${because}`);
		}),
	);
}

/** server/main.ts hands the environment to lib/env.ts, and that is all it does with it. */
export function environment(tree: Tree): Offence[] {
	const isMeant = (path: string) => isProduct(path) && !isIn(path, "bin") && path !== "lib/env.ts";
	return each(tree, isMeant, (_, text) => {
		const rest = withoutComments(text).replaceAll("readEnv(process.env)", "");
		return [/process\s*\.\s*env|\benv\b[^;]*from "node:process"/.test(rest) && "reads the environment: lib/env.ts does"];
	});
}

const worldly = {
	"Date.now()": /\bDate\.now\b/,
	"new Date()": /\bnew Date\(\s*\)|\bDate\(\s*\)/,
	"Math.random()": /\bMath\.random\b/,
	"performance.now()": /\bperformance\b/,
	process: /\bprocess\./,
	"a random number": /\brandom(UUID|Bytes|Int)\b|\bgetRandomValues\b/,
	"a timer": /\bset(Timeout|Interval|Immediate)\b/,
	fetch: /\bfetch\(/,
};

export function purity(tree: Tree): Offence[] {
	return each(
		tree,
		(path) => PURE.test(path),
		(_, text) => {
			const code = withoutComments(text);
			return Object.entries(worldly).map(([word, pattern]) => pattern.test(code) && `uses ${word}: a pure module is told`);
		},
	);
}
