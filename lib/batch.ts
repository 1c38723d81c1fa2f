// How do many small writes become few commits? Group commit: what arrives within a few milliseconds is written in one
// transaction, and everybody is answered after its COMMIT. Bounded everywhere: a full queue refuses rather than grows.

/** How long the first of a batch waits for company while nothing is in flight; a batch that is fills the next one. */
const WAIT_MS = 2;
/** Rows in one transaction: beyond it one statement grows slower than two. */
const BATCH_MAX = 500;
/**
 * Batches at once. A second one would halve them both: at 32 connections it cost 13 % of the rate, and two batches of one
 * process may speak of the same person.
 */
const IN_FLIGHT_MAX = 1;
/** Waiting items of one process, about half a second of the highest rate measured. */
const QUEUE_MAX = 5_000;

type Waiting<Item, Result> = { item: Item; resolve(result: Result): void; reject(error: unknown): void };

export type Batcher<Item, Result> = {
	/** Resolves after the item's batch is committed; rejects when it was not. `null`: the queue is full. */
	add(item: Item): Promise<Result> | null;
	/** Takes nothing more and resolves when everything taken is settled. */
	drain(): Promise<void>;
	readonly waiting: number;
};

/**
 * `commit` gives one result per item, in order. When it fails for what one of them says (`isOfOne`), each half is tried by
 * itself, so that only that one fails: a batch of 500 takes some nine tries more.
 */
export function makeBatcher<Item, Result>(
	commit: (items: readonly Item[]) => Promise<readonly Result[]>,
	isOfOne: (error: unknown) => boolean = () => false,
): Batcher<Item, Result> {
	const queue: Waiting<Item, Result>[] = [];
	const running = new Set<Promise<void>>();
	let timer: NodeJS.Timeout | null = null;
	let isClosed = false;

	function flush(): void {
		timer = null;
		while (queue.length > 0 && running.size < IN_FLIGHT_MAX) {
			const flight = settle(queue.splice(0, BATCH_MAX)).finally(() => {
				running.delete(flight);
				flush();
			});
			running.add(flight);
		}
	}

	async function settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
		try {
			const results = await commit(batch.map((one) => one.item));
			for (const [index, one] of batch.entries()) {
				const result = results[index];
				if (result === undefined) one.reject(new Error("the batch came back without this item"));
				else one.resolve(result);
			}
		} catch (error) {
			if (batch.length > 1 && isOfOne(error)) return settleHalves(batch);
			for (const one of batch) one.reject(error);
		}
	}

	async function settleHalves(batch: readonly Waiting<Item, Result>[]): Promise<void> {
		const half = Math.ceil(batch.length / 2);
		await settle(batch.slice(0, half));
		await settle(batch.slice(half));
	}

	return {
		add(item) {
			if (isClosed || queue.length >= QUEUE_MAX) return null;
			return new Promise((resolve, reject) => {
				queue.push({ item, resolve, reject });
				if (queue.length >= BATCH_MAX) flush();
				else timer ??= setTimeout(flush, WAIT_MS);
			});
		},
		async drain() {
			isClosed = true;
			if (timer) clearTimeout(timer);
			flush();
			while (running.size > 0) await Promise.allSettled(running);
		},
		get waiting() {
			return queue.length;
		},
	};
}
