// Which pages are kept as bytes, and for whom? For people without a session Next renders a page about once a second
// per address. Nothing that depends on a person may be in those bytes: that is why sessions, actions and React's own
// requests go to Next itself.
import type { IncomingMessage, RequestListener } from "node:http";
import inject from "light-my-request";
import type { House } from "@/lib/house";
import { type Language, languageNamed } from "@/lib/languages";
import { ADDRESS_HEADER, COUNTRY_HEADER } from "@/lib/origin";
import { viewWords } from "@/lib/view";
import { brokenPage } from "./drawings";
import { policyOf } from "./headers";
import type { Kept, Page, Visit } from "./kept";
import { languageFor, languageHeaders } from "./language";
import { lean } from "./lean";
import { remembered } from "./remembered";

/** What pages are made of, as far as it says when they have to be made anew. */
export type Fresh = Pick<House["readings"], "lastsMs"> & Pick<House["catalog"], "findService">;

/** The form guesses the country: it is kept for each. */
const REPORT = /^\/report$/;
/** Pages that live by a script of their own. */
const LEAN = /^\/(report|offline)$/;

/** Pages that are the same for everybody, and the query words each of them reads. */
const KEPT: readonly { path: RegExp; query: readonly string[] }[] = [
	{ path: /^\/$/, query: ["q", "channel", "category", "country"] },
	{ path: /^\/services\/[^/]+$/, query: ["lang", ...viewWords] },
	{ path: /^\/incidents$/, query: ["state", "service", "carrier", "region", "day", "cursor"] },
	{ path: /^\/incidents\/[^/]+$/, query: ["asOf"] },
	{ path: /^\/carriers$/, query: ["q", "country"] },
	{ path: /^\/regions$/, query: ["service", "q"] },
	{ path: /^\/(carriers|regions)\/[^/]+$/, query: [] },
	{ path: /^\/(method|privacy)$/, query: [] },
	{ path: /^\/offline$/, query: ["lang"] },
	{ path: REPORT, query: ["service", "channel", "symptom", "lang"] },
	{ path: /^\/widget$/, query: ["service", "theme", "show", "lang"] },
];
/** How a page says that what it was asked for is not here: Next's own way leaves the page blank without scripts. */
const NOT_HERE = 'name="undelivered:status" content="404"';
/** next-auth's session cookie, plain and secure. */
const SESSION = /(?:^|;\s*)(?:__Secure-)?authjs\.session-token/;
/** How long a reading that is yet to be made will be kept (lib/single-flight.ts). */
const READING_MS = 1_000;
/** The readings of a page come back one after another: so much later all of them are due. */
const BEHIND_MS = 50;
/** A query longer than this is not kept: hostile or useless. */
const QUERY_LENGTH_MAX = 200;

export type Pages = {
	/** The address whose bytes may answer the request, and after a `#` each the language and the country it is for; `null` when it must go to Next. */
	addressOf(request: IncomingMessage): string | null;
	answer(visit: Visit, address: string): void | Promise<void>;
};

export type Makers = {
	/** Next's own handler, called without a socket. */
	next: RequestListener;
	reportScript(language: Language): string;
	/** The country a request seems to come from. */
	countryOf(request: IncomingMessage): string | null;
};

export function makePages(kept: Kept, fresh: Fresh, { next, reportScript, countryOf }: Makers): Pages {
	/** A page goes with the reading that its first sentence rests on: both are renewed at once, and neither waits for the other. */
	function lastsMs(address: string): number {
		const [, slug] = /^\/services\/([^/?#]+)/.exec(address) ?? [];
		const service = slug === undefined ? null : fresh.findService(slug);
		const readingMs = service ? fresh.lastsMs(service) : /^\/(\?|$)/.test(address) ? fresh.lastsMs(null) : 0;
		return (readingMs > 0 ? readingMs : READING_MS) + BEHIND_MS;
	}

	async function render(address: string): Promise<Page> {
		const [url = "/", named = "", country = ""] = address.split("#");
		const language = languageNamed(named) ?? "en";
		const answer = await inject(next, {
			method: "GET",
			url,
			headers: {
				host: "localhost",
				accept: "text/html",
				"accept-encoding": "identity",
				"content-security-policy": policyOf(kept.slot, { isDevelopment: false }),
				[ADDRESS_HEADER]: "0.0.0.0",
				[COUNTRY_HEADER]: country,
				...languageHeaders(url, language),
			},
		});
		if (answer.statusCode >= 500) return { status: 500, headers: {}, html: brokenPage(kept.slot) };
		const { location } = answer.headers;
		const status = answer.payload.includes(NOT_HERE) ? 404 : answer.statusCode;
		const html = isOne(LEAN, url) ? lean(answer.payload, reportScript(language), kept.slot) : answer.payload;
		return { status, headers: typeof location === "string" ? { location } : {}, html };
	}

	return {
		addressOf(request) {
			const address = isForEverybody(request) ? keptAddress(request.url ?? "/") : null;
			if (address === null) return null;
			const language = languageFor(request);
			if (isOne(REPORT, address)) return `${address}#${language ?? "en"}#${countryOf(request) ?? ""}`;
			return language === null ? address : `${address}#${language}`;
		},
		answer: (visit, address) => kept.page(visit, address, { make: () => render(address), lastsMs: () => lastsMs(address) }),
	};
}

function isOne(pages: RegExp, address: string): boolean {
	return pages.test(address.split(/[?#]/)[0] ?? "");
}

function isForEverybody({ method, headers }: IncomingMessage): boolean {
	return (method === "GET" || method === "HEAD") && headers.rsc === undefined && !SESSION.test(headers.cookie ?? "");
}

/** `url` as its page is kept, words nobody reads left out; `null` when it is not. */
const keptAddress = remembered((url: string): string | null => {
	const { pathname, searchParams } = new URL(url, "http://localhost");
	const page = KEPT.find(({ path }) => path.test(pathname));
	if (!page || searchParams.has("_rsc")) return null;
	const query = new URLSearchParams(
		page.query.flatMap((word) =>
			searchParams
				.getAll(word)
				.slice(0, 1)
				.map((value) => [word, value]),
		),
	);
	return query.toString().length > QUERY_LENGTH_MAX ? null : `${pathname}${query.size > 0 ? `?${query}` : ""}`;
});
