// One more question to whoever reported from this browser and comes back: did it arrive in the end?
import { type ReactNode, useEffect, useState } from "react";
import { momentWords } from "./clock-words";
import { useKept } from "./kept-here";
import { forgetOld, isOpen, type LastReport, last, tell } from "./last-report";
import { useLink } from "./linking";
import { endedWords } from "./report-after";
import type { Answer } from "./report-state";
import { useSpeech } from "./speech";

type LastReportBarProps = {
	/** Only of this service; of any where it is not said. */
	service?: string;
	className?: string;
	/** Stands where there is nothing to ask. */
	children?: ReactNode;
};

export function LastReportBar({ service, className = "", children }: LastReportBarProps) {
	const report = useKept(last);
	const link = useLink();
	const { book, phrases } = useSpeech();
	const { label, reported, noted, notSaved, mistake, takeBack, another } = phrases.last;
	const [told, setTold] = useState<{ key: string; words: string } | null>(null);
	useEffect(() => forgetOld(new Date()), []);
	const isMeant = report !== null && (service === undefined || report.sent.status.service === service);
	const words = isMeant && told?.key === report.key ? told.words : null;
	if (!isMeant || (words === null && !isOpen(report, new Date()))) return children;
	const say = async (answer: Answer) => setTold({ key: report.key, words: (await tell(report, answer)) ? noted[answer] : notSaved });
	return (
		<section aria-label={label} className={`grid gap-3 ${className}`}>
			<p className="font-strong">
				{reported(report.name, momentWords(report.at, "time", undefined, book.language))} {endedWords(report.typed, phrases.last).question}
			</p>
			<p role="status" className="empty:hidden">
				{words}
			</p>
			{isOpen(report, new Date()) && <Answers report={report} say={say} />}
			<p className="flex flex-wrap items-baseline gap-x-6 text-s text-ink-2">
				{isOpen(report, new Date()) && (
					<span>
						{mistake}{" "}
						<button type="button" onClick={() => say("withdrawn")} className="min-h-11 px-1 font-mid text-act underline">
							{takeBack}
						</button>
					</span>
				)}
				{service !== undefined && <a href={link(`/report?service=${service}`)}>{another}</a>}
			</p>
		</section>
	);
}

function Answers({ report, say }: { report: LastReport; say: (answer: Answer) => void }) {
	const words = endedWords(report.typed, useSpeech().phrases.last);
	return (
		<div className="grid grid-cols-2 gap-2 sm:grid-cols-[repeat(2,minmax(0,10rem))]">
			<button type="button" onClick={() => say("came")} className="button">
				{words.came}
			</button>
			<button type="button" onClick={() => say("nothing")} className="button">
				{words.nothing}
			</button>
		</div>
	);
}
