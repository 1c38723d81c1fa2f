// Which answers of the API are kept as bytes? Every address under /api/v1 that is read without a query: the API makes
// the answer, knowing nobody who asks for it, and a crowd gets its bytes. Whatever else is asked goes to the API itself.

import type { Answer } from "@/lib/api/answer";
import type { Asked, Kept } from "./kept";

/** No query, nothing to decode, and not the stream. */
const KEPT = /^\/api\/v1\/(?!live$)[\w./-]{1,200}$/;

export type Readers = {
	/** Answers from kept bytes when the request may be; false when it must go to the API. */
	answer(asked: Asked): Promise<boolean>;
};

/** `api` is asked with the address alone: what it says may depend on nothing else. */
export function makeReaders(kept: Kept, api: (request: Request) => Response | Promise<Response>): Readers {
	async function ask(address: string): Promise<Answer> {
		const answer = await api(new Request(`http://localhost${address}`));
		return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
	}

	return {
		async answer(asked) {
			const { method, url = "/" } = asked.request;
			if ((method !== "GET" && method !== "HEAD") || !KEPT.test(url)) return false;
			await kept.whole(asked, url, () => ask(url));
			return true;
		},
	};
}
