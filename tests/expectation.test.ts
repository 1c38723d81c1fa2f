// What readers are told is usual is what the detector takes for usual, hour by hour.
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeBaseline } from "../lib/detect/baseline";
import { fit } from "../lib/detect/fit";
import type { Day } from "../lib/detect/history";
import { namesOf } from "../lib/detect/model";
import { areaOf, keyOf, makeNames } from "../lib/detect/space";
import { makeExpectation } from "../lib/expectation";
import { coldModel } from "../lib/fitting";
import { channels } from "../lib/report";
import { DAY_MS, HOUR_MS, plus, stepOf } from "../lib/time";
import { aSlice, minutesAfter, noon } from "./world/makers";

const MIDNIGHT = stepOf(noon, DAY_MS);

/** Three weeks of a few services in two countries, busier in the evening. */
function aModel() {
	const names = makeNames();
	const today = Math.floor(noon.getTime() / DAY_MS);
	const days = Array.from({ length: 21 }, (_, back): Day => {
		const entries = Array.from({ length: 600 }, (_, index) => {
			const channel = index % 2 ? names.channel("sms") : names.channel("email");
			const carrier = names.carrier(index % 2 ? `us-${index % 3}` : `mail-${index % 3}`, channel);
			const place = { service: names.service(`service-${index % 7}`), region: names.region(index % 5 ? "US" : "GB"), carrier, channel };
			return { leaf: keyOf(place), block: Math.floor(48 * Math.sqrt(((index * 37) % 600) / 600)), evidence: 1, arrived: 1 };
		});
		return { day: today - 21 + back, entries };
	});
	return fit(days, { names, falseAlarmsPerDay: 0.05, name: "fitted/2022-11-14" }).model;
}

const fitted = aModel();
const someSlice = fc.record({
	service: fc.constantFrom(null, ["service-1"], ["service-1", "service-2"], ["never met"]),
	region: fc.constantFrom(null, ["US"], ["US", "GB"], ["FR"]),
	carrier: fc.constantFrom(null, ["us-1"], ["mail-1"], ["never met"]),
	channel: fc.constantFrom(null, ["sms" as const], ["email" as const], ["sms" as const, "call" as const], ["push" as const]),
});

test.each([fitted, coldModel(0.05)])("it is the detector's, for any slice and any time ($name)", (model) => {
	const expectation = makeExpectation(model);
	const baseline = makeBaseline(model);
	expect(expectation.name).toBe(model.name);
	fc.assert(
		fc.property(someSlice, fc.integer({ min: 0, max: 20_160 }), fc.integer({ min: 0, max: 3_000 }), (slice, start, minutes) => {
			const [from, to] = [minutesAfter(noon, start), minutesAfter(noon, start + minutes)];
			const own = baseline.expected(areaOf(slice, namesOf(model)), from.getTime(), to.getTime());
			expect(expectation.of(slice, from, to)).toBeCloseTo(own, 6);
		}),
		{ numRuns: 200 },
	);
});

test("nights are quieter than evenings, and the parts of a day are the day", () => {
	const { of } = makeExpectation(fitted);
	const slice = aSlice({ service: ["service-1"] });
	const hour = (at: number) => of(slice, plus(MIDNIGHT, at * HOUR_MS), plus(MIDNIGHT, (at + 1) * HOUR_MS));
	expect(hour(3)).toBeLessThan(hour(20) / 2);
	const hours = Array.from({ length: 24 }, (_, at) => hour(at));
	expect(hours.reduce((sum, one) => sum + one, 0)).toBeCloseTo(of(slice, MIDNIGHT, plus(MIDNIGHT, DAY_MS)), 9);
});

test("a service nobody has spoken of yet is expected to have a middling one's share, not none", () => {
	const { of } = makeExpectation(fitted);
	const day = (service: string) => of(aSlice({ service: [service], channel: null }), MIDNIGHT, plus(MIDNIGHT, DAY_MS));
	expect(day("listed yesterday")).toBeGreaterThan(1);
	expect(day("listed today")).toBe(day("listed yesterday"));
});

test("once it is warm, what an overview asks of it costs milliseconds", () => {
	const services = Array.from({ length: 130 }, (_, index) => `service-${index}`);
	const { of } = makeExpectation(fitted);
	const ask = () => {
		const begun = performance.now();
		for (const service of services)
			for (const channel of [null, ...channels])
				of({ service: [service], region: null, carrier: null, channel: channel && [channel] }, plus(noon, -DAY_MS), noon);
		return performance.now() - begun;
	};
	ask();
	expect(Math.min(...Array.from({ length: 10 }, ask))).toBeLessThan(25);
});
