import type { AuditEntry } from "@/lib/desk";
import type { Incident } from "@/lib/incident";
import type { ChartMatter } from "./chart-matter";
import { type DeskAction, DeskForm } from "./desk-form";
import { Grounds } from "./grounds";
import { Moment } from "./moment";
import { NotRead } from "./not-read";
import { StateWord } from "./shape";
import { TimelineChart } from "./timeline-chart";
import { timelineSentence } from "./timeline-sentence";
import { lookOfIncident } from "./tone";

type DeskCaseProps = { incident: Incident; matter: ChartMatter | null; audit: readonly AuditEntry[]; action: DeskAction };

/** One incident with all that a decision rests on: the curve, the grounds, what was done before. */
export function DeskCase({ incident, matter, audit, action }: DeskCaseProps) {
	return (
		<div className="grid min-w-0 content-start gap-6 py-6 wide:ps-8">
			<div>
				<a href="/desk" className="text-s wide:hidden">
					Back to the queue
				</a>
				<p className="flex flex-wrap items-baseline gap-x-3">
					<StateWord look={lookOfIncident(incident.state)} />
					<span className="text-s text-ink-2">
						started about <Moment at={incident.startedAt} form="day-time" />, opened <Moment at={incident.openedAt} form="day-time" />
					</span>
				</p>
				<h1 className="text-xl">
					<a href={`/incidents/${incident.id}`} className="link-ink">
						{incident.title}
					</a>
				</h1>
			</div>
			{matter ? (
				<TimelineChart matter={matter} label={timelineSentence({ name: incident.serviceName ?? incident.title }, matter)} />
			) : (
				<NotRead what="The reports" />
			)}
			<div>
				<h2 className="mb-2 text-m">Evidence</h2>
				<Grounds incident={incident} />
			</div>
			<DeskForm incident={incident} action={action} />
			<Audit entries={audit} />
		</div>
	);
}

function Audit({ entries }: { entries: readonly AuditEntry[] }) {
	return (
		<div>
			<h2 className="mb-2 text-m">Who did what</h2>
			{entries.length === 0 && <p className="text-s text-ink-2">Nobody has decided anything here yet.</p>}
			<ul className="text-s">
				{entries.map((entry) => (
					<li key={entry.id} className="flex flex-wrap gap-x-4 border-b border-rule py-2">
						<Moment at={entry.at} form="day-time" />
						<span>
							{entry.who}: {entry.deed}
						</span>
					</li>
				))}
			</ul>
		</div>
	);
}
