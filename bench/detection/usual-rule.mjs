// The usual rule of this field, to compare with: each service, region, carrier and channel by itself, its failing reports
// of the last minutes against its own mean at this time of day. Reports in, incident lines out, as `npm run replay` has
// them: node bench/detection/usual-rule.mjs FILE.jsonl [--times 5] [--least 15]
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const DIMENSIONS = ["service", "region", "carrier", "channel"];
const WINDOWS_MINUTES = [10, 20, 30];
const LONGEST_MINUTES = 30;
const DAY_MINUTES = 1440;
/** The mean is of as many days before, and of as many minutes around the same time of day as are neither thin nor stale. */
const MEAN_DAYS = 28;
const AROUND_MINUTES = 30;
/** Before a week has passed there is no mean to speak of. */
const HISTORY_DAYS = 7;

/** Takes reports in order of time. More than `times` the mean and at least `least` reports open, falling back closes. */
export function makeUsualRule({ times, least }) {
	const series = new Map();
	const incidents = [];
	const state = { epoch: null, minute: 0 };

	function take(report) {
		state.epoch ??= Date.parse(report.at);
		const minute = Math.floor((Date.parse(report.at) - state.epoch) / 60_000);
		while (state.minute < minute) judgeAll(state.minute++);
		if (report.symptom !== "arrived") for (const one of seriesOf(report)) count(one, minute, report.channel);
	}

	function judgeAll(minute) {
		if (minute < HISTORY_DAYS * DAY_MINUTES) return;
		for (const one of series.values()) if (one.open || minute - one.totals.length < LONGEST_MINUTES) judge(one, minute);
	}

	function judge(one, minute) {
		const isOver = (window) => {
			const seen = sum(one, minute - window, minute);
			return seen >= least && seen > times * meanOf(one, minute, window);
		};
		const window = WINDOWS_MINUTES.find(isOver);
		if (one.open && window === undefined) close(one, minute);
		else if (!one.open && window !== undefined) open(one, minute, window);
	}

	function open(one, minute, windowMinutes) {
		const slice = sliceOf(one);
		const life = { state: "suspected", confirmedAt: null, campaign: false, closedAt: null, endedAt: null };
		one.open = { id: `usual-${incidents.length + 1}`, openedAt: isoOf(minute), windowMinutes, sliceAtOpening: slice, slice, ...life };
		incidents.push(one.open);
	}

	function close(one, minute) {
		Object.assign(one.open, { state: "resolved", closedAt: isoOf(minute), endedAt: isoOf(minute) });
		one.open = null;
	}

	function seriesOf(report) {
		const named = DIMENSIONS.filter((dimension) => report[dimension] !== null);
		return named.map((dimension) => {
			const key = `${dimension} ${report[dimension]}`;
			if (!series.has(key)) {
				series.set(key, { dimension, value: report[dimension], totals: [], channels: new Set(), open: null });
			}
			return series.get(key);
		});
	}

	const isoOf = (minute) => new Date(state.epoch + minute * 60_000).toISOString();

	return { take, finish: () => incidents };
}

/** `totals` holds, minute by minute since the first, how many there were up to it: a sum is two readings. */
function count(one, minute, channel) {
	while (one.totals.length <= minute) one.totals.push(one.totals.at(-1) ?? 0);
	one.totals[minute]++;
	one.channels.add(channel);
}

/** Of as many minutes as the window has: what the days before had around this time of day. */
function meanOf(one, minute, window) {
	const days = Math.min(MEAN_DAYS, Math.floor(minute / DAY_MINUTES));
	const before = Array.from({ length: days }, (_, day) => minute - (day + 1) * DAY_MINUTES);
	const seen = before.reduce((total, at) => total + sum(one, at - AROUND_MINUTES, at + AROUND_MINUTES), 0);
	return (seen * window) / (days * 2 * AROUND_MINUTES);
}

/** The minutes after `from`, up to and with `to`. */
function sum({ totals }, from, to) {
	const upTo = (minute) => totals[Math.min(minute, totals.length - 1)] ?? 0;
	return upTo(to) - upTo(from);
}

/** A carrier fails in the channels it has: nothing else of its slice is known. */
function sliceOf({ dimension, value, channels }) {
	const anything = Object.fromEntries(DIMENSIONS.map((one) => [one, null]));
	return { ...anything, ...(dimension === "carrier" ? { channel: [...channels].sort() } : {}), [dimension]: [value] };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const known = { times: { type: "string", default: "8" }, least: { type: "string", default: "8" } };
	const { values, positionals } = parseArgs({ options: known, allowPositionals: true });
	const rule = makeUsualRule({ times: Number(values.times), least: Number(values.least) });
	for await (const text of createInterface({ input: createReadStream(positionals[0]) })) rule.take(JSON.parse(text));
	for (const incident of rule.finish()) console.log(JSON.stringify(incident));
}
