import { figure, people, usually } from "@/lib/words";
import type { ChartMatter } from "./chart-matter";

/** A chart in one sentence: its name for who cannot see it, and its caption for who can. `codes`: "codes from X". */
export function timelineSentence(codes: string, matter: ChartMatter): string {
	const known = matter.quarters.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]));
	const total = known.reduce((sum, count) => sum + count, 0);
	const isWithheld = known.length < matter.quarters.length;
	const told = total === 0 ? nobody(codes, { isWithheld, matter }) : somebody(codes, { total, most: Math.max(...known), matter });
	return [told, isWithheld && FEW, matter.look && lookWords(matter.look.minutes)].filter((part) => part).join(" ");
}

const FEW = "Where fewer than five people stand behind a number about a place, it is not shown.";

function lookWords(minutes: number): string {
	return `The last bar is the detector’s latest look, over ${minutes} minutes; counts of a place follow when their half hour is over.`;
}

function nobody(codes: string, { isWithheld, matter }: { isWithheld: boolean; matter: ChartMatter }): string {
	if (isWithheld) return `Too few people said that ${codes} failed to tell how many.`;
	return `Nobody said that ${codes} failed. About ${usually(usualOf(matter))} would be usual.`;
}

function somebody(codes: string, { total, most, matter }: { total: number; most: number; matter: ChartMatter }): string {
	const beside = `where about ${usually(usualOf(matter))} would be usual`;
	return `${people(total)} said that ${codes} failed, ${beside}; at most ${figure(most)} in ${matter.barMinutes} minutes.`;
}

function usualOf({ quarters }: ChartMatter): number {
	return quarters.reduce((sum, { expected }) => sum + expected, 0);
}
