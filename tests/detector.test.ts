// When is something broken, and when is it over? Judged on numbers of people; the model is one in which they decide.
import { describe, expect, test } from "vitest";
import { type Covering, type Finding, makeDetector, type Observation } from "../lib/detect/first/detector";
import { aCovering, aCrowd, aModel, anObservation, aSlice, minutesAfter, noon } from "./world/makers";

const model = aModel();

/** What a fresh detector finds at noon in these reports. */
function judge(observations: readonly Observation[], covering: readonly Covering[] = [], by = model): readonly Finding[] {
	return makeDetector(by).step(noon, observations, covering);
}

const tags = (findings: readonly Finding[]) => findings.map(({ tag }) => tag);

describe("an incident opens", () => {
	test("when five people on five networks failed", () => {
		const [finding] = judge(aCrowd(5, { at: minutesAfter(noon, -3) }));
		expect(finding).toMatchObject({ tag: "opened", slice: aSlice(), startedAt: minutesAfter(noon, -3) });
		expect(finding?.verdict).toMatchObject({ observed: 5, networks: 5, arrived: 0, windowMinutes: 5, threshold: 2, model: "test" });
	});

	test("not when it was four", () => {
		expect(judge(aCrowd(4))).toEqual([]);
	});

	test("when they were on four networks, and not when they were on three", () => {
		const behind = (networks: number) => aCrowd(6).map((one, index) => ({ ...one, network: `network ${index % networks}` }));
		expect(tags(judge(behind(4)))).toEqual(["opened"]);
		expect(judge(behind(3))).toEqual([]);
	});

	test("only above the threshold", () => {
		const { score } = judge(aCrowd(5))[0]?.verdict ?? { score: 0 };
		expect(tags(judge(aCrowd(5), [], aModel({ threshold: score - 1e-9 })))).toEqual(["opened"]);
		expect(judge(aCrowd(5), [], aModel({ threshold: score }))).toEqual([]);
	});

	test("at the price of looking everywhere", () => {
		const [one] = judge(aCrowd(9));
		const [many] = judge(aCrowd(9), [], aModel({ slices: 600 }));
		expect((one?.verdict.score ?? 0) - (many?.verdict.score ?? 0)).toBeCloseTo(Math.log(600), 9);
	});

	test("on evidence alone: what was thinned away or repeated does not count", () => {
		const thinned = aCrowd(9).map((one) => ({ ...one, evidence: false }));
		const repeats = aCrowd(9).map((one) => ({ ...one, evidence: false, counted: false }));
		expect(judge([...thinned, ...repeats])).toEqual([]);
	});

	test("not when most people who answered had their code", () => {
		const arrived = (size: number) => aCrowd(size, { id: "happy", symptom: "arrived", evidence: false });
		expect(tags(judge([...aCrowd(5), ...arrived(1)]))).toEqual(["opened"]);
		expect(judge([...aCrowd(5), ...arrived(2)])).toEqual([]);
		expect(tags(judge([...aCrowd(9), ...arrived(2)]))).toEqual(["opened"]);
		expect(judge([...aCrowd(9), ...arrived(9)])).toEqual([]);
	});

	test("not a second time while another covers its slice", () => {
		expect(tags(judge(aCrowd(9), [aCovering()]))).toEqual(["read"]);
		expect(tags(judge(aCrowd(9), [aCovering({ slice: aSlice({ channel: ["email"] }) })]))).toEqual(["opened", "read"]);
	});

	test("for every slice that fails, in a settled order, each with the next best explanation", () => {
		const findings = judge([
			...aCrowd(6, { channel: "sms" }),
			...aCrowd(9, { id: "mail", channel: "email" }),
			...aCrowd(9, { service: "y" }),
		]);
		expect(findings.map((one) => (one.tag === "opened" ? one.slice : null))).toEqual([
			aSlice({ channel: ["email"] }),
			aSlice({ channel: ["sms"] }),
			aSlice({ service: ["y"] }),
		]);
		expect(findings.map((one) => one.verdict.runnerUp?.slice.channel ?? null)).toEqual([["sms"], ["email"], null]);
	});

	test("over the window in which it shows best", () => {
		const slow = aCrowd(9).map((one, index) => ({ ...one, at: minutesAfter(noon, -4.2 * index) }));
		expect(judge(slow)[0]?.verdict).toMatchObject({ observed: 9, windowMinutes: 40 });
	});

	test("for nothing that is forty minutes old", () => {
		const old = (minutes: number) => {
			const detector = makeDetector(model);
			detector.remember(aCrowd(4, { at: minutesAfter(noon, -minutes) }));
			return detector.step(noon, [anObservation({ id: "last" })], []);
		};
		expect(tags(old(39.9))).toEqual(["opened"]);
		expect(old(40)).toEqual([]);
	});

	test("for nothing that the same person has taken back", () => {
		const detector = makeDetector(model);
		detector.remember(aCrowd(5, { at: minutesAfter(noon, -1) }));
		const better = anObservation({ id: "better", symptom: "arrived", evidence: false, supersedes: "one-0" });
		expect(detector.step(noon, [better], [])).toEqual([]);
	});
});

