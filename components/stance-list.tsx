import type { Incident, StanceValue } from "@/lib/incident";
import { duration } from "@/lib/words";
import { Moment } from "./moment";
import { stanceWords } from "./words";

/** Empty: silent. Half: said something. Full: fixed, or admitted. */
const marks = {
	silent: "",
	denied: "bg-[linear-gradient(90deg,var(--ink-2)_50%,transparent_50%)]",
	partly_acknowledged: "bg-[linear-gradient(90deg,var(--ink-2)_50%,transparent_50%)]",
	admitted: "bg-ink-2",
	fixed: "bg-ink-2",
} as const satisfies Record<StanceValue, string>;

export function StanceList({ incident }: { incident: Incident }) {
	const first = incident.stance.find((stance) => stance.value !== "silent");
	if (!first) return <p className="max-w-measure">Nothing that we know of. If you have seen a statement, tell whoever runs this site.</p>;
	return (
		<>
			<ul className="grid max-w-measure gap-2">
				{incident.stance.map((stance) => (
					<li key={stance.at} className="flex flex-wrap items-baseline gap-x-3">
						<Moment at={stance.at} form="day-time" className="font-strong" />
						<span className="inline-flex items-baseline gap-2">
							<i className={`size-2 border-[1.5px] border-ink-2 ${marks[stance.value]}`} />
							{stanceWords[stance.value]}
						</span>
						{stance.url && (
							<a href={stance.url} rel="noopener nofollow" className="text-s">
								Source
							</a>
						)}
					</li>
				))}
			</ul>
			<p className="mt-3 text-s text-ink-2">First word after {duration(Date.parse(first.at) - Date.parse(incident.startedAt))}.</p>
		</>
	);
}
