// What the lane of shares draws: each bar's share of those who answered, in unbroken runs, and the bars that have none.
import { type Share, shareOf } from "@/lib/share";
import type { ChartMatter, Quarter } from "./chart-matter";

type Span = { from: number; until: number };

export type LanePoint = Share & Span;

export type Lane = {
	/** Rows of bars without a gap. */
	runs: readonly (readonly LanePoint[])[];
	/** Stretches of bars in which too few answered, or of which nothing may be told. */
	feet: readonly Span[];
};

export function laneOf(quarters: readonly Quarter[]): Lane {
	const bars = quarters.map(({ from, until, failed, arrived }) => ({ from, until, share: shareOf({ failed, arrived }) }));
	const points = bars.flatMap(({ from, until, share }) => (share ? [{ from, until, ...share }] : []));
	return { runs: runsOf(points), feet: runsOf(bars.filter(({ share }) => share === null)).map(spanOf) };
}

/** A chart none of whose bars has a share needs no lane. */
export function hasLane({ quarters }: ChartMatter): boolean {
	return quarters.some((quarter) => shareOf(quarter) !== null);
}

function runsOf<Bar extends Span>(bars: readonly Bar[]): Bar[][] {
	return bars.reduce<Bar[][]>((runs, bar) => {
		const run = runs.at(-1);
		if (run?.at(-1)?.until === bar.from) run.push(bar);
		else runs.push([bar]);
		return runs;
	}, []);
}

function spanOf(run: readonly Span[]): Span {
	return { from: run[0]?.from ?? 0, until: run.at(-1)?.until ?? 0 };
}
