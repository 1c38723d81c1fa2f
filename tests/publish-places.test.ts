// Which counts of a carrier in a country may leave the house, and what somebody who knows all of them can work out.
import fc from "fast-check";
import { expect, test } from "vitest";
import { REPORTERS_PUBLISHED_MIN } from "../lib/publish";
import { PLACE_STEP_PEOPLE, type PlaceCounts, type PlaceStep, publishPlaces } from "../lib/publish-places";
import type { Channel } from "../lib/report";
import { DAY_MS, HOUR_MS, plus } from "../lib/time";
import { minutesAfter, noon } from "./world/makers";

type Said = { region?: string; carrier?: string | null; failed?: number; arrived?: number; half?: number; channel?: Channel };

/** What people said in the half hours after noon. */
function said({ region = "US", carrier = null, failed = 0, arrived = 0, half = 0, channel = "sms" }: Said): PlaceStep {
	return { at: minutesAfter(noon, half * 30), channel, region, carrier, failed, arrived, reporters: failed + arrived };
}

const block = { from: noon, to: plus(noon, 3 * HOUR_MS) };

/** What is told of each country and its networks, as "failed of answered", with "+" where there may be more. */
function toldOf(...steps: readonly PlaceStep[]) {
	return words(publishPlaces(steps, block));
}

function words({ regions, elsewhere }: PlaceCounts): Record<string, string> {
	const row = (name: string, { failed, answered, withheld }: { failed: number; answered: number; withheld?: boolean }) =>
		[name, `${failed} of ${answered}${withheld ? " +" : ""}`] as const;
	return Object.fromEntries([
		...regions.flatMap((one) => [
			row(one.region, one),
			...one.carriers.map((count) => row(`${one.region} ${count.carrier ?? "others"}`, count)),
		]),
		...elsewhere.map((one) => row("elsewhere", one)),
	]);
}

test("networks with five people are named, the rest of their country is one count, and its total is theirs together", () => {
	const steps = [
		said({ carrier: "verizon", failed: 41, arrived: 3 }),
		said({ carrier: "at-t", failed: 3, arrived: 17 }),
		said({ carrier: "mint", failed: 4 }),
		said({ failed: 2, arrived: 2 }),
	];
	expect(toldOf(...steps)).toEqual({
		US: "50 of 72",
		"US verizon": "41 of 44",
		"US at-t": "3 of 20",
		"US others": "6 of 8",
	});
});

test("five people are named, four are not", () => {
	const others = said({ failed: 9 });
	expect(toldOf(said({ carrier: "o2", failed: 5 }), others)).toMatchObject({ "US o2": "5 of 5", "US others": "9 of 9" });
	expect(toldOf(said({ carrier: "o2", failed: 4 }), others)).toEqual({ US: "13 of 13", "US others": "13 of 13" });
});

test("where the rest of a country is a few, its smallest network is not named either", () => {
	const steps = [said({ carrier: "ee", failed: 8 }), said({ carrier: "o2", failed: 6 }), said({ carrier: "three", failed: 1 })];
	expect(toldOf(...steps)).toEqual({ US: "15 of 15", "US ee": "8 of 8", "US others": "7 of 7" });
});

test("a country with fewer than five people is not told, only how many such people there are in all", () => {
	const steps = [said({ region: "DE", failed: 4 }), said({ region: "FR", failed: 1, arrived: 3 }), said({ failed: 5 })];
	expect(toldOf(...steps)).toEqual({ US: "5 of 5", "US others": "5 of 5", elsewhere: "5 of 8" });
});

test("a network that is told of one step and not of another is told as a part, and so is a country", () => {
	const steps = [
		said({ carrier: "ee", failed: 100 }),
		said({ region: "DE", failed: 100 }),
		said({ carrier: "ee", failed: 2, half: 1 }),
		said({ failed: 9, half: 1 }),
		said({ region: "DE", failed: 3, half: 1 }),
	];
	expect(toldOf(...steps)).toEqual({
		US: "111 of 111",
		"US ee": "100 of 100 +",
		"US others": "11 of 11",
		DE: "100 of 100 +",
		"DE others": "100 of 100 +",
		elsewhere: "3 of 3",
	});
});

test("a step waits until two hundred people have spoken, or for the end of three hours", () => {
	const until = (people: number, minutes: number) => {
		const steps = [said({ failed: people - 1 }), said({ failed: 1, half: 1 })];
		const told = publishPlaces(steps, { from: noon, to: minutesAfter(noon, minutes) });
		return (told.until.getTime() - noon.getTime()) / 60_000;
	};
	expect(until(PLACE_STEP_PEOPLE, 59)).toBe(0);
	expect(until(PLACE_STEP_PEOPLE, 60)).toBe(60);
	expect(until(PLACE_STEP_PEOPLE - 1, 179)).toBe(0);
	expect(until(PLACE_STEP_PEOPLE - 1, 180)).toBe(180);
	expect(until(PLACE_STEP_PEOPLE + 1, 30)).toBe(30);
});

