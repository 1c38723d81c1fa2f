// A change reaches the other processes, and one that lost its connection hears that anything may have changed.
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { listen, notify } from "../lib/store/news";
import { onServer } from "./world/sql";
import { openStore } from "./world/store";

const { url, pool } = await openStore();

type Heard = readonly number[] | null;

/** A process that listens; whoever waits gets what it hears next. */
function aListener() {
	const heard: Heard[] = [];
	const stream = listen(url, (ids) => heard.push(ids));
	afterAll(() => stream.close());
	const until = async (count: number) => {
		for (const last = Date.now() + 6_000; heard.length < count && Date.now() < last; ) await wait(5);
		return heard;
	};
	return { until, stream };
}

test("every process hears which services changed, having heard first that anything may have", async () => {
	const [one, other] = [aListener(), aListener()];
	await Promise.all([one.until(1), other.until(1)]);
	await notify(pool, [7, 12]);
	expect([await one.until(2), await other.until(2)]).toEqual([
		[null, [7, 12]],
		[null, [7, 12]],
	]);
});

test("more services than a message holds are told as everything", async () => {
	const listener = aListener();
	await listener.until(1);
	await notify(
		pool,
		Array.from({ length: 500 }, (_, index) => 1_000_000 + index),
	);
	await notify(
		pool,
		Array.from({ length: 501 }, (_, index) => index),
	);
	const [, many, everything] = await listener.until(3);
	expect([many?.length, everything]).toEqual([500, null]);
});

test("a process whose connection is lost listens again, and hears that anything may have changed", async () => {
	const listener = aListener();
	await listener.until(1);
	await onServer(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'undelivered listener'");
	expect(await listener.until(2)).toEqual([null, null]);
	await notify(pool, [3]);
	expect((await listener.until(3)).at(-1)).toEqual([3]);
});

test("a process that has closed hears nothing more", async () => {
	const listener = aListener();
	await listener.until(1);
	await listener.stream.close();
	await notify(pool, [3]);
	await wait(50);
	expect(await listener.until(1)).toEqual([null]);
});
