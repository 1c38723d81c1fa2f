// The first answer of a page: one sentence that could be read out over the phone, on the wash of its state, then the
// facts, the first thing to do, the people, and what the sentence rests on.
import type { ReactNode } from "react";
import { StateWord } from "./shape";
import type { Look } from "./tone";

type StatementProps = {
	look: Look;
	/** Stands above the word: where one is. */
	place: ReactNode;
	word?: string;
	beside?: ReactNode;
	sentence: ReactNode;
	facts?: ReactNode;
	reading: ReactNode;
	below?: ReactNode;
	children?: ReactNode;
};

export function Statement({ look, place, word, beside, sentence, facts, reading, below, children }: StatementProps) {
	return (
		<div className={`${look.tone} border-b border-line bg-wash py-6 pb-8 wide:py-8`}>
			<div className="frame grid grid-cols-[minmax(0,1fr)] wide:grid-cols-[minmax(0,1fr)_17rem] wide:gap-x-12">
				<div>
					<div className="mb-4 flex flex-wrap items-baseline gap-x-3">{place}</div>
					<p className="mb-2 flex flex-wrap items-baseline gap-x-3">
						<StateWord look={look} word={word} />
						{beside && <span className="text-s text-ink-2">{beside}</span>}
					</p>
					{sentence}
					{facts && <p className="mt-3 max-w-measure">{facts}</p>}
					{children}
				</div>
				<dl className="mt-4 grid grid-cols-2 gap-x-4 border-b border-line text-s wide:mt-0 wide:grid-cols-1 wide:self-end">{reading}</dl>
				{below && <div className="mt-6 wide:col-span-full">{below}</div>}
			</div>
		</div>
	);
}

/** One line of what the sentence rests on. */
export function ReadingLine({ name, children, note }: { name: string; children: ReactNode; note?: ReactNode }) {
	return (
		<div className="border-t border-line py-2 wide:grid wide:grid-cols-[5.5rem_1fr] wide:gap-3">
			<dt className="text-xs text-ink-2 wide:text-s">{name}</dt>
			<dd className="font-mid">
				{children}
				{note && <small className="block text-xs font-text text-ink-2">{note}</small>}
			</dd>
		</div>
	);
}
