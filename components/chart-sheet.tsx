// A chart as it is taken along: on a sheet of its own, with what it is of above it, and below it how to read it, where it is
// from, as of when and under which licence. The same drawings as on the page, at their wide width.
import type { ChartMatter } from "./chart-matter";
import { wideFigure } from "./figure-scale";
import { hasLane } from "./lane-matter";
import { ShapeHatches } from "./shape";
import { LANE_HEIGHT, LaneDrawing } from "./share-lane";
import { TimelineDrawing } from "./timeline-figure";

const MARGIN = 32;
const HEAD = 84;
const LINE = 19;

export type Sheet = { title: string; window: string; foot: readonly string[] };

export function sheetSize(matter: ChartMatter, { foot }: Sheet): { width: number; height: number } {
	const lane = hasLane(matter) ? LANE_HEIGHT + 8 : 0;
	const lines = keyLines(matter).length + foot.length;
	return { width: wideFigure.width + 2 * MARGIN, height: HEAD + wideFigure.height + lane + 20 + LINE * lines + MARGIN };
}

/** How to read it, for whoever sees it elsewhere. */
function keyLines(matter: ChartMatter): readonly string[] {
	const lane = "Below: of those who answered, the share whose code failed, with the margin it lies in nine times of ten.";
	const flags = matter.flags.length > 0 ? " Numbers: what was written about the incident, in full at the address below." : "";
	return [
		`Steps: people who reported a failure, each once in six hours. Thin line: what is usual.${flags}`,
		...(hasLane(matter) ? [lane] : []),
	];
}

export function ChartSheet({ matter, sheet }: { matter: ChartMatter; sheet: Sheet }) {
	const { width, height } = sheetSize(matter, sheet);
	const lines = [...keyLines(matter), ...sheet.foot];
	const footTop = height - MARGIN - LINE * lines.length + LINE - 4;
	return (
		<svg
			xmlns="http://www.w3.org/2000/svg"
			viewBox={`0 0 ${width} ${height}`}
			width={width}
			height={height}
			fontFamily="Atkinson Hyperlegible Next, Atkinson Hyperlegible, system-ui, sans-serif"
		>
			<title>{`${sheet.title}, ${sheet.window}`}</title>
			<defs>
				<ShapeHatches />
			</defs>
			<rect width={width} height={height} fill="var(--paper)" />
			<text x={MARGIN} y="42" className="headline">
				{sheet.title}
			</text>
			<text x={MARGIN} y="64" className="caption">
				{sheet.window}
			</text>
			<g transform={`translate(${MARGIN} ${HEAD})`}>
				<TimelineDrawing matter={matter} size={wideFigure} zone="UTC" />
			</g>
			{hasLane(matter) && (
				<g transform={`translate(${MARGIN} ${HEAD + wideFigure.height + 8})`}>
					<LaneDrawing matter={matter} width={wideFigure.width} />
				</g>
			)}
			{lines.map((line, place) => (
				<text key={line} x={MARGIN} y={footTop + place * LINE} className="caption">
					{line}
				</text>
			))}
		</svg>
	);
}
