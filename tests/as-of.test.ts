// An incident as it stood: from its dated record, whatever became of it.
import { describe, expect, test } from "vitest";
import { rowAsOf } from "../lib/as-of";
import type { IncidentState } from "../lib/incident";
import { anIncidentRow, aVerdict, minutesAfter, noon } from "./world/makers";

const at = (minute: number) => minutesAfter(noon, minute).toISOString();
const update = (minute: number, state: IncidentState) => ({ id: String(minute), at: at(minute), by: "watch" as const, state, text: state });

/** Suspected at 10, confirmed at 20, the vendor speaks at 30, resolved at 40, reopened at 50, retracted at 60. */
const row = anIncidentRow({
	state: "dismissed",
	openedAt: minutesAfter(noon, 10),
	confirmedAt: minutesAfter(noon, 20),
	confirmedBy: "crowd",
	dismissedAt: minutesAfter(noon, 60),
	dismissedReason: "A rumour.",
	closedAt: minutesAfter(noon, 61),
	updates: [update(10, "suspected"), update(20, "confirmed"), update(40, "resolved"), update(50, "confirmed"), update(60, "dismissed")],
	verdicts: [
		{ ...aVerdict({ observed: 9 }), at: at(10) },
		{ ...aVerdict({ observed: 40 }), at: at(45) },
	],
	stances: [{ at: at(30), value: "admitted", url: null, by: "ann" }],
});

const then = (minute: number) => rowAsOf(row, minutesAfter(noon, minute));

test("before it was opened there was none", () => {
	expect(then(9)).toBeNull();
	expect(then(10)?.state).toBe("suspected");
});

test.each([
	[10, "suspected", 1],
	[19, "suspected", 1],
	[20, "confirmed", 2],
	[39, "confirmed", 2],
	[40, "resolved", 3],
	[50, "confirmed", 4],
	[60, "dismissed", 5],
])("at minute %i it was %s, with %i updates written", (minute, state, updates) => {
	expect(then(minute)?.state).toBe(state);
	expect(then(minute)?.updates).toHaveLength(updates);
});

describe("what has a date is told back", () => {
	test("when it was confirmed and by whom, on both sides of that time", () => {
		expect(then(19)).toMatchObject({ confirmedAt: null, confirmedBy: null });
		expect(then(20)).toMatchObject({ confirmedAt: row.confirmedAt, confirmedBy: "crowd" });
	});

	test("its end, though reopening took it away, and that it was open again", () => {
		expect(then(45)?.endedAt).toEqual(minutesAfter(noon, 40));
		expect(then(55)?.endedAt).toBeNull();
	});

	test("a retraction and its reason, not a moment early", () => {
		expect(then(59)).toMatchObject({ dismissedAt: null, dismissedReason: null, closedAt: null });
		expect(then(61)).toMatchObject({ dismissedAt: row.dismissedAt, dismissedReason: "A rumour.", closedAt: row.closedAt });
	});

	test("what the vendor had said and the detector had seen", () => {
		expect([29, 30].map((minute) => then(minute)?.stances.length)).toEqual([0, 1]);
		expect([44, 45].map((minute) => then(minute)?.verdicts.at(-1)?.observed)).toEqual([9, 40]);
	});
});

test("long after everything it is as it is", () => {
	expect(then(1_000)).toEqual(row);
});
