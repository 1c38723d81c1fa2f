import { type Incident, isOpen } from "@/lib/incident";
import { silenceOf, stretchesOf, untilOf } from "@/lib/stance";
import { duration } from "@/lib/words";
import { Moment } from "./moment";
import { StanceBar, stanceFills } from "./stance-bar";
import { stanceWords } from "./words";

/** What the vendor said, when, with its source, and how long after the first report. */
export function StanceList({ incident, now }: { incident: Incident; now: string }) {
	// Nobody owes a word about what was no trouble.
	if (incident.state === "dismissed" && incident.stance.length === 0) return <p>Nothing, and there was nothing to say.</p>;
	const until = untilOf(incident, now);
	const silence = silenceOf(incident);
	return (
		<div className="grid gap-4">
			<StanceBar stretches={stretchesOf(incident, until)} isOver={!isOpen(incident)} />
			<p className="max-w-measure">{silenceSentence(silence, incident, until)}</p>
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

function silenceSentence(silence: number | null, { startedAt, stance }: Incident, until: string): string {
	if (silence === 0) return "It spoke before the first report came.";
	if (silence !== null) return `Silent for ${duration(silence)} after the first report.`;
	const soFar = duration(Date.parse(until) - Date.parse(startedAt));
	const seen = stance.length > 0 ? "" : " If you have seen a statement, tell whoever runs this site.";
	return `Nothing that we know of, ${soFar} after the first report.${seen}`;
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : url;
}
