// Which door does a request go to? Streams, the API, the widget and the embed are answered here, before Next; pages for
// people without a session from kept bytes; everything else by Next. Every request is marked with its origin first and
// every response protected.
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { problemOf } from "@/lib/api/problem";
import type { Env } from "@/lib/env";
import type { Place } from "@/lib/place";
import { type Refusal, refuse } from "@/lib/refusal";
import { markOrigin } from "./address";
import type { Embeds } from "./embeds";
import { makeNonce, protect } from "./headers";
import type { Pages } from "./pages";
import type { Streams } from "./streams";

export type DoorParts = {
	env: Env;
	place: Place;
	/** The API, mounted beside what only this process can tell (health, metrics). */
	api: { fetch(request: Request): Response | Promise<Response> };
	embeds: Embeds;
	streams: Streams;
	pages: Pages;
	next: RequestListener;
	failed(error: unknown): void;
};

/** Paths that the API answers; /api/auth belongs to next-auth. */
const API = /^\/(api\/v\d+|problems|badge)(\/|$)|^\/(healthz|readyz|metrics)$/;
const STREAM = "/api/v1/live";
/** An address longer than this is nobody's. */
const URL_LENGTH_MAX = 4_096;

/** Answers one request; never throws. */
export function makeDoors(parts: DoorParts): RequestListener {
	const { env } = parts;
	const isDevelopment = env.NODE_ENV === "development";
	const isSecure = env.PUBLIC_URL.startsWith("https:");
	const api = getRequestListener(parts.api.fetch, { overrideGlobalObjects: false });

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = request.url ?? "/";
		const nonce = makeNonce();
		markOrigin(request, env, parts.place);
		protect(request, response, { nonce, isEmbed: url.startsWith("/embed/"), isDevelopment, isSecure });
		if (url.length > URL_LENGTH_MAX || !URL.canParse(url, "http://localhost")) {
			return refuseWith(response, refuse("malformed", "This address is too long, or not an address."), "/");
		}
		const { pathname } = new URL(url, "http://localhost");
		if (pathname === STREAM && request.method === "GET") {
			const refusal = parts.streams.open(request, response);
			return refusal ? refuseWith(response, refusal, pathname) : undefined;
		}
		if (API.test(pathname)) return api(request, response);
		const visit = { request, response, nonce };
		if (await parts.embeds.answer(visit)) return;
		if (!isDevelopment && (await parts.pages.answer(visit))) return;
		await parts.next(request, response);
	}

	async function refuseWith(response: ServerResponse, refusal: Refusal, instance: string): Promise<void> {
		const problem = problemOf(refusal, env.PUBLIC_URL, instance);
		response.writeHead(problem.status, { ...Object.fromEntries(problem.headers), "access-control-allow-origin": "*" });
		response.end(await problem.text());
	}

	return (request, response) => {
		answer(request, response).catch((error) => {
			parts.failed(error);
			if (response.headersSent) response.destroy();
			else
				response.writeHead(500, { "content-type": "text/plain; charset=utf-8" }).end("Something broke on our side. Try again in a moment.");
		});
	};
}
