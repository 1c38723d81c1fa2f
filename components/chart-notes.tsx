// What is written over the curve: numbered flags, the same numbers as in the list, and when the trouble began. Flags step
// aside with a leader and never overlap; where there is no room for all, the first, the last and the vendor's stay.
import type { ChartMatter, Flag } from "./chart-matter";
import { momentWords } from "./clock-words";

const SIDE = 18;
const GAP = 3;
const ROOM_FOR_ALL = 600;
/** Room for "Started about 14:05" beside the unit of the scale, which stands on the same line. */
const LABEL_ROOM = 290;

type ChartNotesProps = { matter: ChartMatter; x: (at: number) => number; base: number; width: number; zone: "UTC" | undefined };

export function ChartNotes({ matter, x, base, width, zone }: ChartNotesProps) {
	const { flags } = matter;
	const shown =
		width >= ROOM_FOR_ALL ? flags : flags.filter((flag, order) => order === 0 || order === flags.length - 1 || flag.by === "vendor");
	const places = placesOf(
		shown.map((flag) => x(Date.parse(flag.at))),
		width,
	);
	return (
		<>
			<StartLabel matter={matter} x={x} zone={zone} firstFlag={places[0] ?? width} />
			{shown.map((flag, order) => (
				<FlagMark key={flag.number} flag={flag} at={x(Date.parse(flag.at))} place={places[order] ?? 0} base={base} />
			))}
		</>
	);
}

function StartLabel({ matter, x, zone, firstFlag }: Pick<ChartNotesProps, "matter" | "x" | "zone"> & { firstFlag: number }) {
	const stretch = matter.stretches.at(-1);
	if (!stretch || stretch.since < matter.from) return null;
	const end = Math.min(x(stretch.since), firstFlag - SIDE / 2) - 8;
	if (end < LABEL_ROOM) return null;
	return (
		<text x={end} y="22" textAnchor="end" className="axis halo fill-ink font-[600]">
			Started about {momentWords(new Date(stretch.since).toISOString(), "time", zone)}
		</text>
	);
}

function FlagMark({ flag, at, place, base }: { flag: Flag; at: number; place: number; base: number }) {
	const isHollow = flag.by === "vendor";
	return (
		<g>
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
}

/** Pushes flags apart from left to right, then back from the right edge. */
function placesOf(wanted: readonly number[], width: number): number[] {
	const places: number[] = [];
	for (const at of wanted) places.push(Math.max(at, SIDE / 2, (places.at(-1) ?? -SIDE) + SIDE + GAP));
	let room = width - SIDE / 2;
	for (let order = places.length - 1; order >= 0; order--) {
		const place = Math.min(places[order] ?? room, room);
		places[order] = place;
		room = place - SIDE - GAP;
	}
	return places;
}
