// Numbered flags over the curve, the same numbers as in the list. They step aside with a leader and never overlap;
// where there is no room for all, the first, the last and what the service said stay.
import type { Flag } from "./chart-matter";

const SIDE = 18;
const GAP = 3;
const ROOM_FOR_ALL = 600;

type ChartFlagsProps = { flags: readonly Flag[]; x: (at: number) => number; base: number; width: number };

export function ChartFlags({ flags, x, base, width }: ChartFlagsProps) {
	const shown =
		width >= ROOM_FOR_ALL ? flags : flags.filter((flag, place) => place === 0 || place === flags.length - 1 || flag.by === "vendor");
	const places = placesOf(
		shown.map((flag) => x(Date.parse(flag.at))),
		width,
	);
	return shown.map((flag, order) => {
		const at = x(Date.parse(flag.at));
		const place = places[order] ?? at;
		const isHollow = flag.by === "vendor";
		return (
			<g key={flag.number}>
				<path d={`M${place} 26L${at} 37`} stroke="var(--ink)" />
				<path d={`M${at} 37V${base}`} stroke="var(--ink)" strokeDasharray="2 3" />
				<rect
					x={place - SIDE / 2}
					y="8"
					width={SIDE}
					height={SIDE}
					rx="2"
					fill={isHollow ? "var(--paper)" : "var(--ink)"}
					stroke="var(--ink)"
					strokeWidth="1.5"
				/>
				<text x={place} y="21.5" textAnchor="middle" fontSize="13" fontWeight="680" fill={isHollow ? "var(--ink)" : "var(--paper)"}>
					{flag.number}
				</text>
			</g>
		);
	});
}

/** Pushes flags apart from left to right, then back from the right edge. */
function placesOf(wanted: readonly number[], width: number): number[] {
	const apart = SIDE + GAP;
	const forward = wanted.reduce<number[]>((placed, at) => [...placed, Math.max(at, (placed.at(-1) ?? -apart) + apart, SIDE / 2)], []);
	return forward.reduceRight<number[]>((placed, at) => [Math.min(at, (placed[0] ?? width - SIDE / 2 + apart) - apart), ...placed], []);
}
