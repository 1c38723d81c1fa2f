// What holds for the detector whatever is reported: it can be stopped and started, renewed and asked twice, and finds the
// same; and what is in memory is bounded by its longest window.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Casebook, makeCasebook } from "@/lib/detect/casebook";
import { type Detector, makeDetector } from "@/lib/detect/detector";
import type { Finding } from "@/lib/detect/finding";
import { fit } from "@/lib/detect/fit";
import type { Observation } from "@/lib/detect/log";
import { readMemory } from "@/lib/detect/memory";
import { type Model, namesOf } from "@/lib/detect/model";
import { MEMORY_MS, rules } from "@/lib/detect/rules";
import { makeNames } from "@/lib/detect/space";
import { type Channel, channels, type Symptom } from "@/lib/report";
import { GRID_MS, MINUTE_MS } from "@/lib/time";

const START = Date.parse("2026-03-02T12:00:00Z");
const STEPS = 5 * 60 * 6;
const services = ["apple", "google", "paypal", "uber", "whatsapp", "x"];
const regions = ["BR", "DE", "GB", "US"];
const carriers = [null, "alpha", "beta", "gamma"];

const cold = (name: string): Model => fit([], { names: makeNames(), falseAlarmsPerDay: 0.05, name }).model;
const models = {
	first: cold("first"),
	second: { ...cold("second"), falseAlarmsPerDay: 1, thresholds: cold("x").thresholds.map((h) => h - 3) },
};

/** Numbered as a house numbers them: the model's own first, then the catalogue in its order. */
function namesFor(model: Model) {
	const names = namesOf(model);
	for (const service of services) names.service(service);
	for (const region of regions) names.region(region);
	for (const carrier of carriers) for (const channel of [0, 2]) names.carrier(carrier, channel);
	return names;
}

type Said = {
	minute: number;
	who: number;
	service: number;
	region: number;
	carrier: number;
	channel: Channel;
	symptom: Symptom;
	takesBack: boolean;
};

const said = fc.record({
	minute: fc.double({ min: 0, max: 290, noNaN: true }),
	who: fc.nat(40),
	service: fc.nat(services.length - 1),
	region: fc.nat(regions.length - 1),
	carrier: fc.nat(carriers.length - 1),
	channel: fc.constantFrom(...channels.slice(0, 4)),
	symptom: fc.constantFrom<Symptom>("missing", "missing", "missing", "late", "arrived"),
	takesBack: fc.boolean(),
});
/** Many at once about one service, on one channel or one carrier: what opens incidents. */
const bursts = fc
	.array(fc.record({ minute: fc.nat(200), lasts: fc.integer({ min: 5, max: 60 }), count: fc.integer({ min: 10, max: 80 }), like: said }), {
		minLength: 1,
		maxLength: 5,
	})
	.map((all) =>
		all.flatMap(({ minute, lasts, count, like }) =>
			Array.from(
				{ length: count },
				(_, i): Said => ({
					...like,
					minute: minute + (i * lasts) / count,
					who: i + like.who,
					service: i % 3 === 0 ? (i + like.service) % services.length : like.service,
					region: i % regions.length,
					symptom: i % 9 === 0 ? "arrived" : "missing",
				}),
			),
		),
	);
const days = fc.tuple(fc.array(said, { maxLength: 120 }), bursts).map(([calm, loud]) => observed([...calm, ...loud]));

/** In order of time, as reports get their ids: what one supersedes was there before it. */
function observed(all: readonly Said[]): readonly Observation[] {
	return [...all]
		.sort((one, other) => one.minute - other.minute)
		.map(({ minute, who, service, region, carrier, channel, symptom, takesBack }, index) => ({
			id: String(index).padStart(6, "0"),
			at: new Date(START + 1 + minute * MINUTE_MS),
			service: services[service] ?? "x",
			region: regions[region] ?? "US",
			carrier: channel === "push" ? null : (carriers[carrier] ?? null),
			channel,
			symptom,
			network: `network ${who}`,
			counted: index % 11 !== 0,
			evidence: symptom !== "arrived" && index % 11 !== 0,
			supersedes: takesBack && index % 7 === 0 && index > 0 ? String(index - 1).padStart(6, "0") : null,
		}));
}

type Run = { detector: Detector; casebook: Casebook; told: [number, Finding][]; at: number };

