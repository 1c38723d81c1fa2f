// After sending: that it counted, what everybody says, and the one question that is left.
import { channelWords } from "@/lib/words";
import { PeopleStrip } from "./people-strip";
import type { Done, Sent } from "./report-state";
import { StateWord } from "./shape";
import { takeFocus } from "./take-focus";
import { lookOfIncident, lookOfStatus } from "./tone";

type ReportThanksProps = { state: Done; post: (form: FormData) => void; isPending: boolean };

export function ReportThanks({ state, post, isPending }: ReportThanksProps) {
	const { sent, typed } = state;
	const channel = sent.status.channels.find((candidate) => candidate.channel === typed.channel);
	const isYou = sent.counted && typed.symptom === "missing";
	return (
		<div
			ref={takeFocus}
			tabIndex={-1}
			role="status"
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
			{typed.symptom !== "arrived" && <Arrival state={state} post={post} isPending={isPending} />}
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

function Arrival({ state, post, isPending }: ReportThanksProps) {
	if (state.kind === "answered")
		return (
			<p className="border-t border-rule pt-3">
				{state.kept
					? state.arrived
						? "Noted: it came in the end."
						: "Noted: still nothing."
					: "We couldn’t save that. It is on our side; your report itself is safe."}
			</p>
		);
	return (
		<form action={post} className="grid gap-3 border-t border-rule pt-3">
			<input type="hidden" name="intent" value="arrival" />
			<p className="font-strong">Did it arrive in the end?</p>
			<div className="grid grid-cols-2 gap-2">
				<button type="submit" name="arrived" value="yes" disabled={isPending} className="button">
					It came
				</button>
				<button type="submit" name="arrived" value="no" disabled={isPending} className="button">
					Still nothing
				</button>
			</div>
			<p className="text-s text-ink-2">
				We can’t write to you, so the question waits here, as long as this page is open. A code that comes late is worth knowing about too.
			</p>
		</form>
	);
}
