// Group commit: many small writes become few commits, and nobody is answered before theirs.
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { makeBatcher } from "../lib/batch";

/** A commit that the test lets go of, one batch at a time. */
function aCommit() {
	const batches: number[][] = [];
	const waiting: { resolve(): void; reject(error: Error): void }[] = [];
	const commit = async (items: readonly number[]) => {
		batches.push([...items]);
		await new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
		return items.map((item) => item * 10);
	};
	return { batches, commit, letGo: () => waiting.shift()?.resolve(), fail: (error: Error) => waiting.shift()?.reject(error) };
}

const A_FLUSH_MS = 15;
const many = (count: number) => Array.from({ length: count }, (_, index) => index);

test("what arrives within a few milliseconds is one commit, and each gets its own result", async () => {
	const batcher = makeBatcher(async (items: readonly number[]) => items.map((item) => item * 10));
	expect(await Promise.all([1, 2, 3].map((item) => batcher.add(item)))).toEqual([10, 20, 30]);
	const { batches, commit, letGo } = aCommit();
	const other = makeBatcher(commit);
	const added = [1, 2, 3].map((item) => other.add(item));
	await wait(A_FLUSH_MS);
	expect(batches).toEqual([[1, 2, 3]]);
	letGo();
	expect(await Promise.all(added)).toEqual([10, 20, 30]);
});

test("nobody is answered before the commit comes back", async () => {
	const { commit, letGo } = aCommit();
	const answered: unknown[] = [];
	makeBatcher(commit)
		.add(1)
		?.then((result) => answered.push(result));
	await wait(A_FLUSH_MS);
	expect(answered).toEqual([]);
	letGo();
	await wait(1);
	expect(answered).toEqual([10]);
});

test("five hundred go at once, without waiting for company, and no batch is larger", async () => {
	const { batches, commit, letGo } = aCommit();
	const batcher = makeBatcher(commit);
	for (const item of many(501)) batcher.add(item);
	expect(batches.map((batch) => batch.length)).toEqual([500]);
	letGo();
	await wait(A_FLUSH_MS);
	expect(batches.map((batch) => batch.length)).toEqual([500, 1]);
});

test("while one commit runs the next gathers, and goes as soon as it has ended", async () => {
	const { batches, commit, letGo } = aCommit();
	const batcher = makeBatcher(commit);
	const added = many(1_200).map((item) => batcher.add(item));
	await wait(A_FLUSH_MS);
	expect(batches.map((batch) => batch.length)).toEqual([500]);
	letGo();
	await wait(1);
	expect(batches.map((batch) => batch.length)).toEqual([500, 500]);
	letGo();
	await wait(1);
	expect(batches.map((batch) => batch.length)).toEqual([500, 500, 200]);
	letGo();
	expect(await Promise.all(added)).toHaveLength(1_200);
});

test("a full queue refuses rather than grows", () => {
	const batcher = makeBatcher(aCommit().commit);
	const added = many(5_501).map((item) => batcher.add(item));
	expect(added.filter((one) => one !== null)).toHaveLength(5_500);
	expect(added.at(-1)).toBeNull();
	expect(batcher.waiting).toBe(5_000);
});

test("a commit that fails fails everybody in it, and nobody else", async () => {
	const { commit, letGo, fail } = aCommit();
	const batcher = makeBatcher(commit);
	const first = Promise.allSettled([1, 2].map((item) => batcher.add(item)));
	await wait(A_FLUSH_MS);
	const second = batcher.add(3);
	await wait(A_FLUSH_MS);
	fail(new Error("gone"));
	await wait(1);
	letGo();
	expect((await first).map((one) => one.status)).toEqual(["rejected", "rejected"]);
	expect(await second).toBe(30);
});

test("one that can never be committed fails alone, and everybody else is committed", async () => {
	const committed: number[] = [];
	const refusing = async (items: readonly number[]) => {
		if (items.includes(13)) throw new RangeError("no 13 here");
		committed.push(...items);
		return items;
	};
	const batcher = makeBatcher(refusing, (error) => error instanceof RangeError);
	const settled = await Promise.allSettled(many(200).map((item) => batcher.add(item)));
	expect(settled.flatMap(({ status }, index) => (status === "rejected" ? [index] : []))).toEqual([13]);
	expect(committed.toSorted((one, other) => one - other)).toEqual(many(200).filter((item) => item !== 13));
});

test("a result that is missing is a fault for the one it is missing for", async () => {
	const batcher = makeBatcher(async () => [1]);
	const settled = await Promise.allSettled(["a", "b"].map((item) => batcher.add(item)));
	expect(settled.map((one) => one.status)).toEqual(["fulfilled", "rejected"]);
});

test("drained, it takes nothing more and has settled everything it took", async () => {
	const { batches, commit, letGo } = aCommit();
	const batcher = makeBatcher(commit);
	const added = many(1_200).map((item) => batcher.add(item));
	const drained = batcher.drain();
	expect(batcher.add(1)).toBeNull();
	for (const _ of many(3)) {
		letGo();
		await wait(1);
	}
	await drained;
	expect(batches.flat()).toHaveLength(1_200);
	expect((await Promise.all(added)).every((one) => one !== null)).toBe(true);
	expect(batcher.waiting).toBe(0);
});

test("drained though its last commit failed, it does not hang", async () => {
	const batcher = makeBatcher(async () => Promise.reject(new Error("gone")));
	const added = batcher.add(1)?.catch((error: Error) => error.message);
	await batcher.drain();
	expect(await added).toBe("gone");
});