const carriers = ["one", "two", null] as const;
const regions = ["US", "DE"] as const;
const cells = regions.flatMap((region) => carriers.map((carrier) => ({ region, carrier })));
const nameOf = ({ region, carrier }: { region: string; carrier: string | null }) => `${region} ${carrier}`;

/** Every way in which so many people at most can stand in these cells. */
function* worldsOf(people: number, places = cells.length): Generator<readonly number[]> {
	if (places === 0) return yield [];
	for (let here = 0; here <= people; here++) for (const others of worldsOf(people - here, places - 1)) yield [here, ...others];
}

/** What is told of a world, and its exact total. */
function tellingOf(world: readonly number[]): readonly string[] {
	const steps = cells.map((cell, place) => said({ ...cell, failed: world[place] ?? 0 })).filter(({ failed }) => failed > 0);
	const told = publishPlaces(steps, block).regions.flatMap(({ region, answered: people, carriers: counts }) => [
		`${region} ${people}`,
		...counts.map(({ carrier, answered }) => `${nameOf({ region, carrier })} ${answered}`),
	]);
	return [...told.toSorted(), String(world.reduce((sum, people) => sum + people, 0))];
}

test("whoever knows the rule, every count that is told and the exact total can work out no count that is not told", () => {
	const alike = new Map<string, { telling: readonly string[]; possible: readonly Set<number>[] }>();
	for (const world of worldsOf(14)) {
		const telling = tellingOf(world);
		const group = alike.get(telling.join()) ?? { telling, possible: cells.map(() => new Set<number>()) };
		for (const [place, people] of world.entries()) group.possible[place]?.add(people);
		alike.set(telling.join(), group);
	}
	const workedOut = [...alike.values()].flatMap(({ telling, possible }) =>
		cells.flatMap((cell, place) => {
			const [only = 0, ...others] = possible[place] ?? [];
			const isTold = only === 0 || telling.includes(`${nameOf(cell)} ${only}`);
			return others.length === 0 && !isTold ? [`${nameOf(cell)} is ${only}: ${telling}`] : [];
		}),
	);
	expect(workedOut).toEqual([]);
	expect(alike.size).toBeGreaterThan(500);
});

const someSteps = fc.array(
	fc.record({
		region: fc.constantFrom("US", "DE", "FR"),
		carrier: fc.constantFrom("one", "two", "three", null),
		channel: fc.constantFrom<Channel>("sms", "email"),
		failed: fc.nat(12),
		arrived: fc.nat(12),
		half: fc.nat(11),
	}),
	{ maxLength: 60 },
);

test("nothing that is told hides fewer than five people, and all of it comes to the exact total of its channel", () => {
	fc.assert(
		fc.property(someSteps, (given) => {
			const steps = given.map(said).filter(({ reporters }) => reporters > 0);
			const told = publishPlaces(steps, { from: noon, to: plus(noon, DAY_MS / 4) });
			for (const { carriers: counts, ...region } of told.regions) {
				expect([region, ...counts].every(({ answered }) => answered >= REPORTERS_PUBLISHED_MIN)).toBe(true);
				expect(counts.reduce((sum, { answered }) => sum + answered, 0)).toBe(region.answered);
			}
			for (const channel of ["sms", "email"] as const) {
				const parts = [...told.regions, ...told.elsewhere].filter((one) => one.channel === channel);
				const exact = steps.filter((one) => one.channel === channel && one.at < told.until);
				expect(parts.reduce((sum, { answered }) => sum + answered, 0)).toBe(exact.reduce((sum, { reporters }) => sum + reporters, 0));
			}
		}),
	);
});

test("of two readers' times one tells nothing of the other: what is told of steps together is what is told of each", () => {
	fc.assert(
		fc.property(someSteps, (given) => {
			const steps = given.map(said).filter(({ reporters }) => reporters > 0);
			const middle = plus(noon, 3 * HOUR_MS);
			const end = plus(noon, 6 * HOUR_MS);
			const both = publishPlaces(steps, { from: noon, to: end });
			const first = publishPlaces(steps, { from: noon, to: middle });
			const second = publishPlaces(steps, { from: middle, to: end });
			const sums = (...tellings: readonly PlaceCounts[]) => {
				const counts = new Map<string, number>();
				for (const { channel, region, carriers: parts } of tellings.flatMap((told) => told.regions))
					for (const { carrier, answered } of parts) {
						const name = `${channel} ${nameOf({ region, carrier })}`;
						counts.set(name, (counts.get(name) ?? 0) + answered);
					}
				return Object.fromEntries(counts);
			};
			expect(sums(both)).toEqual(sums(first, second));
		}),
	);
});
