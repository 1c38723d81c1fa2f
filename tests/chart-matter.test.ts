import { describe, expect, it } from "vitest";
import { chartMatterOf, gridStepOf, stretchOf, withLook } from "@/components/chart-matter";
import { stopsOf } from "@/components/plot-stops";
import { receivedMatter, sentMatter } from "@/components/sent-view";
import { timelineSentence } from "@/components/timeline-sentence";
import type { Timeline, TimelinePoint } from "@/lib/status";
import { aVerdict } from "./world/makers";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();

function point(minute: number, evidence: number | null): TimelinePoint {
	const none = { missing: 0, late: 0, rejected: 0, blocked: 0, arrived: 1, repeats: 0, reporters: 0, withheld: false };
	return { ...none, at: at(minute), evidence, expected: 0.5 };
}

function timeline(points: TimelinePoint[], more: Partial<Timeline> = {}): Timeline {
	const slice = { channel: null, carrier: null, region: null };
	return {
		service: "x",
		from: at(0),
		to: at(60),
		step: "5m",
		slice,
		points,
		incidents: [],
		updates: [],
		model: "test",
		asOf: at(60),
		...more,
	};
}

describe("a chart's matter", () => {
	it("sums three steps to a quarter and cuts backwards from the newest", () => {
		const { quarters } = chartMatterOf(timeline([point(0, 9), point(5, 1), point(10, 2), point(15, 3)]));
		expect(quarters).toEqual([{ from: Date.parse(at(5)), until: Date.parse(at(20)), evidence: 6, expected: 1.5, failed: 0, arrived: 3 }]);
	});

	it("calls what is usual a guess until a day was counted", () => {
		const told = (model: string) =>
			timelineSentence(
				"codes from X",
				chartMatterOf(
					timeline(
						[0, 5, 10].map((minute) => point(minute, 0)),
						{ model },
					),
				),
			);
		expect(told("fitted/2026-01-01")).toContain("Nobody said that codes from X failed. About 2 would be usual.");
		expect(told("cold-start-2")).toContain("About 2 would be usual, by a first guess.");
	});

	it("is the same once it was sent with a page", () => {
		const matter = chartMatterOf(timeline([2, 1, 2, 1, null, 3].map((evidence, step) => point(step * 5, evidence))));
		expect(matter.quarters).toHaveLength(2);
		expect(receivedMatter(JSON.parse(JSON.stringify(sentMatter(matter))))).toEqual(matter);
	});

	it("leaves a quarter out when a step of it was not read", () => {
		const { quarters } = chartMatterOf(timeline([0, 5, 10, 20, 25, 30, 35, 40].map((minute) => point(minute, 1))));
		expect(quarters.map((quarter) => quarter.from)).toEqual([at(0), at(30)].map(Date.parse));
	});

	it("withholds a sum of which any part is withheld", () => {
		const { quarters } = chartMatterOf(timeline([point(0, 4), point(5, null), point(10, 4)]));
		expect(quarters[0]?.evidence).toBeNull();
	});

	it("takes a step longer than a quarter for a bar of its own", () => {
		const steps = [point(0, 9), { ...point(30, 4), expected: 1.5 }];
		const { quarters, barMinutes } = chartMatterOf(timeline(steps, { step: "30m" }));
		expect(barMinutes).toBe(30);
		expect(quarters.map(({ from, until, evidence, expected }) => [from, until, evidence, expected])).toEqual([
			[Date.parse(at(0)), Date.parse(at(30)), 9, 0.5],
			[Date.parse(at(30)), Date.parse(at(60)), 4, 1.5],
		]);
	});

	it("closes a bar where what follows is withheld", () => {
		const { quarters } = chartMatterOf(timeline([point(0, 9), point(30, null)], { step: "30m" }));
		expect(stopsOf(quarters).map((stop) => [stop.at - Date.parse(at(0)), stop.evidence])).toEqual([
			[0, 9],
			[30 * 60_000, 9],
			[30 * 60_000, null],
			[60 * 60_000, null],
		]);
	});

	describe("of an incident of a place", () => {
		const half = (minute: number, evidence: number | null) => point(minute, evidence);
		const looked = (minute: number, windowMinutes: number) => ({
			lookedAt: at(minute),
			verdict: aVerdict({ observed: 9, windowMinutes, expected: 0.2 }),
		});
		const bars = (points: TimelinePoint[], look: ReturnType<typeof looked>) =>
			withLook(chartMatterOf(timeline(points, { step: "30m", to: at(75) })), look);
		const minutesOf = ({ from, until, evidence }: { from: number; until: number; evidence: number | null }) =>
			[(from - Date.parse(at(0))) / 60_000, (until - Date.parse(at(0))) / 60_000, evidence] as const;

		it("shows beyond the last closed half hour what the detector counted at its latest look", () => {
			const matter = bars([half(0, 0), half(30, 0)], looked(70, 5));
			expect(matter.quarters.map(minutesOf)).toEqual([
				[0, 30, 0],
				[30, 60, 0],
				[65, 70, 9],
			]);
			expect(matter.quarters.at(-1)).toMatchObject({ expected: 0.2, arrived: 0 });
			expect(timelineSentence("SMS codes in Germany", matter)).toContain("9 people said that SMS codes in Germany failed");
			expect(timelineSentence("SMS codes in Germany", matter)).toContain("The last bar is the detector’s latest look, over 5 minutes");
		});

		it.each([0, null])("lets a look begin within a half hour that tells of nobody (%s)", (told) => {
			expect(bars([half(0, 0), half(30, told)], looked(70, 20)).quarters.map(minutesOf)).toEqual([
				[0, 30, 0],
				[30, 50, told],
				[50, 70, 9],
			]);
		});

		it("leaves the look out where the same people are told already", () => {
			const matter = bars([half(0, 0), half(30, 6)], looked(70, 20));
			expect([matter.quarters.length, matter.look]).toEqual([2, undefined]);
			expect(bars([half(0, 0), half(30, 6)], looked(60, 5)).quarters).toHaveLength(2);
			expect(
				bars([half(0, 0), half(30, 6)], looked(70, 10))
					.quarters.map(minutesOf)
					.at(-1),
			).toEqual([60, 70, 9]);
		});
	});

	it("draws nothing for an empty timeline", () => {
		expect(chartMatterOf(timeline([])).quarters).toEqual([]);
	});

	it("numbers flags from the oldest, and gives a retraction no stretch", () => {
		const slice = { service: ["x"], region: null, carrier: null, channel: null };
		const incident = { id: "i", state: "dismissed", openedAt: at(5), startedAt: at(0), endedAt: at(20), slice } as const;
		const matter = chartMatterOf(
			timeline([], {
				incidents: [incident, { ...incident, id: "j", state: "resolved" }],
				updates: [
					{ incident: "j", at: at(30), by: "watch", text: "later" },
					{ incident: "i", at: at(5), by: "watch", text: "first" },
				],
			}),
		);
		expect(matter.stretches.map(({ id }) => id)).toEqual(["j"]);
		expect(matter.flags.map(({ number, text }) => `${number} ${text}`)).toEqual(["1 first", "2 later"]);
	});

	it("colours a quarter as soon as trouble reaches into it", () => {
		const stretch = { id: "i", state: "suspected", since: 100, noticed: 110, until: 120 } as const;
		const quarter = { evidence: 1, expected: 0, failed: 0, arrived: 0 };
		expect(stretchOf({ ...quarter, from: 50, until: 101 }, [stretch])).toBe(stretch);
		expect(stretchOf({ ...quarter, from: 50, until: 100 }, [stretch])).toBeUndefined();
		expect(stretchOf({ ...quarter, from: 120, until: 130 }, [stretch])).toBeUndefined();
	});

	it("puts three even lines above every value", () => {
		const quarter = { from: 0, until: 1, expected: 0, failed: 0, arrived: 0 };
		for (const [evidence, step] of [
			[0, 1],
			[3, 1],
			[4, 2],
			[46, 20],
			[1501, 1000],
		] as const)
			expect(gridStepOf([{ ...quarter, evidence }]), `${evidence}`).toBe(step);
	});
});
