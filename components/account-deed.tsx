"use client";
// Interaction: a refusal stands where the button was pressed. Without scripts the same form posts.
import { useActionState } from "react";
import type { AccountDeed } from "@/lib/account";
import { DeskProblem } from "./desk-problem";

export type AccountAnswer = { problem: string | null };
export type AccountAction = (before: AccountAnswer, form: FormData) => Promise<AccountAnswer>;

/** `about`: what tells this button from the others like it, for those who do not see where it stands. */
type DeedProps = { deed: AccountDeed; id?: string; label: string; about?: string; action: AccountAction };

export function AccountDeedForm({ deed, id, label, about, action }: DeedProps) {
	const [{ problem }, post, isPending] = useActionState(action, { problem: null });
	return (
		<form action={post} className="grid justify-items-start gap-2">
			<DeskProblem problem={problem} />
			{id !== undefined && <input type="hidden" name="id" value={id} />}
			<button type="submit" name="deed" value={deed} disabled={isPending} className="button min-h-11 px-3 py-1 text-s">
				{label}
				{about && <span className="sr-only"> {about}</span>}
			</button>
		</form>
	);
}
