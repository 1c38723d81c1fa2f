"use client";
// Interaction: a refusal stands beside the choice, which changes where it stands. Without scripts the same form posts.
import { useActionState } from "react";
import { DeskProblem } from "./desk-problem";

export type AlertAnswer = { problem: string | null };
export type AlertAction = (before: AlertAnswer, form: FormData) => Promise<AlertAnswer>;

type AlertChoiceProps = { isWoken: boolean | null; hasPost: boolean; action: AlertAction };

/** `isWoken` is the choice as it is kept; `null` when it could not be read. `hasPost`: mail can go out of this house. */
export function AlertChoice({ isWoken, hasPost, action }: AlertChoiceProps) {
	const [{ problem }, post, isPending] = useActionState(action, { problem: null });
	return (
		<div className="grid max-w-measure gap-3">
			<DeskProblem problem={problem} />
			<p role="status">{sentenceOf(isWoken, hasPost)}</p>
			{isWoken !== null && (
				<form action={post}>
					<button type="submit" name="woken" value={isWoken ? "no" : "yes"} disabled={isPending} className="button">
						{isWoken ? "Do not wake me" : "Wake me by e-mail when an incident opens"}
					</button>
				</form>
			)}
		</div>
	);
}

function sentenceOf(isWoken: boolean | null, hasPost: boolean): string {
	if (isWoken === null) return "We could not read just now whether you are woken.";
	if (isWoken && !hasPost)
		return "You would get an e-mail when an incident opens, but no mail leaves this installation: SMTP_URL is not set.";
	return isWoken
		? "You get an e-mail when an incident opens, and when one looks coordinated: at most six an hour."
		: "You get no e-mail when an incident opens.";
}
