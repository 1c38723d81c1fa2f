// The server in one file of plain JavaScript, so that production starts without a compiler (packages stay outside), and
// the two scripts for other people's pages.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "./folders.mjs";

/** @type {import("esbuild").BuildOptions} */
export const bundle = {
	absWorkingDir: root,
	entryPoints: { server: "server/main.ts" },
	outdir: "build",
	outExtension: { ".js": ".mjs" },
	bundle: true,
	platform: "node",
	target: "node20.9",
	format: "esm",
	packages: "external",
	jsx: "automatic",
	sourcemap: true,
	tsconfig: join(root, "tsconfig.json"),
	logLevel: "warning",
};

/** What runs in other people's pages: plain scripts, as small as they can be made. @type {import("esbuild").BuildOptions} */
export const browserBundle = {
	absWorkingDir: root,
	entryPoints: { widget: "components/widget.browser.ts", embed: "components/embed.browser.ts" },
	outdir: "build",
	bundle: true,
	platform: "browser",
	target: "es2022",
	format: "iife",
	minify: true,
	tsconfig: join(root, "tsconfig.json"),
	logLevel: "warning",
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
	await Promise.all([bundle, browserBundle].map((options) => build(options)));
