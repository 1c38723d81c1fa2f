// What was worked out from a word is remembered, within bounds: strangers choose the words.
import { expect, test } from "vitest";
import { remembered } from "../server/remembered";

/** The length of a word, and every word it was worked out for. */
function aLength() {
	const asked: string[] = [];
	const lengthOf = remembered((word) => asked.push(word) && word.length);
	return { asked, lengthOf };
}

test("a word is asked about once, even where the answer is that there is none", () => {
	const { asked, lengthOf } = aLength();
	expect([lengthOf("ab"), lengthOf("ab"), lengthOf("abc")]).toEqual([2, 2, 3]);
	expect(asked).toEqual(["ab", "abc"]);
	const counted: string[] = [];
	const nothing = remembered((word) => {
		counted.push(word);
		return null;
	});
	expect([nothing("ab"), nothing("ab")]).toEqual([null, null]);
	expect(counted).toEqual(["ab"]);
});

test("a thousand words are remembered; with one more they begin anew", () => {
	const { asked, lengthOf } = aLength();
	for (let word = 0; word < 1_000; word++) lengthOf(`${word}`);
	lengthOf("0");
	expect(asked).toHaveLength(1_000);
	lengthOf("one more");
	lengthOf("0");
	expect(asked).toHaveLength(1_002);
});

test("a word of five hundred characters is remembered, a longer one worked out each time", () => {
	const { asked, lengthOf } = aLength();
	for (const characters of [500, 500, 501, 501]) expect(lengthOf("a".repeat(characters))).toBe(characters);
	expect(asked).toHaveLength(3);
});
