"use client";
// Interaction: the pointer or the arrow keys walk along the lane of shares and read each bar's exact share.
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { shareOf } from "@/lib/share";
import { figure, percent } from "@/lib/words";
import type { ChartMatter, Quarter } from "./chart-matter";
import { BarReading, barTimes } from "./plot-reading";
import { ShareLane } from "./share-lane";

type LaneReadingProps = { matter: ChartMatter; width: number; label: string };

export function LaneReading({ matter, width, label }: LaneReadingProps) {
	const { quarters } = matter;
	const [place, setPlace] = useState<number | null>(null);
	const last = quarters.length - 1;
	const quarter = place === null ? undefined : quarters[place];
	const point = (event: PointerEvent) => {
		const { left, width: across } = event.currentTarget.getBoundingClientRect();
		setPlace(placeAt(matter, (event.clientX - left) / across));
	};
	const walk = (event: KeyboardEvent) => {
		const next = walked(event.key, place ?? last, last);
		if (next === undefined) return;
		event.preventDefault();
		setPlace(next);
	};
	return (
		<div
			dir="ltr"
			role="slider"
			tabIndex={0}
			aria-label={label}
			aria-valuemin={0}
			aria-valuemax={last}
			aria-valuenow={place ?? last}
			aria-valuetext={wordsOf(quarter ?? quarters[last])}
			className="relative touch-pan-y"
			onPointerDown={point}
			onPointerMove={point}
			onPointerLeave={({ pointerType }) => pointerType === "mouse" && setPlace(null)}
			onFocus={() => setPlace((now) => now ?? last)}
			onBlur={() => setPlace(null)}
			onKeyDown={walk}
		>
			<div aria-hidden="true">
				<ShareLane matter={matter} width={width} label={label} />
				{quarter && <Pointed quarter={quarter} fraction={fractionOf(matter, quarter)} />}
			</div>
		</div>
	);
}

function Pointed({ quarter, fraction }: { quarter: Quarter; fraction: number }) {
	const at = `${100 * fraction}%`;
	const side = fraction < 0.5 ? { insetInlineStart: at } : { insetInlineEnd: `${100 - 100 * fraction}%` };
	return (
		<>
			<div className="pointer-events-none absolute inset-y-0 border-s border-ink-3" style={{ insetInlineStart: at }} />
			<div className="pointer-events-none absolute bottom-full z-10 w-max max-w-[60%]" style={side}>
				<BarReading quarter={quarter} />
			</div>
		</>
	);
}

/** Where a key leads; `null`: away from every bar, `undefined`: it leads nowhere. */
function walked(key: string, place: number, last: number): number | null | undefined {
	const ways: Readonly<Record<string, number | null>> = {
		ArrowLeft: Math.max(0, place - 1),
		ArrowDown: Math.max(0, place - 1),
		ArrowRight: Math.min(last, place + 1),
		ArrowUp: Math.min(last, place + 1),
		Home: 0,
		End: last,
		Escape: null,
	};
	return ways[key];
}

/** The bar under the pointer, or the nearest one. */
function placeAt({ quarters, from, to }: ChartMatter, fraction: number): number {
	const at = from + fraction * (to - from);
	const apart = ({ from: begins, until }: Quarter) => Math.max(begins - at, at - until, 0);
	return quarters.reduce((best, quarter, place) => {
		const nearest = quarters[best];
		return nearest && apart(nearest) <= apart(quarter) ? best : place;
	}, 0);
}

function fractionOf({ from, to }: ChartMatter, quarter: Quarter): number {
	return Math.min(1, Math.max(0, ((quarter.from + quarter.until) / 2 - from) / (to - from)));
}

function wordsOf(quarter: Quarter | undefined): string {
	if (!quarter) return "";
	const { failed, arrived } = quarter;
	const share = shareOf(quarter);
	if (failed === null || arrived === null) return `${barTimes(quarter)}: a few`;
	const counts = `${barTimes(quarter)}: ${figure(failed)} of ${figure(failed + arrived)} who answered failed`;
	return share ? `${counts}, ${percent(share.share)}` : `${counts}, too few for a share`;
}
