"use client";
// Interaction: the pointer or the arrow keys walk along the quarters and read their exact numbers. Same picture as
// timeline-figure.tsx; loaded after it, and only where a chart is.
import {
	Area,
	CartesianGrid,
	ComposedChart,
	Line,
	ReferenceArea,
	ResponsiveContainer,
	Tooltip,
	usePlotArea,
	useXAxisScale,
	XAxis,
	YAxis,
} from "recharts";
import { hoursApartOf, hoursOf } from "./axis-hours";
import { type ChartMatter, gridStepOf, stretchOf } from "./chart-matter";
import { ChartNotes } from "./chart-notes";
import { PlotReading } from "./plot-reading";
import { stopsOf } from "./plot-stops";
import { countTick, hourTick } from "./plot-ticks";
import { lookOfIncident } from "./tone";

/** `isBroad`: there is room for more names under the axis. */
export type TimelinePlotProps = { matter: ChartMatter; label: string; isBroad: boolean };

export function TimelinePlot({ matter, label, isBroad }: TimelinePlotProps) {
	const step = gridStepOf(matter.quarters);
	const hours = hoursOf(matter.from, matter.to, hoursApartOf(matter, isBroad), undefined);
	return (
		<div className="aspect-[358/250] w-full @min-[37rem]:aspect-[640/300] @min-[50rem]:aspect-[848/300]">
			<ResponsiveContainer width="100%" height="100%">
				<ComposedChart data={stopsOf(matter.quarters)} margin={{ top: 30, right: 0, bottom: 0, left: 0 }} aria-label={label}>
					{Bands({ matter, top: step * 3 })}
					<CartesianGrid vertical={false} stroke="var(--rule)" />
					<Area
						dataKey="evidence"
						type="stepAfter"
						fill="var(--seen-fill)"
						fillOpacity={1}
						stroke="none"
						activeDot={false}
						isAnimationActive={false}
					/>
					{Excesses(matter)}
					<Line dataKey="expected" stroke="var(--usual)" strokeWidth={1.5} dot={false} activeDot={false} isAnimationActive={false} />
					<Line
						dataKey="evidence"
						type="stepAfter"
						stroke="var(--seen)"
						strokeWidth={1.3}
						dot={false}
						activeDot={{ r: 3.5, fill: "var(--seen)", stroke: "var(--paper)" }}
						isAnimationActive={false}
					/>
					<XAxis
						dataKey="at"
						type="number"
						domain={[matter.from, matter.to]}
						allowDataOverflow
						ticks={[...hours.map(({ at }) => at), matter.to]}
						tick={hourTick({
							matter,
							first: isBroad ? 0.045 : 0.07,
							last: isBroad ? 0.88 : 0.81,
							midnights: new Set(hours.filter((hour) => hour.isMidnight).map(({ at }) => at)),
						})}
						axisLine={{ stroke: "var(--ink-3)" }}
						tickLine={{ stroke: "var(--ink-3)" }}
						height={26}
						interval={0}
					/>
					<YAxis
						domain={[0, step * 3]}
						ticks={[step, step * 2, step * 3]}
						width={1}
						axisLine={false}
						tickLine={false}
						tick={countTick(step * 3, matter.barMinutes)}
						mirror
					/>
					<Notes matter={matter} />
					<Tooltip content={PlotReading} cursor={{ stroke: "var(--ink-3)" }} isAnimationActive={false} />
				</ComposedChart>
			</ResponsiveContainer>
		</div>
	);
}

function Bands({ matter, top }: { matter: ChartMatter; top: number }) {
	return matter.stretches.flatMap((stretch) => {
		const { tone, shape } = lookOfIncident(stretch.state);
		const [since, noticed, until] = [stretch.since, Math.min(stretch.noticed, stretch.until), stretch.until].map((at) =>
			Math.min(matter.to, Math.max(matter.from, at)),
		);
		const common = { y1: 0, y2: top, className: tone, fillOpacity: 1, zIndex: -200, ifOverflow: "visible" } as const;
		return [
			<ReferenceArea key={`${stretch.id}-band`} x1={since} x2={until} fill="var(--wash)" {...common} />,
			<ReferenceArea key={`${stretch.id}-before`} x1={since} x2={noticed} fill={`url(#hatch-${shape})`} {...common} />,
		];
	});
}

function Excesses(matter: ChartMatter) {
	return matter.quarters.flatMap((quarter) => {
		const stretch = stretchOf(quarter, matter.stretches);
		if (!stretch || quarter.evidence === null || quarter.evidence <= quarter.expected) return [];
		return [
			<ReferenceArea
				key={quarter.from}
				x1={Math.max(matter.from, quarter.from)}
				x2={Math.min(matter.to, quarter.until)}
				y1={quarter.expected}
				y2={quarter.evidence}
				className={lookOfIncident(stretch.state).tone}
				fill="var(--excess)"
				fillOpacity={1}
				shapeRendering="crispEdges"
				zIndex={150}
			/>,
		];
	});
}

function Notes({ matter }: { matter: ChartMatter }) {
	const x = useXAxisScale();
	const area = usePlotArea();
	if (!x || !area) return null;
	return <ChartNotes matter={matter} x={(at) => x(at) ?? 0} base={area.y + area.height} width={area.x + area.width} zone={undefined} />;
}
