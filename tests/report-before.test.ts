// What the form remembered comes back from the browser: ours is read, anything else is nothing and throws nowhere.
import { describe, expect, test } from "vitest";
import { doneBefore } from "@/app/_http/report-before";
import { report } from "@/app/(site)/report/actions";

const status = {
	service: "x",
	state: "calm",
	restsOn: "silence",
	says: { kind: "fine", arrived: 1, reporters: 2 },
	channels: [{ channel: "sms", failed: 1, missing: 1, answered: 2, expected: 0.36 }],
};
const sent = { id: "0198c0de-0000-7000-8000-000000000000", receipt: "secret", counted: true, repeatOf: null, held: false, status };
const ours = { kind: "sent", typed: { service: "x", channel: "sms", symptom: "missing" }, sent };

test("what our own form remembered is read as it was", () => {
	expect(doneBefore(ours)).toEqual(ours);
	expect(doneBefore({ ...ours, kind: "answered", answer: "came", kept: false })).toMatchObject({ kind: "answered", sent });
});

const hostile: [string, unknown][] = [
	["nothing", undefined],
	["null", null],
	["a number", 5],
	["a kind alone", { kind: "sent" }],
	["an open form", { kind: "open" }],
	["an open form with fields", { kind: "open", typed: {} }],
	["a field that is no text", { ...ours, typed: { symptom: { toString: null } } }],
	["a field we do not have", { ...ours, typed: { phone: "1" } }],
	["a status without channels", { ...ours, sent: { ...sent, status: { ...status, channels: null } } }],
	["more failed than answered", withChannel({ failed: 3 })],
	["fewer than nobody", withChannel({ answered: -1 })],
	["a channel of their own", withChannel({ channel: "pigeon" })],
	["a saying of their own", { ...ours, sent: { ...sent, status: { ...status, says: { kind: "fine", arrived: "all" } } } }],
	["a name without end", { ...ours, sent: { ...sent, status: { ...status, says: { kind: "silence", service: "a".repeat(100_000) } } } }],
];

describe("of the browser's own making", () => {
	test.each(hostile)("%s is nothing", (_, before) => {
		expect(doneBefore(before)).toBeNull();
	});

	test.each(hostile)("%s, when told that a code arrived, gets the open form", async (_, before) => {
		const form = new FormData();
		form.set("intent", "after");
		form.set("answer", "came");
		form.set("symptom", "late");
		expect(await report(before, form)).toEqual({ kind: "open", typed: { symptom: "late" } });
	});

	test.each([undefined, null, 5, "intent=after", { get: 5 }])("no form at all (%s) gets the open form", async (form) => {
		expect(await report(ours, form)).toEqual({ kind: "open", typed: {} });
	});
});

function withChannel(change: object): unknown {
	return { ...ours, sent: { ...sent, status: { ...status, channels: [{ ...status.channels[0], ...change }] } } };
}
