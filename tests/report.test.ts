// What may be said in a report, and what is refused, field by field.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskNote, NOTE_LENGTH_MAX } from "../lib/note";
import { isRefusal } from "../lib/refusal";
import {
	channels,
	isCarried,
	isFailing,
	isPossible,
	parseStatement,
	symptoms,
	TRIED_MINUTES_AGO_MAX,
	WAITED_SECONDS_MAX,
} from "../lib/report";
import { aStatement } from "./world/makers";

function fieldsOf(input: unknown): readonly (string | undefined)[] {
	const answer = parseStatement(input);
	return isRefusal(answer) ? [answer.word, ...(answer.errors ?? []).map((error) => error.field)] : [];
}

describe("a statement", () => {
	test("needs a service, a channel and a symptom; everything else may be left out", () => {
		expect(parseStatement({ service: " x ", channel: "sms", symptom: "missing" })).toEqual({
			service: "x",
			channel: "sms",
			symptom: "missing",
			triedMinutesAgo: 0,
		});
	});

	test.each([
		["waitedSeconds", 0],
		["waitedSeconds", WAITED_SECONDS_MAX],
		["triedMinutesAgo", 0],
		["triedMinutesAgo", TRIED_MINUTES_AGO_MAX],
		["note", ""],
		["note", "x".repeat(NOTE_LENGTH_MAX)],
		["note", "one\nline\tand another"],
		["website", ""],
		["service", "x".repeat(120)],
		["flow", "export"],
	])("may say %s as %j", (field, value) => {
		expect(parseStatement(aStatement({ [field]: value }))).toMatchObject({ [field]: value });
	});

	test.each([
		["service", undefined],
		["service", ""],
		["service", "   "],
		["service", "x".repeat(121)],
		["service", 7],
		["channel", undefined],
		["channel", "pigeon"],
		["channel", "SMS"],
		["symptom", undefined],
		["symptom", "sad"],
		["region", ""],
		["carrier", "x".repeat(121)],
		["flow", "lost"],
		["waitedSeconds", -1],
		["waitedSeconds", 1.5],
		["waitedSeconds", WAITED_SECONDS_MAX + 1],
		["waitedSeconds", "60"],
		["triedMinutesAgo", TRIED_MINUTES_AGO_MAX + 1],
		["triedMinutesAgo", 0.5],
		["triedMinutesAgo", null],
		["note", "x".repeat(NOTE_LENGTH_MAX + 1)],
		["website", "https://buy.example"],
		["phone", "+1 555 0100"],
		["at", "2022-11-14T12:00:00Z"],
	])("is malformed when %s is %j, and the field is named", (field, value) => {
		expect(fieldsOf(aStatement({ [field]: value }))).toEqual(["malformed", field]);
	});

	test.each([[null], [undefined], ["a text"], [[aStatement()]], [7]])("is malformed when it is %j", (input) => {
		expect(fieldsOf(input)).toEqual(["malformed", "body"]);
	});

	test("names every field that is wrong at once", () => {
		expect(fieldsOf({ channel: "pigeon", symptom: "sad", phone: "1" })).toEqual(["malformed", "service", "channel", "symptom", "phone"]);
	});

	test.each([
		["a NUL", "x\u0000"],
		["an escape", "\u001b[31mx"],
		["a C1 control", "x\u0085y"],
		["a text turned round", "x\u202Ey"],
		["an isolate", "x\u2066y"],
		["a line separator", "x\u2028y"],
	])("is not text when it holds %s", (_what, text) => {
		expect(fieldsOf(aStatement({ service: text }))).toEqual(["not-text", "service"]);
		expect(fieldsOf(aStatement({ note: text }))).toEqual(["not-text", "note"]);
	});

	test("is malformed rather than not text when something else is wrong too", () => {
		expect(fieldsOf(aStatement({ note: "\u0000", channel: "pigeon" }))).toEqual(["malformed", "channel", "note"]);
	});

	test("lies in the future when it was tried in minus one minute", () => {
		expect(fieldsOf(aStatement({ triedMinutesAgo: -1 }))).toEqual(["from-the-future", "triedMinutesAgo"]);
	});

	test("of a security key says that it was refused or works, and nothing else", () => {
		const takes = symptoms.filter((symptom) => !isRefusal(parseStatement(aStatement({ channel: "key", symptom }))));
		expect(takes).toEqual(["rejected", "arrived"]);
		expect(fieldsOf(aStatement({ channel: "key", symptom: "missing" }))).toEqual(["malformed", "symptom"]);
	});

	test("is read or refused, whatever is sent, and never throws", () => {
		fc.assert(
			fc.property(fc.anything(), (input) => {
				expect(parseStatement(input)).toBeTypeOf("object");
			}),
		);
	});
});

describe("the words of the field", () => {
	test("every symptom fails but the one that arrived", () => {
		expect(symptoms.filter((symptom) => !isFailing(symptom))).toEqual(["arrived"]);
	});

	test("a carrier stands between sender and person on SMS, calls and e-mail", () => {
		expect(channels.filter(isCarried)).toEqual(["sms", "call", "email"]);
	});

	test("what is delivered may be reported of every service, the rest only where it is offered", () => {
		expect(channels.filter((channel) => isPossible(channel, []))).toEqual(["sms", "call", "email", "push"]);
		expect(isPossible("key", ["key"])).toBe(true);
	});
});

describe("a note", () => {
	test.each([
		["my number is +1 (555) 010-0199, help", "my number is ‹number›, help"],
		["the code 483920 came late", "the code ‹number› came late"],
		["0170 1234567", "‹number›"],
		["الرمز ٤٨٣٩٢٠", "الرمز ‹number›"],
		["write to ann@example.org", "write to ‹address›"],
		["look at https://evil.example/x?y=1 now", "look at ‹link› now"],
		["www.evil.example", "‹link›"],
		["I waited 20 minutes", "I waited 20 minutes"],
		["  two\n\nlines  ", "two lines"],
	])("%j is kept as %j", (note, kept) => expect(maskNote(note)).toBe(kept));

	test("never grows longer than a note may be, however much of it is masked", () => {
		expect(maskNote("1234 ".repeat(56)).length).toBeLessThanOrEqual(NOTE_LENGTH_MAX);
		expect(maskNote("a@b.c ".repeat(46)).length).toBeLessThanOrEqual(NOTE_LENGTH_MAX);
		const pieces = fc.array(fc.constantFrom("a@b.c", "1234", "www.x", "a", ",", "é"), { maxLength: 60 });
		fc.assert(
			fc.property(pieces, (words) => {
				expect(maskNote(words.join(" ").slice(0, NOTE_LENGTH_MAX)).length).toBeLessThanOrEqual(NOTE_LENGTH_MAX);
			}),
		);
	});

	test("shows no run of four digits, and masking it again changes nothing", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom("0", "7", " ", "-", "(", "a", "@", "."), maxLength: 40 }), (note) => {
				expect(maskNote(note)).not.toMatch(/\d{4}/);
				expect(maskNote(maskNote(note))).toBe(maskNote(note));
			}),
		);
	});
});
