// Reports that could not be sent yet: where they are, when they go, and the way to be rid of them.
import { useEffect, useSyncExternalStore } from "react";
import type { Language } from "@/lib/languages";
import { momentWords } from "./clock-words";
import { useFormPhrases } from "./form-speech";
import { keepSending } from "./keep-sending";
import { useKept } from "./kept-here";
import { mayGo, sendWaiting, throwAway, waiting } from "./outbox";
import { refusalWords } from "./refusal-words";
import type { Draft } from "./report-draft";
import { useSpeech } from "./speech";
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
	const { book, phrases } = useSpeech();
	const { waiting: words, offline } = useFormPhrases();
	const told = isOnline ? words.unreached : words.offline;
	return (
		<section ref={isOwn ? takeFocus : undefined} tabIndex={-1} role="status" data-sent={isOwn || undefined} className={panel}>
			<Heading className="text-l leading-[1.25]">{isOnline ? words.notSentYet : offline.title}</Heading>
			<p>{told(draft.name, triedAt(draft, book.language))}</p>
			<div className="flex flex-wrap gap-2">
				<button type="button" onClick={() => sendWaiting(true)} className="button">
					{words.tryNow}
				</button>
				<ThrowAway draft={draft} />
				{isOwn && (
					<button type="button" onClick={startAnew} className="button">
						{phrases.last.another}
					</button>
				)}
			</div>
			<p className="text-s text-ink-2">{waiting.lasts() ? words.mayClose : words.leaveOpen}</p>
		</section>
	);
}

/** Refused, or too old to say anything of now: the person decides. */
function Stuck({ draft, take }: { draft: Draft; take: (draft: Draft) => void }) {
	const phrases = useFormPhrases();
	const { language } = useSpeech().book;
	const words = phrases.waiting;
	return (
		<section className={panel}>
			<h2 className="text-m">{words.notSent(draft.name)}</h2>
			<p>{draft.refusal ? refusalWords(draft.refusal, phrases, language).text : words.tooOld(triedAt(draft, language))}</p>
			<div className="flex flex-wrap gap-2">
				<button type="button" onClick={() => take(draft)} className="button">
					{draft.refusal ? words.mend : words.useAgain}
				</button>
				<ThrowAway draft={draft} />
			</div>
		</section>
	);
}

const panel = "grid content-start gap-3 rounded-sheet border border-rule bg-raised p-4 sm:p-6";

function ThrowAway({ draft }: { draft: Draft }) {
	const { throwAway: word } = useFormPhrases().waiting;
	return (
		<button type="button" onClick={() => throwAway(draft.key)} className="button">
			{word}
		</button>
	);
}

/** By the reader's own clock: only a browser has reports that wait. */
function triedAt({ madeAt, typed }: Draft, language: Language): string {
	const at = new Date(Date.parse(madeAt) - 60_000 * Number(typed.tried ?? 0));
	return momentWords(at.toISOString(), "day-time", undefined, language);
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
