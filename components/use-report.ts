// A report on its way: it is sent without leaving the page, waits in this browser when it cannot be, and what was typed
// stays whatever happens. Without scripts the action alone does all of this but the waiting.
import { type RefObject, type SubmitEvent, useActionState, useEffect, useRef, useState, useTransition } from "react";
import { forgetTyped, keepTyped, typedBefore } from "./half-filled";
import { useKept } from "./kept-here";
import { type LastReport, last, tell } from "./last-report";
import { putOff, throwAway, waiting } from "./outbox";
import { type Draft, draftOf, keepable, masked } from "./report-draft";
import { makeKey, post as postReport, withFreshStatus } from "./report-post";
import type { Answer, Done, ReportAction, ReportState, Typed } from "./report-state";
import { typedOf } from "./report-typed";

type Given = {
	/** What the form posts to where scripts do not run. */
	action: ReportAction;
	/** What stands in the form at first. */
	first: Typed;
	/** What people call the service of the address. */
	name: string | undefined;
};

export type ReportDesk = {
	form: RefObject<HTMLFormElement | null>;
	state: ReportState;
	isPending: boolean;
	/** Where scripts do not run. */
	post(form: FormData): void;
	send(event: SubmitEvent<HTMLFormElement>): void;
	/** Keeps what stands in the form. */
	keep(): void;
	answer(done: Done, answer: Answer): void;
	/** Puts a report that waited back into the form. */
	take(draft: Draft): void;
	startAnew(): void;
};

export function useReport({ action, first, name }: Given): ReportDesk {
	const [posted, post, isPosting] = useActionState(action, { kind: "open", typed: first });
	const [own, setOwn] = useState<ReportState | null>(null);
	const [isSending, startSending] = useTransition();
	const form = useRef<HTMLFormElement>(null);
	const keyed = useRef({ text: "", key: "" });
	const state = shownOf(own ?? posted, useKept(waiting) ?? [], useKept(last));

	useEffect(() => {
		if (posted.kind !== "open" || !form.current) return;
		const typed = restored(first, typedOf(new FormData(form.current)));
		if (JSON.stringify(typed) !== JSON.stringify(first)) setOwn({ kind: "open", typed });
	}, [posted.kind, first]);

	/** The same words are one report, however often they are sent; once they arrived, they are another. */
	function keyOf(typed: Typed): string {
		const text = JSON.stringify(typed);
		if (keyed.current.text !== text) keyed.current = { text, key: makeKey() };
		return keyed.current.key;
	}

	async function outcomeOf(typed: Typed): Promise<ReportState> {
		const key = keyOf(typed);
		const draft = draftOf(keepable(typed), { name: name ?? typed.service ?? "", key, now: new Date() });
		const tried = Number(typed.tried ?? 0);
		const isOnline = navigator.onLine;
		const answer = isOnline ? await postReport({ key, typed }, tried) : null;
		if (answer?.kind === "refused") return { ...answer, typed };
		forgetTyped();
		if (answer === null) {
			putOff({ ...draft, sentAs: isOnline ? [tried] : [] });
			return { kind: "waiting", typed, key };
		}
		keyed.current = { text: "", key: "" };
		const sent = await withFreshStatus(answer.sent);
		last.keep({ key, name: draft.name, typed: draft.typed, sent, at: draft.madeAt, answer: null });
		return { kind: "sent", typed, sent };
	}

	return {
		form,
		state,
		isPending: isPosting || isSending,
		post,
		send(event) {
			event.preventDefault();
			const typed = masked(typedOf(new FormData(event.currentTarget)));
			if (own?.kind === "waiting") throwAway(own.key);
			startSending(async () => setOwn(await outcomeOf(typed)));
		},
		keep: () => form.current && keepTyped(typedOf(new FormData(form.current)), new Date()),
		answer({ typed, sent }, answer) {
			startSending(async () => setOwn({ kind: "answered", typed, sent, answer, kept: await tell({ typed, sent }, answer) }));
		},
		take({ key, typed, refusal }) {
			throwAway(key);
			setOwn(refusal ? { kind: "refused", typed, refusal } : { kind: "open", typed: { ...typed, tried: first.tried } });
		},
		startAnew: () => setOwn({ kind: "open", typed: first }),
	};
}

/** What was left behind, beneath what the address says and what was touched before scripts ran. */
function restored(first: Typed, now: Typed): Typed {
	const words = new URLSearchParams(location.search);
	const asked: Typed = {};
	for (const name of ["service", "channel", "symptom"] as const) {
		const word = first[name] ?? words.get(name);
		if (word && words.has(name)) asked[name] = word;
	}
	const touched = Object.entries(now).filter(([name, value]) => Object.entries(first).every(([one, was]) => one !== name || was !== value));
	return { ...first, ...typedBefore(asked.service, new Date()), ...asked, ...Object.fromEntries(touched) };
}

/** A report that waits ends as it was sent, refused or thrown away, by whichever tab. */
function shownOf(state: ReportState, drafts: readonly Draft[], lastReport: LastReport | null): ReportState {
	if (state.kind !== "waiting") return state;
	const { typed, key } = state;
	const draft = drafts.find((one) => one.key === key);
	if (draft?.refusal) return { kind: "refused", typed, refusal: draft.refusal };
	if (draft) return state;
	return lastReport?.key === key ? { kind: "sent", typed, sent: lastReport.sent } : { kind: "open", typed };
}
