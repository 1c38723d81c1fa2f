// Beside a field stands a sentence of ours, whatever the schema says.
import { expect, test } from "vitest";
import { en } from "@/components/form-phrases/en";
import { hasProblem } from "@/components/problem";
import type { Typed } from "@/components/report-state";
import { inputOf } from "@/components/report-typed";
import { isRefusal } from "@/lib/refusal";
import { parseStatement, type Statement } from "@/lib/report";

const good: Typed = { service: "x", channel: "sms", symptom: "missing" };
const wrong: [keyof Statement, Typed][] = [
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
	expect(hasProblem(state, field)).toBe(true);
	expect(en.problems[field]).toMatch(/^\w.+\.$/);
	const others = Object.entries(en.problems).filter(([name]) => name !== field);
	expect(refusal.errors?.some((error) => others.some(([name]) => name === error.field))).toBe(false);
});
