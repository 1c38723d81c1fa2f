// What happened on which day? UTC days, because nobody's clock is everybody's. A day holds every incident that lasted into
// it, whenever it was noticed, and is told by the worst. Pure: counts in, weeks and sentences out.
import type { Incident } from "./incident";
import { DAY_MS, dayOf, plus } from "./time";

/** Incidents that lasted into a UTC day. `possible`: never confirmed. */
export type DayCount = { day: string; confirmed: number; possible: number; retracted: number };
export const dayKinds = ["failing", "possible", "retracted", "none"] as const;
export type DayKind = (typeof dayKinds)[number];

/** Whole weeks, Monday first; days to come are left out. `earlier`, `later`: a day of the weeks before and after. */
export type Calendar = { days: readonly DayCount[]; earlier: string; later: string | null };

/** About ninety days. */
export const CALENDAR_WEEKS = 13;
const WEEK_MS = 7 * DAY_MS;
/** Nobody has reported anything before. */
const FIRST_DAY = "2000-01-01";

/** The UTC day a word means, like `2026-11-24`; or why it means none. */
export function dayMeant(word: string, today: string): { day: string } | { problem: "unreadable" | "to come" } {
	const at = /^\d{4}-\d\d-\d\d$/.test(word) ? new Date(`${word}T00:00:00Z`) : null;
	if (at === null || Number.isNaN(at.getTime()) || dayOf(at) !== word || word < FIRST_DAY) return { problem: "unreadable" };
	return word > today ? { problem: "to come" } : { day: word };
}

export function startOfDay(day: string): Date {
	return new Date(`${day}T00:00:00Z`);
}

/** The day, and the next one's start. */
export function stretchOfDay(day: string): { from: Date; to: Date } {
	return { from: startOfDay(day), to: plus(startOfDay(day), DAY_MS) };
}

export function dayAfter(day: string, days: number): string {
	return dayOf(plus(startOfDay(day), days * DAY_MS));
}

/** The weeks that hold `day`: the last thirteen, or thirteen before, or thirteen before those. To the end of `today` at most. */
export function calendarStretch(day: string, today: string): { from: Date; to: Date } {
	const [thisWeek, itsWeek] = [weekOf(today), weekOf(day)];
	const back = Math.floor((thisWeek.getTime() - itsWeek.getTime()) / (CALENDAR_WEEKS * WEEK_MS));
	const end = plus(thisWeek, WEEK_MS - back * CALENDAR_WEEKS * WEEK_MS);
	const { to } = stretchOfDay(today);
	return { from: plus(end, -CALENDAR_WEEKS * WEEK_MS), to: new Date(Math.min(end.getTime(), to.getTime())) };
}

export function calendarOf(counts: readonly DayCount[], { from, to }: { from: Date; to: Date }, today: string): Calendar {
	const byDay = new Map(counts.map((count) => [count.day, count]));
	const length = Math.round((to.getTime() - from.getTime()) / DAY_MS);
	const days = Array.from({ length }, (_, place) => {
		const day = dayOf(plus(from, place * DAY_MS));
		return byDay.get(day) ?? { day, confirmed: 0, possible: 0, retracted: 0 };
	});
	return { days, earlier: dayOf(plus(from, -DAY_MS)), later: dayOf(to) > today ? null : dayOf(to) };
}

export function kindOfDay({ confirmed, possible, retracted }: Omit<DayCount, "day">): DayKind {
	if (confirmed > 0) return "failing";
	if (possible > 0) return "possible";
	return retracted > 0 ? "retracted" : "none";
}

type Named = Pick<Incident, "state" | "confirmedAt" | "serviceName" | "title">;

/** "4 incidents: 2 confirmed (PayPal, X), 1 only possible, 1 retracted"; with names where all of them are given. */
export function dayText({ confirmed, possible, retracted }: Omit<DayCount, "day">, incidents: readonly Named[] = []): string {
	const sum = confirmed + possible + retracted;
	if (sum === 0) return "no incident";
	const all = incidents.length === sum ? incidents : [];
	const parts = [
		said(confirmed, "confirmed", all.filter(isConfirmed)),
		said(
			possible,
			"only possible",
			all.filter((one) => one.state !== "dismissed" && !isConfirmed(one)),
		),
		said(
			retracted,
			"retracted",
			all.filter(({ state }) => state === "dismissed"),
		),
	];
	return `${sum === 1 ? "1 incident" : `${sum} incidents`}: ${parts.filter((part) => part !== "").join(", ")}`;
}

function isConfirmed({ state, confirmedAt }: Named): boolean {
	return state !== "dismissed" && confirmedAt !== null;
}

/** So many names are said; of more, how many there are beside them. */
const NAMES_MAX = 3;

function said(count: number, word: string, incidents: readonly Named[]): string {
	if (count === 0) return "";
	const names = [...new Set(incidents.map(({ serviceName, title }) => serviceName ?? title))];
	const more = names.length > NAMES_MAX ? [`${names.length - NAMES_MAX} more`] : [];
	return names.length === 0 ? `${count} ${word}` : `${count} ${word} (${[...names.slice(0, NAMES_MAX), ...more].join(", ")})`;
}

/** The Monday that begins a day's week. */
function weekOf(day: string): Date {
	const at = startOfDay(day);
	return plus(at, -((at.getUTCDay() + 6) % 7) * DAY_MS);
}
