// Thirteen weeks of days, each a link: how many incidents, and the worst by shape and word. On a phone weeks are rows and the
// whole is folded; where there is room weeks are columns.
import type { DayCount, Calendar as Weeks } from "@/lib/history";
import { dayText, kindOfDay } from "@/lib/history";
import { momentWords } from "./clock-words";
import { addressOf, type Choice } from "./incident-choice";
import { RovingDays } from "./roving-days";
import { Shape, StateWord } from "./shape";
import { type Look, lookOfIncident } from "./tone";

const looks = {
	failing: { ...lookOfIncident("confirmed"), word: "failing" },
	possible: { ...lookOfIncident("suspected"), word: "possible" },
	retracted: { ...lookOfIncident("dismissed"), word: "retracted" },
} as const satisfies Record<string, Look>;

type CalendarProps = { weeks: Weeks; choice: Choice; today: string };

export function Calendar({ weeks, choice, today }: CalendarProps) {
	const tabbed = choice.day?.key ?? weeks.days.at(-1)?.day;
	return (
		<details className="unfold-wide">
			<summary className="min-h-11 content-center text-s font-mid text-act">Calendar: {spanWords(weeks)}</summary>
			<RovingDays>
				{["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((name) => (
					<li key={name} aria-hidden="true" className="self-center text-xs text-ink-3 max-wide:text-center">
						{name}
					</li>
				))}
				{weeks.days.map((count) => (
					<Day
						key={count.day}
						count={count}
						address={addressOf(choice, { day: count.day })}
						isChosen={count.day === choice.day?.key}
						isTabbed={count.day === tabbed}
						isToday={count.day === today}
					/>
				))}
			</RovingDays>
			<p className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-1 text-xs text-ink-2">
				{Object.values(looks).map((look) => (
					<StateWord key={look.word} look={look} className="!font-text" />
				))}
				<span>A day counts what lasted into it. Days are UTC.</span>
				<span className="max-wide:hidden">Arrow keys go from day to day.</span>
			</p>
			<Turns weeks={weeks} choice={choice} />
		</details>
	);
}

type DayProps = { count: DayCount; address: string; isChosen: boolean; isTabbed: boolean; isToday: boolean };

/** One of them can be reached with Tab; the others with arrow keys, or by the date field above. */
function Day({ count, address, isChosen, isTabbed, isToday }: DayProps) {
	const kind = kindOfDay(count);
	const look = kind === "none" ? null : looks[kind];
	const isFirst = count.day.endsWith("-01");
	const sum = count.confirmed + count.possible + count.retracted;
	return (
		<li className="grid">
			<a
				href={address}
				tabIndex={isTabbed ? undefined : -1}
				aria-current={isChosen ? "date" : undefined}
				className={`${look ? `${look.tone} bg-wash text-tone` : "text-ink-3"} grid min-h-11 content-center justify-items-center gap-x-1.5 rounded-slot text-xs leading-tight no-underline hover:outline-2 hover:outline-act aria-[current]:outline-2 aria-[current]:outline-ink wide:flex wide:items-center wide:px-1.5 wide:pointer-fine:min-h-8`}
			>
				<span aria-hidden="true" className={isToday || isFirst ? "font-strong text-ink" : undefined}>
					{momentWords(`${count.day}T00:00:00Z`, isFirst ? "month" : "day-number", "UTC")}
				</span>
				{look && (
					<span aria-hidden="true" className="flex items-center gap-0.5 wide:ms-auto">
						<Shape name={look.shape} className="size-[0.8rem]" />
						{sum > 1 && sum}
					</span>
				)}
				<span className="sr-only">
					{momentWords(`${count.day}T00:00:00Z`, "whole-day", "UTC")}, {dayText(count)}
				</span>
			</a>
		</li>
	);
}

function Turns({ weeks: { earlier, later }, choice }: Pick<CalendarProps, "weeks" | "choice">) {
	return (
		<p className="flex gap-6 text-s">
			<a href={addressOf(choice, { day: earlier })} className="inline-flex min-h-11 items-center">
				Earlier weeks
			</a>
			{later && (
				<a href={addressOf(choice, { day: later })} className="inline-flex min-h-11 items-center">
					Later weeks
				</a>
			)}
		</p>
	);
}

function spanWords({ days }: Weeks): string {
	const edge = (day: DayCount | undefined) => (day ? momentWords(`${day.day}T00:00:00Z`, "day", "UTC") : "");
	return `${edge(days[0])} to ${edge(days.at(-1))}`;
}
