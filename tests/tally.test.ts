// One person counted once: what a report changes, given what stands already.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Report, type Symptom, symptoms } from "../lib/report";
import { COUNT_WINDOW_MS, type Counter, countReport, NETWORK_WINDOW_MS, type Outcome, type Standing, type TallyChange } from "../lib/tally";
import { minutesBetween, plus } from "../lib/time";
import { aClaim, aReport, idOf, minutesAfter, nobody, noon } from "./world/makers";

const id = idOf("new");

/** "+missing @0 in 1": what goes up or down, minutes after noon, and in which region. */
function told({ changes }: { changes: readonly TallyChange[] }): string[] {
	return changes.flatMap(({ counters, by, at, cell }) =>
		counters.map((counter) => `${by > 0 ? "+" : "-"}${counter} @${minutesBetween(noon, at)} in ${cell.regionId}`),
	);
}

describe("a first report", () => {
	test("counts its symptom, its person and its evidence", () => {
		const outcome = countReport(id, aReport({ regionId: 3 }), nobody, minutesAfter(noon, 7));
		expect(outcome).toMatchObject({ counted: true, evidence: true, weightReason: null, repeatOf: null, supersedes: null });
		expect(told(outcome)).toEqual(["+missing @5 in 3", "+reporters @5 in 3", "+evidence @5 in 3"]);
		expect(outcome.standing.claim).toMatchObject({ firstReportId: id, reportId: id, countedAt: minutesAfter(noon, 7), symptom: "missing" });
	});

	test.each(symptoms)("that says %s is evidence unless the code arrived", (symptom) => {
		const outcome = countReport(id, aReport({ symptom }), nobody, noon);
		expect([outcome.evidence, outcome.weightReason]).toEqual([symptom !== "arrived", null]);
		expect(told(outcome)).toContain(`+${symptom} @0 in 1`);
	});
});

describe("the same symptom again", () => {
	const before: Standing = { ...nobody, claim: aClaim({ evidenceAt: noon }), reporterEvidenceAt: noon };

	test("is a repeat within six hours, to the last millisecond", () => {
		const outcome = countReport(id, aReport(), before, plus(noon, COUNT_WINDOW_MS - 1));
		expect(outcome).toMatchObject({ counted: false, evidence: false, weightReason: "repeat", repeatOf: idOf("first"), standing: before });
		expect(told(outcome)).toEqual(["+repeats @355 in 1"]);
	});

	test("is a first report again after six hours", () => {
		expect(countReport(id, aReport(), before, plus(noon, COUNT_WINDOW_MS))).toMatchObject({ counted: true, evidence: true });
	});

	test("is counted where it was said, not where the first one was", () => {
		expect(told(countReport(id, aReport({ regionId: 9 }), before, noon))).toEqual(["+repeats @0 in 9"]);
	});
});

describe("another symptom", () => {
	const missing: Standing = { ...nobody, claim: aClaim({ evidenceAt: noon }), reporterEvidenceAt: noon, networkEvidenceAt: noon };

	test("moves the person out of the cell and step they were counted in, with their evidence", () => {
		const outcome = countReport(id, aReport({ symptom: "late", regionId: 2 }), missing, minutesAfter(noon, 12));
		expect(outcome).toMatchObject({ counted: true, evidence: true, supersedes: idOf("first") });
		expect(told(outcome)).toEqual([
			"-missing @0 in 1",
			"-reporters @0 in 1",
			"-evidence @0 in 1",
			"+late @10 in 2",
			"+reporters @10 in 2",
			"+evidence @10 in 2",
		]);
	});

	test("that arrived takes the evidence back", () => {
		const outcome = countReport(id, aReport({ symptom: "arrived" }), missing, noon);
		expect(outcome).toMatchObject({ counted: true, evidence: false, weightReason: null });
		expect(outcome.standing).toMatchObject({ reporterEvidenceAt: null, claim: { evidenceAt: null, symptom: "arrived" } });
	});

	test("goes missing, late, arrived as one person, whose first report stays the first", () => {
		const late = countReport(idOf("late"), aReport({ symptom: "late" }), missing, minutesAfter(noon, 10));
		const arrived = countReport(idOf("arrived"), aReport({ symptom: "arrived" }), late.standing, minutesAfter(noon, 20));
		expect(arrived.standing.claim).toMatchObject({ firstReportId: idOf("first"), reportId: idOf("arrived") });
		expect(told(arrived)).toEqual([
			"-late @10 in 1",
			"-reporters @10 in 1",
			"-evidence @10 in 1",
			"+arrived @20 in 1",
			"+reporters @20 in 1",
		]);
	});

	test("may go from arrived to missing, which is evidence then", () => {
		const arrived: Standing = { ...nobody, claim: aClaim({ symptom: "arrived" }) };
		expect(countReport(id, aReport(), arrived, noon)).toMatchObject({ evidence: true, supersedes: idOf("first") });
	});

	test("is another report of the same person only within six hours of when they were last counted", () => {
		const report = aReport({ symptom: "late" });
		expect(countReport(id, report, missing, plus(noon, COUNT_WINDOW_MS - 1)).supersedes).toBe(idOf("first"));
		expect(countReport(id, report, missing, plus(noon, COUNT_WINDOW_MS)).supersedes).toBeNull();
	});

	test("does not use up the network's evidence twice", () => {
		const outcome = countReport(id, aReport({ symptom: "late" }), missing, minutesAfter(noon, 10));
		expect(outcome.standing).toMatchObject({ networkEvidenceAt: noon, networkEvidenceBeforeAt: null });
	});
});

