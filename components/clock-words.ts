// An instant in words. `zone` undefined is the reader's own; the server, which cannot know it, says UTC and says so.
import { type Language, localeOf } from "@/lib/languages";

export type MomentForm = "time" | "day-number" | "month" | "day" | "day-time" | "whole-day" | "long-day";

const options = {
	time: { hour: "2-digit", minute: "2-digit" },
	"day-number": { day: "numeric" },
	month: { month: "short" },
	day: { day: "numeric", month: "short" },
	"day-time": { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
	"whole-day": { day: "numeric", month: "long", year: "numeric" },
	"long-day": { weekday: "long", day: "numeric", month: "long", year: "numeric" },
} as const satisfies Record<MomentForm, Intl.DateTimeFormatOptions>;

export function momentWords(at: string, form: MomentForm, zone: "UTC" | undefined, language: Language = "en"): string {
	const locale = language === "en" ? "en-GB" : localeOf(language);
	const words = new Intl.DateTimeFormat(locale, { ...options[form], hourCycle: "h23", timeZone: zone }).format(new Date(at));
	return zone === "UTC" && "hour" in options[form] ? `${words} UTC` : words;
}

/** The reader's clock by its city: "New York" for America/New_York. */
export function zoneCity(): string {
	const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
	return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** "5 seconds ago"; `justNow` is what is said of less than two. */
export function ageWords(seconds: number, justNow: string, language: Language): string {
	const ago = new Intl.RelativeTimeFormat(localeOf(language));
	if (seconds < 1.5) return justNow;
	if (seconds < 90) return ago.format(-Math.round(seconds), "second");
	if (seconds < 90 * 60) return ago.format(-Math.round(seconds / 60), "minute");
	return ago.format(-Math.round(seconds / 3600), "hour");
}
