// One reading for everybody who asks, kept for a second and no longer.
import { expect, test } from "vitest";
import { makeSingleFlight } from "../lib/single-flight";

function aFlight() {
	const clock = { ms: 0 };
	return { clock, flight: makeSingleFlight(() => clock.ms) };
}

test("whoever asks while a reading is made, or within its second, is given the same one", async () => {
	const { clock, flight } = aFlight();
	const made = { times: 0 };
	const read = () => flight.read("status", async () => ++made.times);
	expect(await Promise.all([read(), read()])).toEqual([1, 1]);
	clock.ms = 999;
	expect(await read()).toBe(1);
	clock.ms = 1_000;
	expect(await read()).toBe(2);
});

test("a reading that failed is not kept", async () => {
	const { flight } = aFlight();
	await expect(flight.read("status", () => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
	expect(await flight.read("status", async () => "read")).toBe("read");
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
