import { figure, people, usually } from "@/lib/words";
import type { ChartMatter } from "./chart-matter";

/** A chart in one sentence: its name for who cannot see it, and its caption for who can. */
export function timelineSentence(service: { name: string }, matter: ChartMatter): string {
	const known = matter.quarters.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]));
	const total = known.reduce((sum, count) => sum + count, 0);
	const expected = matter.quarters.reduce((sum, quarter) => sum + quarter.expected, 0);
	if (total === 0) return `Nobody said that a code from ${service.name} failed. About ${usually(expected)} would be usual.`;
	return `${people(total)} said that a code from ${service.name} failed, where about ${usually(expected)} would be usual; at most ${figure(Math.max(...known))} in 15 minutes.`;
}
