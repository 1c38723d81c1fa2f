import type { TooltipContentProps } from "recharts";
import { people, usually } from "@/lib/words";
import { momentWords } from "./clock-words";
import type { Stop } from "./plot-stops";

/** What the chart says where one points. */
export function PlotReading({ active, payload }: TooltipContentProps) {
	const stop: Stop | undefined = payload[0]?.payload;
	if (!active || !stop?.quarter) return null;
	const { from, until, evidence, expected, arrived } = stop.quarter;
	const words = (at: number) => momentWords(new Date(at).toISOString(), "time", undefined);
	return (
		<div className="rounded-sheet bg-raised px-3 py-2 text-s text-ink shadow-[var(--lift)]">
			<p className="text-xs text-ink-2">
				{words(from)}–{words(until)}
			</p>
			<p>
				<b>{evidence === null ? "a few" : people(evidence)}</b> failed{expected !== null && `, usually ${usually(expected)}`}
			</p>
			{arrived !== null && arrived > 0 && <p className="text-ink-2">{people(arrived)} got it in time</p>}
		</div>
	);
}
