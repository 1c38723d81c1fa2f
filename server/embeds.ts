// What stands in other people's pages: the loader script and the framed embed, answered before Next from bytes kept for
// a second. Unknown words of the query are ignored and none of it is ever written into script; an unknown service gets
// nothing at all, so that the page around looks as if we had never been there.
import { createHash } from "node:crypto";
import { widgetShows, widgetThemes } from "@/components/widget";
import type { House } from "@/lib/house";
import { channels } from "@/lib/report";
import { openDrawings } from "./drawings";
import type { Kept, Visit } from "./kept";

/** An empty page: with no bytes at all a browser shows an error page of its own. */
const NOTHING = "<!doctype html><title>Nothing here</title>";
/** The loader changes with a release; an hour is what a sign-in page may be behind. */
const LOADER_FRESH = "public, max-age=3600";

export type Embeds = {
	/** Answers /widget.js and /embed/{slug}; false when the request is for something else. */
	answer(visit: Visit): Promise<boolean>;
};

export function makeEmbeds(house: Pick<House, "catalog" | "readings" | "env">, kept: Kept, project: string): Embeds {
	const { loader, embedPage } = openDrawings(project);
	const etag = `"${createHash("sha256").update(loader).digest("base64url").slice(0, 16)}"`;

	function answerLoader({ request, response }: Visit): void {
		const isKnown = request.headers["if-none-match"] === etag;
		response.writeHead(isKnown ? 304 : 200, {
			"content-type": "text/javascript; charset=utf-8",
			"cache-control": LOADER_FRESH,
			"access-control-allow-origin": "*",
			etag,
		});
		response.end(isKnown || request.method === "HEAD" ? undefined : loader);
	}

	async function answerEmbed(visit: Visit, slug: string, query: URLSearchParams): Promise<void> {
		const service = house.catalog.findService(slug);
		const meant = service ?? house.catalog.meantService(slug);
		if (!meant) return void visit.response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(NOTHING);
		if (!service) return void visit.response.writeHead(308, { location: `/embed/${meant.slug}${query.size > 0 ? `?${query}` : ""}` }).end();
		const look = lookOf(query);
		await kept.answer(visit, `embed ${slug} ${JSON.stringify(look)}`, async () => {
			const { status, advice } = await house.readings.service(service);
			return { status: 200, headers: {}, html: embedPage({ ...look, status, advice, publicUrl: house.env.PUBLIC_URL, nonce: kept.slot }) };
		});
	}

	return {
		async answer(visit) {
			const { request } = visit;
			if (request.method !== "GET" && request.method !== "HEAD") return false;
			const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
			const [, slug] = pathname.match(/^\/embed\/([^/]+)$/) ?? [];
			if (pathname === "/widget.js") answerLoader(visit);
			else if (slug === undefined) return false;
			else await answerEmbed(visit, decoded(slug), searchParams);
			return true;
		},
	};
}

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
