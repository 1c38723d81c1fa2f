// Bytes made once a second and given to everybody. What is kept has a slot where the nonce stands; each answer gets a
// fresh one. Making is single flight: however many ask for the same address, it is made once.
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { makeSingleFlight } from "@/lib/single-flight";

export type Page = { status: number; headers: Record<string, string>; html: string };

export type Kept = {
	/** Put where a nonce belongs; chance, so that no text a person wrote can hold it. */
	slot: string;
	/** Answers with the page of `address`, made by `make` when the kept one is older than a second. */
	answer(visit: Visit, address: string, make: () => Promise<Page>): Promise<void>;
};

export type Visit = { request: IncomingMessage; response: ServerResponse; nonce: string };

type Cut = { status: number; headers: Record<string, string>; pieces: readonly Buffer[] };

/** Fast rather than small: the nonce is new each time, so the whole page is zipped each time. */
const ZIP_LEVEL = 3;
const zipped = promisify(gzip);

export function makeKept(): Kept {
	const slot = `slot${crypto.randomUUID().replaceAll("-", "")}`;
	const flight = makeSingleFlight(() => performance.now());

	async function cut(make: () => Promise<Page>): Promise<Cut> {
		const { html, ...page } = await make();
		return { ...page, pieces: html.split(slot).map((piece) => Buffer.from(piece)) };
	}

	return {
		slot,
		async answer({ request, response, nonce }, address, make) {
			const { status, headers, pieces } = await flight.read(address, () => cut(make));
			const filling = Buffer.from(nonce);
			const whole = Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [filling, piece])));
			const isZipped = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
			const body = isZipped ? await zipped(whole, { level: ZIP_LEVEL }) : whole;
			response.writeHead(status, {
				"content-type": "text/html; charset=utf-8",
				"cache-control": "no-cache",
				...headers,
				vary: "Accept-Encoding, Cookie",
				...(isZipped && { "content-encoding": "gzip" }),
				"content-length": body.length,
			});
			response.end(request.method === "HEAD" ? undefined : body);
		},
	};
}
