import type { StanceValue } from "@/lib/incident";
import type { StanceStretch } from "@/lib/stance";
import { duration } from "@/lib/words";
import { Moment } from "./moment";
import { stanceWords } from "./words";

/** Empty: silent. Striped: said something. Full: admitted, or says it is fixed. */
export const stanceFills = {
	silent: "var(--paper)",
	denied: "url(#stance-stripes)",
	partly_acknowledged: "url(#stance-stripes)",
	admitted: "var(--ink-2)",
	fixed: "var(--ink-2)",
} as const satisfies Record<StanceValue, string>;

const lengthOf = ({ from, to }: { from: string; to: string }) => Date.parse(to) - Date.parse(from);

/** How long the vendor said what: the incident as one bar. */
export function StanceBar({ stretches, isOver }: { stretches: readonly StanceStretch[]; isOver: boolean }) {
	const [first] = stretches;
	const last = stretches.at(-1);
	if (!first || !last) return null;
	const whole = lengthOf({ from: first.from, to: last.to });
	const share = (ms: number) => `${((100 * ms) / whole).toFixed(2)}%`;
	const words = stretches.map((one) => `${stanceWords[one.value]}, ${duration(lengthOf(one))}`);
	return (
		<div className="grid gap-1 text-xs">
			<p className="flex flex-wrap justify-between gap-x-4 font-strong">
				<span>{words[0]}</span>
				{first !== last && <span>{stanceWords[last.value]}</span>}
			</p>
			<svg role="img" aria-label={words.join("; ")} width="100%" height="14" className="overflow-visible">
				<pattern id="stance-stripes" width="4" height="4" patternUnits="userSpaceOnUse">
					<rect width="2" height="4" fill="var(--ink-2)" />
				</pattern>
				{stretches.map((one) => (
					<rect
						key={one.from}
						x={share(lengthOf({ from: first.from, to: one.from }))}
						y="1"
						width={share(lengthOf(one))}
						height="12"
						fill={stanceFills[one.value]}
						stroke="var(--ink-2)"
						strokeWidth="1.25"
					/>
				))}
			</svg>
			<p className="flex justify-between text-ink-3">
				<Moment at={first.from} form="day-time" />
				{isOver ? <Moment at={last.to} form="day-time" /> : <span>now</span>}
			</p>
		</div>
	);
}
