// Which counts may leave the house when they name a carrier, a region or a flow.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type FlowStep, NAMED_STEP_MIN_MS, publishFlows, publishNamed, REPORTERS_PUBLISHED_MIN } from "../lib/publish";
import { type Flow, flows } from "../lib/report";
import { HOUR_MS, plus } from "../lib/time";
import { aPoint, minutesAfter, noon } from "./world/makers";

const closed = plus(noon, NAMED_STEP_MIN_MS);
const show = (given: Parameters<typeof aPoint>[0], now = closed, hides = false) =>
	publishNamed(aPoint(given), { stepMs: NAMED_STEP_MIN_MS, hides, now });

test("five people behind a closed step are shown, four are not", () => {
	expect(show({ reporters: REPORTERS_PUBLISHED_MIN, missing: 5 })).toEqual(aPoint({ reporters: 5, missing: 5 }));
	expect(show({ reporters: REPORTERS_PUBLISHED_MIN - 1, missing: 4 })).toMatchObject({ withheld: true, missing: null, reporters: null });
});

test("a step is shown once it has closed, and not a millisecond before", () => {
	expect(show({ reporters: 9 }).withheld).toBe(false);
	expect(show({ reporters: 9 }, plus(closed, -1)).withheld).toBe(true);
});

test("an empty step is a true zero", () => {
	expect(show({})).toEqual(aPoint());
	expect(show({}, plus(closed, -1)).withheld).toBe(true);
});

test("a step in which small cells may be missing is neither zero nor the rest of it", () => {
	expect(show({}, closed, true)).toMatchObject({ withheld: true, missing: null, reporters: null });
	expect(show({ reporters: 9 }, closed, true).withheld).toBe(true);
});

test("people who only repeat themselves are people too", () => {
	expect(show({ repeats: 1 }).withheld).toBe(true);
});

test("what is withheld shows no number but the expected one, whatever it holds", () => {
	const count = fc.nat(4);
	fc.assert(
		fc.property(
			fc.record({
				reporters: fc.integer({ min: 1, max: 4 }),
				missing: count,
				late: count,
				arrived: count,
				repeats: count,
				evidence: count,
			}),
			(given) => {
				const { at, expected, withheld, ...numbers } = show(given);
				expect([at, expected, withheld]).toEqual([noon.toISOString(), 0.3, true]);
				expect(Object.values(numbers).every((one) => one === null)).toBe(true);
			},
		),
	);
});

type Said = { flow?: Flow | null; failed?: number; arrived?: number; half?: number; who?: string };

/** What people said in the half hours after noon: of another `who` another crowd. */
function said({ flow = "log-in", failed = 0, arrived = 0, half = 0, who = `${flow} ${half}` }: Said): FlowStep {
	const voices = Array.from({ length: Math.min(REPORTERS_PUBLISHED_MIN, failed + arrived) }, (_, index) => `${who} ${index}`);
	return { at: minutesAfter(noon, half * 30), flow, failed, arrived, voices };
}

/** What is told by a time: failed and arrived under each flow, "few" where a count is withheld, "more" where a part of it is. */
function toldBy(minutes: number, ...steps: readonly FlowStep[]) {
	const { until, flows: counts } = publishFlows(steps, { from: noon, to: minutesAfter(noon, minutes) });
	const words = counts.map(({ flow, failed, arrived, withheld }) => {
		if (failed === null || arrived === null) return [flow ?? "none", "few"];
		return [flow ?? "none", `${failed} ${arrived}${withheld ? " more" : ""}`];
	});
	return { until: (until.getTime() - noon.getTime()) / 60_000, ...Object.fromEntries(words) };
}

const silent = { "sign-up": "0 0", "log-in": "0 0", recovery: "0 0", settings: "0 0", export: "0 0", none: "0 0" };

