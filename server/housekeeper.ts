// Who sees to it that house is kept: one thread for as long as the process serves. One that ends unasked, for want of memory
// or by a fault, is told of and another is started; the doors go on meanwhile, and say `unknown` once the watch stands still.
import { Worker } from "node:worker_threads";
import type { Rounds } from "./every-second";

const REST_MS = 1_000;

/** `script`: the bundle of server/housework.ts. `close` waits until the thread has closed what it opened. */
export function startHousework(script: URL, failed: (what: string, error: unknown) => void): Rounds {
	let worker: Worker | null = null;
	let timer: NodeJS.Timeout | null = null;
	let isClosed = false;

	function start(): void {
		worker = new Worker(script);
		worker.on("error", (error) => failed("the household", error));
		worker.once("exit", () => {
			worker = null;
			if (!isClosed) timer = setTimeout(start, REST_MS);
		});
	}

	start();
	return {
		async close() {
			isClosed = true;
			if (timer) clearTimeout(timer);
			const running = worker;
			if (!running) return;
			running.postMessage("close");
			// Not by `once` of node:events, which rejects at an error: that was told of, and the doors must still be closed in order.
			await new Promise((resolve) => running.once("exit", resolve));
		},
	};
}
