// Which door does a request go to? Streams, the API, the widget and the embed are answered here, before Next; pages for
// people without a session from kept bytes; everything else by Next. What answers from kept bytes writes all its headers
// at once; every other response is protected here, and its request is marked with its origin first.
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { problemOf } from "@/lib/api/problem";
import type { Env } from "@/lib/env";
import type { Place } from "@/lib/place";
import { type Refusal, refuse } from "@/lib/refusal";
import { markOrigin } from "./address";
import type { Assets } from "./assets";
import type { Embeds } from "./embeds";
import { answerForm } from "./forms";
import type { Found } from "./found";
import { makeNonce, type Protection, protect } from "./headers";
import type { Visit } from "./kept";
import { markLanguage } from "./language";
import type { Pages } from "./pages";
import type { Readers } from "./readers";
import { remembered } from "./remembered";
import type { Reports } from "./reports";
import type { Streams } from "./streams";

export type DoorParts = {
	env: Env;
	place: Place;
	protection: Protection;
	/** The API, mounted beside what only this process can tell (health, metrics). */
	api: { fetch(request: Request): Response | Promise<Response> };
	reports: Reports;
	readers: Readers;
	assets: Assets;
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
	const { env, protection } = parts;
	const isDevelopment = env.NODE_ENV === "development";
	const api = getRequestListener(parts.api.fetch, { overrideGlobalObjects: false });

	function answer(request: IncomingMessage, response: ServerResponse): void | Promise<void> {
		if (parts.readers.takes(request)) return parts.readers.answer({ request, response });
		if (parts.reports.takes(request)) return parts.reports.answer(request, response);
		const pathname = pathOf(request.url ?? "/");
		if (pathname === null || API.test(pathname)) return answerMachine(request, response, pathname);
		const asset = parts.assets.answer({ request, response });
		if (asset !== null) return asset;
		const wish = parts.embeds.wishOf(request);
		if (wish) return parts.embeds.answer({ request, response }, wish);
		const visit = { request, response, nonce: makeNonce() };
		const address = isDevelopment ? null : parts.pages.addressOf(request);
		return address === null ? answerPerson(visit, pathname) : parts.pages.answer(visit, address);
	}

	function answerMachine(request: IncomingMessage, response: ServerResponse, pathname: string | null): void | Promise<void> {
		protect(request, response, protection.ofNoPage);
		if (pathname === null) return refuseWith(response, refuse("malformed", "This address is too long, or not an address."), "/");
		markOrigin(request, env, parts.place);
		return pathname === STREAM && request.method !== "OPTIONS" ? stream(request, response) : api(request, response);
	}

	async function answerPerson(visit: Visit, pathname: string): Promise<void> {
		const { request, response, nonce } = visit;
		protect(request, response, protection.ofPage(nonce));
		if (await parts.found.answer(visit)) return;
		markOrigin(request, env, parts.place);
		markLanguage(request);
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

	function breakOff(response: ServerResponse, error: unknown): void {
		parts.failed(error);
		if (response.headersSent) return void response.destroy();
		response.writeHead(500, [...protection.ofNoPage, "content-type", "text/plain; charset=utf-8"]);
		response.end("Something broke on our side. Try again in a moment.");
	}

	return (request, response) => {
		try {
			const answering = answer(request, response);
			if (answering instanceof Promise) answering.catch((error) => breakOff(response, error));
		} catch (error) {
			breakOff(response, error);
		}
	};
}

/** The decoded path of a request's address; `null` when it is too long or no address. */
const pathOf = remembered((url: string): string | null => {
	if (url.length > URL_LENGTH_MAX || !url.startsWith("/") || !URL.canParse(url, "http://localhost")) return null;
	try {
		return decodeURI(new URL(url, "http://localhost").pathname);
	} catch {
		return null;
	}
});
