// What happened step by step in the slice of an incident? Several services add up, and a slice of none adds up all; what
// is narrowed to carriers or regions shows its own counts, in closed half hours and never too small (lib/publish.ts).
import type { Catalog } from "./catalog/catalog";
import { type Cells, tallyCellsOf } from "./catalog/reach";
import type { Expectation } from "./expectation";
import type { Slice } from "./incident";
import type { Timeline } from "./status";
import { plus } from "./time";
import { expectedIn, namedPoints, pointsOf, type Step, type Stretch, stretchOf } from "./timeline";

export type SliceTimeline = Pick<Timeline, "from" | "to" | "step" | "points" | "model">;

type Sum = Stretch & Pick<Cells, "serviceIds" | "channels">;

export type SliceTimelineParts = {
	catalog: Catalog;
	/** The one in force. */
	expectation(): Expectation;
	listSumOfTotals(query: Sum): Promise<readonly Step[]>;
	listSumOfCells(query: Stretch & Cells): Promise<readonly Step[]>;
};

/** Steps of five minutes, or longer where a place is named or the time is long ago. A step under way is left out of a place. */
export async function readSliceTimeline(
	parts: SliceTimelineParts,
	slice: Slice,
	around: { from: Date; to?: Date },
	now: Date,
): Promise<SliceTimeline> {
	const isNamed = slice.carrier !== null || slice.region !== null;
	const { step, stepMs, ...stretch } = stretchOf(around, isNamed, now);
	const to = isNamed ? closedEnd(stretch, stepMs) : stretch.to;
	const asked = { from: stretch.from, to, stepMs, ...tallyCellsOf(slice, parts.catalog) };
	const { carrierIds: _carriers, regionIds: _regions, ...sum } = asked;
	const steps = await (isNamed ? parts.listSumOfCells(asked) : parts.listSumOfTotals(sum));
	const expectation = parts.expectation();
	const points = pointsOf(steps, { from: asked.from, to, stepMs, expectedAt: expectedIn(expectation, slice, { stepMs, isNamed }) });
	return {
		from: asked.from.toISOString(),
		to: stretch.to.toISOString(),
		step,
		points: isNamed ? namedPoints(points, { steps, stepMs, now }) : points,
		model: expectation.name,
	};
}

function closedEnd({ from, to }: { from: Date; to: Date }, stepMs: number): Date {
	return plus(from, Math.floor((to.getTime() - from.getTime()) / stepMs) * stepMs);
}
