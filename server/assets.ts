// What browsers are given beside pages, made once at start: the script of the report page. Answered before Next; an address
// that names what is in it may be kept for ever.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Protection } from "./headers";
import type { Asked } from "./kept";
import { type Whole, wholeOf } from "./whole";

const FOR_EVER = "public, max-age=31536000, immutable";
const SCRIPT = "text/javascript; charset=utf-8";

export type Assets = {
	/** Where the report page finds its script. */
	reportScript: string;
	/** Answers what is asked for; false when it is nothing of this. */
	answer(asked: Asked): boolean;
};

export function makeAssets(protection: Protection, project: string): Assets {
	const script = readFileSync(join(project, "build/report.js"), "utf8");
	const reportScript = `/report.${hashOf(script)}.js`;
	const assets = new Map<string, Whole>([
		[
			reportScript,
			wholeOf({ status: 200, headers: { "content-type": SCRIPT, "cache-control": FOR_EVER }, body: script }, protection.ofNoPage),
		],
	]);

	return {
		reportScript,
		answer({ request, response }) {
			const asset = request.method === "GET" || request.method === "HEAD" ? assets.get(request.url ?? "/") : undefined;
			asset?.send(request, response);
			return asset !== undefined;
		},
	};
}

function hashOf(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
