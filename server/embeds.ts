// What stands in other people's pages: the loader script and the framed embed, answered before Next from bytes kept for
// a second. Unknown words of the query are ignored and none of it is ever written into script; an unknown service gets
// nothing at all, so that the page around looks as if we had never been there.
import { widgetShows, widgetThemes } from "@/components/widget";
import { adviceFor } from "@/lib/advice";
import type { House } from "@/lib/house";
import { languageOf } from "@/lib/languages";
import { phrasebooks } from "@/lib/phrasebooks";
import { channels } from "@/lib/report";
import { openDrawings } from "./drawings";
import { embedPolicyOf } from "./headers";
import type { Asked, Kept } from "./kept";
import { wholeOf } from "./whole";

/** An empty page: with no bytes at all a browser shows an error page of its own. */
const NOTHING = "<!doctype html><title>Nothing here</title>";
/** The loader changes with a release; an hour is what a sign-in page may be behind. */
const LOADER_FRESH = "public, max-age=3600";
/** A shared cache may answer for a second; a browser asks each time, because its stream has just told it to. */
const EMBED_FRESH = "public, max-age=0, s-maxage=1";

export type Embeds = {
	/** Answers /widget.js and /embed/{slug}; false when the request is for something else. */
	answer(asked: Asked): Promise<boolean>;
};

export function makeEmbeds(house: Pick<House, "catalog" | "readings" | "env">, kept: Kept, project: string): Embeds {
	const { loader, script, css, embedPage } = openDrawings(project);
	const policy = embedPolicyOf(script, css);
	const wholeLoader = wholeOf({
		status: 200,
		headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": LOADER_FRESH, "access-control-allow-origin": "*" },
		body: loader,
	});

	async function answerEmbed(asked: Asked, slug: string, query: URLSearchParams): Promise<void> {
		const service = house.catalog.findService(slug);
		const meant = service ?? house.catalog.meantService(slug);
		if (!meant) return void asked.response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(NOTHING);
		if (!service) return void asked.response.writeHead(308, { location: `/embed/${meant.slug}${query.size > 0 ? `?${query}` : ""}` }).end();
		const look = lookOf(query);
		const book = phrasebooks[languageOf(query.get("lang"), asked.request.headers["accept-language"] ?? "")];
		await kept.whole(asked, `embed ${slug} ${book.language} ${JSON.stringify(look)}`, async () => {
			const status = await house.readings.status(service);
			const body = embedPage({ ...look, status, advice: adviceFor(status, service, book), publicUrl: house.env.PUBLIC_URL, book });
			const headers = {
				"content-type": "text/html; charset=utf-8",
				"content-language": book.language,
				"cache-control": EMBED_FRESH,
				"content-security-policy": policy,
				vary: "Accept-Language",
			};
			return { status: 200, headers, body };
		});
	}

	return {
		async answer(asked) {
			const { request, response } = asked;
			if (request.method !== "GET" && request.method !== "HEAD") return false;
			const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
			const [, slug] = pathname.match(/^\/embed\/([^/]+)$/) ?? [];
			if (pathname === "/widget.js") wholeLoader.send(request, response);
			else if (slug === undefined) return false;
			else await answerEmbed(asked, decoded(slug), searchParams);
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
