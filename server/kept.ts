// Bytes made once and given to everybody for a while. Making is single flight: however many ask for the same address, it
// is made once. What is made into a page has a slot where the nonce stands; each answer gets a fresh one.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "@/lib/api/answer";
import { makeSingleFlight } from "@/lib/single-flight";
import { NONCE_LENGTH } from "./headers";
import { type Slotted, slotted } from "./slotted";
import { takesZipped, wholeOf } from "./whole";

export type Page = { status: number; headers: Record<string, string>; html: string };

export type Asked = { request: IncomingMessage; response: ServerResponse };
export type Visit = Asked & { nonce: string };

export type Kept = {
	/** Put where a nonce belongs; chance, so that no text a person wrote can hold it. */
	slot: string;
	/** Answers with the page of `address`, made by `make` when the kept one is older than `lastsMs`, and a nonce of its own. */
	page(visit: Visit, address: string, making: { make(): Promise<Page>; lastsMs: number }): Promise<void>;
	/** Answers with the very bytes that everybody gets, or with 304 to whoever has them. */
	whole(asked: Asked, address: string, make: () => Promise<Answer>): Promise<void>;
};

/**
 * What costs little to make is kept for half a second: what it is made of is itself kept for one (lib/reading.ts), and
 * together they stay well under two.
 */
const KEPT_MS = 500;

export function makeKept(): Kept {
	const slot = `slot${crypto.randomUUID().replaceAll("-", "")}`;
	const flight = makeSingleFlight(() => performance.now(), KEPT_MS);

	return {
		slot,
		async page({ request, response, nonce }, address, { make, lastsMs }) {
			const { status, headers, slots } = await flight.read(`page ${address}`, () => cut(make, slot), lastsMs);
			const isZipped = takesZipped(request.headers);
			const body = isZipped ? slots.zipped(nonce) : slots.plain(nonce);
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
		async whole({ request, response }, address, make) {
			const whole = await flight.read(`whole ${address}`, async () => wholeOf(await make()));
			whole.send(request, response);
		},
	};
}

async function cut(make: () => Promise<Page>, slot: string): Promise<Omit<Page, "html"> & { slots: Slotted }> {
	const { html, ...page } = await make();
	return { ...page, slots: slotted(html, slot, NONCE_LENGTH) };
}
