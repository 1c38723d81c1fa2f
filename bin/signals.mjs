// How a process is told to end: the first signal drains, a second one ends it at once.
import { constants } from "node:os";

/** npm and the terminal both pass on one press of Ctrl-C. */
const SAME_PRESS_MS = 500;
/** Longer than any drain should take, shorter than the thirty seconds most supervisors wait before they kill. */
const DRAINED_WITHIN_MS = 25_000;

const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * At the first signal runs `drain` and ends the process; at the second, or when draining takes too long, ends it at once.
 * @param {() => Promise<void>} drain
 */
export function onStop(drain) {
	let toldAt = 0;
	for (const signal of signals) {
		process.on(signal, () => {
			const isEcho = toldAt > 0 && Date.now() - toldAt < SAME_PRESS_MS && process.env.npm_lifecycle_event !== undefined;
			if (isEcho) return;
			if (toldAt > 0) process.exit(128 + constants.signals[signal]);
			toldAt = Date.now();
			end(drain);
		});
	}
}

async function end(drain) {
	const forced = setTimeout(() => {
		console.error("Draining took too long: ending now.");
		process.exit(1);
	}, DRAINED_WITHIN_MS);
	try {
		await drain();
		process.exit(0);
	} catch (error) {
		console.error(error);
		process.exit(1);
	} finally {
		clearTimeout(forced);
	}
}
