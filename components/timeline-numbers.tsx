// The numbers of a chart as a table, for who would rather read than look.

import { figure, usually } from "@/lib/words";
import type { ChartMatter } from "./chart-matter";
import { momentWords } from "./clock-words";

export function TimelineNumbers({ matter, zone }: { matter: ChartMatter; zone: "UTC" | undefined }) {
	const words = (at: number) => momentWords(new Date(at).toISOString(), "time", zone).replace(" UTC", "");
	return (
		<details className="mt-2">
			<summary className="inline-block py-2 text-s font-mid text-act">The same as numbers</summary>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
			<section tabIndex={0} aria-label={`Reports per ${matter.barMinutes} minutes`} className="max-h-80 max-w-measure overflow-y-auto">
				<table className="ruled">
					<thead>
						<tr>
							<th scope="col">From, {zone === "UTC" ? "UTC" : "your time"}</th>
							<th scope="col" className="figure">
								Failed
							</th>
							<th scope="col" className="figure">
								Usual
							</th>
							<th scope="col" className="figure">
								In time
							</th>
						</tr>
					</thead>
					<tbody>
						{matter.quarters.toReversed().map((quarter) => (
							<tr key={quarter.from}>
								<th scope="row">
									{words(quarter.from)}–{words(quarter.until)}
								</th>
								<td className="figure">{figureOf(quarter.evidence)}</td>
								<td className="figure">{usually(quarter.expected)}</td>
								<td className="figure">{figureOf(quarter.arrived)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</details>
	);
}

/** A count that is withheld is told as "a few". */
function figureOf(count: number | null): string {
	return count === null ? "a few" : figure(count);
}
