// The hours under the drawn chart; the end of its axis is named by its time.
import { hoursApartOf, hoursOf } from "./axis-hours";
import type { ChartMatter } from "./chart-matter";
import { momentWords } from "./clock-words";
import type { Scale } from "./figure-scale";

/** Room that "now" keeps free at the end of the axis, in pixels. */
const NOW_ROOM = 90;

export function Hours({ matter, scale, zone }: { matter: ChartMatter; scale: Scale; zone: "UTC" | undefined }) {
	const hours = hoursOf(matter.from, matter.to, hoursApartOf(matter, scale.size.isWide), zone);
	return (
		<>
			{hours
				.filter(({ at }) => scale.x(at) > 24 && scale.x(at) < scale.size.width - NOW_ROOM)
				.map(({ at, isMidnight }) => (
					<g key={at}>
						<path d={`M${scale.x(at)} ${scale.base}v5`} stroke="var(--ink-3)" />
						<text x={scale.x(at)} y={scale.base + 19} textAnchor="middle" className={isMidnight ? "axis fill-ink font-[600]" : "axis"}>
							{axisWords(at, isMidnight, zone)}
						</text>
					</g>
				))}
			<text x={scale.size.width} y={scale.base + 19} textAnchor="end" className="axis">
				{axisWords(matter.to, false, zone)}
				{zone === "UTC" && " UTC"}
			</text>
		</>
	);
}

function axisWords(at: number, isMidnight: boolean, zone: "UTC" | undefined): string {
	return momentWords(new Date(at).toISOString(), isMidnight ? "day" : "time", zone).replace(" UTC", "");
}
