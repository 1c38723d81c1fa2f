// An unexpected `console.error` fails the test that caused it: React, Next and our own code use it for what went wrong.
import { afterEach, expect } from "vitest";

const shelf: { expected: RegExp[]; seen: string[] } = { expected: [], seen: [] };

const print = console.error;
console.error = (...parts: unknown[]) => {
	shelf.seen.push(parts.map(String).join(" "));
	print(...parts);
};

/** Says that the test at hand is about something that is logged as an error. */
export function expectConsoleError(pattern: RegExp): void {
	shelf.expected.push(pattern);
}

afterEach(() => {
	const unexpected = shelf.seen.filter((line) => !shelf.expected.some((pattern) => pattern.test(line)));
	shelf.expected = [];
	shelf.seen = [];
	expect(unexpected, "console.error was called").toEqual([]);
});
