// Beside a field stands a sentence of ours, whatever the schema says.
import { expect, test } from "vitest";
import { problemOf } from "@/components/problem";
import type { Typed } from "@/components/report-state";
import { inputOf } from "@/components/report-typed";
import { fieldProblems } from "@/components/words";
import { isRefusal } from "@/lib/refusal";
import { parseStatement } from "@/lib/report";

const good: Typed = { service: "x", channel: "sms", symptom: "missing" };
const wrong: [keyof typeof fieldProblems, Typed][] = [
	["service", { service: "a".repeat(121) }],
	["channel", { channel: "pigeon" }],
	["symptom", { symptom: "sideways" }],
	["symptom", { channel: "key", symptom: "missing" }],
	["triedMinutesAgo", { tried: "yesterday" }],
	["triedMinutesAgo", { tried: "-5" }],
	["waitedSeconds", { waited: "long" }],
	["flow", { flow: "upstream" }],
	["note", { note: "a".repeat(281) }],
	["note", { note: "a\u0000b" }],
	["region", { region: "a".repeat(121) }],
	["carrier", { network: "a".repeat(121) }],
];

test.each(wrong)("%s of %o is told in our words", (field, typed) => {
	const refusal = parseStatement(inputOf({ ...good, ...typed }));
	if (!isRefusal(refusal)) throw new Error("that was taken");
	const state = { kind: "refused", typed, refusal } as const;
	expect(problemOf(state, field)).toBe(fieldProblems[field]);
	const others = Object.entries(fieldProblems).filter(([name]) => name !== field);
	expect(refusal.errors?.some((error) => others.some(([name]) => name === error.field))).toBe(false);
});
