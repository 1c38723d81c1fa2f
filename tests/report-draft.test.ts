// A report that waits: how long ago the person tried, when it is too old, and what of it may be kept at all.
import { describe, expect, test } from "vitest";
import { ASKED_FOR_MS } from "@/components/last-report";
import { draftOf, isTooOld, keepable, parseDrafts, TRIED_MINUTES_MAX, triedMinutesOf } from "@/components/report-draft";
import { makeKey } from "@/components/report-post";
import { RECEIPT_MS } from "@/lib/intake";
import { TRIED_MINUTES_AGO_MAX } from "@/lib/report";
import { isUuid, MINUTE_MS, plus } from "@/lib/time";

const madeAt = new Date("2026-11-24T12:00:00Z");
const typed = { service: "x", channel: "sms", symptom: "missing", region: "US" };
const draft = (tried = "0") => draftOf({ ...typed, tried }, { name: "X", key: makeKey(), now: madeAt });
const after = (minutes: number) => plus(madeAt, minutes * MINUTE_MS);

test.each([
	["0", 0, 0],
	["0", 4.9, 0],
	["0", 5, 5],
	["30", 61, 90],
	["360", 0, 360],
	["0", -30, 0],
])("tried %s minutes before, it waited %d: the person tried %d minutes ago", (tried, waited, minutes) => {
	expect(triedMinutesOf(draft(tried), after(waited))).toBe(minutes);
});

test.each([
	["0", 1444, false],
	["0", 1445, true],
	["360", 1084, false],
	["360", 1085, true],
])("tried %s minutes before and after waiting %d it is too old: %s", (tried, waited, tooOld) => {
	expect(isTooOld(draft(tried), after(waited))).toBe(tooOld);
});

test("the browser goes by the same limits as the server", () => {
	expect([TRIED_MINUTES_MAX, ASKED_FOR_MS]).toEqual([TRIED_MINUTES_AGO_MAX, RECEIPT_MS]);
});

test("every draft has a key of its own, as the API wants it", () => {
	const keys = Array.from({ length: 100 }, makeKey);
	expect(new Set(keys).size).toBe(100);
	expect(keys.every(isUuid)).toBe(true);
});

describe("what is kept holds no number, code, address or link", () => {
	test.each([
		[{ note: "it was 493 201, call +1 555 123 4567 or me@example.org" }, { note: "it was ‹number›, call ‹number› or ‹address›" }],
		[{ network: "555 123 4567" }, { network: "‹number›" }],
		[{ mailbox: "somebody@gmail.com" }, { mailbox: "gmail.com" }],
		[{ service: "482913" }, {}],
		[{ service: "me@example.org" }, {}],
		[
			{ service: "12306", network: "Three" },
			{ service: "12306", network: "Three" },
		],
	])("%o is kept as %o", (given, kept) => {
		expect(keepable(given)).toEqual(kept);
	});
});

describe("of what a browser has kept", () => {
	test("our drafts are read as they were", () => {
		const drafts = [draft(), draft("30")];
		expect(parseDrafts(JSON.parse(JSON.stringify(drafts)))).toEqual(drafts);
	});

	test.each([
		["nothing", null, null],
		["a word", "draft", null],
		["a draft without a key", [{ ...draft(), key: undefined }], []],
		["a draft of another build's fields", [{ ...draft(), typed: { phone: "1" } }], []],
		["a draft of no time", [{ ...draft(), madeAt: "yesterday" }], []],
	])("%s is left out", (_, kept, drafts) => {
		expect(parseDrafts(kept)).toEqual(drafts);
	});
});
