"use client";
// Interaction: what the vendor has said is noted without leaving the case; what was typed survives a refusal. Without
// scripts the same form posts.
import { useActionState } from "react";
import { type Incident, stanceValues } from "@/lib/incident";
import { namesIn, partyText } from "@/lib/incident-title";
import { type DeskAction, type DeskTyped, nothingTyped } from "./desk-answer";
import { DeskProblem } from "./desk-problem";
import { stanceWords } from "./words";

export function DeskStance({ incident, action }: { incident: Incident; action: DeskAction }) {
	const [answer, post, isPending] = useActionState(action, nothingTyped);
	return (
		<details open={answer.problem !== null || undefined} className="max-w-measure">
			<summary className="min-h-11 content-center font-strong">Note what {partyText(incident.slice, namesIn(incident.names))} said</summary>
			<form action={post} className="mt-2 grid gap-4">
				<DeskProblem problem={answer.problem} />
				<input type="hidden" name="incident" value={incident.id} />
				<input type="hidden" name="version" value={incident.version} />
				<input type="hidden" name="deed" value="record-stance" />
				<Fields key={`${incident.id} ${incident.version} ${JSON.stringify(answer)}`} typed={answer.typed} />
				<button type="submit" disabled={isPending} className="button justify-self-start">
					Note it
				</button>
			</form>
		</details>
	);
}

function Fields({ typed }: { typed: DeskTyped }) {
	return (
		<>
			<div className="grid gap-4 wide:grid-cols-2">
				<label className="grid gap-2">
					<span className="font-strong">Stance</span>
					<select name="value" required defaultValue={typed.value} className="field">
						<option value="">Choose</option>
						{stanceValues.map((value) => (
							<option key={value} value={value}>
								{stanceWords[value]}
							</option>
						))}
					</select>
				</label>
				<label className="grid gap-2">
					<span className="font-strong">When, in UTC</span>
					<input type="datetime-local" name="at" required defaultValue={typed.at} className="field" />
				</label>
			</div>
			<label className="grid gap-2">
				<span className="font-strong">Link to it</span>
				<input type="url" name="url" defaultValue={typed.url} placeholder="https://" className="field" />
			</label>
			<label className="grid gap-2">
				<span className="font-strong">In its own words, if any</span>
				<textarea name="text" rows={2} maxLength={1000} defaultValue={typed.text} className="field" />
			</label>
			<p className="text-s text-ink-2">
				Only “{stanceWords.silent}” goes without a link. Its words are shown as a quote, at the time they were said.
			</p>
		</>
	);
}
