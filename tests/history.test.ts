// What happened on which UTC day: which words mean a day, which weeks hold it, and how a day is told in a sentence.
import { describe, expect, test } from "vitest";
import {
	CALENDAR_WEEKS,
	calendarOf,
	calendarStretch,
	dayAfter,
	dayKinds,
	dayMeant,
	dayText,
	kindOfDay,
	stretchOfDay,
} from "../lib/history";
import { dayOf } from "../lib/time";

/** A Wednesday. */
const today = "2026-11-25";
const none = { confirmed: 0, possible: 0, retracted: 0 };

test.each([
	["2026-11-25", { day: "2026-11-25" }],
	["2026-11-26", { problem: "to come" }],
	["9999-12-31", { problem: "to come" }],
	["2024-02-29", { day: "2024-02-29" }],
	["2026-02-29", { problem: "unreadable" }],
	["2000-01-01", { day: "2000-01-01" }],
	["1999-12-31", { problem: "unreadable" }],
	["2026-11-5", { problem: "unreadable" }],
	["2026-13-01", { problem: "unreadable" }],
	["2026-11-25T00:00", { problem: "unreadable" }],
	["yesterday", { problem: "unreadable" }],
	["", { problem: "unreadable" }],
] as const)("“%s” means %o", (word, meant) => expect(dayMeant(word, today)).toEqual(meant));

test("a day lasts from midnight to midnight of UTC, whatever clocks do", () => {
	expect(stretchOfDay("2026-03-29")).toEqual({ from: new Date("2026-03-29T00:00:00Z"), to: new Date("2026-03-30T00:00:00Z") });
	expect([dayAfter("2026-03-01", -1), dayAfter("2026-12-31", 1)]).toEqual(["2026-02-28", "2027-01-01"]);
});

describe("the weeks of a calendar", () => {
	const edges = (day: string) => {
		const { from, to } = calendarStretch(day, today);
		return [dayOf(from), dayOf(to)];
	};

	test.each([
		["today", today, ["2026-08-31", "2026-11-26"]],
		["the first day of the last thirteen weeks", "2026-08-31", ["2026-08-31", "2026-11-26"]],
		["the day before", "2026-08-30", ["2026-06-01", "2026-08-31"]],
		["long ago", "2022-11-14", ["2022-09-05", "2022-12-05"]],
	])("that hold %s begin on a Monday and end with a week, or with today", (_what, day, wanted) => expect(edges(day)).toEqual(wanted));

	test("hold every day once, also those on which nothing happened, and know where the next are", () => {
		const stretch = calendarStretch("2026-08-30", today);
		const calendar = calendarOf([{ day: "2026-06-02", confirmed: 1, possible: 0, retracted: 2 }], stretch, today);
		expect(calendar.days).toHaveLength(7 * CALENDAR_WEEKS);
		expect(calendar.days.slice(0, 3)).toEqual([
			{ day: "2026-06-01", ...none },
			{ day: "2026-06-02", confirmed: 1, possible: 0, retracted: 2 },
			{ day: "2026-06-03", ...none },
		]);
		expect([calendar.earlier, calendar.later]).toEqual(["2026-05-31", "2026-08-31"]);
	});

	test("that end today have none after them, and no day that has not come", () => {
		const calendar = calendarOf([], calendarStretch(today, today), today);
		expect([calendar.days.at(-1)?.day, calendar.later]).toEqual([today, null]);
	});
});

test.each([
	[{ confirmed: 1, possible: 5, retracted: 9 }, "failing"],
	[{ confirmed: 0, possible: 1, retracted: 9 }, "possible"],
	[{ confirmed: 0, possible: 0, retracted: 1 }, "retracted"],
	[none, "none"],
] as const)("a day of %o is told by its worst: %s", (count, kind) => {
	expect(kindOfDay(count)).toBe(kind);
	expect(dayKinds).toContain(kind);
});

describe("a day in a sentence", () => {
	const incident = (serviceName: string | null, state: "resolved" | "dismissed" | "confirmed", confirmedAt: string | null = null) => ({
		serviceName,
		title: "SMS codes on O2 (DE)",
		state,
		confirmedAt,
	});

	test("says how many, and of which kind", () => {
		expect(dayText({ confirmed: 2, possible: 1, retracted: 1 })).toBe("4 incidents: 2 confirmed, 1 only possible, 1 retracted");
		expect(dayText({ ...none, possible: 1 })).toBe("1 incident: 1 only possible");
		expect(dayText(none)).toBe("no incident");
	});

	test("names whom it was about where all are known, each once, and at most three of a kind", () => {
		const listed = [
			incident("X", "confirmed", "then"),
			incident(null, "resolved", "then"),
			incident("X", "resolved", "then"),
			incident("Uber", "dismissed"),
		];
		expect(dayText({ confirmed: 3, possible: 0, retracted: 1 }, listed)).toBe(
			"4 incidents: 3 confirmed (X, SMS codes on O2 (DE)), 1 retracted (Uber)",
		);
		expect(dayText({ confirmed: 4, possible: 0, retracted: 1 }, listed)).toBe("5 incidents: 4 confirmed, 1 retracted");
		const many = ["A", "B", "C", "D", "E"].map((name) => incident(name, "resolved"));
		expect(dayText({ ...none, possible: 5 }, many)).toBe("5 incidents: 5 only possible (A, B, C, 2 more)");
	});
});
