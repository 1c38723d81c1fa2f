// How often one person, and one address, may speak.
import { expect, test } from "vitest";
import { makeOwnCounters } from "../lib/counter";
import { ADDRESS_REPORTS_MAX, makeLimits, REPORTER_REPORTS_MAX } from "../lib/limits";

const WINDOW_MS = 600_000;

async function consume(
	limits: ReturnType<typeof makeLimits>,
	times: number,
	names: (index: number) => { address: string | null; reporter: string },
) {
	for (let index = 0; index < times; index++) expect(await limits.consume(names(index))).toBeNull();
}

test("a person speaks ten times in ten minutes, over all services, and then waits", async () => {
	const limits = makeLimits();
	await consume(limits, REPORTER_REPORTS_MAX, (index) => ({ address: `address ${index}`, reporter: "ann" }));
	const refusal = await limits.consume({ address: "another", reporter: "ann" });
	expect(refusal).toMatchObject({ word: "too-many" });
	expect(refusal?.retryAfterSeconds).toBeGreaterThan(590);
	expect(refusal?.retryAfterSeconds).toBeLessThanOrEqual(600);
	expect(await limits.consume({ address: "another", reporter: "bob" })).toBeNull();
});

test("a hundred and twenty reports come from one address in ten minutes", async () => {
	const limits = makeLimits();
	await consume(limits, ADDRESS_REPORTS_MAX, (index) => ({ address: "one", reporter: `person ${index}` }));
	expect(await limits.consume({ address: "one", reporter: "somebody else" })).toMatchObject({ word: "too-many" });
	expect(await limits.consume({ address: "two", reporter: "somebody else" })).toBeNull();
});

test("after ten minutes people are welcome again, and not a second sooner", async () => {
	const clock = { ms: 0 };
	const limits = makeLimits(makeOwnCounters(() => clock.ms));
	await consume(limits, REPORTER_REPORTS_MAX, () => ({ address: "one", reporter: "ann" }));
	clock.ms = WINDOW_MS - 1;
	expect(await limits.consume({ address: "one", reporter: "ann" })).toMatchObject({ retryAfterSeconds: 1 });
	clock.ms = WINDOW_MS;
	await consume(limits, REPORTER_REPORTS_MAX, () => ({ address: "one", reporter: "ann" }));
	expect(await limits.consume({ address: "one", reporter: "ann" })).toMatchObject({ retryAfterSeconds: 600 });
});

test("a person who goes on after being refused uses up nothing of the others at the same address", async () => {
	const limits = makeLimits();
	await consume(limits, REPORTER_REPORTS_MAX, () => ({ address: "one", reporter: "ann" }));
	for (let index = 0; index < ADDRESS_REPORTS_MAX; index++) await limits.consume({ address: "one", reporter: "ann" });
	expect(await limits.consume({ address: "one", reporter: "bob" })).toBeNull();
});

test("where no address is known the person is limited all the same", async () => {
	const limits = makeLimits();
	await consume(limits, REPORTER_REPORTS_MAX, () => ({ address: null, reporter: "ann" }));
	expect(await limits.consume({ address: null, reporter: "ann" })).toMatchObject({ word: "too-many" });
});
