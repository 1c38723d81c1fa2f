"use client";
// Interaction: after hydration the drawn chart becomes one that can be read point by point, by pointer or by arrow keys.
import { type ComponentType, type RefObject, useEffect, useRef, useState } from "react";
import type { ChartMatter } from "./chart-matter";
import { BROAD_PX, middleFigure, narrowFigure, wideFigure } from "./figure-scale";
import { useHydrated } from "./hydrated";
import { hasLane } from "./lane-matter";
import { LaneReading } from "./lane-reading";
import { ShareLane } from "./share-lane";
import { TimelineFigure } from "./timeline-figure";
import { TimelineLegend } from "./timeline-legend";
import { TimelineNumbers } from "./timeline-numbers";
import type { TimelinePlotProps } from "./timeline-plot";
import { laneSentence, timelineSentence } from "./timeline-sentence";
import { useWidth } from "./use-width";

/** `codes`: what the chart is of, as "codes from X". */
type TimelineChartProps = { matter: ChartMatter; codes: string };

export function TimelineChart({ matter, codes }: TimelineChartProps) {
	const zone = useHydrated() ? undefined : "UTC";
	const figure = useRef<HTMLElement>(null);
	const Plot = usePlot(figure);
	const width = useWidth(figure);
	const label = timelineSentence(codes, matter);
	const laneLabel = laneSentence(codes, matter);
	return (
		<figure ref={figure} className="@container grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
			<TimelineLegend matter={matter} />
			{Plot ? (
				<Plot matter={matter} label={label} isBroad={width !== null && width >= BROAD_PX} />
			) : (
				sizes.map(({ size, where }) => (
					<div key={size.width} className={where}>
						<TimelineFigure matter={matter} size={size} label={label} zone={zone} />
					</div>
				))
			)}
			{hasLane(matter) && <Lane matter={matter} label={laneLabel} width={Plot ? width : null} />}
			<figcaption className="grid max-w-measure gap-1 text-s text-ink-2">
				<span>{label}</span>
				{laneLabel && <span>{laneLabel}</span>}
			</figcaption>
			<TimelineNumbers matter={matter} zone={zone} />
		</figure>
	);
}

/** Each where it is about as wide as its room, so that its text is hardly scaled. */
const sizes = [
	{ size: narrowFigure, where: "@min-[37rem]:hidden" },
	{ size: middleFigure, where: "@max-[37rem]:hidden @min-[50rem]:hidden" },
	{ size: wideFigure, where: "@max-[50rem]:hidden" },
] as const;

/** At its true width once that is known, as the chart above it that one can point at; before, at each. */
function Lane({ matter, label, width }: { matter: ChartMatter; label: string; width: number | null }) {
	if (width !== null) return <LaneReading matter={matter} width={width} label={label} />;
	return sizes.map(({ size, where }) => (
		<div key={size.width} className={where}>
			<ShareLane matter={matter} width={size.width} label={label} />
		</div>
	));
}

/** The charting library is large: it comes after the page can be read, and only where a chart is seen. */
function usePlot(figure: RefObject<HTMLElement | null>): ComponentType<TimelinePlotProps> | null {
	const [plot, setPlot] = useState<{ Plot: ComponentType<TimelinePlotProps> } | null>(null);
	useEffect(() => {
		let isHere = figure.current !== null && figure.current.offsetParent !== null;
		if (!isHere) return;
		import("./timeline-plot").then(
			({ TimelinePlot }) => isHere && setPlot({ Plot: TimelinePlot }),
			// The drawn chart stays: nothing is lost but the pointing.
			() => {},
		);
		return () => {
			isHere = false;
		};
	}, [figure]);
	return plot?.Plot ?? null;
}
