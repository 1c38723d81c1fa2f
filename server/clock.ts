// What time is it, by the database? Asking for every request would cost a round trip, so this process remembers how far
// its own clock is off and asks again every minute.
const ASK_EVERY_MS = 60_000;

export type Clock = {
	now(): Date;
	/** Asks the database how far this process's clock is off. */
	set(): Promise<void>;
};

export function makeClock(ask: () => Promise<Date>): Clock {
	let offMs = 0;
	let askedAt = Number.NEGATIVE_INFINITY;

	async function set(): Promise<void> {
		if (performance.now() - askedAt < ASK_EVERY_MS) return;
		const before = Date.now();
		const told = await ask();
		const after = Date.now();
		offMs = told.getTime() - (before + after) / 2;
		askedAt = performance.now();
	}

	return { set, now: () => new Date(Date.now() + offMs) };
}
