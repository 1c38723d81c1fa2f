import type { TooltipContentProps } from "recharts";
import { shareOf } from "@/lib/share";
import { HOUR_MS } from "@/lib/time";
import { figure, people, percent, usually } from "@/lib/words";
import type { Quarter } from "./chart-matter";
import { momentWords } from "./clock-words";
import type { Stop } from "./plot-stops";

/** What the chart says where one points. */
export function PlotReading({ active, payload }: TooltipContentProps) {
	const stop: Stop | undefined = payload[0]?.payload;
	if (!active || !stop?.quarter) return null;
	return <BarReading quarter={stop.quarter} />;
}

/** One bar in words: its time, its people, and the share that failed. */
export function BarReading({ quarter }: { quarter: Quarter }) {
	const share = shareOf(quarter);
	return (
		<div className="rounded-sheet bg-raised px-3 py-2 text-s text-ink shadow-[var(--lift)]">
			<p className="text-xs text-ink-2">{barTimes(quarter)}</p>
			<p>
				<b>{quarter.evidence === null ? "a few" : people(quarter.evidence)}</b> reported, usually {usually(quarter.expected)}
			</p>
			{quarter.failed !== null && quarter.arrived !== null && (
				<p className="text-ink-2">
					{figure(quarter.failed)} of {figure(quarter.failed + quarter.arrived)} who answered failed
				</p>
			)}
			{share && (
				<p className="text-ink-2">
					{percent(share.share)}, likely {percent(share.low)} to {percent(share.high)}
				</p>
			)}
		</div>
	);
}

/** "14:05–14:20", with its day where the bar is long. */
export function barTimes(quarter: Quarter): string {
	const form = isLong(quarter) ? "day-time" : "time";
	const words = (at: number) => momentWords(new Date(at).toISOString(), form, undefined);
	return `${words(quarter.from)}–${words(quarter.until)}`;
}

function isLong({ from, until }: Quarter): boolean {
	return until - from >= HOUR_MS;
}
