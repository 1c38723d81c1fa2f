// What happened on one UTC day, in a sentence, and the way to the day before and after.
import { type DayCount, dayAfter, dayText, kindOfDay } from "@/lib/history";
import type { Incident } from "@/lib/incident";
import { momentWords } from "./clock-words";
import { addressOf, type Choice, chosenIn } from "./incident-choice";

/** `count`: `null` where the days could not be read; `incidents`: those listed. */
type DayLeadProps = { day: string; count: DayCount | null; incidents: readonly Incident[]; choice: Choice; today: string };

export function DayLead({ day, count, incidents, choice, today }: DayLeadProps) {
	const [before, after] = [dayAfter(day, -1), dayAfter(day, 1)];
	return (
		<div className="grid gap-2 pb-6">
			{count && <p className="max-w-measure text-l">{sentence(count, incidents, chosenIn(choice).length > 1)}</p>}
			<p className="flex flex-wrap gap-3 text-s">
				<Turn day={before} choice={choice} word="Day before" />
				{after <= today && <Turn day={after} choice={choice} word="Day after" />}
			</p>
		</div>
	);
}

function sentence(count: DayCount, incidents: readonly Incident[], isNarrowed: boolean): string {
	if (kindOfDay(count) !== "none") return `${dayText(count, incidents)}.`;
	return `We know of no incident${isNarrowed ? " that fits this choice" : ""} on this day. That is what people told us, not that every code came.`;
}

function Turn({ day, choice, word }: { day: string; choice: Choice; word: string }) {
	return (
		<a href={addressOf(choice, { day })} className="button">
			<span>
				{word}
				<span className="sr-only">,</span> <span className="font-text text-ink-2">{momentWords(`${day}T00:00:00Z`, "day", "UTC")}</span>
			</span>
		</a>
	);
}