function begin(model: Model = models.first): Run {
	return { detector: makeDetector(model, namesFor(model)), casebook: makeCasebook(), told: [], at: START };
}

/** Goes on step by step until `until`. */
function go(run: Run, all: readonly Observation[], until: number): Run {
	const steps: Observation[][] = Array.from({ length: STEPS + 1 }, () => []);
	for (const one of all) steps[Math.ceil((one.at.getTime() - START) / GRID_MS)]?.push(one);
	while (run.at < until) {
		run.at += GRID_MS;
		const now = new Date(run.at);
		for (const finding of run.detector.step(now, steps[(run.at - START) / GRID_MS] ?? [], run.casebook.held(now))) {
			run.told.push([run.at, finding]);
			run.casebook.act(finding, now);
		}
	}
	return run;
}

/** The same place taken over by another detector, from what is kept of the first and the reports of the last window. */
function takenOver(run: Run, all: readonly Observation[], model: Model): Run {
	const kept: unknown = JSON.parse(JSON.stringify(run.detector.memory()));
	const observations = all.filter(({ at }) => at.getTime() > run.at - MEMORY_MS && at.getTime() <= run.at);
	const past = { at: new Date(run.at), memory: readMemory(kept), observations };
	return { ...run, detector: makeDetector(model, namesFor(model), past) };
}

const END = START + STEPS * GRID_MS;
const stops = fc
	.array(fc.integer({ min: 1, max: STEPS - 1 }), { minLength: 1, maxLength: 4 })
	.map((all) => [...new Set(all)].sort((a, b) => a - b));

describe("the same reports come to the same findings", () => {
	test("however often the detector is stopped and another goes on from what was kept", () => {
		let opened = 0;
		fc.assert(
			fc.property(days, stops, (all, at) => {
				const straight = go(begin(), all, END);
				const broken = at.reduce((run, stop) => takenOver(go(run, all, START + stop * GRID_MS), all, models.first), begin());
				expect(go(broken, all, END).told).toEqual(straight.told);
				opened += straight.told.filter(([, { tag }]) => tag === "opened").length;
			}),
			{ numRuns: 40 },
		);
		expect(opened).toBeGreaterThan(20);
	});

	test("whether another model takes effect in the same detector or in one that is started with it", () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: STEPS - 1 }), (all, stop) => {
				const renewed = go(begin(), all, START + stop * GRID_MS);
				renewed.detector.renew(models.second);
				const started = takenOver(go(begin(), all, START + stop * GRID_MS), all, models.second);
				expect(go(started, all, END).told).toEqual(go(renewed, all, END).told);
			}),
			{ numRuns: 25 },
		);
	});
});

test("no runner-up scores above what an incident is named after, but for what a new name must gain", () => {
	let compared = 0;
	fc.assert(
		fc.property(days, (all) => {
			for (const [, finding] of go(begin(), all, END).told) {
				if (!("verdict" in finding) || finding.verdict.runnerUp === null) continue;
				const { score, runnerUp } = finding.verdict;
				const mayGain = finding.tag === "read" ? rules.renameGainMin : 0;
				expect(runnerUp.score).toBeLessThanOrEqual(score + mayGain + 1e-9);
				compared++;
			}
		}),
		{ numRuns: 25 },
	);
	expect(compared).toBeGreaterThan(20);
});

test("a detector whose memory was lost opens nothing twice and lets nothing end early", () => {
	const burst = Array.from(
		{ length: 60 },
		(_, i): Said => ({
			minute: 20 + i,
			who: i,
			service: 5,
			region: i % 4,
			carrier: i % 4,
			channel: "sms",
			symptom: "missing",
			takesBack: false,
		}),
	);
	const all = observed(burst);
	const half = go(begin(), all, START + 50 * MINUTE_MS);
	const past = {
		at: new Date(half.at),
		memory: readMemory("nothing of the kind"),
		observations: all.filter(({ at }) => at.getTime() <= half.at),
	};
	const { told } = go({ ...half, detector: makeDetector(models.first, namesFor(models.first), past) }, all, END);
	expect(told.filter(([, { tag }]) => tag === "opened")).toHaveLength(1);
	const [ended] = told.filter(([, { tag }]) => tag === "back");
	expect(ended?.[0]).toBeGreaterThan(START + 79 * MINUTE_MS);
});
