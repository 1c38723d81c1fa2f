// A timeline for its sheet: the same drawings as on the page, at their wide width.
import type { ChartMatter } from "./chart-matter";
import { wideFigure } from "./figure-scale";
import { hasLane } from "./lane-matter";
import { LANE_HEIGHT, LaneDrawing } from "./share-lane";
import type { Body } from "./sheet";
import { TimelineDrawing } from "./timeline-figure";

const GAP = 8;

export function chartBody(matter: ChartMatter): Body {
	const { width, height } = wideFigure;
	const isLaned = hasLane(matter);
	const drawing = (
		<>
			<TimelineDrawing matter={matter} size={wideFigure} zone="UTC" />
			{isLaned && (
				<g transform={`translate(0 ${height + GAP})`}>
					<LaneDrawing matter={matter} width={width} />
				</g>
			)}
		</>
	);
	return { drawing, height: height + (isLaned ? GAP + LANE_HEIGHT : 0), key: keyOf(matter) };
}

/** How to read it, for whoever sees it elsewhere. */
function keyOf(matter: ChartMatter): readonly string[] {
	return [
		"Steps: people who reported a failure, each once in six hours. Thin line: what is usual.",
		...(matter.flags.length > 0 ? ["Numbers: what was written about the incident, in full at the address below."] : []),
		...(hasLane(matter)
			? ["Below: of those who answered, the share whose code failed, with the margin it lies in nine times of ten."]
			: []),
	];
}
