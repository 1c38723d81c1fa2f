// Which counts by place may leave the house? lib/publish.ts's rule for a whole table: a country is told whole or not at all.
// Of a country with enough people every network with enough of them is named, and the rest of it is one count, never too small
// itself; of the other countries it is told how many they are together and no country. So nothing that is not told follows
// from what is, from a country's total or from the service's exact live totals.
import { grouped } from "./grouped";
import { NAMED_STEP_MIN_MS, REPORTERS_PUBLISHED_MIN } from "./publish";
import type { Channel } from "./report";
import { HOUR_MS, plus, stepOf, stepsBetween } from "./time";

/** What was said in the half hour that begins at `at`; carrier `null`: none was said, or the channel has none. */
export type PlaceStep = {
	at: Date;
	channel: Channel;
	region: string;
	carrier: string | null;
	failed: number;
	arrived: number;
	/** People, each once: a step is shorter than the six hours in which a person counts once per channel. */
	reporters: number;
};

export type Count = { failed: number; answered: number };

/** `withheld`: there may be more than is told. */
export type PlaceCount = Count & { withheld: boolean };

/** `carrier: null`: those who named none, and those on networks too small to name. */
export type CarrierCount = PlaceCount & { carrier: string | null };

/** Its carriers add up to it. */
export type RegionCount = PlaceCount & { channel: Channel; region: string; carriers: readonly CarrierCount[] };

/** `elsewhere`: in countries with too few people to tell which. Both together are the channel's exact total up to `until`. */
export type PlaceCounts = {
	until: Date;
	regions: readonly RegionCount[];
	elsewhere: readonly (Count & { channel: Channel })[];
};

/** A step is told once so many have spoken of the service in it: a number that is public, so that its length tells nothing. */
export const PLACE_STEP_PEOPLE = 200;
/** Without them a step is this long; steps begin anew on these hours of the UTC day, whoever asks. */
export const PLACE_STEP_MAX_MS = 3 * HOUR_MS;

/**
 * What may be told of one service's places between two such hours, up to the last step that is over by `to`. What is told of a
 * step depends on nothing but its own counts, and of several it is added up: no two readers can subtract theirs.
 */
export function publishPlaces(steps: readonly PlaceStep[], { from, to }: { from: Date; to: Date }): PlaceCounts {
	const spans = spansOf(steps, { from, to });
	const told = spans.map(({ said }) => toldOf(said));
	const places = new Map(told.flatMap(({ countries }) => [...countries.values()].map((one) => [keyOf(one), one] as const)));
	const channels = [...new Set(told.flatMap(({ elsewhere }) => [...elsewhere.keys()]))];
	return {
		until: spans.at(-1)?.until ?? from,
		regions: [...places.values()].map((place) => regionOf(place, told)),
		elsewhere: channels.map((channel) => ({ channel, ...countOf(told.flatMap(({ elsewhere }) => elsewhere.get(channel) ?? [])) })),
	};
}

type Sum = { failed: number; arrived: number; people: number };
type Place = { channel: Channel; region: string };
/** `others`: all who are not `named`. */
type Country = Place & { named: ReadonlyMap<string, Sum>; others: Sum };
type Told = { countries: ReadonlyMap<string, Country>; elsewhere: ReadonlyMap<Channel, Sum> };
type Span = { until: Date; said: readonly PlaceStep[] };

/** Half hours, put together until enough people spoke in them. */
function spansOf(steps: readonly PlaceStep[], { from, to }: { from: Date; to: Date }): readonly Span[] {
	const halves = grouped(steps, ({ at }) => stepOf(at, NAMED_STEP_MIN_MS).getTime());
	const spans: Span[] = [];
	let said: PlaceStep[] = [];
	let people = 0;
	for (const at of stepsBetween(from, to, NAMED_STEP_MIN_MS)) {
		const until = plus(at, NAMED_STEP_MIN_MS);
		if (until > to) break;
		const more = halves.get(at.getTime()) ?? [];
		said = [...said, ...more];
		people = more.reduce((sum, { reporters }) => sum + reporters, people);
		const isFull = stepOf(until, PLACE_STEP_MAX_MS).getTime() === until.getTime();
		if (!isFull && people < PLACE_STEP_PEOPLE) continue;
		spans.push({ until, said });
		said = [];
		people = 0;
	}
	return spans;
}

