// A small deed done again and again, a second after it was done last. A failure is said and the next second tries again.
const REST_MS = 1_000;

/** `close` waits for the deed under way. */
export function everySecond(deed: () => Promise<void>, failed: (error: unknown) => void): { close(): Promise<void> } {
	let timer: NodeJS.Timeout | null = null;
	let isClosed = false;
	let round = Promise.resolve();

	function next(): void {
		round = deed()
			.catch(failed)
			.finally(() => {
				if (!isClosed) timer = setTimeout(next, REST_MS);
			});
	}

	next();
	return {
		async close() {
			isClosed = true;
			if (timer) clearTimeout(timer);
			await round;
		},
	};
}
