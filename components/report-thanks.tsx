// After sending: that it counted, what everybody says, and the one question that is left.
import { channelWords } from "@/lib/words";
import { PeopleStrip } from "./people-strip";
import { ReportAfter } from "./report-after";
import type { Answer, Done, Sent } from "./report-state";
import { StateWord } from "./shape";
import { takeFocus } from "./take-focus";
import { lookOfIncident, lookOfStatus } from "./tone";

type ReportThanksProps = {
	state: Done;
	post: (form: FormData) => void;
	answer: (done: Done, answer: Answer) => void;
	isPending: boolean;
};

export function ReportThanks({ state, post, answer, isPending }: ReportThanksProps) {
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
			<StateWord look={lookOfIncident("resolved")} word={headline(sent)} />
			<h1 className="text-l leading-[1.25]">
				{sent.held
					? `${sent.status.service} is not listed yet. Your report is kept, and counts once a moderator has added it.`
					: sent.status.sentence}
			</h1>
			{channel && !sent.held && (
				<div className={sent.status.state === "calm" ? "tone-quiet" : lookOfStatus(sent.status).tone}>
					<PeopleStrip answers={channel} codes={channelWords[channel.channel].codes} you={isYou} />
					{isYou && channel.answered > 0 && channel.answered <= 120 && <p className="mt-2 text-s text-ink-2">The outlined slot is you.</p>}
				</div>
			)}
			{typed.suggest && !sent.held && (
				<p className="text-ink-2">
					{typed.suggest} belongs to a service that is listed already, {sent.status.service}: your report stands there.
				</p>
			)}
			{sent.repeatOf !== null && (
				<p className="text-ink-2">That report counts, once. Saying it again keeps it fresh without adding to the evidence.</p>
			)}
			<ReportAfter state={state} post={post} answer={answer} isPending={isPending} />
			<div className="border-t border-rule pt-3">
				<p className="font-strong">Don’t sign out anywhere. Don’t keep pressing resend.</p>
				{!sent.held && (
					<p>
						<a href={`/services/${sent.status.service}#do`}>What else to do</a>
					</p>
				)}
			</div>
		</div>
	);
}

function headline(sent: Sent): string {
	if (sent.repeatOf !== null) return "You told us already.";
	return sent.counted && !sent.held ? "Counted. Thank you." : "Kept. Thank you.";
}

function TakenBack({ sent }: { sent: Sent }) {
	return (
		<div
			ref={takeFocus}
			tabIndex={-1}
			role="status"
			data-sent
			className="grid max-w-[36rem] content-start gap-3 rounded-sheet border border-rule bg-raised p-4 sm:p-6"
		>
			<StateWord look={lookOfIncident("dismissed")} word="Taken back." />
			<h1 className="text-l leading-[1.25]">Your report counts no more.</h1>
			<p>
				<a href={sent.held ? "/report" : `/report?service=${sent.status.service}`}>Report again</a>
			</p>
		</div>
	);
}
