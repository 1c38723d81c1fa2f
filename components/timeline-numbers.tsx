// The numbers of a chart as a table, for who would rather read than look.

import { ANSWERS_MIN, type Share, shareOf } from "@/lib/share";
import { DAY_MS } from "@/lib/time";
import { barWords, figure, percent, usually } from "@/lib/words";
import type { ChartMatter, Quarter } from "./chart-matter";
import { momentWords } from "./clock-words";

export function TimelineNumbers({ matter, zone }: { matter: ChartMatter; zone: "UTC" | undefined }) {
	const isLong = matter.to - matter.from > DAY_MS;
	const words = (at: number) => momentWords(new Date(at).toISOString(), isLong ? "day-time" : "time", zone).replace(" UTC", "");
	return (
		<details className="mt-2">
			<summary className="inline-block py-2 text-s font-mid text-act">The same as numbers</summary>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
			<section tabIndex={0} aria-label={`Reports per ${barWords(matter.barMinutes)}`} className="max-h-80 max-w-measure overflow-y-auto">
				<table className="ruled figures">
					<thead>
						<tr>
							<th scope="col">From, {zone === "UTC" ? "UTC" : "your time"}</th>
							<th scope="col">Reported</th>
							<th scope="col">Usual</th>
							<th scope="col">Failed, of who answered</th>
							<th scope="col">Share</th>
						</tr>
					</thead>
					<tbody>
						{matter.quarters.toReversed().map((quarter) => (
							<tr key={quarter.from}>
								<th scope="row">{`${words(quarter.from)}–${words(quarter.until)}`}</th>
								<td>{quarter.evidence === null ? "a few" : figure(quarter.evidence)}</td>
								<td>{usually(quarter.expected)}</td>
								<td>{answeredOf(quarter)}</td>
								<td>{shareWords(shareOf(quarter))}</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
			<p className="mt-2 max-w-measure text-xs text-ink-2">
				“Reported” is what is left after <a href="/method">thinning</a>; it stands beside the usual number. A share is told where at least{" "}
				{ANSWERS_MIN} people answered.
			</p>
		</details>
	);
}

/** A count that is withheld is told as "a few". */
function answeredOf({ failed, arrived }: Quarter): string {
	return failed === null || arrived === null ? "a few" : `${figure(failed)} of ${figure(failed + arrived)}`;
}

function shareWords(share: Share | null): string {
	return share ? percent(share.share) : "–";
}
