import type { ReactNode } from "react";
import type { AuditEntry } from "@/lib/desk";
import type { Incident } from "@/lib/incident";
import { namesIn, partyText, sliceText } from "@/lib/incident-title";
import type { ChartMatter } from "./chart-matter";
import { DemoMark } from "./demo-note";
import type { DeskAction } from "./desk-answer";
import { DeskAudit } from "./desk-audit";
import { DeskForm } from "./desk-form";
import { DeskSigns } from "./desk-signs";
import { DeskStance } from "./desk-stance";
import { DeskUndo } from "./desk-undo";
import { Grounds } from "./grounds";
import { Happenings } from "./happenings";
import { faultSentence } from "./incident-words";
import { Moment } from "./moment";
import { NotRead } from "./not-read";
import { StateWord } from "./shape";
import { StanceList } from "./stance-list";
import { TimelineChart } from "./timeline-chart";
import { lookOfIncident } from "./tone";

type DeskCaseProps = {
	incident: Incident;
	matter: ChartMatter | null;
	audit: readonly AuditEntry[];
	action: DeskAction;
	/** What was just done, in a word. */
	done: string | null;
	now: string;
};

/** One incident with all that a decision rests on: the curve, the grounds, what was said and done before. */
export function DeskCase({ incident, matter, audit, action, done, now }: DeskCaseProps) {
	const names = namesIn(incident.names);
	return (
		<div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-8 py-6 wide:ps-8">
			<div className="grid gap-3">
				<Head incident={incident} />
				{done && <p role="status">Done: {done}.</p>}
				<DeskUndo key={incident.id} incident={incident} audit={audit} action={action} />
			</div>
			{matter ? <TimelineChart matter={matter} codes={sliceText(incident.slice, names)} /> : <NotRead what="The reports" />}
			<Part title="Evidence">
				<p className="mb-4 max-w-measure">{faultSentence(incident)}</p>
				<Grounds incident={incident} />
			</Part>
			<Part title="Does it look like a campaign?">
				<DeskSigns incident={incident} />
			</Part>
			<DeskForm key={incident.id} incident={incident} action={action} />
			<Part title={`What ${partyText(incident.slice, names)} said`}>
				<div className="grid gap-4">
					<StanceList incident={incident} now={now} />
					<DeskStance key={incident.id} incident={incident} action={action} />
				</div>
			</Part>
			<Part title="What the public has read">
				<Happenings updates={incident.updates} />
			</Part>
			<Part title="Who did what">
				<DeskAudit entries={audit} />
			</Part>
		</div>
	);
}

function Head({ incident }: { incident: Incident }) {
	return (
		<div>
			<a href="/desk" className="text-s wide:hidden">
				Back to the queue
			</a>
			<p className="flex flex-wrap items-baseline gap-x-3">
				<StateWord look={lookOfIncident(incident.state)} />
				{incident.demo && <DemoMark />}
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
	);
}

function Part({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className="min-w-0">
			<h2 className="mb-2 text-m">{title}</h2>
			{children}
		</section>
	);
}
