// What the lane of shares draws: each bar's share of those who answered, in unbroken runs, and the bars that have none.
import { type Share, shareOf } from "@/lib/share";
import type { ChartMatter, Quarter } from "./chart-matter";

export type LanePoint = Share & { from: number; until: number };

export type Lane = {
	/** Rows of bars without a gap. */
	runs: readonly (readonly LanePoint[])[];
	/** Bars in which too few answered, or of which nothing may be told. */
	feet: readonly { from: number; until: number }[];
};

export function laneOf(quarters: readonly Quarter[]): Lane {
	const bars = quarters.map(({ from, until, failed, arrived }) => ({ from, until, share: shareOf({ failed, arrived }) }));
	const points = bars.flatMap(({ from, until, share }) => (share ? [{ from, until, ...share }] : []));
	return { runs: runsOf(points), feet: bars.filter(({ share }) => share === null).map(({ from, until }) => ({ from, until })) };
}

/** A chart none of whose bars has a share needs no lane. */
export function hasLane({ quarters }: ChartMatter): boolean {
	return quarters.some((quarter) => shareOf(quarter) !== null);
}

function runsOf(points: readonly LanePoint[]): LanePoint[][] {
	return points.reduce<LanePoint[][]>((runs, point) => {
		const run = runs.at(-1);
		if (run?.at(-1)?.until === point.from) run.push(point);
		else runs.push([point]);
		return runs;
	}, []);
}
