// Which answers of the API are kept as bytes? Every address under /api/v1 that is read without a query: the API makes
// the answer, knowing nobody who asks for it, and a crowd gets its bytes. Whatever else is asked goes to the API itself.

import type { IncomingMessage } from "node:http";
import type { Protection } from "./headers";
import type { Asked, Kept } from "./kept";
import { type Whole, wholeOf } from "./whole";

/** No query, nothing to decode, and not the stream. */
const KEPT = /^\/api\/v1\/(?!live$)[\w./-]{1,200}$/;

export type Readers = {
	/** Whether kept bytes may answer; else the API has to. */
	takes(request: IncomingMessage): boolean;
	answer(asked: Asked): void | Promise<void>;
};

/** `api` is asked with the address alone: what it says may depend on nothing else. */
export function makeReaders(kept: Kept, protection: Protection, api: (request: Request) => Response | Promise<Response>): Readers {
	async function ask(address: string): Promise<Whole> {
		const answer = await api(new Request(`http://localhost${address}`));
		const headers = Object.fromEntries(answer.headers);
		return wholeOf({ status: answer.status, headers, body: await answer.text() }, protection.ofNoPage);
	}

	return {
		takes: ({ method, url = "/" }) => (method === "GET" || method === "HEAD") && KEPT.test(url),
		answer(asked) {
			const { url = "/" } = asked.request;
			return kept.whole(asked, url, () => ask(url));
		},
	};
}
