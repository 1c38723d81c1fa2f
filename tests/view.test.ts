// Views of a timeline: any address shows something, each view has one address, and a chart has bars enough and not too many.
import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS, plus } from "../lib/time";
import { TIMELINE_POINTS_MAX, timelineSteps } from "../lib/timeline";
import { addressOfView, barMinutesOf, parseView, stretchOfView, timelineAddress, timeOf, usualView } from "../lib/view";

const now = new Date("2026-11-25T19:07:42.000Z");
const viewOf = (words: Parameters<typeof parseView>[0]) => parseView(words, now).view;
const addressOf = (words: Parameters<typeof parseView>[0]) => addressOfView("/services/x", viewOf(words));

describe("the address of a view", () => {
	test.each([
		[{}, "/services/x"],
		[{ hours: "24" }, "/services/x"],
		[{ hours: "72" }, "/services/x?hours=72"],
		[{ hours: "73" }, "/services/x"],
		[{ channel: "sms", hours: "168" }, "/services/x?channel=sms&hours=168"],
		[{ hours: "168", channel: "sms", utm_source: "chat" }, "/services/x?channel=sms&hours=168"],
		[{ channel: "pigeon", step: "2m" }, "/services/x"],
		[{ channel: ["sms", "email"] }, "/services/x?channel=sms"],
		[{ from: "2026-11-25T10:00Z", to: "2026-11-25T12:00Z", hours: "72" }, "/services/x?from=2026-11-25T10:00Z&to=2026-11-25T12:00Z"],
		[{ from: "2026-11-25T10:03", to: "2026-11-25T12:00+02:00" }, "/services/x"],
		[{ from: "2026-11-25T10:03", to: "2026-11-25T14:59+02:00" }, "/services/x?from=2026-11-25T10:00Z&to=2026-11-25T12:55Z"],
		[{ from: "", to: "" }, "/services/x"],
		[{ to: "2026-11-24T12:00Z" }, "/services/x?from=2026-11-23T12:00Z&to=2026-11-24T12:00Z"],
		[{ from: "2026-11-25T10:00Z", to: "2031-01-01T00:00Z" }, "/services/x?from=2026-11-25T10:00Z&to=2026-11-25T19:05Z"],
		[{ asOf: "2026-11-25T18:59:59Z" }, "/services/x?asOf=2026-11-25T18:55Z"],
		[
			{ asOf: "2026-11-25T18:00Z", from: "2026-11-25T10:00Z" },
			"/services/x?from=2026-11-25T10:00Z&to=2026-11-25T18:00Z&asOf=2026-11-25T18:00Z",
		],
	])("asked for as %o is %s", (words, address) => {
		expect(addressOf(words)).toBe(address);
		expect(addressOf(Object.fromEntries(new URL(address, "http://localhost").searchParams))).toBe(address);
	});
});

test.each([
	["2026-11-25T19:07:42Z", null],
	["2026-11-25T19:07:43Z", "future"],
	["2030-01-01T00:00Z", "future"],
	["yesterday", "unreadable"],
	["2026-13-45T99:99Z", "unreadable"],
	["", null],
])("as of %s is refused as %s, and shows now", (asOf, problem) => {
	expect(parseView({ asOf }, now).problem).toBe(problem);
	if (problem) expect(viewOf({ asOf })).toEqual(usualView);
});

test("a time without a zone is UTC, as a form without scripts sends it", () => {
	expect(timeOf("2026-11-25T10:00")).toEqual(new Date("2026-11-25T10:00:00Z"));
	expect(timeOf("2026-11-25")).toEqual(new Date("2026-11-25T00:00:00Z"));
	expect(timeOf("2026-11-25T10:00-05:00")).toEqual(new Date("2026-11-25T15:00:00Z"));
});

describe("a stretch", () => {
	test.each([
		["24", "5m", 15],
		["72", "5m", 60],
		["168", "30m", 120],
	])("of the last %s hours is read in steps of %s and drawn in bars of %i minutes", (hours, step, minutes) => {
		expect(stretchOfView(viewOf({ hours }), now)).toMatchObject({ step, to: undefined });
		expect(barMinutesOf(viewOf({ hours }), now)).toBe(minutes);
	});

	test("asks for the same within five minutes, so that readers share one reading", () => {
		const view = viewOf({ hours: "72" });
		expect(stretchOfView(view, plus(now, 90_000)).from).toEqual(stretchOfView(view, now).from);
		expect(stretchOfView(view, plus(now, 5 * MINUTE_MS)).from).not.toEqual(stretchOfView(view, now).from);
	});

	test.each([HOUR_MS, DAY_MS, 4 * DAY_MS, 30 * DAY_MS, 400 * DAY_MS])(
		"of %i ms has never more steps than one answer holds, nor too many bars",
		(span) => {
			for (const step of [undefined, "5m", "30m", "1h", "1d"]) {
				const view = viewOf({ from: plus(now, -span).toISOString(), step });
				const { from, to, step: read } = stretchOfView(view, now);
				expect(((to ?? now).getTime() - from.getTime()) / timelineSteps[read]).toBeLessThanOrEqual(TIMELINE_POINTS_MAX);
				const minutes = barMinutesOf(view, now);
				expect((minutes * MINUTE_MS) % timelineSteps[read]).toBe(0);
				if (step === undefined) expect(span / MINUTE_MS / minutes).toBeLessThanOrEqual(101);
			}
		},
	);
});

test("the API is asked for what is shown", () => {
	const source = (words: Parameters<typeof parseView>[0]) => timelineAddress("x", viewOf(words), now);
	expect(source({})).toBe("/api/v1/services/x/timeline");
	expect(source({ channel: "sms" })).toBe("/api/v1/services/x/timeline?channel=sms");
	expect(source({ hours: "72" })).toBe("/api/v1/services/x/timeline?from=2026-11-22T19:10Z&step=5m");
	expect(source({ asOf: "2026-11-25T18:00Z" })).toBe("/api/v1/services/x/timeline?from=2026-11-24T18:00Z&step=5m&asOf=2026-11-25T18:00Z");
});
