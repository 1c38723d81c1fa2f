// The lane below a timeline: of those who answered, the share whose code failed. A line with the bounds it lies within nine
// times of ten; where too few answered it breaks, and a dotted foot says so. Drawn from 0 to 100 %, on the timeline's own times.

import type { ChartMatter } from "./chart-matter";
import { round } from "./figure-scale";
import { type LanePoint, laneOf } from "./lane-matter";
import { lookOfIncident } from "./tone";

const TOP = 22;
const DEPTH = 66;
export const LANE_HEIGHT = TOP + DEPTH + 10;

type LaneScale = { x: (at: number) => number; y: (share: number) => number };

/** The lane as a drawing of its own, as wide as the timeline above it. */
export function ShareLane({ matter, width, label }: { matter: ChartMatter; width: number; label: string }) {
	return (
		<svg viewBox={`0 0 ${width} ${LANE_HEIGHT}`} role="img" aria-label={label} className="block h-auto w-full overflow-visible">
			<LaneDrawing matter={matter} width={width} />
		</svg>
	);
}

export function LaneDrawing({ matter, width }: { matter: ChartMatter; width: number }) {
	const { runs, feet } = laneOf(matter.quarters);
	const scale = scaleOf(matter, width);
	return (
		<>
			{matter.stretches.map(({ id, state, since, until }) => {
				const [start, end] = [scale.x(since), scale.x(until)];
				return (
					<g key={id} className={lookOfIncident(state).tone}>
						<rect x={start} y={TOP} width={round(Math.max(0, end - start))} height={DEPTH} fill="var(--wash)" />
					</g>
				);
			})}
			{[1, 0.5].map((share) => (
				<path key={share} d={`M0 ${scale.y(share)}H${width}`} stroke="var(--rule)" />
			))}
			{runs.map((run) => (
				<Run key={run[0]?.from} run={run} scale={scale} />
			))}
			<path d={`M0 ${scale.y(0)}H${width}`} stroke="var(--ink-3)" />
			{feet.map(({ from, until }) => (
				<path key={from} d={`M${scale.x(from)} ${scale.y(0) + 4}H${scale.x(until)}`} stroke="var(--rule-strong)" strokeDasharray="2 2" />
			))}
			<text x="0" y={scale.y(1) - 5} className="axis halo">
				100% of those who answered
			</text>
			<text x="0" y={scale.y(0.5) - 5} className="axis halo">
				50
			</text>
		</>
	);
}

/** From middle to middle; over its whole width where a bar stands alone. */
function Run({ run, scale: { x, y } }: { run: readonly LanePoint[]; scale: LaneScale }) {
	const [first] = run;
	const isAlone = run.length === 1;
	const stops = run.flatMap((point) =>
		(isAlone ? [point.from, point.until] : [(point.from + point.until) / 2]).map((at) => ({ at, point })),
	);
	const line = (of: (point: LanePoint) => number, row = stops) => row.map(({ at, point }) => `${x(at)} ${y(of(point))}`).join("L");
	if (!first) return null;
	return (
		<>
			<path d={`M${line(({ high }) => high)}L${line(({ low }) => low, stops.toReversed())}Z`} fill="var(--usual)" fillOpacity="0.22" />
			<path d={`M${line(({ share }) => share)}`} fill="none" stroke="var(--seen)" strokeWidth="1.5" />
		</>
	);
}

function scaleOf({ from, to }: ChartMatter, width: number): LaneScale {
	return {
		x: (at) => round(Math.min(1, Math.max(0, (at - from) / (to - from))) * width),
		y: (share) => round(TOP + (1 - share) * DEPTH),
	};
}
