// What was counted of a carrier or a region, step by step, as it may be told? While five minutes live, what the tables of places
// tell (lib/publish-timeline.ts), read a day at a time. Of times before there are hours alone, in which small cells lie folded:
// each of those steps is told by itself (lib/publish.ts).
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Cells } from "./catalog/reach";
import { grouped } from "./grouped";
import { NAMED_STEP_MIN_MS, publishNamed } from "./publish";
import { addedSteps, type NamedPlace, type NamedStep, type PlaceCell, publishTimeline } from "./publish-timeline";
import type { TimelinePoint } from "./status";
import { STEPS_KEPT_DAYS } from "./tally";
import { DAY_MS, plus, stepOf, stepsBetween } from "./time";
import { pointsOf, type Step, type Stretch } from "./timeline-points";

export type NamedParts = {
	listPlaceCells(query: { serviceIds: readonly number[]; from: Date; to: Date }): Promise<readonly (PlaceCell & { service: string })[]>;
	listSumOfCells(query: Stretch & Cells): Promise<readonly Step[]>;
};

/** A place by the ids that tallies carry and by the names that tables have. */
type Named = Stretch & { cells: Cells; place: NamedPlace; expectedAt(step: Date): number };

/** Every step of the stretch, several services added up. */
export async function readNamedPoints(parts: NamedParts, named: Named, now: Date): Promise<readonly TimelinePoint[]> {
	const { from, to } = named;
	const youngFrom = plus(stepOf(plus(now, -STEPS_KEPT_DAYS * DAY_MS), DAY_MS), DAY_MS);
	const old = { ...named, to: earlier(to, youngFrom) };
	const young = { ...named, from: later(from, youngFrom) };
	return [
		...(old.from < old.to ? await readFolded(parts, old, now) : []),
		...(young.from < young.to ? await readPublished(parts, young, now) : []),
	];
}

async function readFolded(parts: NamedParts, { cells, expectedAt, ...stretch }: Named, now: Date): Promise<readonly TimelinePoint[]> {
	const { from, to, stepMs } = stretch;
	const steps = await parts.listSumOfCells({ from, to, stepMs, ...cells });
	const hiding = new Set(steps.filter(({ hides }) => hides).map(({ at }) => stepOf(at, stepMs).toISOString()));
	return pointsOf(steps, { from, to, stepMs, expectedAt }).map((point) =>
		publishNamed(point, { stepMs: Math.max(stepMs, NAMED_STEP_MIN_MS), now, hides: hiding.has(point.at) }),
	);
}

async function readPublished(parts: NamedParts, named: Named, now: Date): Promise<readonly TimelinePoint[]> {
	const { from, to, stepMs, expectedAt } = named;
	const steps: NamedStep[] = [];
	for (const day of stepsBetween(from, to, DAY_MS)) {
		steps.push(...(await readDay(parts, day, named, now)));
		// A day of a crowd is some milliseconds of work: requests come in between.
		await nextTurn();
	}
	const told = new Map(steps.map((step) => [step.at.getTime(), step]));
	return pointsOf([], { from, to, stepMs, expectedAt }).map((point) => {
		const { counts, withheld } = told.get(Date.parse(point.at)) ?? UNTOLD;
		return { ...point, ...(counts ?? NOTHING), withheld };
	});
}

async function readDay(parts: NamedParts, from: Date, { cells, place, stepMs }: Named, now: Date): Promise<readonly NamedStep[]> {
	const to = plus(from, DAY_MS);
	const until = earlier(to, stepOf(now, NAMED_STEP_MIN_MS));
	const said = await parts.listPlaceCells({ serviceIds: cells.serviceIds, from, to: until });
	const services = [...grouped(said, ({ service }) => service).values()];
	return addedSteps((services.length > 0 ? services : [[]]).map((own) => publishTimeline(own, { from, to, until, stepMs }, place)));
}

const UNTOLD = { counts: null, withheld: true } as const;
const NOTHING = {
	missing: null,
	late: null,
	rejected: null,
	blocked: null,
	arrived: null,
	repeats: null,
	reporters: null,
	evidence: null,
} as const;

function earlier(one: Date, other: Date): Date {
	return one < other ? one : other;
}

function later(one: Date, other: Date): Date {
	return one > other ? one : other;
}