function toldOf(said: readonly PlaceStep[]): Told {
	const countries = new Map<string, Country>();
	const elsewhere = new Map<Channel, Sum>();
	for (const [key, steps] of grouped(said, keyOf)) {
		const country = countryOf(steps);
		if (country) countries.set(key, country);
		else for (const step of steps) elsewhere.set(step.channel, added(elsewhere.get(step.channel) ?? NOBODY, sumOf(step)));
	}
	return { countries, elsewhere };
}

/** A country with the networks that may be named, but for the smallest of them where the others would be too few without it. */
function countryOf(steps: readonly PlaceStep[]): Country | null {
	const [first] = steps;
	if (!first || added(...steps.map(sumOf)).people < REPORTERS_PUBLISHED_MIN) return null;
	const carriers = [...grouped(steps, ({ carrier }) => carrier)].map(([carrier, same]) => ({ carrier, sum: added(...same.map(sumOf)) }));
	const named = new Map<string, Sum>();
	let others = NOBODY;
	for (const { carrier, sum } of carriers.toSorted(smallestFirst)) {
		const isHidden = carrier === null || sum.people < REPORTERS_PUBLISHED_MIN || isFew(others);
		if (isHidden) others = added(others, sum);
		else named.set(carrier, sum);
	}
	return { channel: first.channel, region: first.region, named, others };
}

/** Whoever named no carrier comes first, then the smallest; equals by key, so that the same counts tell the same. */
function smallestFirst(one: { carrier: string | null; sum: Sum }, other: { carrier: string | null; sum: Sum }): number {
	const nameless = Number(one.carrier !== null) - Number(other.carrier !== null);
	return nameless || one.sum.people - other.sum.people || (String(one.carrier) < String(other.carrier) ? -1 : 1);
}

function isFew({ people }: Sum): boolean {
	return people > 0 && people < REPORTERS_PUBLISHED_MIN;
}

/** One country over all that is told. */
function regionOf({ channel, region }: Place, told: readonly Told[]): RegionCount {
	const key = keyOf({ channel, region });
	const here = told.flatMap(({ countries }) => countries.get(key) ?? []);
	const isWhole = told.every(({ countries, elsewhere }) => countries.has(key) || !elsewhere.get(channel)?.people);
	const names = [...new Set(here.flatMap(({ named }) => [...named.keys()]))];
	const carriers = names.map((carrier) => ({
		carrier,
		...countOf(here.flatMap(({ named }) => named.get(carrier) ?? [])),
		withheld: !isWhole || here.some(({ named, others }) => !named.has(carrier) && others.people > 0),
	}));
	const others = countOf(here.map((country) => country.others));
	return {
		channel,
		region,
		...countOf(here.flatMap(({ named, others }) => [...named.values(), others])),
		withheld: !isWhole,
		carriers: others.answered > 0 ? [...carriers, { carrier: null, ...others, withheld: !isWhole }] : carriers,
	};
}

const NOBODY: Sum = { failed: 0, arrived: 0, people: 0 };

function sumOf({ failed, arrived, reporters }: PlaceStep): Sum {
	return { failed, arrived, people: reporters };
}

function added(...sums: readonly Sum[]): Sum {
	return sums.reduce(
		(all, one) => ({ failed: all.failed + one.failed, arrived: all.arrived + one.arrived, people: all.people + one.people }),
		NOBODY,
	);
}

function countOf(sums: readonly Sum[]): Count {
	const { failed, arrived } = added(...sums);
	return { failed, answered: failed + arrived };
}

function keyOf({ channel, region }: Place): string {
	return `${channel} ${region}`;
}
