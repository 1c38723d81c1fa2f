// The server in one file of plain JavaScript, so that production starts without a compiler. Packages stay outside.
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
	loader: { ".css": "text" },
	sourcemap: true,
	tsconfig: join(root, "tsconfig.json"),
	logLevel: "warning",
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build(bundle);
