"use client";
// Interaction: one press takes a deed back; a refusal stands where the button is. Without scripts each is a form.
import { useActionState } from "react";
import type { AuditEntry } from "@/lib/desk";
import type { Incident } from "@/lib/incident";
import { doneWord } from "./deed-words";
import { type DeskAction, nothingTyped } from "./desk-answer";
import { DeskProblem } from "./desk-problem";
import { Moment } from "./moment";

type DeskUndoProps = { incident: Incident; audit: readonly AuditEntry[]; action: DeskAction };

/** What can be taken back, newest first. */
export function DeskUndo({ incident, audit, action }: DeskUndoProps) {
	const [answer, post, isPending] = useActionState(action, nothingTyped);
	const undoable = audit.filter((entry) => entry.canBeUndone);
	if (undoable.length === 0 && answer.problem === null) return null;
	return (
		<div className="grid gap-2">
			<DeskProblem problem={answer.problem} />
			{undoable.map((entry) => (
				<form key={entry.id} action={post}>
					<input type="hidden" name="incident" value={incident.id} />
					<input type="hidden" name="version" value={incident.version} />
					<input type="hidden" name="undoes" value={entry.id} />
					<button type="submit" name="deed" value="undo" disabled={isPending} className="button text-start">
						<span>
							Undo: {doneWord(entry.deed)} by {entry.who} at <Moment at={entry.at} />
						</span>
					</button>
				</form>
			))}
			{undoable.length > 0 && <p className="text-s text-ink-2">The public will read that it was taken back.</p>}
		</div>
	);
}
