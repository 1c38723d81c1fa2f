// A cell of the heat table: the share in ink, the people below it; and three ways of having no number, each drawn its own way.
import type { ReactNode } from "react";
import type { PlaceCell } from "@/lib/place-table";
import { figure } from "@/lib/words";
import { heatStepOf, heatSteps, percent } from "./heat-steps";

export function HeatCell({ cell }: { cell: PlaceCell }) {
	if (cell === "apart")
		return (
			<td>
				<span className="sr-only">does not carry this</span>
			</td>
		);
	if (cell === "nobody")
		return (
			<td className="text-ink-3">
				<span aria-hidden="true">–</span>
				<span className="sr-only">nobody</span>
			</td>
		);
	if (cell === "few")
		return (
			<td className="heat-few">
				a few<span className="sr-only">, or nobody</span>
			</td>
		);
	const { failed, answered, withheld } = cell;
	return (
		<td className={heatStepOf(failed / answered).className}>
			<b>{percent(cell)}</b>
			<small>
				{`${figure(failed)} of ${figure(answered)}`}
				{withheld && (
					<>
						<span aria-hidden="true"> +</span>
						<span className="sr-only">, and perhaps a few more</span>
					</>
				)}
			</small>
		</td>
	);
}

export function HeatKey({ children }: { children: ReactNode }) {
	return (
		<p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-2">
			<span>Share that failed:</span>
			{heatSteps.map(({ words, className }) => (
				<HeatMark key={words} className={className}>
					{words}
				</HeatMark>
			))}
			{children}
		</p>
	);
}

export function HeatMark({ className, children }: { className: string; children: ReactNode }) {
	return (
		<span className="inline-flex items-center gap-1.5">
			<i aria-hidden="true" className={`${className} h-3.5 w-6 rounded-slot`} />
			{children}
		</span>
	);
}
