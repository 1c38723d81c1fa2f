// One slot is one person who answered: full got no code, half got it late or refused, empty got it in time. The tick
// stands after the usual number. Above 120 people the slots would be too thin to count, and a bar takes over.
import { figure } from "@/lib/words";
import type { Phrases } from "./phrases";
import { en } from "./phrases/en";

export type Answers = { failed: number; missing: number; answered: number; expected: number };

const SLOTS_MAX = 120;

type Words = Phrases["people"];
type PeopleStripProps = { answers: Answers; codes: string; slim?: boolean; you?: boolean; withKey?: boolean; words?: Words };

/** Draws nothing without a denominator. `you` outlines the last of those whose code failed. */
export function PeopleStrip({ answers, codes, slim = false, you = false, withKey = true, words = en.people }: PeopleStripProps) {
	if (answers.answered === 0) return null;
	const { missing, late, came } = partsOf(answers);
	const label = words.label({ ...answers, codes, none: missing, late, inTime: came });
	return (
		<div>
			<div role="img" aria-label={label} className={slim ? "pt-5" : "pt-6"}>
				{answers.answered > SLOTS_MAX ? (
					<Bar answers={answers} slim={slim} usual={words.usually(answers.expected)} />
				) : (
					<Slots answers={answers} height={slim ? "h-4" : "h-[1.375rem]"} you={you} usual={words.usually(answers.expected)} />
				)}
			</div>
			{withKey && <Key missing={missing} late={late} came={came} words={words} />}
		</div>
	);
}

function partsOf({ failed, missing, answered }: Answers) {
	return { missing, late: failed - missing, came: answered - failed };
}

function Slots({ answers, height, you, usual }: { answers: Answers; height: string; you: boolean; usual: string }) {
	const { missing, late, came } = partsOf(answers);
	const kinds = [...Array(missing).fill("slot-none"), ...Array(late).fill("slot-half"), ...Array(came).fill("slot-came")];
	const tick = Math.min(kinds.length, Math.round(answers.expected));
	return (
		<div className={`inline-flex max-w-full gap-[2px] align-top ${height}`}>
			{kinds.flatMap((kind, place) => [
				place === tick ? <Tick key="usual" words={usual} turned={tick > kinds.length / 2} /> : null,
				<i
					key={place}
					className={`w-[0.6rem] min-w-0 shrink rounded-slot ${kind} ${you && place === missing - 1 ? "outline-2 outline-offset-2 outline-act" : ""}`}
				/>,
			])}
			{tick === kinds.length && <Tick words={usual} turned />}
		</div>
	);
}

/** A hair between two slots, with its word above it; past the middle the word stands before the hair. */
function Tick({ words, turned }: { words: string; turned: boolean }) {
	const side = turned ? "end-[-0.75px] border-e-[1.5px] pe-1.5" : "start-[-0.75px] border-s-[1.5px] ps-1.5";
	return (
		<b className="relative -mx-[1px] w-0 font-text">
			<span className={`absolute bottom-0 h-[calc(100%+1.25rem)] border-ink text-xs leading-none whitespace-nowrap text-ink-2 ${side}`}>
				{words}
			</span>
		</b>
	);
}

function Bar({ answers, slim, usual }: { answers: Answers; slim: boolean; usual: string }) {
	const { missing, late } = partsOf(answers);
	const share = (count: number) => `${Math.min(100, (100 * count) / answers.answered).toFixed(2)}%`;
	const turned = answers.expected > answers.answered / 2;
	return (
		<svg width="100%" height={slim ? 16 : 22} aria-hidden="true" className="max-w-measure overflow-visible">
			<rect width="100%" height="100%" rx="2" fill="var(--paper)" stroke="var(--rule-strong)" />
			<rect width={share(missing)} height="100%" rx="2" fill="var(--tone)" />
			<rect x={share(missing)} y="50%" width={share(late)} height="50%" fill="var(--tone)" />
			<rect x={share(answers.expected)} y="-18" width="1.5" height={slim ? 34 : 40} fill="var(--ink)" />
			<text x={share(answers.expected)} dx={turned ? -6 : 7} y="-8" textAnchor={turned ? "end" : "start"} className="axis">
				{usual}
			</text>
		</svg>
	);
}

function Key({ missing, late, came, words }: { missing: number; late: number; came: number; words: Words }) {
	const entries = [
		{ slot: "slot-none", count: missing, label: words.none },
		{ slot: "slot-half", count: late, label: words.late },
		{ slot: "slot-came", count: came, label: words.inTime },
	];
	return (
		<p aria-hidden="true" className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 text-s text-ink-2">
			{entries.map(({ slot, count, label }) => (
				<span key={slot} className="inline-flex items-center gap-[0.45rem]">
					<i className={`h-4 w-[0.55rem] flex-none rounded-slot ${slot}`} />
					<b className="text-ink">{figure(count)}</b> {label}
				</span>
			))}
		</p>
	);
}
