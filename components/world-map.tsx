// The world as a grid of slots, one a country, in the five steps of ink: where enough people spoke, how many of them failed.
// Drawn twice, by the server: with a link in each slot where there is room, without letters where there is not. Slots with a
// number are reached by keyboard; the table below has the same.
import type { PlaceCount } from "@/lib/publish-places";
import { figure } from "@/lib/words";
import { HeatKey, HeatMark } from "./heat-cell";
import { heatStepOf } from "./heat-steps";
import { columns, rows, type Tile, tiles } from "./world-tiles";

type WorldMapProps = {
	counts: ReadonlyMap<string, PlaceCount>;
	/** What a country is called. */
	nameOf(code: string): string;
	label: string;
};

/** Nothing pressable is smaller than 24 px (WCAG 2.5.8), and a slot lies in its step. */
const STEP = 26;
const SLOT = 24;
/** On a phone. */
const SMALL_STEP = 11;
const SMALL_SLOT = 10;

export function WorldMap({ counts, nameOf, label }: WorldMapProps) {
	return (
		<>
			<svg
				viewBox={`0 0 ${columns * SMALL_STEP} ${rows * SMALL_STEP}`}
				role="img"
				aria-label={label}
				className="block w-full min-[72rem]:hidden"
			>
				{tiles.map((tile) => (
					<Square key={tile.code} tile={tile} count={counts.get(tile.code)} step={SMALL_STEP} size={SMALL_SLOT} />
				))}
			</svg>
			{/* biome-ignore lint/a11y/useSemanticElements: links drawn in an SVG are a group and no fieldset */}
			<svg viewBox={`0 0 ${columns * STEP} ${rows * STEP}`} role="group" aria-label={label} className="block w-full max-[72rem]:hidden">
				{tiles.map((tile) => (
					<Slot key={tile.code} tile={tile} count={counts.get(tile.code)} name={nameOf(tile.code)} />
				))}
			</svg>
			<HeatKey>
				<HeatMark className="shadow-[inset_0_0_0_1px_var(--rule-strong)]">a few, or nobody</HeatMark>
			</HeatKey>
		</>
	);
}

function Slot({ tile, count, name }: { tile: Tile; count: PlaceCount | undefined; name: string }) {
	const step = count && heatStepOf(count.failed / count.answered);
	const words = count ? `${name}: ${figure(count.failed)} of ${figure(count.answered)} answers failed` : `${name}: a few, or nobody`;
	return (
		<a href={`/regions/${tile.code}`} aria-label={words} tabIndex={count ? undefined : -1} className="no-underline">
			<title>{words}</title>
			<Square tile={tile} count={count} step={STEP} size={SLOT} />
			<text
				x={(tile.column + 0.5) * STEP}
				y={tile.row * STEP + 17.5}
				fontSize="13.3"
				fill={step?.ink ?? "var(--ink-3)"}
				fontWeight={step ? 600 : 400}
				textAnchor="middle"
			>
				{tile.code}
			</text>
		</a>
	);
}

type SquareProps = { tile: Tile; count: PlaceCount | undefined; step: number; size: number };

function Square({ tile: { column, row }, count, step, size }: SquareProps) {
	const gap = (step - size) / 2;
	return (
		<rect
			x={column * step + gap}
			y={row * step + gap}
			width={size}
			height={size}
			rx={size / 12}
			fill={count ? heatStepOf(count.failed / count.answered).fill : "transparent"}
			stroke={count ? "var(--ink-3)" : "var(--rule-strong)"}
			strokeWidth={count ? 1 : 0.6}
			vectorEffect="non-scaling-stroke"
		/>
	);
}