test("sign-ups that fail and exports that arrive are told as soon as their half hour is over", () => {
	const steps = [said({ flow: "sign-up", failed: 12 }), said({ flow: "export", arrived: 6 })];
	expect(toldBy(30, ...steps)).toEqual({ ...silent, until: 30, "sign-up": "12 0", export: "0 6" });
	expect(toldBy(0, ...steps)).toMatchObject({ until: 0 });
});

test("five people behind a flow are told, four are not, and the next smallest is withheld with them", () => {
	const others = [said({ flow: "sign-up", failed: 9 }), said({ flow: null, failed: 7 })];
	expect(toldBy(60, said({ failed: 5 }), ...others)).toMatchObject({ "log-in": "5 0", "sign-up": "9 0", none: "7 0" });
	const all = [said({ flow: "recovery", failed: 8 }), said({ flow: "settings", arrived: 8 }), said({ flow: "export", arrived: 8 })];
	expect(toldBy(60, said({ failed: 4 }), ...others, ...all)).toEqual({
		until: 60,
		"sign-up": "9 0",
		"log-in": "few",
		recovery: "8 0",
		settings: "0 8",
		export: "0 8",
		none: "few",
	});
});

test("two small flows hide each other, and no third", () => {
	const steps = [said({ failed: 4 }), said({ flow: "export", arrived: 3 }), said({ flow: "sign-up", failed: 9 })];
	expect(toldBy(60, ...steps)).toEqual({ ...silent, until: 60, "log-in": "few", export: "few", "sign-up": "9 0" });
});

test("of fewer than five people in all nothing is told, not even who they are not", () => {
	const few = Object.fromEntries([...flows, "none"].map((flow) => [flow, "few"]));
	expect(toldBy(60, said({ failed: 4 }))).toEqual({ ...few, until: 60 });
	expect(toldBy(60)).toEqual({ ...silent, until: 60 });
});

test("a half hour with a small flow waits for the other half of its hour, and is told with it", () => {
	const first = [said({ flow: "sign-up", failed: 9 }), said({ flow: "export", arrived: 3 })];
	const second = [said({ flow: "export", arrived: 2, half: 1 })];
	expect(toldBy(30, ...first)).toMatchObject({ until: 0 });
	expect(toldBy(59, ...first, ...second)).toMatchObject({ until: 0 });
	expect(toldBy(60, ...first, ...second)).toEqual({ ...silent, until: 60, "sign-up": "9 0", export: "0 5" });
});

test("the same four people in both halves are four", () => {
	const again = { flow: "export", arrived: 4, who: "the same" } as const;
	const steps = [said({ failed: 9 }), said(again), said({ ...again, half: 1 })];
	expect(toldBy(60, ...steps)).toMatchObject({ export: "few", none: "few", "log-in": "9 0" });
});

test("what is told of one step and withheld of another is told as a part", () => {
	const steps = [said({ failed: 9 }), said({ failed: 2, half: 2 }), said({ flow: "export", arrived: 8, half: 2 })];
	expect(toldBy(120, ...steps)).toMatchObject({ "log-in": "9 0 more", export: "0 8", "sign-up": "0 0", none: "few" });
});

test("no flow that is told hides fewer than five, and no single one can be worked out from a step's total", () => {
	const people = fc.constantFrom(0, 0, 1, 3, 4, 5, 6, 20);
	fc.assert(
		fc.property(fc.array(people, { minLength: flows.length + 1, maxLength: flows.length + 1 }), (sizes) => {
			const steps = [...flows, null].flatMap((flow, place) => {
				const failed = sizes[place] ?? 0;
				return failed === 0 ? [] : [said({ flow, failed })];
			});
			const { flows: told } = publishFlows(steps, { from: noon, to: plus(noon, HOUR_MS) });
			const shown = told.filter(({ withheld }) => !withheld);
			expect(shown.every(({ failed }) => failed === 0 || (failed ?? 0) >= REPORTERS_PUBLISHED_MIN)).toBe(true);
			expect(told.length - shown.length).not.toBe(1);
		}),
	);
});
