// Ten thousand readers cost one query a second.
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { makeSingleFlight } from "../lib/single-flight";

/** A flight whose clock the test sets, and a reading that counts how often it was made. */
function aFlight() {
	const clock = { ms: 0 };
	const made: string[] = [];
	const flight = makeSingleFlight(() => clock.ms);
	const read = (key: string) =>
		flight.read(key, async () => {
			made.push(key);
			return made.length;
		});
	return { clock, made, flight, read };
}

test("a thousand who ask at once share one reading", async () => {
	const { made, read } = aFlight();
	const values = await Promise.all(Array.from({ length: 1_000 }, () => read("x")));
	expect(made).toEqual(["x"]);
	expect(new Set(values)).toEqual(new Set([1]));
});

test("a reading is kept for a second after it was made, and not a millisecond longer", async () => {
	const { clock, read } = aFlight();
	await read("x");
	clock.ms = 999;
	expect(await read("x")).toBe(1);
	clock.ms = 1_000;
	expect(await read("x")).toBe(2);
});

test("what is told how long it lasts is kept for so long since its making began", async () => {
	const { clock, flight } = aFlight();
	const made: number[] = [];
	const read = () =>
		flight.read(
			"x",
			async () => {
				made.push(clock.ms);
				clock.ms += 60;
			},
			200,
		);
	await read();
	clock.ms = 199;
	await read();
	clock.ms = 200;
	await read();
	expect(made).toEqual([0, 200]);
});

test("a slow flight keeps a reading for as long as it was told to", async () => {
	const clock = { ms: 0 };
	const flight = makeSingleFlight(() => clock.ms, 60_000);
	const made: number[] = [];
	const read = () => flight.read("x", async () => made.push(clock.ms));
	for (const ms of [0, 59_999, 60_000]) {
		clock.ms = ms;
		await read();
	}
	expect(made).toEqual([0, 60_000]);
});

test("a second counts from when the reading came back, so a slow one is not made twice at once", async () => {
	const { clock, flight } = aFlight();
	const first = flight.read("x", async () => {
		await wait(5);
		return "slow";
	});
	clock.ms = 5_000;
	const second = flight.read("x", async () => "another");
	expect(await Promise.all([first, second])).toEqual(["slow", "slow"]);
});

test("a reading that failed is not kept: all who waited hear of it, and the next tries again", async () => {
	const { flight } = aFlight();
	const broken = () => Promise.reject(new Error("gone"));
	const settled = await Promise.allSettled([flight.read("x", broken), flight.read("x", broken)]);
	expect(settled.map((one) => one.status)).toEqual(["rejected", "rejected"]);
	expect(await flight.read("x", async () => "back")).toBe("back");
});

test("other keys are other readings", async () => {
	const { made, read } = aFlight();
	await Promise.all([read("x"), read("y")]);
	expect(made).toEqual(["x", "y"]);
});

test("a change must wait until its key is made anew", async () => {
	const { clock, flight, read } = aFlight();
	expect(await flight.freshIn("x")).toBe(0);
	await read("x");
	clock.ms = 400;
	expect(await flight.freshIn("x"), "and a millisecond, as timers fire early").toBe(601);
	clock.ms = 1_400;
	expect(await flight.freshIn("x")).toBe(0);
});

test("a change during a reading waits for it to end, and then until its key is made anew", async () => {
	const { clock, flight } = aFlight();
	void flight.read("x", async () => {
		await wait(5);
		clock.ms = 700;
	});
	expect(await flight.freshIn("x")).toBe(1_001);
	clock.ms = 1_699;
	expect(await flight.freshIn("x")).toBe(2);
	void flight.read("gone", () => Promise.reject(new Error("gone"))).catch(() => {});
	expect(await flight.freshIn("gone")).toBe(0);
});

test("more keys than it keeps push the oldest out, and nothing else", async () => {
	const { made, read } = aFlight();
	for (let key = 0; key <= 5_000; key++) await read(`${key}`);
	await read("1");
	expect(made).toHaveLength(5_001);
	await read("0");
	expect(made).toHaveLength(5_002);
});

test("a stranger who asks for a new key each time is not remembered past its second", async () => {
	const { clock, flight } = aFlight();
	for (let key = 0; key < 100; key++) {
		clock.ms = key * 100;
		await flight.read(`key ${key}`, async () => key);
	}
	expect(flight.size).toBeLessThanOrEqual(11);
});

test("one reading that hangs does not keep the others from being let go", async () => {
	const { clock, flight } = aFlight();
	void flight.read("hangs", () => new Promise(() => {}));
	for (let key = 0; key < 5; key++) await flight.read(`key ${key}`, async () => key);
	clock.ms = 1_000;
	await flight.read("next", async () => "next");
	expect(flight.size).toBe(2);
});

test("what is made and still given is there at once; what is being made, or too old, is not", async () => {
	const clock = { ms: 0 };
	const flight = makeSingleFlight(() => clock.ms);
	const reading = flight.read("x", async () => ({ is: "made" }));
	expect(flight.made("x")).toBeUndefined();
	await reading;
	clock.ms = 999;
	expect(flight.made("x")).toEqual({ is: "made" });
	clock.ms = 1_000;
	expect(flight.made("x")).toBeUndefined();
	expect(flight.made("y")).toBeUndefined();
});
