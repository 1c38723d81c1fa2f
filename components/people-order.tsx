"use client";
// Interaction: one press does one deed on people; a refusal stands where the button is. Without scripts each is a form.
import { useActionState } from "react";
import type { PeopleOrder } from "@/lib/people";
import { DeskProblem } from "./desk-problem";

export type PeopleAnswer = { problem: string | null; typed: { email: string; role: string } };
export type PeopleAction = (before: PeopleAnswer, form: FormData) => Promise<PeopleAnswer>;

export const nothingTyped: PeopleAnswer = { problem: null, typed: { email: "", role: "" } };

/** A button that gives this order; `label` names it for whoever does not see beside whom it stands. */
export function PeopleOrderButton({
	order,
	word,
	label,
	action,
}: {
	order: PeopleOrder;
	word: string;
	label?: string;
	action: PeopleAction;
}) {
	const [{ problem }, post, isPending] = useActionState(action, nothingTyped);
	const { deed, ...said } = order;
	return (
		<form action={post} className={problem === null ? "" : "grid w-full max-w-[24rem] gap-2"}>
			<DeskProblem problem={problem} />
			{Object.entries(said).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<button
				type="submit"
				name="deed"
				value={deed}
				disabled={isPending}
				{...(label && { "aria-label": label })}
				className="button justify-self-start"
			>
				{word}
			</button>
		</form>
	);
}
