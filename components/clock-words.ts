// An instant in words. `zone` undefined is the reader's own; the server, which cannot know it, says UTC and says so.
export type MomentForm = "time" | "day" | "day-time" | "long-day";

const options = {
	time: { hour: "2-digit", minute: "2-digit" },
	day: { day: "numeric", month: "short" },
	"day-time": { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
	"long-day": { weekday: "long", day: "numeric", month: "long", year: "numeric" },
} as const satisfies Record<MomentForm, Intl.DateTimeFormatOptions>;

export function momentWords(at: string, form: MomentForm, zone: "UTC" | undefined): string {
	const words = new Intl.DateTimeFormat("en-GB", { ...options[form], hourCycle: "h23", timeZone: zone }).format(new Date(at));
	return zone === "UTC" && form !== "day" && form !== "long-day" ? `${words} UTC` : words;
}

/** The reader's clock by its city: "New York" for America/New_York. */
export function zoneCity(): string {
	const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
	return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

export function ageWords(seconds: number): string {
	if (seconds < 1.5) return "just now";
	if (seconds < 90) return `${Math.round(seconds)} seconds ago`;
	if (seconds < 90 * 60) return `${Math.round(seconds / 60)} minutes ago`;
	return `${Math.round(seconds / 3600)} hours ago`;
}