describe("an incident", () => {
	/** Steps every ten seconds from noon on; `said` gives the reports of a minute, said at its start. */
	function watch(
		said: (minute: number) => readonly Observation[],
		{ until, covering = aCovering() }: { until: number; covering?: Covering },
	) {
		const detector = makeDetector(model);
		const findings: { minute: number; finding: Finding }[] = [];
		for (let second = 0; second <= until * 60; second += 10) {
			const at = minutesAfter(noon, second / 60);
			const observations = second % 60 === 0 ? said(second / 60).map((one) => ({ ...one, at })) : [];
			findings.push(...detector.step(at, observations, [covering]).map((finding) => ({ minute: second / 60, finding })));
		}
		return findings;
	}

	const first = (findings: ReturnType<typeof watch>, tag: Finding["tag"]) => findings.find(({ finding }) => finding.tag === tag);
	const crowd = (size: number) => (minute: number) => (minute === 0 ? aCrowd(size) : []);

	test("is confirmed by the crowd after ten minutes beyond doubt, and not ten seconds before", () => {
		expect(first(watch(crowd(25), { until: 12 }), "confirmed")?.minute).toBe(10);
	});

	test("is confirmed by twenty people, and not by nineteen", () => {
		expect(first(watch(crowd(20), { until: 12 }), "confirmed")).toBeDefined();
		expect(first(watch(crowd(19), { until: 12 }), "confirmed")).toBeUndefined();
	});

	test("is confirmed over ten networks, and not over nine", () => {
		const behind = (networks: number) => (minute: number) =>
			crowd(30)(minute).map((one, index) => ({ ...one, network: `network ${index % networks}` }));
		expect(first(watch(behind(10), { until: 12 }), "confirmed")).toBeDefined();
		expect(first(watch(behind(9), { until: 12 }), "confirmed")).toBeUndefined();
	});

	test("is confirmed only when it is suspected", () => {
		for (const state of ["confirmed", "resolved", "dismissed"] as const) {
			expect(first(watch(crowd(25), { until: 12, covering: aCovering({ state }) }), "confirmed")).toBeUndefined();
		}
	});

	test("is back when it has been quiet for thirty minutes, and says when the last failure was", () => {
		const back = first(
			watch((minute) => (minute <= 4 ? aCrowd(6, { id: `minute ${minute}` }) : []), { until: 60 }),
			"back",
		);
		expect(back?.minute).toBe(34);
		expect(back?.finding).toMatchObject({ endedAt: minutesAfter(noon, 4) });
	});

	test("is back once eight in ten have their codes for ten minutes, though some still fail", () => {
		const recovering = (arrived: number) => (minute: number) => [
			...(minute === 0 ? aCrowd(6) : []),
			...aCrowd(2, { id: `failing ${minute}` }),
			...(minute >= 10 ? aCrowd(arrived, { id: `happy ${minute}`, symptom: "arrived", evidence: false }) : []),
		];
		expect(first(watch(recovering(20), { until: 45 }), "back")).toBeDefined();
		expect(first(watch(recovering(4), { until: 45 }), "back")).toBeUndefined();
	});

	test("is kept alive by people who say the same again", () => {
		const again = (minute: number) =>
			minute === 0 ? aCrowd(6) : minute % 3 === 0 ? [anObservation({ id: `again ${minute}`, counted: false, evidence: false })] : [];
		expect(first(watch(again, { until: 60 }), "back")).toBeUndefined();
	});

	test("does not flicker: trouble that returns within its ten quiet minutes keeps it", () => {
		const flickering = (minute: number) => (minute % 25 === 0 ? aCrowd(6, { id: `minute ${minute}` }) : []);
		const findings = watch(flickering, { until: 100 });
		expect(first(findings, "back")).toBeUndefined();
		expect(new Set(findings.map(({ finding }) => finding.tag))).toEqual(new Set(["read"]));
	});

	test("that a moderator has dismissed still says when its slice is back", () => {
		expect(first(watch(crowd(6), { until: 40, covering: aCovering({ state: "dismissed" }) }), "back")?.minute).toBe(30);
	});

	test("of which nothing is remembered is back after ten quiet minutes", () => {
		expect(
			first(
				watch(() => [], { until: 15 }),
				"back",
			)?.minute,
		).toBe(10);
	});
});
