"use client";
// Interaction: a refusal stands above the form, with what was typed. Without scripts the same form posts.
import { useActionState } from "react";
import type { GivenRole } from "@/lib/access";
import { DeskProblem } from "./desk-problem";
import { nothingTyped, type PeopleAction } from "./people-order";

const roleHints = {
	moderator: "Confirms, dismisses and ends incidents, and lists services.",
	admin: "Does the same, and decides who may.",
} as const satisfies Record<GivenRole, string>;

type InviteFormProps = { roles: readonly GivenRole[]; emailLengthMax: number; action: PeopleAction };

export function InviteForm({ roles, emailLengthMax, action }: InviteFormProps) {
	const [answer, post, isPending] = useActionState(action, nothingTyped);
	const { typed, problem } = answer;
	return (
		<form action={post} className="grid max-w-measure gap-4">
			<DeskProblem problem={problem} />
			{/* Drawn anew for each answer: React empties a form after its action. */}
			<div key={JSON.stringify(answer)} className="grid gap-4">
				<label className="grid gap-1">
					<span className="font-strong">Their e-mail address</span>
					<input
						name="email"
						type="email"
						required
						autoComplete="off"
						maxLength={emailLengthMax}
						defaultValue={typed.email}
						aria-invalid={problem !== null}
						className="field"
					/>
				</label>
				<fieldset>
					<legend className="font-strong">As</legend>
					<div className="mt-2 grid gap-2 sm:grid-cols-2">
						{roles.map((role) => (
							<label key={role} className="tap">
								<input type="radio" name="role" value={role} required defaultChecked={role === (typed.role || roles[0])} />
								<span className="first-letter:uppercase">{role}</span>
								<small>{roleHints[role]}</small>
							</label>
						))}
					</div>
				</fieldset>
			</div>
			<button type="submit" name="deed" value="invite" disabled={isPending} className="button button-main justify-self-start">
				Invite
			</button>
		</form>
	);
}
