// After sending: that it counted, what everybody says, and the one question that is left.
import { sentenceOf } from "@/lib/telling";
import type { FormPhrases } from "./form-phrases";
import { useFormPhrases } from "./form-speech";
import { useLink } from "./linking";
import { PeopleStrip } from "./people-strip";
import { ReportAfter } from "./report-after";
import type { Answer, Done, Sent } from "./report-state";
import { StateWord } from "./shape";
import { useSpeech } from "./speech";
import { takeFocus } from "./take-focus";
import { lookOfIncident, lookOfStatus } from "./tone";

type ReportThanksProps = {
	state: Done;
	post: (form: FormData) => void;
	answer: (done: Done, answer: Answer) => void;
	isPending: boolean;
};

export function ReportThanks({ state, post, answer, isPending }: ReportThanksProps) {
	const { book, phrases } = useSpeech();
	const { thanks } = useFormPhrases();
	const link = useLink();
	const { sent, typed } = state;
	if (state.kind === "answered" && state.answer === "withdrawn" && state.kept) return <TakenBack sent={sent} />;
	const channel = sent.status.channels.find((candidate) => candidate.channel === typed.channel);
	const isYou = sent.counted && typed.symptom === "missing";
	return (
		<div
			ref={takeFocus}
			tabIndex={-1}
			role="status"
			data-sent
			className="grid max-w-[36rem] grid-cols-[minmax(0,1fr)] content-start gap-4 rounded-sheet border border-rule bg-raised p-4 sm:p-6"
		>
			<StateWord look={lookOfIncident("resolved")} word={headline(sent, thanks)} />
			<h1 className="text-l leading-[1.25]">{sent.held ? thanks.notListedYet(sent.status.service) : sentenceOf(sent.status.says, book)}</h1>
			{channel && !sent.held && (
				<div className={sent.status.state === "calm" ? "tone-quiet" : lookOfStatus(sent.status).tone}>
					<PeopleStrip answers={channel} codes={phrases.codes[channel.channel]} you={isYou} words={phrases.people} />
					{isYou && channel.answered > 0 && channel.answered <= 120 && <p className="mt-2 text-s text-ink-2">{thanks.outlined}</p>}
				</div>
			)}
			{typed.suggest && !sent.held && <p className="text-ink-2">{thanks.listedAlready(typed.suggest, sent.status.service)}</p>}
			{sent.repeatOf !== null && <p className="text-ink-2">{thanks.onceOnly}</p>}
			<ReportAfter state={state} post={post} answer={answer} isPending={isPending} />
			<div className="border-t border-rule pt-3">
				<p className="font-strong">{thanks.stay}</p>
				{!sent.held && (
					<p>
						<a href={link(`/services/${sent.status.service}#do`)}>{thanks.whatElse}</a>
					</p>
				)}
			</div>
		</div>
	);
}

function headline(sent: Sent, thanks: FormPhrases["thanks"]): string {
	if (sent.repeatOf !== null) return thanks.alreadyTold;
	return sent.counted && !sent.held ? thanks.counted : thanks.kept;
}

function TakenBack({ sent }: { sent: Sent }) {
	const { thanks } = useFormPhrases();
	const link = useLink();
	return (
		<div
			ref={takeFocus}
			tabIndex={-1}
			role="status"
			data-sent
			className="grid max-w-[36rem] content-start gap-3 rounded-sheet border border-rule bg-raised p-4 sm:p-6"
		>
			<StateWord look={lookOfIncident("dismissed")} word={thanks.takenBack} />
			<h1 className="text-l leading-[1.25]">{thanks.countsNoMore}</h1>
			<p>
				<a href={link(sent.held ? "/report" : `/report?service=${sent.status.service}`)}>{thanks.reportAgain}</a>
			</p>
		</div>
	);
}
