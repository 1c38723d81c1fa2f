// Six hours at a glance: people whose code failed by the quarter of an hour, the usual as a line. No text in it, so that
// none is scaled; the page of the incident has the chart.
import type { Quarter } from "./chart-matter";

export type SparkQuarter = Pick<Quarter, "from" | "until" | "evidence" | "expected">;
/** By incident. */
export type Sparks = ReadonlyMap<string, readonly SparkQuarter[]>;

const WIDTH = 176;
const HEIGHT = 44;

/** `startedAt`: from there on the band of the incident, and what lies above the usual in its colour. */
export function Spark({ quarters, startedAt }: { quarters: readonly SparkQuarter[]; startedAt: string }) {
	const most = Math.max(1, ...quarters.flatMap(({ evidence, expected }) => [evidence ?? 0, expected]));
	const step = WIDTH / Math.max(1, quarters.length);
	const y = (count: number) => HEIGHT - 1 - ((HEIGHT - 4) * count) / most;
	const since = quarters.findIndex(({ until }) => until > Date.parse(startedAt));
	return (
		<div className="max-w-44">
			<svg role="img" aria-label={labelOf(quarters)} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" className="block">
				{since >= 0 && <rect x={since * step} width={WIDTH - since * step} height={HEIGHT - 1} fill="var(--wash)" />}
				{quarters.map((quarter, place) => (
					<Bar key={quarter.from} quarter={quarter} x={place * step} width={step} y={y} isDuring={since >= 0 && place >= since} />
				))}
				<path
					d={quarters
						.map(({ expected }, place) => `${place === 0 ? "M" : "L"}${((place + 0.5) * step).toFixed(1)} ${y(expected).toFixed(1)}`)
						.join("")}
					fill="none"
					stroke="var(--usual)"
					strokeWidth="1.25"
				/>
				<path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} stroke="var(--ink-3)" />
			</svg>
			<p aria-hidden="true" className="flex justify-between text-xs text-ink-3">
				<span>6 h ago</span>
				<span>now</span>
			</p>
		</div>
	);
}

type BarProps = { quarter: SparkQuarter; x: number; width: number; y: (count: number) => number; isDuring: boolean };

/** Only what lies above the usual, and only inside the incident, takes its colour. What was not told is not drawn. */
function Bar({ quarter: { evidence, expected }, x, width, y, isDuring }: BarProps) {
	if (evidence === null) return null;
	const box = { x: x + 0.4, width: width - 0.8 };
	return (
		<>
			<rect {...box} y={y(evidence)} height={y(0) - y(evidence)} fill="var(--seen-fill)" />
			{isDuring && evidence > expected && <rect {...box} y={y(evidence)} height={y(expected) - y(evidence)} fill="var(--excess)" />}
		</>
	);
}

function labelOf(quarters: readonly SparkQuarter[]): string {
	const counts = quarters.map(({ evidence }) => evidence ?? 0);
	const usual = Math.max(0, ...quarters.map(({ expected }) => expected));
	return `The last six hours, by the quarter of an hour: at most ${Math.round(Math.max(0, ...counts))} people whose code failed, ${Math.round(counts.at(-1) ?? 0)} in the last; usually at most ${usual < 1 ? "1" : Math.round(usual)}.`;
}
