"use client";
// Interaction: what the public will read stands under the decision while it is being written. Without scripts the same
// form posts, and what was typed survives a refusal.
import { useActionState, useState } from "react";
import type { Deed } from "@/lib/desk";
import type { Incident, IncidentState } from "@/lib/incident";
import { deedsFrom, deedWords } from "./deed-words";
import { useHydrated } from "./hydrated";
import { incidentSentence } from "./incident-words";
import { StateWord } from "./shape";
import { lookOfIncident } from "./tone";

/** How the last decision ended: done, or refused with everything kept. */
export type DeskAnswer = { done: Deed | null; problem: string | null; text: string };
export type DeskAction = (before: DeskAnswer, form: FormData) => Promise<DeskAnswer>;

export function DeskForm({ incident, action }: { incident: Incident; action: DeskAction }) {
	const [answer, post, isPending] = useActionState(action, { done: null, problem: null, text: "" });
	return (
		<form action={post} className="grid max-w-measure gap-4">
			{answer.problem && (
				<p role="alert" className="tone-failing border-t-2 border-tone bg-wash p-4">
					{answer.problem}
				</p>
			)}
			{answer.done && <p role="status">Done: {deedWords[answer.done].label.toLowerCase()}.</p>}
			{/* Drawn anew for each version and answer: React empties a form after its action. */}
			<Decision
				key={`${incident.id} ${incident.version} ${answer.problem}`}
				incident={incident}
				typed={answer.text}
				isPending={isPending}
			/>
		</form>
	);
}

function Decision({ incident, typed, isPending }: { incident: Incident; typed: string; isPending: boolean }) {
	const [deed, setDeed] = useState<Deed | null>(null);
	const [text, setText] = useState(typed);
	return (
		<>
			<input type="hidden" name="incident" value={incident.id} />
			<input type="hidden" name="version" value={incident.version} />
			<fieldset>
				<legend className="font-strong">Your decision</legend>
				<div className="mt-2 grid gap-2">
					{deedsFrom[incident.state].map((option) => (
						<label key={option} className="tap">
							<input type="radio" name="deed" value={option} required onChange={() => setDeed(option)} />
							<span>{deedWords[option].label}</span>
							<small>{deedWords[option].hint}</small>
						</label>
					))}
				</div>
			</fieldset>
			<div className="grid gap-2">
				<label htmlFor="text" className="font-strong">
					What the public will read
				</label>
				<textarea
					id="text"
					name="text"
					rows={3}
					maxLength={1000}
					defaultValue={typed}
					onChange={(event) => setText(event.target.value)}
					className="field"
				/>
				<p className="text-s text-ink-2">Plain words, no blame, no links but the vendor’s own. A dismissal needs its reason.</p>
			</div>
			<Preview incident={incident} deed={deed} text={text} />
			<button type="submit" disabled={isPending} className="button button-main justify-self-start">
				{deed ? deedWords[deed].label : "Decide"}
			</button>
		</>
	);
}

const leadsTo: Partial<Record<Deed, IncidentState>> = { confirm: "confirmed", dismiss: "dismissed", resolve: "resolved" };

function Preview({ incident, deed, text }: { incident: Incident; deed: Deed | null; text: string }) {
	if (!useHydrated() || !deed) return null;
	const state = leadsTo[deed] ?? incident.state;
	const look = lookOfIncident(state);
	return (
		<div className={`${look.tone} grid gap-1 rounded-control border border-dashed border-rule-strong bg-wash p-4`}>
			<p className="text-xs text-ink-2">As the public will see it</p>
			<StateWord look={look} />
			<p className="font-strong">{incidentSentence({ ...incident, state })}</p>
			{text && <p>{text}</p>}
		</div>
	);
}
