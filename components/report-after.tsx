// What can still be said of a report that was sent: that the code came in the end, that it did not, or that the report is
// to count no more. One form, so that it works without scripts.
import type { SubmitEvent } from "react";
import { useFormPhrases } from "./form-speech";
import type { Ended, Phrases } from "./phrases";
import { isUnsettled } from "./report-sent";
import { type Answer, answers, type Done, type Typed } from "./report-state";
import { useSpeech } from "./speech";

type ReportAfterProps = {
	state: Done;
	post: (form: FormData) => void;
	answer: (done: Done, answer: Answer) => void;
	isPending: boolean;
};

export function ReportAfter({ state, post, answer, isPending }: ReportAfterProps) {
	const { last } = useSpeech().phrases;
	if (state.kind === "answered" && (state.kept || state.sent.receipt === ""))
		return <p className="border-t border-rule pt-3">{last.noted[state.answer]}</p>;
	// Who sent again what had arrived under another address is given no receipt, and without it nothing can be changed.
	if (state.sent.receipt === "") return null;
	const send = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		const button = event.nativeEvent.submitter;
		const chosen = answers.find((one) => button instanceof HTMLButtonElement && one === button.value);
		if (chosen) answer(state, chosen);
	};
	return (
		<form action={post} onSubmit={send} className="grid gap-3 border-t border-rule pt-3">
			<input type="hidden" name="intent" value="after" />
			{state.kind === "answered" && (
				<p role="alert" className="font-mid">
					{last.notSaved}
				</p>
			)}
			{isUnsettled(state.typed) && <Arrival state={state} isPending={isPending} />}
			<p className="text-s text-ink-2">
				{last.mistake}{" "}
				<button type="submit" name="answer" value="withdrawn" disabled={isPending} className="min-h-11 px-1 font-mid text-act underline">
					{last.takeBack}
				</button>
			</p>
		</form>
	);
}

function Arrival({ state, isPending }: { state: Done; isPending: boolean }) {
	const words = endedWords(state.typed, useSpeech().phrases.last);
	const { asking } = useFormPhrases().thanks;
	return (
		<>
			<p className="font-strong">{words.question}</p>
			<div className="grid grid-cols-2 gap-2">
				<button type="submit" name="answer" value="came" disabled={isPending} className="button min-h-13">
					{words.came}
				</button>
				<button type="submit" name="answer" value="nothing" disabled={isPending} className="button min-h-13">
					{words.nothing}
				</button>
			</div>
			<p className="text-s text-ink-2">{asking}</p>
		</>
	);
}

/** The question and its two answers, in words that fit what was reported. */
export function endedWords({ symptom }: Typed, { arrived, worked }: Phrases["last"]): Ended {
	return symptom === "missing" ? arrived : worked;
}
