// Which counts may leave the house step by step when they name a carrier or a region? What the tables of places tell of their
// own steps (lib/publish-places.ts), laid on the grid that was asked for; and what follows from those tables and from the
// service's exact live totals. So nobody who holds timeline, tables and totals against each other learns what is not told.
import { grouped } from "./grouped";
import { REPORTERS_PUBLISHED_MIN } from "./publish";
import { type PlaceStep, type PublishedSpan, placeKeyOf, publishedSpans, type Told } from "./publish-places";
import type { Channel } from "./report";
import { type Counter, counters } from "./tally";
import { plus, stepOf, stepsBetween } from "./time";

/** What was counted of one network and country in a half hour; of nobody new, where people only repeat themselves. */
export type PlaceCell = PlaceStep & Record<Counter, number>;

/** `null`: any. */
export type NamedPlace = {
	channels: readonly Channel[] | null;
	regions: readonly string[] | null;
	carriers: readonly string[] | null;
};

/** One step of the grid. `counts: null`: a few, or nobody. `withheld`: there may be more than is told. */
export type NamedStep = { at: Date; counts: Record<Counter, number> | null; withheld: boolean };

/**
 * A grid that begins with a UTC day, of one service, of which half hours are over `until` then. A published step that lies within one of the grid is told there. Of a
 * longer one the grid is told nothing, but for steps in which nobody spoke at all, and but for a place that has everybody in it:
 * then its counts are the service's own.
 */
export function publishTimeline(
	cells: readonly PlaceCell[],
	{ from, to, until, stepMs }: { from: Date; to: Date; until: Date; stepMs: number },
	place: NamedPlace,
): readonly NamedStep[] {
	const spans = publishedSpans(cells, { from, to: until });
	const portions = grouped(
		spans.flatMap((span) => portionsOf(span, place, stepMs)),
		({ at }) => stepOf(at, stepMs).getTime(),
	);
	const toldUntil = spans.at(-1)?.until ?? from;
	return stepsBetween(from, to, stepMs).map((at) => stepFrom(at, portions.get(at.getTime()) ?? [], plus(at, stepMs) > toldUntil));
}

/** A count to add to the step that holds `at`; `null` where somebody spoke and it is not told who. */
type Portion = { at: Date; cell: PlaceCell | null };

function portionsOf({ from, until, said, told }: PublishedSpan<PlaceCell>, place: NamedPlace, stepMs: number): readonly Portion[] {
	const isWithinOne = stepOf(from, stepMs).getTime() === stepOf(plus(until, -1), stepMs).getTime();
	return [...grouped(said, ({ channel }) => channel)].flatMap(([channel, cells]) => {
		if (place.channels && !place.channels.includes(channel)) return [];
		const mine = toldCells(cells, told, place);
		const hides = hidesMore(channel, cells, told, place);
		const isEverybody = mine.length === cells.length;
		if (isWithinOne || isEverybody) return [...mine.map((cell) => ({ at: cell.at, cell })), ...(hides ? [{ at: from, cell: null }] : [])];
		return mine.length > 0 || hides ? cells.map(({ at }) => ({ at, cell: null })) : [];
	});
}

/** The cells of a place that are told by name: those of a network, or of a whole country but for who only repeats himself. */
function toldCells(cells: readonly PlaceCell[], { countries }: Told, { regions, carriers }: NamedPlace): readonly PlaceCell[] {
	return [...grouped(cells, cellKeyOf).values()].filter(isSpokenOf).flatMap((same) => {
		const [{ channel, region, carrier } = { channel: null, region: "", carrier: null }] = same;
		const country = channel && countries.get(placeKeyOf({ channel, region }));
		const isAsked = (regions?.includes(region) ?? true) && (carriers === null || (carrier !== null && carriers.includes(carrier)));
		return isAsked && country && (carriers === null || country.named.has(carrier ?? "")) ? same : [];
	});
}

/** Might there be more people in the place than are told? Of every place that is not told the answer is the same. */
function hidesMore(channel: Channel, cells: readonly PlaceCell[], told: Told, { regions, carriers }: NamedPlace): boolean {
	const someRepeat = [...grouped(cells, cellKeyOf).values()].some((same) => !isSpokenOf(same));
	const isElsewhere = someRepeat || (told.elsewhere.get(channel)?.people ?? 0) > 0;
	const isTold = (region: string) => told.countries.has(placeKeyOf({ channel, region }));
	if (isElsewhere && !(regions?.every(isTold) ?? false)) return true;
	const countries = [...told.countries.values()].filter((one) => one.channel === channel && (regions?.includes(one.region) ?? true));
	const isUnnamed = (key: string) => countries.some(({ named, others }) => !named.has(key) && (someRepeat || others.people > 0));
	return carriers?.some(isUnnamed) ?? false;
}

function cellKeyOf({ region, carrier }: PlaceCell): string {
	return `${region} ${carrier}`;
}

function isSpokenOf(same: readonly PlaceCell[]): boolean {
	return same.some(({ reporters }) => reporters > 0);
}

/** Several services added up. */
export function addedSteps(grids: readonly (readonly NamedStep[])[]): readonly NamedStep[] {
	const [first = [], ...others] = grids;
	return first.map((step, place) => {
		const same = [step, ...others.flatMap((grid) => grid[place] ?? [])];
		const told = same.flatMap(({ counts }) => counts ?? []);
		return { at: step.at, counts: told.length > 0 ? sumOf(told) : null, withheld: same.some(({ withheld }) => withheld) };
	});
}

function stepFrom(at: Date, portions: readonly Portion[], isOpen: boolean): NamedStep {
	const told = portions.flatMap(({ cell }) => cell ?? []);
	const withheld = isOpen || portions.some(({ cell }) => cell === null);
	const counts = sumOf(told);
	const isTold = counts.reporters >= REPORTERS_PUBLISHED_MIN || (!withheld && counts.reporters === 0 && counts.repeats === 0);
	return isTold ? { at, counts, withheld } : { at, counts: null, withheld: true };
}

function sumOf(cells: readonly Record<Counter, number>[]): Record<Counter, number> {
	const sum = { missing: 0, late: 0, rejected: 0, blocked: 0, arrived: 0, repeats: 0, reporters: 0, evidence: 0 };
	for (const cell of cells) for (const counter of counters) sum[counter] += cell[counter];
	return sum;
}
