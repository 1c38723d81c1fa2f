import { type Incident, isOpen as isOpenIncident } from "@/lib/incident";
import { duration } from "@/lib/words";
import { DemoMark } from "./demo-note";
import { StateWord } from "./shape";
import { lookOfIncident } from "./tone";

type DeskQueueProps = {
	queue: readonly Incident[];
	/** The case beside the queue: the first one when nobody chose. */
	chosen: string | null;
	/** Somebody chose it: on a phone the queue gives way. */
	isOpen: boolean;
	now: Date;
};

/** What waits for a decision stands first. On a phone it is a screen of its own. */
export function DeskQueue({ queue, chosen, isOpen, now }: DeskQueueProps) {
	const current = queue.filter((incident) => isOpenIncident(incident));
	const ended = queue.filter((incident) => !isOpenIncident(incident));
	return (
		<nav aria-label="Queue" className={`border-rule wide:border-e ${isOpen ? "max-wide:hidden" : ""}`}>
			{!isOpen && <h1 className={`py-4 text-xl ${chosen === null ? "" : "wide:hidden"}`}>To decide</h1>}
			{current.length === 0 && <p className="pt-2 pb-6 text-ink-2">Nothing waits for a decision. That is usual.</p>}
			<Cases cases={current} chosen={chosen} now={now} />
			{ended.length > 0 && <h2 className="px-3 pt-6 pb-2 text-s text-ink-2">Ended, in the last day or not yet back to usual</h2>}
			<Cases cases={ended} chosen={chosen} now={now} />
		</nav>
	);
}

function Cases({ cases, chosen, now }: { cases: readonly Incident[]; chosen: string | null; now: Date }) {
	return (
		<ul>
			{cases.map((incident) => (
				<li key={incident.id} className="border-b border-rule">
					<a
						href={`/desk?incident=${incident.id}`}
						aria-current={incident.id === chosen ? "true" : undefined}
						className="grid gap-0.5 p-3 text-s text-ink no-underline aria-[current]:bg-raised aria-[current]:shadow-[inset_3px_0_0_var(--act)]"
					>
						<span className="flex justify-between gap-2">
							<span className="flex gap-2">
								<StateWord look={lookOfIncident(incident.state)} />
								{incident.demo && <DemoMark />}
							</span>
							<span className="text-ink-2">{duration(now.getTime() - Date.parse(incident.openedAt))}</span>
						</span>
						<b className="text-m leading-[1.35]">{incident.title}</b>
						{incident.campaign && <span className="tone-possible font-mid text-tone">Looks coordinated: only you can confirm it.</span>}
						<span className="text-ink-2">
							{Math.round(incident.verdict.observed)} people in {incident.verdict.windowMinutes} min, score{" "}
							{incident.verdict.score.toFixed(1)}, threshold {incident.verdict.threshold.toFixed(1)}
						</span>
					</a>
				</li>
			))}
		</ul>
	);
}
