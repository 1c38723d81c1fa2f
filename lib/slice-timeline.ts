// What happened step by step in the slice of an incident? Several services add up, and a slice of none adds up all; what
// is narrowed to carriers or regions shows its own counts, as far as they may be told (lib/named-timeline.ts).
import type { Catalog } from "./catalog/catalog";
import { type Cells, tallyCellsOf } from "./catalog/reach";
import type { Expectation } from "./expectation";
import type { Slice } from "./incident";
import { type NamedParts, readNamedPoints } from "./named-timeline";
import { PLACE_STEP_MAX_MS } from "./publish-places";
import type { Timeline } from "./status";
import { plus, stepOf } from "./time";
import { stretchOf } from "./timeline";
import { expectedIn, pointsOf, type Step, type Stretch } from "./timeline-points";

export type SliceTimeline = Pick<Timeline, "from" | "to" | "step" | "points" | "model">;

type Sum = Stretch & Pick<Cells, "serviceIds" | "channels">;

export type SliceTimelineParts = NamedParts & {
	catalog: Catalog;
	/** The one in force. */
	expectation(): Expectation;
	listSumOfTotals(query: Sum): Promise<readonly Step[]>;
};

type Around = { from: Date; to?: Date; step?: Timeline["step"] };

/**
 * Steps of five minutes, or longer where the time is long ago or a place is named: there half hours, or three hours where these
 * tell of twice as many people. A step under way is left out of a place.
 */
export async function readSliceTimeline(parts: SliceTimelineParts, slice: Slice, around: Around, now: Date): Promise<SliceTimeline> {
	if (slice.carrier === null && slice.region === null) return readTotals(parts, slice, around, now);
	const halves = await readNamed(parts, slice, around, now);
	if (halves.step !== "30m") return halves;
	const blocks = await readNamed(parts, slice, { ...around, ...wholeBlocks(around), step: "3h" }, now);
	return peopleIn(blocks) >= 2 * Math.max(1, peopleIn(halves)) ? blocks : halves;
}

async function readTotals(parts: SliceTimelineParts, slice: Slice, around: Around, now: Date): Promise<SliceTimeline> {
	const stretch = stretchOf(around, false, now);
	const { carrierIds: _carriers, regionIds: _regions, ...sum } = tallyCellsOf(slice, parts.catalog);
	const steps = await parts.listSumOfTotals({ ...stretch, ...sum });
	const { name, ...frame } = frameOf(parts, slice, stretch, false);
	return { ...spelled(stretch), points: pointsOf(steps, frame), model: name };
}

async function readNamed(parts: SliceTimelineParts, slice: Slice, around: Around, now: Date): Promise<SliceTimeline> {
	const stretch = stretchOf(around, true, now);
	const cells = tallyCellsOf(slice, parts.catalog);
	const place = { channels: cells.channels, regions: slice.region, carriers: slice.carrier };
	const { name, ...frame } = frameOf(parts, slice, { ...stretch, to: closedEnd(stretch) }, true);
	return { ...spelled(stretch), points: await readNamedPoints(parts, { ...frame, cells, place }, now), model: name };
}

/** Up to the end of the three hours it ends in. */
function wholeBlocks({ to }: Around): Pick<Around, "to"> {
	return to === undefined ? {} : { to: plus(stepOf(plus(to, -1), PLACE_STEP_MAX_MS), PLACE_STEP_MAX_MS) };
}

function frameOf({ expectation }: SliceTimelineParts, slice: Slice, { from, to, stepMs }: Stretch, isNamed: boolean) {
	const inForce = expectation();
	return { name: inForce.name, from, to, stepMs, expectedAt: expectedIn(inForce, slice, { stepMs, isNamed }) };
}

function spelled({ from, to, step }: Stretch & { step: Timeline["step"] }) {
	return { from: from.toISOString(), to: to.toISOString(), step };
}

function closedEnd({ from, to, stepMs }: Stretch): Date {
	return plus(from, Math.floor((to.getTime() - from.getTime()) / stepMs) * stepMs);
}

function peopleIn({ points }: SliceTimeline): number {
	return points.reduce((sum, { reporters }) => sum + (reporters ?? 0), 0);
}
