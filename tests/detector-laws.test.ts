// Laws of the detector: the order within a step says nothing, and a detector that starts anew in the middle, with the
// reports of the time before, finds what one that ran all the time would have found.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Covering, type Detector, type Finding, makeDetector, type Observation } from "../lib/detect/first/detector";
import { RECALL_MS, recall } from "../lib/detect/first/recall";
import { GRID_MS, plus } from "../lib/time";
import { aModel, anObservation, minutesAfter, noon } from "./world/makers";

const model = aModel({ threshold: 3 });

type Burst = {
	minute: number;
	size: number;
	networks: number;
	symptom: "missing" | "late" | "arrived";
	channel: "sms" | "email";
	repeats: boolean;
};

const burst: fc.Arbitrary<Burst> = fc.record({
	minute: fc.nat(70),
	size: fc.integer({ min: 1, max: 40 }),
	networks: fc.integer({ min: 3, max: 20 }),
	symptom: fc.constantFrom("missing", "missing", "missing", "late", "arrived"),
	channel: fc.constantFrom("sms", "sms", "email"),
	repeats: fc.boolean(),
});

/** The people of one burst come within a minute; one in seven speaks twice, in the same step. */
function reportsOf(bursts: readonly Burst[]): Observation[] {
	return bursts.flatMap(({ minute, size, networks, symptom, channel, repeats }, burstIndex) =>
		Array.from({ length: size }, (_, index) => {
			const id = `${burstIndex}-${index}`;
			const at = plus(minutesAfter(noon, minute), 1 + ((index * 1_700) % 59_000));
			const one = anObservation({
				id,
				at,
				symptom,
				channel,
				network: `${index % networks}`,
				evidence: symptom !== "arrived" && !repeats,
				counted: !repeats,
			});
			const better = { ...one, id: `${id}-better`, symptom: "arrived", evidence: false, counted: true, supersedes: id } as const;
			return index % 7 === 0 && !repeats ? [one, better] : [one];
		}).flat(),
	);
}

type Run = { detector: Detector; covering: readonly Covering[]; told: readonly string[] };

/** Lives with the detector as the watch does: what opens covers its slice, and what is back does not. */
function live(given: Run, { reports, from, to }: { reports: readonly Observation[]; from: Date; to: Date }): Run {
	const run = { ...given, covering: [...given.covering], told: [...given.told] };
	for (let at = plus(from, GRID_MS); at <= to; at = plus(at, GRID_MS)) {
		const fresh = reports.filter((one) => one.at > plus(at, -GRID_MS) && one.at <= at);
		for (const finding of run.detector.step(at, fresh, run.covering)) {
			if (finding.tag !== "read") run.told.push(`${at.toISOString()} ${JSON.stringify(finding)}`);
			run.covering = coveringAfter(run.covering, finding, at);
		}
	}
	return run;
}

function coveringAfter(covering: readonly Covering[], finding: Finding, at: Date): Covering[] {
	switch (finding.tag) {
		case "opened":
			return [
				...covering,
				{ incident: `${finding.slice.channel} ${at.toISOString()}`, slice: finding.slice, state: "suspected", since: at },
			];
		case "confirmed":
			return covering.map((one) => (one.incident === finding.incident ? { ...one, state: "confirmed" } : one));
		case "back":
			return covering.filter((one) => one.incident !== finding.incident);
		case "read":
			return [...covering];
	}
}

const start = (): Run => ({ detector: makeDetector(model), covering: [], told: [] });
const end = minutesAfter(noon, 120);

test("permuting the reports of a step changes nothing", () => {
	fc.assert(
		fc.property(
			fc.array(burst, { minLength: 1, maxLength: 6 }),
			fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
			(bursts, chances) => {
				const reports = reportsOf(bursts);
				const shuffled = reports
					.map((one) => ({ one, key: chances.next().value }))
					.sort((a, b) => a.key - b.key)
					.map(({ one }) => one);
				expect(live(start(), { reports: shuffled, from: noon, to: end }).told).toEqual(
					live(start(), { reports, from: noon, to: end }).told,
				);
			},
		),
		{ numRuns: 15 },
	);
});

test("a detector that starts anew finds what one that ran all the time finds, wherever it starts", () => {
	fc.assert(
		fc.property(
			fc.array(burst, { minLength: 1, maxLength: 6 }),
			fc.array(fc.nat(119 * 6), { minLength: 1, maxLength: 4 }),
			(bursts, steps) => {
				const reports = reportsOf(bursts);
				const restarts = [...new Set(steps)].sort((a, b) => a - b).map((step) => plus(noon, step * GRID_MS));
				const restarted = [...restarts, end].reduce<Run & { at: Date }>(
					(run, to) => {
						const lived = live(run, { reports, from: run.at, to });
						const observations = reports.filter((one) => one.at > plus(to, -RECALL_MS) && one.at <= to);
						return { ...lived, at: to, detector: recall(model, to, { observations, covering: lived.covering }) };
					},
					{ ...start(), at: noon },
				);
				expect(restarted.told).toEqual(live(start(), { reports, from: noon, to: end }).told);
			},
		),
		{ numRuns: 25 },
	);
});
