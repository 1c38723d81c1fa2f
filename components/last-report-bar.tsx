// One more question to whoever reported from this browser and comes back: did it arrive in the end?
import { type ReactNode, useEffect, useState } from "react";
import { useKept } from "./kept-here";
import { forgetOld, isOpen, type LastReport, last, tell } from "./last-report";
import { Moment } from "./moment";
import { afterWords, notedWords } from "./report-after";
import type { Answer } from "./report-state";

type LastReportBarProps = {
	/** Only of this service; of any where it is not said. */
	service?: string;
	className?: string;
	/** Stands where there is nothing to ask. */
	children?: ReactNode;
};

export function LastReportBar({ service, className = "", children }: LastReportBarProps) {
	const report = useKept(last);
	const [told, setTold] = useState<{ key: string; words: string } | null>(null);
	useEffect(() => forgetOld(new Date()), []);
	const isMeant = report !== null && (service === undefined || report.sent.status.service === service);
	const words = isMeant && told?.key === report.key ? told.words : null;
	if (!isMeant || (words === null && !isOpen(report, new Date()))) return children;
	const say = async (answer: Answer) => setTold({ key: report.key, words: (await tell(report, answer)) ? notedWords[answer] : NOT_SAVED });
	return (
		<section lang="en" dir="ltr" aria-label="Your last report" className={`grid gap-3 ${className}`}>
			<p className="font-strong">
				You reported {report.name} at <Moment at={report.at} />. {afterWords(report.typed).question}
			</p>
			<p role="status" className="empty:hidden">
				{words}
			</p>
			{isOpen(report, new Date()) && <Answers report={report} say={say} />}
			<p className="flex flex-wrap items-baseline gap-x-6 text-s text-ink-2">
				{isOpen(report, new Date()) && (
					<span>
						Sent by mistake?{" "}
						<button type="button" onClick={() => say("withdrawn")} className="min-h-11 px-1 font-mid text-act underline">
							Take it back
						</button>
					</span>
				)}
				{service !== undefined && <a href={`/report?service=${service}`}>Report another code</a>}
			</p>
		</section>
	);
}

const NOT_SAVED = "We couldn’t save that. Your report itself is safe: try again in a moment.";

function Answers({ report, say }: { report: LastReport; say: (answer: Answer) => void }) {
	const words = afterWords(report.typed);
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
