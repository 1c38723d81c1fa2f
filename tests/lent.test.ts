// Copies that are lent: never the same bytes to two at once.
import { expect, test } from "vitest";
import { makeLending } from "../server/lent";

const lending = () => makeLending(Buffer.from("<...>"), (copy, filling) => copy.set(filling, 1));
const lend = (from: ReturnType<typeof lending>, filling: string) => from.lend(Buffer.from(filling));

test("two who have not given back have bytes of their own", () => {
	const lent = lending();
	const [one, other] = [lend(lent, "one"), lend(lent, "two")];
	expect([one.bytes.toString(), other.bytes.toString()]).toEqual(["<one>", "<two>"]);
});

test("what was given back is lent again", () => {
	const lent = lending();
	const one = lend(lent, "one");
	one.giveBack();
	const next = lend(lent, "two");
	expect(next.bytes).toBe(one.bytes);
	expect(next.bytes.toString()).toBe("<two>");
});

test("sixty-four copies wait to be lent; one more is let go", () => {
	const lent = lending();
	const first = Array.from({ length: 65 }, () => lend(lent, "one"));
	for (const { giveBack } of first) giveBack();
	const again = new Set(Array.from({ length: 65 }, () => lend(lent, "two").bytes));
	expect(again.size).toBe(65);
	expect(first.filter(({ bytes }) => again.has(bytes))).toHaveLength(64);
});
