// Which door does a request go to? Streams, the API, the widget and the embed are answered here, before Next; pages for
// people without a session from kept bytes; everything else by Next. Every response is protected, and every request that
// kept bytes do not answer is marked with its origin first.
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { problemOf } from "@/lib/api/problem";
import type { Env } from "@/lib/env";
import type { Place } from "@/lib/place";
import { type Refusal, refuse } from "@/lib/refusal";
import { markOrigin } from "./address";
import type { Embeds } from "./embeds";
import { answerForm } from "./forms";
import type { Found } from "./found";
import { makeNonce, protect } from "./headers";
import type { Pages } from "./pages";
import type { Readers } from "./readers";
import type { Reports } from "./reports";
import type { Streams } from "./streams";

export type DoorParts = {
	env: Env;
	place: Place;
	/** The API, mounted beside what only this process can tell (health, metrics). */
	api: { fetch(request: Request): Response | Promise<Response> };
	reports: Reports;
	readers: Readers;
	embeds: Embeds;
	found: Found;
	streams: Streams;
	pages: Pages;
	next: RequestListener;
	failed(error: unknown): void;
};

/** Paths that the API answers; /api/auth belongs to next-auth. */
const API = /^\/(api\/v\d+|problems)(\/|$)|^\/(healthz|readyz|metrics)$/;
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
		if (parts.reports.takes(request)) {
			protect(request, response, { nonce: null, isEmbed: false, isDevelopment, isSecure });
			return parts.reports.answer(request, response);
		}
		const pathname = pathOf(request.url ?? "/");
		if (pathname === null || API.test(pathname)) {
			protect(request, response, { nonce: null, isEmbed: false, isDevelopment, isSecure });
			if (pathname === null) return refuseWith(response, refuse("malformed", "This address is too long, or not an address."), "/");
			if (await parts.readers.answer({ request, response })) return;
			markOrigin(request, env, parts.place);
			return pathname === STREAM && request.method !== "OPTIONS" ? stream(request, response) : api(request, response);
		}
		const nonce = makeNonce();
		protect(request, response, { nonce, isEmbed: pathname.startsWith("/embed/"), isDevelopment, isSecure });
		const visit = { request, response, nonce };
		if (await parts.embeds.answer(visit)) return;
		if (await parts.found.answer(visit)) return;
		if (!isDevelopment && (await parts.pages.answer(visit))) return;
		markOrigin(request, env, parts.place);
		if (request.method !== "POST" || isDevelopment) return void (await parts.next(request, response));
		if (await answerForm(visit, parts.next)) return;
		await refuseWith(response, refuse("too-large", "A form here is a few kilobytes at most."), pathname);
	}

	function stream(request: IncomingMessage, response: ServerResponse): void | Promise<void> {
		if (request.method !== "GET") {
			response.setHeader("allow", "GET");
			return refuseWith(response, refuse("wrong-method", "A stream is read with GET."), STREAM);
		}
		const refusal = parts.streams.open(request, response);
		if (refusal) return refuseWith(response, refusal, STREAM);
	}

	async function refuseWith(response: ServerResponse, refusal: Refusal, instance: string): Promise<void> {
		const problem = problemOf(refusal, env.PUBLIC_URL, instance);
		// What was not read of the request must not be taken for the next one.
		response.writeHead(problem.status, { ...Object.fromEntries(problem.headers), "access-control-allow-origin": "*", connection: "close" });
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

/** The decoded path of a request's address; `null` when it is too long or no address. */
function pathOf(url: string): string | null {
	if (url.length > URL_LENGTH_MAX || !url.startsWith("/") || !URL.canParse(url, "http://localhost")) return null;
	try {
		return decodeURI(new URL(url, "http://localhost").pathname);
	} catch {
		return null;
	}
}
