import { refusals } from "@/lib/refusal";
import type { FieldName, ReportState } from "./report-state";
import { takeFocus } from "./take-focus";
import { fieldProblems } from "./words";

/** Above the form: what went wrong, whose fault it is, and what was kept. */
export function Problem({ state }: { state: ReportState }) {
	if (state.kind === "broken")
		return (
			<div ref={takeFocus} tabIndex={-1} role="alert" className="grid gap-1 rounded-sheet border border-rule bg-raised p-4">
				<h2 className="text-l">We couldn’t save your report.</h2>
				<p className="text-ink-2">Something broke on our side. It is still here, as you typed it: send it again in a moment.</p>
			</div>
		);
	if (state.kind !== "refused") return null;
	return (
		<div ref={takeFocus} tabIndex={-1} role="alert" className="tone-failing grid gap-1 border-t-2 border-tone bg-wash p-4">
			<h2 className="text-m">{refusals[state.refusal.word].title}</h2>
			<p>
				{state.refusal.detail}
				{state.refusal.retryAfterSeconds && ` Try again in ${Math.ceil(state.refusal.retryAfterSeconds / 60)} min.`} What you typed is kept.
			</p>
		</div>
	);
}

/** What is wrong with one field, in our words and never the schema's; null when nothing is. */
export function problemOf(state: ReportState, field: keyof typeof fieldProblems): string | null {
	if (state.kind !== "refused") return null;
	return state.refusal.errors?.some((error) => error.field === field) ? fieldProblems[field] : null;
}

type FieldProblemProps = { state: ReportState; field: keyof typeof fieldProblems; id: `${FieldName}-problem` };

/** The same beside the field, tied to it by id. */
export function FieldProblem({ state, field, id }: FieldProblemProps) {
	const problem = problemOf(state, field);
	if (problem === null) return null;
	return (
		<p id={id} className="tone-failing mt-1 text-s font-mid text-tone">
			{problem}
		</p>
	);
}
