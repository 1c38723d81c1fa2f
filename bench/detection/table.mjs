// From scores of single seeds to one line: rates weighed by what they are rates of. And how sure a count is.

import { round } from "../numbers.mjs";

/** Numbers from "1-4,9". Throws a sentence for anything else. */
export function readSeeds(text) {
	return text.split(",").flatMap((part) => {
		const match = /^(\d+)(?:-(\d+))?$/.exec(part.trim());
		if (!match) throw new Error(`"${part}" names no seeds: write 1-4 or 1,2,3.`);
		const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
		if (to < from || to - from > 1_000) throw new Error(`"${part}" names no seeds: write the smaller one first.`);
		return Array.from({ length: to - from + 1 }, (_, index) => from + index);
	});
}

/** Several scored seeds as one: shares by the number of faults, rates by days, medians as the mean of medians. */
export function pool(scores) {
	const summaries = scores.map(({ summary }) => summary);
	const days = sum(summaries.map((one) => one.days));
	const faults = sum(summaries.map((one) => one.faults));
	const byFaults = (name) => sum(summaries.map((one) => (one[name] ?? 0) * one.faults)) / Math.max(1, faults);
	const found = sum(summaries.map((one) => one.probabilityOfDetection * one.faults));
	const byFound = (name) => sum(summaries.map((one) => (one[name] ?? 0) * one.probabilityOfDetection * one.faults)) / Math.max(1, found);
	const opened = (name) => summaries.map((one) => one[name].split("/").map(Number)).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
	return {
		faults,
		days,
		falseAlarms: Math.round(sum(summaries.map((one) => one.falseAlarmsPerDay * one.days))),
		detected: faults > 0 ? byFaults("probabilityOfDetection") : null,
		delay: byFound("delayMinutesMedian"),
		reports: byFound("reportsAtDetectionMedian"),
		exact: byFound("exactSlice"),
		core: byFound("coreSlice"),
		leafF1: byFound("leafF1"),
		closing: byFound("closeDelayMinutesMedian"),
		duplicates: (sum(summaries.map((one) => one.duplicates)) / Math.max(1, days)) * 28,
		benign: opened("benignSurgesOpened"),
		narrow: opened("narrowBrigadesOpened"),
		wide: opened("wideBrigadesOpened"),
		brigadesConfirmed: sum(summaries.map((one) => one.brigadesConfirmed)),
		flagged: sum(summaries.map((one) => one.genuineFaultsFlaggedAsCampaign)),
	};
}

/** The same by kind of fault, beside when the fifth report came. */
export function poolKinds(scored) {
	const kinds = new Map();
	for (const { score, soonest } of scored)
		for (const [kind, row] of Object.entries(score.byKind)) {
			const all = kinds.get(kind) ?? { n: 0, pod: 0, fifth: 0, found: 0, delay: 0, reports: 0, exact: 0, core: 0, f1: 0 };
			const found = row.pod * row.n;
			all.n += row.n;
			all.pod += found;
			all.fifth += (soonest[kind] ?? 0) * row.n;
			all.found += found;
			for (const name of ["delay", "reports", "exact", "core", "f1"]) all[name] += (row[name] ?? 0) * found;
			kinds.set(kind, all);
		}
	return Object.fromEntries(
		[...kinds].sort().map(([kind, { n, pod, fifth, found, ...means }]) => [
			kind,
			{
				n,
				pod: round(pod / n),
				fifth: round(fifth / n),
				...Object.fromEntries(Object.entries(means).map(([name, value]) => [name, round(value / Math.max(1, found))])),
			},
		]),
	);
}

/** 95 % interval of a Poisson rate after `count` events in `days`: exact (Garwood 1936), by bisection of the tail sums. */
export function poissonInterval(count, days) {
	const lower = count === 0 ? 0 : bisect((mean) => 1 - tail(count - 1, mean) - 0.025, 0, count);
	const upper = bisect((mean) => 0.025 - tail(count, mean), count, count + 10 * Math.sqrt(count + 1) + 10);
	return [lower / days, upper / days];
}

/** P(X ≤ count) of a Poisson variable. */
function tail(count, mean) {
	let term = Math.exp(-mean);
	let all = term;
	for (let i = 1; i <= count; i++) {
		term *= mean / i;
		all += term;
	}
	return all;
}

/** The zero of a rising function. */
function bisect(of, from, to) {
	let [low, high] = [from, to];
	for (let i = 0; i < 100; i++) {
		const middle = (low + high) / 2;
		if (of(middle) < 0) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

function sum(numbers) {
	return numbers.reduce((all, number) => all + number, 0);
}
