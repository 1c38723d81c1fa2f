// The world as a grid of slots, one a country, in the five steps of ink: where more than a few people spoke, how many of them
// failed. Drawn on the server; each slot is a link, those with a number can be reached by keyboard, and the table has them all.
import type { PlaceCount } from "@/lib/publish-places";
import { figure } from "@/lib/words";
import { HeatKey } from "./heat-cell";
import { heatStepOf } from "./heat-steps";
import { columns, rows, type Tile, tiles } from "./world-tiles";

type WorldMapProps = {
	counts: ReadonlyMap<string, PlaceCount>;
	/** What a country is called. */
	nameOf(code: string): string;
	label: string;
};

/** A slot with the gap after it: nothing pressable is smaller than 24 px (WCAG 2.5.8). */
const STEP = 25;
const SLOT = 24;

export function WorldMap({ counts, nameOf, label }: WorldMapProps) {
	return (
		<>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
			<section aria-label={`${label}, may scroll sideways`} tabIndex={0} className="-mx-1 overflow-x-auto p-1">
				{/* biome-ignore lint/a11y/useSemanticElements: links drawn in an SVG are a group and no fieldset */}
				<svg viewBox={`0 0 ${columns * STEP} ${rows * STEP}`} role="group" aria-label={label} className="block w-full min-w-[850px]">
					{tiles.map((tile) => (
						<Slot key={tile.code} tile={tile} count={counts.get(tile.code)} name={nameOf(tile.code)} />
					))}
				</svg>
			</section>
			<HeatKey />
		</>
	);
}

function Slot({ tile: { code, column, row }, count, name }: { tile: Tile; count: PlaceCount | undefined; name: string }) {
	const step = count && heatStepOf(count.failed / count.answered);
	const words = count ? `${name}: ${figure(count.failed)} of ${figure(count.answered)} answers failed` : `${name}: a few people, or nobody`;
	return (
		<a href={`/regions/${code}`} aria-label={words} tabIndex={count ? undefined : -1}>
			<title>{words}</title>
			<rect
				x={column * STEP}
				y={row * STEP}
				width={SLOT}
				height={SLOT}
				rx="2"
				fill={step?.fill ?? "transparent"}
				stroke={step ? undefined : "var(--rule)"}
			/>
			<text
				x={column * STEP + SLOT / 2}
				y={row * STEP + SLOT / 2 + 4.5}
				fontSize="13"
				fill={step?.ink ?? "var(--ink-3)"}
				fontWeight={step ? 600 : 400}
				textAnchor="middle"
			>
				{code}
			</text>
		</a>
	);
}
