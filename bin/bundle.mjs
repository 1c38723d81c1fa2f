// The server and the commands that need the database, each in one file of plain JavaScript, so that production starts without a compiler, the two scripts that
// run in other people's pages, and those of our own that are no part of Next's. The server's packages stay outside.
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

/** @type {import("esbuild").BuildOptions[]} */
export const bundles = [
	{
		...both,
		entryPoints: {
			server: "server/main.ts",
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
	{
		...both,
		entryPoints: { report: "components/report.browser.tsx", worker: "components/worker.browser.ts" },
		platform: "browser",
		target: "es2022",
		format: "iife",
		minify: true,
		define: { "process.env.NODE_ENV": '"production"' },
	},
];

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await Promise.all(bundles.map((options) => build(options)));
