// The words along the axes of the chart one can point at, set as in the drawn one.

import { barWords, figure } from "@/lib/words";
import type { ChartMatter } from "./chart-matter";
import { momentWords } from "./clock-words";

type TickProps = { x: number | string; y: number | string; payload: { value: number } };

/** Of the axis, the shares before which an hour would run over its start, and beyond which into the name of its end. */
type HourTick = { matter: ChartMatter; first: number; last: number; midnights: ReadonlySet<number> };

export function hourTick({ matter, first, last, midnights }: HourTick) {
	return function Hour({ x, y, payload }: TickProps) {
		const isEnd = payload.value === matter.to;
		const isMidnight = midnights.has(payload.value);
		const share = (payload.value - matter.from) / (matter.to - matter.from);
		if (!isEnd && (share < first || share > last)) return <g />;
		return (
			<text x={x} y={y} dy={12} textAnchor={isEnd ? "end" : "middle"} className={isMidnight ? "axis fill-ink font-[600]" : "axis"}>
				{momentWords(new Date(payload.value).toISOString(), isMidnight ? "day" : "time", undefined)}
			</text>
		);
	};
}

export function countTick(top: number, barMinutes: number) {
	return function Count({ y, payload }: TickProps) {
		return (
			<text x={0} y={y} dy={-5} className="axis halo">
				{figure(payload.value)}
				{payload.value === top && ` people per ${barWords(barMinutes)}`}
			</text>
		);
	};
}
