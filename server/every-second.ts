// Small deeds done again and again, a second after they were done last. A failure is said and the next second tries again.
const REST_MS = 1_000;

export type Rounds = {
	/** Waits for the round under way. */
	close(): Promise<void>;
};

/** Does these deeds in turn, by name; one that fails keeps no other from being done. */
export function everySecond(deeds: Readonly<Record<string, () => Promise<void>>>, failed: (what: string, error: unknown) => void): Rounds {
	let timer: NodeJS.Timeout | null = null;
	let isClosed = false;
	let round = Promise.resolve();

	async function attend(): Promise<void> {
		for (const [what, deed] of Object.entries(deeds)) await attempt(what, deed, failed);
		if (!isClosed) timer = setTimeout(next, REST_MS);
	}

	function next(): void {
		round = attend();
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

/** Does something whose failure is said and stops nothing else. */
export async function attempt(what: string, deed: () => Promise<void>, failed: (what: string, error: unknown) => void): Promise<void> {
	try {
		await deed();
	} catch (error) {
		failed(what, error);
	}
}
