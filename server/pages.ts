// Pages as bytes. For people without a session a page is rendered by Next at most once a second per address (single
// flight), kept with a slot where the nonce stands, and answered from there with a fresh nonce. Nothing that depends on
// a person may be in those bytes: that is why sessions, actions and React's own requests go to Next itself.
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import inject from "light-my-request";
import { ADDRESS_HEADER } from "@/lib/origin";
import { makeSingleFlight } from "@/lib/single-flight";
import { policyOf } from "./headers";

/** Pages that are the same for everybody, and the query words each of them reads. */
const KEPT: readonly { path: RegExp; query: readonly string[] }[] = [
	{ path: /^\/$/, query: ["q", "channel", "category"] },
	{ path: /^\/services\/[^/]+$/, query: [] },
	{ path: /^\/incidents$/, query: ["state", "service", "cursor"] },
	{ path: /^\/incidents\/[^/]+$/, query: [] },
	{ path: /^\/(method|privacy)$/, query: [] },
	{ path: /^\/widget$/, query: ["service", "theme", "show"] },
];
/** next-auth's session cookie, plain and secure. */
const SESSION = /(?:^|;\s*)(?:__Secure-)?authjs\.session-token/;
/** A query longer than this is not kept: hostile or useless. */
const QUERY_LENGTH_MAX = 200;

type Page = { status: number; headers: Record<string, string>; pieces: readonly Buffer[] };

export type Pages = {
	/** Answers from kept bytes when the request may be; false when it must go to Next. */
	answer(request: IncomingMessage, response: ServerResponse, nonce: string): Promise<boolean>;
};

/** `next` is Next's own handler; `broken` the bytes of the page for a fault of ours. */
export function makePages(next: RequestListener, broken: string): Pages {
	/** Stands in the kept bytes where the nonce goes; chance, so that no reader's text can hold it. */
	const slot = `slot${crypto.randomUUID().replaceAll("-", "")}`;
	const flight = makeSingleFlight(() => performance.now());

	async function render(address: string): Promise<Page> {
		const answer = await inject(next, {
			method: "GET",
			url: address,
			headers: {
				host: "localhost",
				accept: "text/html",
				"accept-encoding": "identity",
				"content-security-policy": policyOf(slot, { isEmbed: false, isDevelopment: false }),
				[ADDRESS_HEADER]: "0.0.0.0",
			},
		});
		if (answer.statusCode >= 500)
			return { status: 500, headers: { "content-type": "text/html; charset=utf-8" }, pieces: cut(broken, slot) };
		const { location } = answer.headers;
		return {
			status: answer.statusCode,
			headers: {
				"content-type": String(answer.headers["content-type"] ?? "text/html; charset=utf-8"),
				...(typeof location === "string" && { location }),
			},
			pieces: cut(answer.payload, slot),
		};
	}

	return {
		async answer(request, response, nonce) {
			const address = keptAddress(request);
			if (address === null) return false;
			const page = await flight.read(address, () => render(address));
			const whole = Buffer.concat(page.pieces.flatMap((piece, index) => (index === 0 ? [piece] : [Buffer.from(nonce), piece])));
			const isZipped = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
			const body = isZipped ? await zipped(whole) : whole;
			response.writeHead(page.status, {
				...page.headers,
				"cache-control": "no-cache",
				vary: "Accept-Encoding, Cookie",
				...(isZipped && { "content-encoding": "gzip" }),
				"content-length": body.length,
			});
			response.end(request.method === "HEAD" ? undefined : body);
			return true;
		},
	};
}

/** The address whose bytes answer this request, words nobody reads left out; `null` when they must not. */
function keptAddress(request: IncomingMessage): string | null {
	const { method, headers, url = "/" } = request;
	if (method !== "GET" && method !== "HEAD") return null;
	if (headers.rsc !== undefined || SESSION.test(headers.cookie ?? "")) return null;
	const { pathname, searchParams } = new URL(url, "http://localhost");
	const kept = KEPT.find(({ path }) => path.test(pathname));
	if (!kept || searchParams.has("_rsc")) return null;
	const query = new URLSearchParams(
		kept.query.flatMap((word) =>
			searchParams
				.getAll(word)
				.slice(0, 1)
				.map((value) => [word, value]),
		),
	);
	return query.toString().length > QUERY_LENGTH_MAX ? null : `${pathname}${query.size > 0 ? `?${query}` : ""}`;
}

/** Fast rather than small: the nonce is new each time, so the whole page is zipped each time. */
const ZIP_LEVEL = 3;
const gzipped = promisify(gzip);

function zipped(whole: Buffer): Promise<Buffer> {
	return gzipped(whole, { level: ZIP_LEVEL });
}

function cut(html: string, slot: string): readonly Buffer[] {
	return html.split(slot).map((piece) => Buffer.from(piece));
}
