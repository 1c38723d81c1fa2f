// Next knows by asynchronous contexts whose request it is drawing for. Before Node 24 each context that was ever used is handed on
// to every request, promise and timer of the process, for ever after: a quarter of what a reader costs here. So they
// are switched off while Next has nothing to do; the next to run in one switches it on again.
import hooks, { AsyncLocalStorage } from "node:async_hooks";
import type { RequestListener } from "node:http";
import { finished } from "node:stream/promises";

/** What Next may still be doing once a response has ended is over by then; a crowd has a page drawn once a second. */
const IDLE_AFTER_MS = 100;
/** From here on contexts cost nothing while nobody uses them. */
const FREE_SINCE_NODE = 24;

export type Contexts = {
	/** Answers as `next`; once it has answered all it was asked, contexts are off. */
	whileAsked(next: RequestListener): RequestListener;
};

/** Keeps track of the contexts made from now on: comes before Next. Nobody else in this process may use any. */
export function trackContexts(): Contexts {
	if (Number.parseInt(process.versions.node, 10) >= FREE_SINCE_NODE) return { whileAsked: (next) => next };
	const contexts = new Set<AsyncLocalStorage<unknown>>();
	class Tracked<Store> extends AsyncLocalStorage<Store> {
		constructor() {
			super();
			contexts.add(this);
		}
	}
	hooks.AsyncLocalStorage = Tracked;
	let underWay = 0;
	let idle: NodeJS.Timeout | undefined;

	function switchOff(): void {
		for (const context of contexts) context.disable();
	}

	return {
		whileAsked: (next) => async (request, response) => {
			clearTimeout(idle);
			underWay += 1;
			try {
				await Promise.all([next(request, response), finished(response).catch(() => undefined)]);
			} finally {
				underWay -= 1;
				if (underWay === 0) idle = setTimeout(switchOff, IDLE_AFTER_MS).unref();
			}
		},
	};
}
