// A view of a service's timeline as its section of the page, its picture and its table tell it: one title, one window, one chart.
import type { Service } from "@/lib/catalog/catalog";
import type { Timeline } from "@/lib/status";
import { barMinutesOf, isMoving, stretchOfView, type View } from "@/lib/view";
import { channelWords } from "@/lib/words";
import { type ChartMatter, chartMatterOf } from "./chart-matter";
import { momentWords } from "./clock-words";

export function viewMatterOf(timeline: Timeline, view: View, now: Date): ChartMatter {
	return chartMatterOf(timeline, { barMinutes: barMinutesOf(view, now) });
}

/** What a view is of: "SMS codes from X". */
export function viewCodes(service: Service, { channel }: View): string {
	return `${channel ? channelWords[channel].codes : "codes"} from ${service.name}`;
}

export const hoursWords = { 24: "24 hours", 72: "3 days", 168: "7 days" } as const satisfies Record<View["hours"], string>;

/** "Last 3 days"; a view that does not move names its ends. */
export function viewTitle(view: View, now: Date): string {
	if (isMoving(view)) return `Last ${hoursWords[view.hours]}`;
	const { from, to } = stretchOfView(view, now);
	return windowWords(from, to ?? now);
}

/** "24 Nov, 19:00 to 25 Nov, 19:00 UTC". */
export function windowWords(from: Date, to: Date): string {
	const words = (at: Date) => momentWords(at.toISOString(), "day-time", "UTC");
	return `${words(from).replace(" UTC", "")} to ${words(to)}`;
}
