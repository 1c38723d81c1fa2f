"use client";
// Interaction: what the public will read stands under the decision while it is being written. Without scripts the same
// form posts, and what was typed survives a refusal.
import { useActionState, useState } from "react";
import { type Decision, decisions, type Incident, life } from "@/lib/incident";
import { decisionText } from "@/lib/incident-text";
import { decisionWords } from "./deed-words";
import { type DeskAction, type DeskTyped, nothingTyped } from "./desk-answer";
import { DeskProblem } from "./desk-problem";
import { useHydrated } from "./hydrated";
import { incidentSentence } from "./incident-words";
import { StateWord } from "./shape";
import { lookOfIncident } from "./tone";

export function DeskForm({ incident, action }: { incident: Incident; action: DeskAction }) {
	const [answer, post, isPending] = useActionState(action, nothingTyped);
	return (
		<form action={post} className="grid max-w-measure gap-4">
			<DeskProblem problem={answer.problem} />
			{/* Drawn anew for each version and answer: React empties a form after its action. */}
			<Deciding
				key={`${incident.id} ${incident.version} ${JSON.stringify(answer)}`}
				incident={incident}
				typed={answer.typed}
				isPending={isPending}
			/>
		</form>
	);
}

function Deciding({ incident, typed, isPending }: { incident: Incident; typed: DeskTyped; isPending: boolean }) {
	const options = decisions.filter((decision) => life[decision].from.some((state) => state === incident.state));
	const [decision, setDecision] = useState<Decision | null>(options.find((one) => one === typed.deed) ?? null);
	const [text, setText] = useState(typed.text);
	return (
		<>
			<input type="hidden" name="incident" value={incident.id} />
			<input type="hidden" name="version" value={incident.version} />
			<fieldset>
				<legend className="font-strong">Your decision</legend>
				<div className="mt-2 grid gap-2">
					{options.map((option) => (
						<label key={option} className="tap">
							<input
								type="radio"
								name="deed"
								value={option}
								required
								defaultChecked={option === typed.deed}
								onChange={() => setDecision(option)}
							/>
							<span>{decisionWords[option].label}</span>
							<small>{decisionWords[option].hint}</small>
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
					defaultValue={typed.text}
					onChange={(event) => setText(event.target.value)}
					className="field"
				/>
				<p className="text-s text-ink-2">Plain words, no blame, no links but the vendor’s own. A dismissal needs its reason.</p>
			</div>
			<Preview incident={incident} decision={decision} text={text.trim()} />
			<button type="submit" disabled={isPending} className="button button-main justify-self-start">
				{decision ? decisionWords[decision].label : "Decide"}
			</button>
		</>
	);
}

function Preview({ incident, decision, text }: { incident: Incident; decision: Decision | null; text: string }) {
	if (!useHydrated() || !decision) return null;
	const state = life[decision].to ?? incident.state;
	const look = lookOfIncident(state);
	return (
		<div className={`${look.tone} grid gap-1 rounded-control border border-dashed border-rule-strong bg-wash p-4`}>
			<p className="text-xs text-ink-2">As the public will see it</p>
			<StateWord look={look} />
			<p className="font-strong">{incidentSentence({ ...incident, state })}</p>
			<p>{decisionText(decision, text)}</p>
		</div>
	);
}
