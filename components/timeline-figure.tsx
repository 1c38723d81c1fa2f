// The chart as drawn without scripts: an SVG of our own at one true width, so that text is never scaled. Order of
// drawing: incident band, grid, seen area, excess, usual line, seen outline, flags, labels.

import { barWords, figure } from "@/lib/words";
import { type ChartMatter, type Quarter, type Stretch, stretchOf } from "./chart-matter";
import { ChartNotes } from "./chart-notes";
import { Hours } from "./figure-hours";
import { type FigureSize, round, type Scale, scaleOf } from "./figure-scale";
import { lookOfIncident } from "./tone";

type TimelineDrawingProps = { matter: ChartMatter; size: FigureSize; zone: "UTC" | undefined };

export function TimelineFigure({ label, ...drawing }: TimelineDrawingProps & { label: string }) {
	const { width, height } = drawing.size;
	return (
		<svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="block h-auto w-full overflow-visible">
			<TimelineDrawing {...drawing} />
		</svg>
	);
}

export function TimelineDrawing({ matter, size, zone }: TimelineDrawingProps) {
	const scale = scaleOf(matter, size);
	const runs = runsOf(matter.quarters);
	return (
		<>
			{matter.stretches.map((stretch) => (
				<Band key={stretch.id} stretch={stretch} matter={matter} scale={scale} />
			))}
			{[1, 2, 3].map((line) => (
				<path key={line} d={`M0 ${scale.y(line * scale.step)}H${size.width}`} stroke="var(--rule)" />
			))}
			{runs.map((run) => (
				<path key={run[0]?.from} d={areaOf(run, scale)} fill="var(--seen-fill)" />
			))}
			<Excess matter={matter} scale={scale} />
			{runs.map((run) => (
				<g key={run[0]?.from} fill="none">
					<path d={usualOf(run, scale)} stroke="var(--usual)" strokeWidth="1.5" />
					<path d={outlineOf(run, scale)} stroke="var(--seen)" strokeWidth="1.3" />
				</g>
			))}
			<path d={`M0 ${scale.base}H${size.width}`} stroke="var(--ink-3)" />
			<Hours matter={matter} scale={scale} zone={zone} />
			<ChartNotes matter={matter} x={scale.x} base={scale.base} width={size.width} zone={zone} />
			{[1, 2, 3].map((line) => (
				<text key={line} x="0" y={scale.y(line * scale.step) - 5} className="axis halo">
					{figure(line * scale.step)}
					{line === 3 && ` people per ${barWords(matter.barMinutes)}`}
				</text>
			))}
		</>
	);
}

/** Unbroken rows of quarters that were read and may be told. */
function runsOf(quarters: readonly Quarter[]): Quarter[][] {
	return quarters.reduce<Quarter[][]>((runs, quarter) => {
		if (quarter.evidence === null) return runs;
		const run = runs.at(-1);
		if (run?.at(-1)?.until === quarter.from) run.push(quarter);
		else runs.push([quarter]);
		return runs;
	}, []);
}

/** From middle to middle, level stretches in one stroke; over its whole width where a bar stands alone. */
function usualOf(run: readonly Quarter[], { x, y }: Scale): string {
	const [first, ...others] = run;
	if (first && others.length === 0) return `M${x(first.from)} ${y(first.expected)}H${x(first.until)}`;
	const stops = run.map(({ from, until, expected }) => ({ x: x((from + until) / 2), y: y(expected) }));
	const bends = stops.filter((stop, place) => stop.y !== stops[place - 1]?.y || stop.y !== stops[place + 1]?.y);
	return `M${bends.map((bend) => `${bend.x} ${bend.y}`).join("L")}`;
}

/** A stroke for each height, not for each bar: most are as high as the one before. */
function outlineOf(run: readonly Quarter[], { x, y }: Scale): string {
	const heights = run.map(({ evidence }) => y(evidence ?? 0));
	const ends = run.filter((_, place) => heights[place] !== heights[place + 1]);
	return `M${x(run[0]?.from ?? 0)} ${heights[0]}${ends.map(({ evidence, until }) => `V${y(evidence ?? 0)}H${x(until)}`).join("")}`;
}

function areaOf(run: readonly Quarter[], scale: Scale): string {
	const start = run[0]?.from ?? 0;
	return `${outlineOf(run, scale)}V${scale.base}H${scale.x(start)}Z`;
}

function Band({ stretch, matter, scale }: { stretch: Stretch; matter: ChartMatter; scale: Scale }) {
	const clamp = (at: number) => scale.x(Math.min(matter.to, Math.max(matter.from, at)));
	const [since, noticed, until] = [clamp(stretch.since), clamp(stretch.noticed), clamp(stretch.until)];
	const look = lookOfIncident(stretch.state);
	const height = scale.base - 8;
	return (
		<g className={look.tone}>
			<rect x={since} y="8" width={Math.max(0, until - since)} height={height} fill="var(--wash)" />
			<rect x={since} y="8" width={Math.max(0, Math.min(noticed, until) - since)} height={height} fill={`url(#hatch-${look.shape})`} />
		</g>
	);
}

/** What lies above the usual, each stretch's bars in one path. */
function Excess({ matter, scale }: { matter: ChartMatter; scale: Scale }) {
	return matter.stretches.map((stretch) => (
		<path
			key={stretch.id}
			d={matter.quarters
				.filter((quarter) => stretchOf(quarter, matter.stretches) === stretch)
				.map((quarter) => excessOf(quarter, scale))
				.join("")}
			className={lookOfIncident(stretch.state).tone}
			fill="var(--excess)"
			shapeRendering="crispEdges"
		/>
	));
}

function excessOf({ from, until, evidence, expected }: Quarter, { x, y }: Scale): string {
	if (evidence === null || evidence <= expected) return "";
	return `M${x(from)} ${y(evidence)}H${round(x(until) + 0.2)}V${y(expected)}H${x(from)}Z`;
}
