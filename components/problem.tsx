import type { Statement } from "@/lib/report";
import { useFormPhrases } from "./form-speech";
import { refusalWords } from "./refusal-words";
import type { FieldName, ReportState } from "./report-state";
import { useSpeech } from "./speech";
import { takeFocus } from "./take-focus";

/** Above the form: what went wrong, whose fault it is, and what was kept. */
export function Problem({ state }: { state: ReportState }) {
	const phrases = useFormPhrases();
	const { language } = useSpeech().book;
	if (state.kind === "broken")
		return (
			<div ref={takeFocus} tabIndex={-1} role="alert" className="grid gap-1 rounded-sheet border border-rule bg-raised p-4">
				<h2 className="text-l">{phrases.broken.title}</h2>
				<p className="text-ink-2">{phrases.broken.text}</p>
			</div>
		);
	if (state.kind !== "refused") return null;
	const { retryAfterSeconds } = state.refusal;
	const { title, text } = refusalWords(state.refusal, phrases, language);
	const again = retryAfterSeconds ? phrases.againIn(Math.ceil(retryAfterSeconds / 60)) : "";
	return (
		<div ref={takeFocus} tabIndex={-1} role="alert" className="tone-failing grid gap-1 border-t-2 border-tone bg-wash p-4">
			<h2 className="text-m">{title}</h2>
			<p>{[text, again, phrases.typedIsKept].filter(Boolean).join(" ")}</p>
		</div>
	);
}

export function hasProblem(state: ReportState, field: keyof Statement): boolean {
	return state.kind === "refused" && (state.refusal.errors ?? []).some((error) => error.field === field);
}

type FieldProblemProps = { state: ReportState; field: keyof Statement; id: `${FieldName}-problem` };

/** What is wrong with one field, beside it and tied to it by id, in our words and never the schema's. */
export function FieldProblem({ state, field, id }: FieldProblemProps) {
	const { problems } = useFormPhrases();
	if (!hasProblem(state, field)) return null;
	return (
		<p id={id} className="tone-failing mt-1 text-s font-mid text-tone">
			{problems[field]}
		</p>
	);
}
