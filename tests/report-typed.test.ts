// The form's fields, as the schema of a report reads them.
import { describe, expect, test } from "vitest";
import { inputOf, typedOf } from "@/components/report-typed";
import { NOTE_LENGTH_MAX } from "@/lib/note";
import { isRefusal } from "@/lib/refusal";
import { parseStatement } from "@/lib/report";

const base = { service: "x", channel: "sms", symptom: "missing" };

describe("a note with line breaks", () => {
	const lines = (length: number) => "a\n".repeat(length / 2);

	test.each([
		["that fits is taken", NOTE_LENGTH_MAX, false],
		["that is too long is refused", NOTE_LENGTH_MAX + 2, true],
	])("%s, though a browser posts each as two characters", (_, length, refused) => {
		const typed = typedOf(formOf({ ...base, note: lines(length).replaceAll("\n", "\r\n") }));
		expect(typed.note).toBe(lines(length));
		expect(isRefusal(parseStatement(inputOf(typed)))).toBe(refused);
	});
});

describe("the carrier", () => {
	const typed = { ...base, region: "US", network: "Somebody", mailbox: "Somewhere" };

	test.each([
		["sms", "Somebody"],
		["call", "Somebody"],
		["email", "Somewhere"],
		["push", undefined],
		["key", undefined],
		["pigeon", undefined],
	])("of %s is %s", (channel, carrier) => {
		expect(inputOf({ ...typed, channel }).carrier).toBe(carrier);
	});
});

function formOf(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}
