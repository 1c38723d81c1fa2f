// Which thresholds keep the promise? Days on which nothing breaks are drawn from the fitted model and judged with a low
// threshold; how often each kind of slice opens tells how many looks it takes a day. A kind gets its share of the false
// alarms by how often such faults happen, so that many looks at carriers do not make services slower to find.
import { channels } from "../report";
import { GRID_MS } from "../time";
import { makeBaseline } from "./baseline";
import { makeCasebook } from "./casebook";
import { makeDetector } from "./detector";
import type { Observation } from "./log";
import { type Model, namesOf, thresholdsFor } from "./model";
import { type Simulated, simulate } from "./simulate";
import { ANY, areaOf, type Names, SHAPES_MAX, shapeOf } from "./space";

/** Days drawn: enough for some hundred openings at the low threshold. A large instance needs fewer, as it opens more in each. */
const DAYS = { min: 4, max: 70 };
/** Reports drawn in all: bounds how long a calibration takes. */
const REPORTS_MAX = 300_000;
/** Nats at which the looks are counted. */
const LOW = 5;
/** 5 January 1970 was a Monday. */
const FIRST_DAY = 4 + 7 * 1_000;
/** Openings every kind is given beside those counted: a kind never seen is rare, not impossible. */
const AT_LEAST = 0.5;

/** The model with looks counted and thresholds set for its promise. Takes seconds. */
export function calibrated(model: Model, days: number = daysFor(model)): Model {
	const low = { ...model, thresholds: Array.from({ length: SHAPES_MAX + 1 }, () => LOW) };
	const counts = countOpenings(low, days);
	const looksPerDay = counts.map((count) => ((count + AT_LEAST) * Math.exp(model.decay * LOW)) / days);
	return { ...model, looksPerDay, thresholds: thresholdsFor({ ...model, looksPerDay }) };
}

function daysFor({ leaves, days }: Model): number {
	const perDay = leaves.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, days);
	return Math.round(Math.min(DAYS.max, Math.max(DAYS.min, REPORTS_MAX / Math.max(1, perDay))));
}

/** The model with the looks that were counted for another of the same instance. */
export function calibratedAs({ looksPerDay, decay }: Model, model: Model): Model {
	return { ...model, looksPerDay, decay, thresholds: thresholdsFor({ ...model, looksPerDay, decay }) };
}

/** How often each shape of slice opens. */
function countOpenings(model: Model, days: number): number[] {
	const names = namesOf(model);
	const detector = makeDetector(model, names);
	const casebook = makeCasebook();
	for (const reports of simulate(model, makeBaseline(model), FIRST_DAY, days)) {
		for (const [grid, step] of stepsOf(reports)) {
			const at = new Date(grid);
			const observations = step.map((report, index) => observationOf(report, `${grid} ${index}`, names));
			for (const finding of detector.step(at, observations, casebook.held(at))) casebook.act(finding, at);
		}
	}
	const counts = new Array<number>(SHAPES_MAX + 1).fill(0);
	for (const { sliceAtOpening } of casebook.incidents) {
		const shape = shapeOf(areaOf(sliceAtOpening, names));
		counts[shape] = (counts[shape] ?? 0) + 1;
	}
	return counts;
}

function stepsOf(reports: readonly Simulated[]): Map<number, Simulated[]> {
	const steps = new Map<number, Simulated[]>();
	for (const report of reports) {
		const grid = Math.ceil(report.at / GRID_MS) * GRID_MS;
		const step = steps.get(grid) ?? [];
		step.push(report);
		steps.set(grid, step);
	}
	return steps;
}

/** Everybody speaks from a network of their own, and nobody's code comes: what is looser than life finds no fewer. */
function observationOf({ at, place }: Simulated, id: string, names: Names): Observation {
	return {
		id,
		at: new Date(at),
		service: names.nameOf("service", place.service),
		region: names.nameOf("region", place.region),
		carrier: place.carrier === ANY ? null : names.nameOf("carrier", place.carrier),
		channel: channels[place.channel] ?? "sms",
		symptom: "missing",
		network: id,
		counted: true,
		evidence: true,
		supersedes: null,
	};
}
