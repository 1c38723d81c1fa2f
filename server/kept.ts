// Bytes made once and given to everybody for a while. Making is single flight: however many ask for the same address, it
// is made once, and who comes while it is kept waits for nothing. What is made into a page has a slot where the nonce
// stands; each answer gets a fresh one.
import type { IncomingMessage, ServerResponse } from "node:http";
import { makeSingleFlight } from "@/lib/single-flight";
import { type ByTurns, byTurns, NONCE_LENGTH, type Protection } from "./headers";
import { type Slotted, slotted } from "./slotted";
import { takesZipped, type Whole } from "./whole";

export type Page = { status: number; headers: Record<string, string>; html: string };

export type Asked = { request: IncomingMessage; response: ServerResponse };
export type Visit = Asked & { nonce: string };

/** Each writes all headers of its answer, those that protect people too; what is there already is answered at once. */
export type Kept = {
	/** Put where a nonce belongs; chance, so that no text a person wrote can hold it. */
	slot: string;
	/** Answers with the page of `address`, made by `make` when the kept one is older than it lasts, and a nonce of its own. */
	page(visit: Visit, address: string, making: { make(): Promise<Page>; lastsMs(): number }): void | Promise<void>;
	/** Answers with the very bytes that everybody gets, or with 304 to whoever has them. */
	whole(asked: Asked, address: string, make: () => Promise<Whole>): void | Promise<void>;
};

/** A page cut at its slots, and what is said of it as it is and zipped. */
type Cut = { status: number; slots: Slotted; plain: ByTurns; zipped: ByTurns };

/**
 * What costs little to make is kept for half a second: what it is made of is itself kept for one (lib/reading.ts), and
 * together they stay well under two.
 */
const KEPT_MS = 500;

export function makeKept(protection: Protection): Kept {
	const slot = `slot${crypto.randomUUID().replaceAll("-", "")}`;
	const pages = makeSingleFlight(() => performance.now(), KEPT_MS);
	const wholes = makeSingleFlight(() => performance.now(), KEPT_MS);

	function send({ request, response, nonce }: Visit, { status, slots, plain, zipped }: Cut): void {
		const isZipped = takesZipped(request.headers);
		const form = isZipped ? slots.zipped() : slots.plain;
		const length = ["content-length", String(form.length)];
		response.writeHead(status, [...protection.ofPage(nonce), ...(isZipped ? zipped : plain), ...length]);
		if (request.method === "HEAD") return void response.end();
		const { bytes, giveBack } = form.lend(Buffer.from(nonce));
		// Called once the system has taken over the last byte; a connection that broke before keeps its copy.
		response.end(bytes, giveBack);
	}

	return {
		slot,
		page(visit, address, { make, lastsMs }) {
			const made = pages.made<Cut>(address);
			if (made) return send(visit, made);
			return pages.read(address, () => cut(make, slot), lastsMs()).then((page) => send(visit, page));
		},
		whole({ request, response }, address, make) {
			const made = wholes.made<Whole>(address);
			if (made) return made.send(request, response);
			return wholes.read(address, make).then((whole) => whole.send(request, response));
		},
	};
}

async function cut(make: () => Promise<Page>, slot: string): Promise<Cut> {
	const { html, status, headers } = await make();
	const said = {
		"content-type": "text/html; charset=utf-8",
		"cache-control": "no-cache",
		...headers,
		vary: "Accept-Encoding, Accept-Language, Cookie",
	};
	return {
		status,
		slots: slotted(html, slot, NONCE_LENGTH),
		plain: byTurns(said),
		zipped: byTurns({ ...said, "content-encoding": "gzip" }),
	};
}