describe("evidence", () => {
	test("comes from a network twice in half an hour, counted from the older of the two", () => {
		const crowd: Standing = { ...nobody, networkEvidenceAt: minutesAfter(noon, 10), networkEvidenceBeforeAt: noon };
		const at = plus(noon, NETWORK_WINDOW_MS);
		expect(countReport(id, aReport(), crowd, plus(at, -1))).toMatchObject({ counted: true, evidence: false, weightReason: "network" });
		expect(countReport(id, aReport(), crowd, at)).toMatchObject({ evidence: true });
		expect(countReport(id, aReport(), { ...crowd, networkEvidenceBeforeAt: null }, noon)).toMatchObject({ evidence: true });
	});

	test("comes from a person once in six hours over all channels", () => {
		const gave: Standing = { ...nobody, reporterEvidenceAt: noon };
		const report = aReport({ channel: "email" });
		expect(countReport(id, report, gave, plus(noon, COUNT_WINDOW_MS - 1))).toMatchObject({ counted: true, weightReason: "reporter" });
		expect(countReport(id, report, gave, plus(noon, COUNT_WINDOW_MS))).toMatchObject({ evidence: true });
	});

	test("of a person whose code arrived on another channel is left alone", () => {
		const gave: Standing = { ...nobody, claim: aClaim({ evidenceAt: null }), reporterEvidenceAt: noon };
		expect(countReport(id, aReport({ symptom: "arrived" }), gave, noon).standing.reporterEvidenceAt).toEqual(noon);
	});

	test("moves the network's times along, newest first", () => {
		const { standing } = countReport(id, aReport(), { ...nobody, networkEvidenceAt: noon }, minutesAfter(noon, 31));
		expect(standing).toMatchObject({ networkEvidenceAt: minutesAfter(noon, 31), networkEvidenceBeforeAt: noon });
	});
});

describe("whatever one person says, in whatever order", () => {
	const saying = fc.record({ symptom: fc.constantFrom(...symptoms), minutes: fc.nat(400), regionId: fc.constantFrom(1, 2) });
	type Said = { report: Report; at: Date; outcome: Outcome };

	function say(sayings: readonly { symptom: Symptom; minutes: number; regionId: number }[]): Said[] {
		const said: Said[] = [];
		for (const [index, { symptom, minutes, regionId }] of sayings.entries()) {
			const before = said.at(-1);
			const at = minutesAfter(before?.at ?? noon, minutes);
			const report = aReport({ symptom, regionId });
			said.push({ report, at, outcome: countReport(idOf(`said ${index}`), report, before?.outcome.standing ?? nobody, at) });
		}
		return said;
	}

	function sums(said: readonly Said[]): Map<string, number> {
		const cells = new Map<string, number>();
		for (const { counters, by, at, cell } of said.flatMap(({ outcome }) => outcome.changes)) {
			for (const counter of counters) {
				const key = `${counter} ${at.toISOString()} ${cell.regionId}`;
				cells.set(key, (cells.get(key) ?? 0) + by);
			}
		}
		return cells;
	}

	function total(said: readonly Said[], counter: Counter): number {
		return [...sums(said)].reduce((sum, [key, count]) => (key.startsWith(`${counter} `) ? sum + count : sum), 0);
	}

	test("the sums of changes are a recount of what was written on the reports", () => {
		fc.assert(
			fc.property(fc.array(saying, { maxLength: 12 }), (sayings) => {
				const said = say(sayings);
				const superseded = new Set(said.map(({ outcome }) => outcome.supersedes));
				const standing = said.filter(({ outcome }, index) => outcome.counted && !superseded.has(idOf(`said ${index}`)));
				expect(total(said, "reporters")).toBe(standing.length);
				expect(total(said, "evidence")).toBe(standing.filter(({ outcome }) => outcome.evidence).length);
				expect(total(said, "repeats")).toBe(said.filter(({ outcome }) => !outcome.counted).length);
				for (const symptom of symptoms)
					expect(total(said, symptom)).toBe(standing.filter(({ report }) => report.symptom === symptom).length);
			}),
		);
	});

	test("no cell is ever below zero, and the person is in at most one of them in six hours", () => {
		fc.assert(
			fc.property(fc.array(saying, { maxLength: 12 }), (sayings) => {
				const said = say(sayings);
				for (const [index] of said.entries())
					for (const count of sums(said.slice(0, index + 1)).values()) expect(count).toBeGreaterThanOrEqual(0);
				const within = said.filter(({ at }) => at.getTime() - noon.getTime() < COUNT_WINDOW_MS);
				expect(total(within, "reporters")).toBeLessThanOrEqual(2);
			}),
		);
	});
});
