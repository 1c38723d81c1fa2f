// The server and the commands that need the database, each in one file of plain JavaScript, so that production starts without a compiler, the two scripts that
// run in other people's pages, and those of our own that are no part of Next's. The server's packages stay outside.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "./folders.mjs";

/** @type {import("esbuild").BuildOptions} */
const both = {
	absWorkingDir: root,
	tsconfig: join(root, "tsconfig.json"),
	outdir: "build",
	bundle: true,
	jsx: "automatic",
	loader: { ".css": "text" },
	logLevel: "warning",
};

/** @type {import("esbuild").BuildOptions} */
const ours = {
	...both,
	platform: "browser",
	target: "es2022",
	format: "iife",
	minify: true,
	define: { "process.env.NODE_ENV": '"production"' },
};

const languages = readdirSync(join(root, "components/form-phrases")).map((file) => file.replace(".ts", ""));

/** @type {import("esbuild").BuildOptions[]} */
export const bundles = [
	{
		...both,
		entryPoints: {
			server: "server/main.ts",
			housework: "server/housework.ts",
			fit: "server/fit.ts",
			import: "server/import.ts",
			demo: "server/demo.ts",
			rebuild: "server/rebuild.ts",
			replay: "server/replay.ts",
		},
		outExtension: { ".js": ".mjs" },
		platform: "node",
		target: "node20.9",
		format: "esm",
		packages: "external",
		sourcemap: true,
	},
	{
		...both,
		entryPoints: { widget: "components/widget.browser.ts", embed: "components/embed.browser.ts" },
		platform: "browser",
		target: "es2020",
		format: "iife",
		minify: true,
	},
	{ ...ours, entryPoints: { worker: "components/worker.browser.ts" } },
	...languages.map((language) => ({
		...ours,
		entryPoints: { [`report.${language}`]: "components/report.browser.tsx" },
		plugins: [speaking(language)],
	})),
];

/**
 * Who fills in the form loads one language: in its script that one stands wherever English stands in the code.
 *
 * @param {string} language as its files are named
 * @returns {import("esbuild").Plugin}
 */
function speaking(language) {
	const name = language.replace(/-(.)/, (_, letter) => letter.toUpperCase());
	return {
		name: `speaking ${language}`,
		setup({ onLoad }) {
			if (language === "en") return;
			onLoad({ filter: /[\\/](phrasebook|phrases|form-phrases)[\\/]en\.ts$/ }, () => ({
				contents: `export { ${name} as en } from "./${language}";`,
				loader: "ts",
			}));
		},
	};
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await Promise.all(bundles.map((options) => build(options)));
