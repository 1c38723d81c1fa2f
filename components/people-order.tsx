"use client";
// Interaction: one press does one deed on people; a refusal stands above what it is about. Without scripts each is a form.
import { type ReactNode, useActionState } from "react";
import type { PeopleOrder } from "@/lib/people";
import { DeskProblem } from "./desk-problem";

export type PeopleAnswer = { problem: string | null; typed: { email: string; role: string } };
export type PeopleAction = (before: PeopleAnswer, form: FormData) => Promise<PeopleAnswer>;

export const nothingTyped: PeopleAnswer = { problem: null, typed: { email: "", role: "" } };

type PeopleOrdersProps = {
	/** What an order says beside its deed; one that needs less reads less. */
	fields: Record<string, string>;
	/** `label` names a button for whoever does not see beside whom it stands. */
	deeds: readonly { deed: PeopleOrder["deed"]; word: string; label?: string }[];
	action: PeopleAction;
	/** Whom it is about. */
	children: ReactNode;
};

/** Somebody, and the buttons of what may be done about them. */
export function PeopleOrders({ fields, deeds, action, children }: PeopleOrdersProps) {
	const [{ problem }, post, isPending] = useActionState(action, nothingTyped);
	return (
		<form action={post} className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-2 wrap-anywhere sm:grid-cols-[minmax(0,1fr)_auto]">
			{problem !== null && (
				<div className="sm:col-span-2">
					<DeskProblem problem={problem} />
				</div>
			)}
			<div>{children}</div>
			{Object.entries(fields).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<div className="flex flex-wrap content-start gap-2">
				{deeds.map(({ deed, word, label }) => (
					<button key={deed} type="submit" name="deed" value={deed} disabled={isPending} aria-label={label ?? word} className="button">
						{word}
					</button>
				))}
			</div>
		</form>
	);
}
