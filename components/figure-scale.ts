// From times and counts to the pixels of one drawing, at one true width.
import { type ChartMatter, gridStepOf } from "./chart-matter";

export type FigureSize = { width: number; height: number; isWide: boolean };

export const wideFigure: FigureSize = { width: 848, height: 300, isWide: true };
export const middleFigure: FigureSize = { width: 640, height: 300, isWide: true };
export const narrowFigure: FigureSize = { width: 358, height: 250, isWide: false };

/** From here the hours under a chart stand three apart (37rem). */
export const BROAD_PX = 592;

const TOP = 30;
const FOOT = 26;

export type Scale = { x: (at: number) => number; y: (count: number) => number; size: FigureSize; base: number; step: number };

export function scaleOf(matter: ChartMatter, size: FigureSize): Scale {
	const step = gridStepOf(matter.quarters);
	const base = size.height - FOOT;
	return {
		x: (at) => round(Math.min(1, Math.max(0, (at - matter.from) / (matter.to - matter.from))) * size.width),
		y: (count) => round(base - (count / (step * 3)) * (base - TOP)),
		size,
		base,
		step,
	};
}

export const round = (value: number) => Math.round(value * 10) / 10;
