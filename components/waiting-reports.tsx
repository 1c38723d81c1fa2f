// Reports that could not be sent yet: where they are, when they go, and the way to be rid of them.
import { useEffect, useSyncExternalStore } from "react";
import { keepSending } from "./keep-sending";
import { useKept } from "./kept-here";
import { Moment } from "./moment";
import { mayGo, sendWaiting, throwAway, waiting } from "./outbox";
import type { Draft } from "./report-draft";
import { takeFocus } from "./take-focus";

type WaitingReportsProps = {
	/** The report that was sent from this very form. */
	own: string | null;
	take: (draft: Draft) => void;
	startAnew: () => void;
};

export function WaitingReports({ own, take, startAnew }: WaitingReportsProps) {
	const drafts = useKept(waiting) ?? [];
	const isOnline = useOnline();
	useEffect(keepSending, []);
	return drafts.map((draft) => {
		const isOwn = draft.key === own;
		if (!mayGo(draft, new Date())) return isOwn ? null : <Stuck key={draft.key} draft={draft} take={take} />;
		return <Waiting key={draft.key} draft={draft} isOnline={isOnline} isOwn={isOwn} startAnew={startAnew} />;
	});
}

type WaitingProps = { draft: Draft; isOnline: boolean; isOwn: boolean; startAnew: () => void };

function Waiting({ draft, isOnline, isOwn, startAnew }: WaitingProps) {
	const Heading = isOwn ? "h1" : "h2";
	return (
		<section ref={isOwn ? takeFocus : undefined} tabIndex={-1} role="status" data-sent={isOwn || undefined} className={panel}>
			<Heading className="text-l leading-[1.25]">{isOnline ? "Your report is not sent yet." : "You are offline."}</Heading>
			<p>
				{isOnline
					? `We could not be reached, or something broke on our side. Your report about ${draft.name} is kept on this device and we try again by ourselves`
					: `Your report about ${draft.name} is kept on this device and is sent when the connection is back`}
				, with the time you tried: <Moment at={triedAt(draft)} form="day-time" />.
			</p>
			<div className="flex flex-wrap gap-2">
				<button type="button" onClick={() => sendWaiting(true)} className="button">
					Try now
				</button>
				<ThrowAway draft={draft} />
				{isOwn && (
					<button type="button" onClick={startAnew} className="button">
						Report another code
					</button>
				)}
			</div>
			<p className="text-s text-ink-2">
				{waiting.lasts()
					? "You can close this page. Open it again within a day, and the report goes out."
					: "This browser keeps nothing: leave this page open."}
			</p>
		</section>
	);
}

/** Refused, or too old to say anything of now: the person decides. */
function Stuck({ draft, take }: { draft: Draft; take: (draft: Draft) => void }) {
	return (
		<section className={panel}>
			<h2 className="text-m">Your report about {draft.name} was not sent.</h2>
			<p>
				{draft.refusal ? (
					draft.refusal.detail
				) : (
					<>
						You tried <Moment at={triedAt(draft)} form="day-time" />, more than a day ago: that says nothing of now any more.
					</>
				)}
			</p>
			<div className="flex flex-wrap gap-2">
				<button type="button" onClick={() => take(draft)} className="button">
					{draft.refusal ? "Mend it" : "Use it again"}
				</button>
				<ThrowAway draft={draft} />
			</div>
		</section>
	);
}

const panel = "grid content-start gap-3 rounded-sheet border border-rule bg-raised p-4 sm:p-6";

function ThrowAway({ draft }: { draft: Draft }) {
	return (
		<button type="button" onClick={() => throwAway(draft.key)} className="button">
			Throw it away
		</button>
	);
}

function triedAt({ madeAt, typed }: Draft): string {
	return new Date(Date.parse(madeAt) - 60_000 * Number(typed.tried ?? 0)).toISOString();
}

function useOnline(): boolean {
	return useSyncExternalStore(
		subscribe,
		() => navigator.onLine,
		() => true,
	);
}

function subscribe(changed: () => void): () => void {
	addEventListener("online", changed);
	addEventListener("offline", changed);
	return () => {
		removeEventListener("online", changed);
		removeEventListener("offline", changed);
	};
}
