// What stands in other people's pages: the loader script and the framed embed, answered before Next from bytes kept for
// a second. Unknown words of the query are ignored and none of it is ever written into script; an unknown service gets
// nothing at all, so that the page around looks as if we had never been there.
import type { IncomingMessage } from "node:http";
import { widgetShows, widgetThemes } from "@/components/widget";
import { adviceFor } from "@/lib/advice";
import type { Service } from "@/lib/catalog/catalog";
import type { House } from "@/lib/house";
import { type Language, languageNamed } from "@/lib/languages";
import { phrasebooks } from "@/lib/phrasebooks";
import { channels } from "@/lib/report";
import { openDrawings } from "./drawings";
import { byTurns, embedPolicyOf, type Protection } from "./headers";
import type { Asked, Kept } from "./kept";
import { readersOf } from "./language";
import { remembered } from "./remembered";
import { type Whole, wholeOf } from "./whole";

/** An empty page: with no bytes at all a browser shows an error page of its own. */
const NOTHING = "<!doctype html><title>Nothing here</title>";
const HTML = { "content-type": "text/html; charset=utf-8" };
/** The loader changes with a release; an hour is what a sign-in page may be behind. */
const LOADER_FRESH = "public, max-age=3600";
/** A shared cache may answer for a second; a browser asks each time, because its stream has just told it to. */
const EMBED_FRESH = "public, max-age=0, s-maxage=1";

export type Embeds = {
	/** What a request reads of /widget.js and /embed/*; `null` when it is for something else. */
	wishOf(request: IncomingMessage): Wish | null;
	answer(asked: Asked, wish: Wish): void | Promise<void>;
};

/** The loader, or the embed of a service, kept under `key`; `language`: the one that is named. */
type Wish = "loader" | { slug: string; look: Look; language: Language | null; search: string; key: string };
type Look = ReturnType<typeof lookOf>;

export function makeEmbeds(
	{ catalog, readings, env }: Pick<House, "catalog" | "readings" | "env">,
	{ kept, protection, project }: { kept: Kept; protection: Protection; project: string },
): Embeds {
	const { loader, script, css, embedPage } = openDrawings(project);
	const embedding = protection.ofEmbed(embedPolicyOf(script, css));
	const wholeLoader = wholeOf(
		{
			status: 200,
			headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": LOADER_FRESH, "access-control-allow-origin": "*" },
			body: loader,
		},
		protection.ofNoPage,
	);

	async function draw(service: Service, look: Look, language: Language): Promise<Whole> {
		const book = phrasebooks[language];
		const status = await readings.status(service);
		const body = embedPage({ ...look, status, advice: adviceFor(status, service, book), publicUrl: env.PUBLIC_URL, book });
		const headers = { ...HTML, "content-language": language, "cache-control": EMBED_FRESH, vary: "Accept-Language" };
		return wholeOf({ status: 200, headers, body }, embedding);
	}

	return {
		wishOf: ({ method, url = "/" }) => (method === "GET" || method === "HEAD" ? wished(url) : null),
		answer({ request, response }, wish) {
			if (wish === "loader") return wholeLoader.send(request, response);
			const service = catalog.findService(wish.slug);
			const language = wish.language ?? readersOf(request.headers["accept-language"] ?? "");
			if (service) return kept.whole({ request, response }, `${wish.key} ${language}`, () => draw(service, wish.look, language));
			const meant = catalog.meantService(wish.slug);
			if (!meant) return void response.writeHead(404, [...embedding, ...byTurns(HTML)]).end(NOTHING);
			response.writeHead(308, [...embedding, "location", `/embed/${meant.slug}${wish.search}`]).end();
		},
	};
}

const wished = remembered((url: string): Wish | null => {
	const { pathname, searchParams } = new URL(url, "http://localhost");
	if (pathname === "/widget.js") return "loader";
	const [, word] = pathname.match(/^\/embed\/(.*)$/) ?? [];
	if (word === undefined) return null;
	const slug = decoded(word);
	const look = lookOf(searchParams);
	const language = languageNamed(searchParams.get("lang") ?? "");
	return { slug, look, language, search: searchParams.size > 0 ? `?${searchParams}` : "", key: `embed ${slug} ${JSON.stringify(look)}` };
});

/** The words of the query that we know; everything else is as if it were not there. */
function lookOf(query: URLSearchParams) {
	const shown = (query.get("show") ?? "").split(",");
	const shows = widgetShows.filter((show) => shown.includes(show));
	return {
		channel: channels.find((channel) => channel === query.get("channel")) ?? null,
		theme: widgetThemes.find((theme) => theme === query.get("theme")) ?? "auto",
		shows: shows.length > 0 ? shows : (["banner"] as const),
	};
}

function decoded(slug: string): string {
	try {
		return decodeURIComponent(slug);
	} catch {
		return slug;
	}
}
