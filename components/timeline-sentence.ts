import { capital } from "@/lib/incident-title";
import { isCold } from "@/lib/model-name";
import { ANSWERS_MIN } from "@/lib/share";
import { MINUTE_MS } from "@/lib/time";
import { duration, figure, people, percent, usually } from "@/lib/words";
import type { ChartMatter } from "./chart-matter";
import { laneOf } from "./lane-matter";

/** A chart in one sentence: its name for who cannot see it, and its caption for who can. `codes`: "codes from X". */
export function timelineSentence(codes: string, matter: ChartMatter): string {
	const known = matter.quarters.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]));
	const total = known.reduce((sum, count) => sum + count, 0);
	const isWithheld = known.length < matter.quarters.length;
	const told = total === 0 ? nobody(codes, { isWithheld, matter }) : somebody(codes, { total, most: Math.max(...known), matter });
	return [told, answeredWords(matter), isWithheld && FEW, matter.look && lookWords(matter.look.minutes)].filter((part) => part).join(" ");
}

const FEW = "Where fewer than five people stand behind a number about a place, it is not shown.";

function lookWords(minutes: number): string {
	return `The last bar is the detector’s latest look, over ${minutes} minutes; counts of a place follow when their half hour is over.`;
}

function nobody(codes: string, { isWithheld, matter }: { isWithheld: boolean; matter: ChartMatter }): string {
	if (isWithheld) return `Too few people said that ${codes} failed to tell how many.`;
	return `Nobody said that ${codes} failed. ${capital(usualWords(matter))}.`;
}

function somebody(codes: string, { total, most, matter }: { total: number; most: number; matter: ChartMatter }): string {
	return `${people(total)} said that ${codes} failed, where ${usualWords(matter)}; at most ${figure(most)} in ${duration(matter.barMinutes * MINUTE_MS)}.`;
}

/** Never a bare count: how many answered at all, as far as both may be told. */
function answeredWords({ quarters }: ChartMatter): string {
	const told = quarters.flatMap(({ failed, arrived }) => (failed === null || arrived === null ? [] : [{ failed, arrived }]));
	const failed = told.reduce((sum, quarter) => sum + quarter.failed, 0);
	const answered = told.reduce((sum, quarter) => sum + quarter.failed + quarter.arrived, 0);
	if (answered === 0) return "";
	const share = answered < ANSWERS_MIN ? "" : `, ${percent(failed / answered)}`;
	return `Of ${people(answered)} who answered, ${figure(failed)} failed${share}.`;
}

/** The lane of shares in one sentence. */
export function laneSentence(codes: string, matter: ChartMatter): string {
	const points = laneOf(matter.quarters).runs.flat();
	const last = points.at(-1);
	if (!last) return "";
	const shares = points.map(({ share }) => share);
	const [least, most] = [percent(Math.min(...shares)), percent(Math.max(...shares))];
	const range = least === most ? least : `between ${least} and ${most}`;
	const shown = `of those who answered, the share for whom ${codes} failed, with the margin it lies in nine times of ten`;
	return `The lower line: ${shown}. It is ${range}, at last ${figure(last.failed)} of ${figure(last.answered)}. Where fewer than ${ANSWERS_MIN} answered there is no line.`;
}

/** Until a day was counted here nobody knows what is usual. */
function usualWords(matter: ChartMatter): string {
	return `about ${usually(usualOf(matter))} would be usual${isCold(matter.model) ? ", by a first guess" : ""}`;
}

function usualOf({ quarters }: ChartMatter): number {
	return quarters.reduce((sum, { expected }) => sum + expected, 0);
}
