// What somebody can work out who holds a place's timeline against the tables of places and the service's live totals.
import { expect, test } from "vitest";
import { type PlaceCounts, publishPlaces } from "../lib/publish-places";
import { type NamedPlace, type PlaceCell, publishTimeline } from "../lib/publish-timeline";
import type { Channel } from "../lib/report";
import { HOUR_MS, MINUTE_MS, plus } from "../lib/time";
import { counts, minutesAfter, noon } from "./world/makers";

type Said = { region?: string; carrier?: string | null; people?: number; repeats?: number; half?: number; channel?: Channel };

/** People whose code did not come, in one of the half hours after noon. */
function said({ region = "US", carrier = null, people = 0, repeats = 0, half = 0, channel = "sms" }: Said): PlaceCell {
	const counted = counts({ missing: people, reporters: people, evidence: people, repeats });
	return { at: minutesAfter(noon, half * 30), channel, region, carrier, failed: people, ...counted };
}

const until = plus(noon, 3 * HOUR_MS);

/** What is told of each step of three hours, "few" where nothing is, with "+" where there may be more. */
function toldOf(cells: readonly PlaceCell[], place: Partial<NamedPlace>, stepMinutes = 30): string {
	const steps = publishTimeline(
		cells,
		{ from: noon, to: until, until, stepMs: stepMinutes * MINUTE_MS },
		{ channels: null, regions: null, carriers: null, ...place },
	);
	return steps.map(({ counts: told, withheld }) => (told ? `${told.reporters}${withheld ? "+" : ""}` : "few")).join(" ");
}

test("a step of two hundred people is told by itself, a longer one on the grid that holds it", () => {
	const cells = [
		said({ carrier: "one", people: 150 }),
		said({ carrier: "two", people: 50 }),
		said({ carrier: "one", people: 6, half: 2 }),
		said({ carrier: "two", people: 9, half: 5 }),
	];
	expect(toldOf(cells, { carriers: ["one"] })).toBe("150 0 few 0 0 few");
	expect(toldOf(cells, { carriers: ["one"] }, 60)).toBe("150 few few");
	expect(toldOf(cells, { carriers: ["one"] }, 180)).toBe("156");
	expect(toldOf(cells, { regions: ["US"] })).toBe("200 0 6 0 0 9");
});

test("where everybody is in one place its half hours are the service's own, but for those of fewer than five", () => {
	const cells = [said({ carrier: "one", people: 6 }), said({ carrier: "one", people: 4, half: 1 })];
	for (const place of [{ regions: ["US"] }, { carriers: ["one"] }, { regions: ["US"], carriers: ["one"] }])
		expect(toldOf(cells, place)).toBe("6 few 0 0 0 0");
	expect(toldOf(cells, { regions: ["US"], carriers: ["two"] })).toBe("0 0 0 0 0 0");
});

test("what is told of one channel and withheld of another is told as a part", () => {
	const cells = [said({ carrier: "one", people: 6 }), said({ carrier: "one", people: 3, channel: "call" })];
	expect(toldOf(cells, { carriers: ["one"] }, 180)).toBe("6+");
	expect(toldOf(cells, { carriers: ["one"], channels: ["call"] }, 180)).toBe("few");
	expect(toldOf(cells, { carriers: ["one"], channels: ["sms"] }, 180)).toBe("6");
});

test("people who only repeat themselves are told with those they are among, and are nobody's sign otherwise", () => {
	const among = [said({ carrier: "one", people: 6 }), said({ carrier: "one", repeats: 2, half: 1 })];
	expect(toldOf(among, { carriers: ["one"] })).toBe("6 few 0 0 0 0");
	const apart = [said({ carrier: "one", people: 6 }), said({ carrier: "two", repeats: 1, half: 1 })];
	expect(toldOf(apart, { regions: ["US"] }, 180)).toBe("6");
	for (const place of [{ carriers: ["two"] }, { carriers: ["three"] }, { regions: ["DE"] }]) expect(toldOf(apart, place, 180)).toBe("few");
});

test("a step that is not over is withheld, whatever was said in it", () => {
	const cells = [said({ carrier: "one", people: 60 })];
	const told = (minutes: number) =>
		publishTimeline(
			cells,
			{ from: noon, to: until, until: minutesAfter(noon, minutes), stepMs: 30 * MINUTE_MS },
			{ channels: null, regions: ["US"], carriers: null },
		)[0];
	expect(told(150)).toEqual({ at: noon, counts: null, withheld: true });
	expect(told(180)).toMatchObject({ counts: { reporters: 60 }, withheld: false });
});

const places = [
	{ regions: ["US"] },
	{ regions: ["DE"] },
	{ carriers: ["one"] },
	{ regions: ["US"], carriers: ["one"] },
	{ regions: ["US"], carriers: ["two"] },
	{ regions: ["DE"], carriers: ["one"] },
] as const;

/** Every way in which so many people at most can stand in these cells. */
function* worldsOf(people: number, cells: number): Generator<readonly number[]> {
	if (cells === 0) return yield [];
	for (let here = 0; here <= people; here++) for (const others of worldsOf(people - here, cells - 1)) yield [here, ...others];
}

function tableOf({ regions, elsewhere }: PlaceCounts): string {
	return JSON.stringify([
		regions.map(({ region, answered, carriers }) => [region, answered, carriers.map((one) => [one.carrier, one.answered]).sort()]).sort(),
		elsewhere.map(({ answered }) => answered),
	]);
}

const halves = [0, 1] as const;
const narrow = [{ carrier: "one" }, { carrier: null }, { region: "DE", carrier: "one" }] as const;
const wide = ["US", "DE"].flatMap((region) => ["one", "two", null].map((carrier) => ({ region, carrier })));

test.each([
	["fourteen people in three places", narrow, 14],
	["six people on two networks in two countries", wide, 6],
])(
	"the timelines of %s and an hour tell nothing that tables and live totals do not",
	(_words, cells, people) => {
		const known = new Map<string, string>();
		let worlds = 0;
		for (const world of worldsOf(people, cells.length * halves.length)) {
			const steps = halves.flatMap((half) =>
				cells
					.map((cell, place) => said({ ...cell, half, people: world[half * cells.length + place] ?? 0 }))
					.filter((one) => one.reporters > 0),
			);
			const totals = halves.map((half) => steps.filter(({ at }) => at.getTime() === minutesAfter(noon, half * 30).getTime()));
			const table = tableOf(publishPlaces(steps, { from: noon, to: until }));
			const beside = `${table} ${totals.map((own) => own.reduce((sum, { reporters }) => sum + reporters, 0))}`;
			const told = places.map((place) => toldOf(steps, place)).join();
			if ((known.get(beside) ?? told) !== told) throw new Error(`${beside} tells ${known.get(beside)} or ${told}`);
			known.set(beside, told);
			worlds += 1;
		}
		expect(worlds).toBeGreaterThan(10_000);
		expect(known.size).toBeLessThan(worlds);
	},
	120_000,
);
