// What browsers are given beside pages: the script of the report page, the worker, the manifest and its icons. Made once, at
// start or when first asked for, and answered before Next; an address that names what is in it may be kept for ever.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, languages } from "@/lib/languages";

import { byTurns, type Protection } from "./headers";
import { drawIcon, iconSizes } from "./icons";
import type { Asked } from "./kept";
import { manifestOf } from "./manifest";
import { lightColours } from "./paint";
import { type Whole, wholeOf } from "./whole";

const FOR_EVER = "public, max-age=31536000, immutable";
const A_DAY = "public, max-age=86400";
/** A browser asks for the worker at each visit, and must hear of a new one at once. */
const EACH_TIME = "no-cache";
const SCRIPT = "text/javascript; charset=utf-8";
const ICON = /^\/icon-(\d{3})\.png$/;

export type Assets = {
	/** Where the report page finds its script, which speaks one language. */
	reportScript(language: Language): string;
	/** Answers what is asked for; null when it is nothing of this. */
	answer(asked: Asked): void | Promise<void> | null;
};

export type AssetParts = {
	protection: Protection;
	project: string;
	/** Next's name for its build; in development there is none, and no worker. */
	build: string | null;
};

export function makeAssets({ protection, project, build }: AssetParts): Assets {
	const read = (path: string) => readFileSync(join(project, path), "utf8");
	const scripts = new Map<string, string>();
	const addresses = new Map(languages.map((language) => [language, addressOfScript(language)]));
	const manifest = JSON.stringify(manifestOf(lightColours(read("app/tokens.css"))));
	const assets = new Map<string, Whole>([
		...[...scripts].map(([address, script]) => [address, text(script, SCRIPT, FOR_EVER)] as const),
		["/manifest.webmanifest", text(manifest, "application/manifest+json", A_DAY)],
		...(build === null ? [] : [["/sw.js", worker(read("build/worker.js"), hashOf(build + [...scripts.keys()].join()))] as const]),
	]);
	const icons = new Map<number, Promise<Buffer>>();

	/** Reads it, to be answered where its name says what is in it. */
	function addressOfScript(language: Language): string {
		const script = read(`build/report.${language.toLowerCase()}.js`);
		const address = `/report.${language.toLowerCase()}.${hashOf(script)}.js`;
		scripts.set(address, script);
		return address;
	}

	function text(body: string, type: string, fresh: string): Whole {
		return wholeOf({ status: 200, headers: { "content-type": type, "cache-control": fresh }, body }, protection.ofNoPage);
	}

	/** Its policy says what it may fetch; a new build is a new worker. */
	function worker(body: string, name: string): Whole {
		const headers = { "content-type": SCRIPT, "cache-control": EACH_TIME, "service-worker-allowed": "/" };
		return wholeOf({ status: 200, headers, body: `const BUILD = "${name}";\n${body}` }, protection.ofPage(name));
	}

	async function answerIcon({ request, response }: Asked, size: number): Promise<void> {
		const png = icons.get(size) ?? drawIcon(read("app/icon.svg"), size);
		icons.set(size, png);
		png.catch(() => icons.delete(size));
		const body = await png;
		const said = byTurns({ "content-type": "image/png", "cache-control": A_DAY, "content-length": body.length });
		response.writeHead(200, [...protection.ofNoPage, ...said]);
		response.end(request.method === "HEAD" ? undefined : body);
	}

	return {
		reportScript: (language) => addresses.get(language) ?? "",
		answer(asked) {
			const { method, url = "/" } = asked.request;
			if (method !== "GET" && method !== "HEAD") return null;
			const size = iconSizes.find((one) => String(one) === ICON.exec(url)?.[1]);
			if (size !== undefined) return answerIcon(asked, size);
			const asset = assets.get(url);
			return asset ? asset.send(asked.request, asked.response) : null;
		},
	};
}

function hashOf(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
