// An answer that is the same for everybody who asks: its bytes, their name (ETag), its headers and its zipped form are made
// once, and whoever has them already is told so in a few bytes.
import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Answer } from "@/lib/api/answer";
import { type ByTurns, byTurns } from "./headers";

export type Whole = {
	/** Answers a GET or a HEAD whose response has no headers yet. */
	send(request: IncomingMessage, response: ServerResponse): void;
};

/** The same answer, as it is or zipped. Its bytes are written as a Latin-1 text: Node sends that together with the headers. */
type Form = { etag: string; headers: ByTurns; known: ByTurns; latin1: string };

/** Text is zipped for whoever takes it; JSON of a kilobyte or two is left to a proxy. */
const ZIPPED = /^text\//;

/** `protecting`: the headers that protect whoever reads it. */
export function wholeOf({ status, headers, body }: Answer, protecting: ByTurns): Whole {
	const bytes = Buffer.from(body);
	const isText = ZIPPED.test(headers["content-type"] ?? "");
	const vary = [headers.vary, "Accept-Encoding"].filter(Boolean).join(", ");
	const said = isText ? { ...headers, vary } : headers;
	const plain = formOf(said, bytes, protecting);
	const zipped = isText ? formOf({ ...said, "content-encoding": "gzip" }, gzipSync(bytes), protecting) : null;

	return {
		send(request, response) {
			const form = zipped && takesZipped(request.headers) ? zipped : plain;
			const isKnown = status === 200 && hasAlready(request.headers, form.etag);
			if (isKnown) return void response.writeHead(304, form.known).end();
			response.writeHead(status, form.headers);
			response.end(request.method === "HEAD" ? "" : form.latin1, "latin1");
		},
	};
}

export function takesZipped(headers: IncomingHttpHeaders): boolean {
	return /\bgzip\b/.test(String(headers["accept-encoding"] ?? ""));
}

function formOf(given: Record<string, string>, body: Buffer, protecting: ByTurns): Form {
	const etag = etagOf(body);
	return {
		etag,
		headers: [...protecting, ...byTurns({ ...given, etag, "content-length": body.length })],
		known: [...protecting, ...byTurns({ ...known(given), etag })],
		latin1: body.toString("latin1"),
	};
}

export function etagOf(body: Buffer): string {
	return `"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`;
}

/** RFC 9110, 13.1.2: any of a list, compared as if all were weak. */
export function hasAlready(headers: IncomingHttpHeaders, etag: string): boolean {
	const named = headers["if-none-match"];
	return named?.split(",").some((one) => ["*", etag, `W/${etag}`].includes(one.trim())) ?? false;
}

/** What a 200 would have said, but not of its bytes (RFC 9110, 15.4.5). */
function known(headers: Record<string, string>): Record<string, string> {
	const { "content-type": _type, "content-encoding": _encoding, ...rest } = headers;
	return rest;
}
