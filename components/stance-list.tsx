import { type Incident, isOpen } from "@/lib/incident";
import { lagSentence } from "@/lib/lag";
import { silenceOf, stretchesOf, untilOf } from "@/lib/stance";
import { Moment } from "./moment";
import { StanceBar, stanceFills } from "./stance-bar";
import { stanceWords } from "./words";

/** What the vendor said, when, with its source, and how long after the first report. `isPast`: `now` is a time that has passed. */
export function StanceList({ incident, now, isPast = false }: { incident: Incident; now: string; isPast?: boolean }) {
	// Nobody owes a word about what was no trouble.
	if (incident.state === "dismissed" && incident.stance.length === 0) return <p>Nothing, and there was nothing to say.</p>;
	const isAwaited = silenceOf(incident) === null && incident.stance.length === 0;
	return (
		<div className="grid gap-4">
			<p className="max-w-measure">
				{lagSentence(incident, now)}
				{isAwaited && !isPast && " If you have seen a statement, tell whoever runs this site."}
			</p>
			<StanceBar stretches={stretchesOf(incident, untilOf(incident, now))} isOver={isPast || !isOpen(incident)} />
			<ul className="grid max-w-measure gap-2">
				{incident.stance.map((stance) => (
					<li key={`${stance.at} ${stance.value} ${stance.url}`} className="flex flex-wrap items-baseline gap-x-3">
						<Moment at={stance.at} form="day-time" className="font-strong" />
						<span className="inline-flex items-baseline gap-2">
							<svg aria-hidden="true" width="10" height="10">
								<rect width="10" height="10" fill={stanceFills[stance.value]} stroke="var(--ink-2)" strokeWidth="2" />
							</svg>
							{stanceWords[stance.value]}
						</span>
						{stance.url && (
							<a href={stance.url} rel="noopener nofollow" className="text-s">
								Source<span className="sr-only">: {hostOf(stance.url)}</span>
							</a>
						)}
					</li>
				))}
			</ul>
		</div>
	);
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : url;
}
