// A file of report lines through the whole pipeline, without a database: read as a stream, so that memory does not grow
// with the file; incidents to standard output, everything said to people to standard error.
import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { parseModel } from "@/lib/detect/model";
import { LINE_LENGTH_MAX, makeReplay, type Replay, type ReportLine, readReportLine } from "@/lib/replay";
import { linesOf } from "./lines";

export type ReplayAsked = {
	file: string;
	modelFile: string | null;
	falseAlarmsPerDay: number;
	historyDays: number;
	until: Date | null;
	/** Where calibration writes the model; `null`: incidents are asked for. */
	out: string | null;
	isTimed: boolean;
};

const REFUSALS_TOLD_MAX = 5;
/** Nothing of this kind was reported before; and who is this far ahead of the line before has a slip in the year, unless the next agrees. */
const OLDEST = Date.parse("2000-01-01T00:00:00.000Z");
const LEAP_MS = 366 * 24 * 3_600_000;
const SAY_EVERY_LINES = 100_000;

/** Replays, or calibrates where `out` is given. Throws a sentence for a file that cannot be read. */
export async function run(asked: ReplayAsked, tell: (line: string) => void): Promise<void> {
	const startedAt = performance.now();
	const given = asked.modelFile === null ? null : parseModel(readFileSync(asked.modelFile, "utf8"));
	if (typeof given === "string") throw new Error(`${asked.modelFile} is no model: ${given}`);
	const { falseAlarmsPerDay, historyDays, until } = asked;
	const stopwatch = makeStopwatch();
	const replay = makeReplay({ model: given, falseAlarmsPerDay, historyDays, until, measured: stopwatch.measured });
	const reports = await readAll(asked.file, replay, tell);
	if (asked.out === null) for (const incident of replay.finish()) process.stdout.write(`${JSON.stringify(incident)}\n`);
	else writeModel(asked.out, replay, tell);
	if (asked.isTimed)
		tell(
			JSON.stringify({
				reports,
				seconds: (performance.now() - startedAt) / 1_000,
				...stopwatch.seconds,
				peakRssMb: process.resourceUsage().maxRSS / 1_024,
			}),
		);
}

async function readAll(file: string, replay: Replay, tell: (line: string) => void): Promise<number> {
	const input = file === "-" ? process.stdin.setEncoding("utf8") : createReadStream(file, { encoding: "utf8" });
	const slipIn = makeSlipReader();
	const count = { lines: 0, refused: 0 };
	for await (const text of linesOf(input, LINE_LENGTH_MAX)) {
		count.lines++;
		if (text === "") continue;
		const line = readReportLine(text);
		const refusal = typeof line === "string" ? line : (slipIn(line) ?? replay.take(line));
		if (refusal !== null && ++count.refused <= REFUSALS_TOLD_MAX) tell(`line ${count.lines}: ${refusal}`);
		if (count.lines % SAY_EVERY_LINES === 0) tell(`${count.lines} lines`);
	}
	if (count.refused > 0) tell(`${count.refused} of ${count.lines} lines refused`);
	return count.lines - count.refused;
}

/** One line of another century would put every later one out of order, or pass for a history. */
function makeSlipReader(): (line: ReportLine) => string | null {
	const seen: { at: number | null; ahead: number | null } = { at: null, ahead: null };
	return (line) => {
		const at = Date.parse(line.at);
		if (at < OLDEST) return "at: lies before the year 2000";
		const isFarFrom = (other: number | null) => other === null || at < other || at - other > LEAP_MS;
		if (seen.at !== null && at - seen.at > LEAP_MS && isFarFrom(seen.ahead)) {
			seen.ahead = at;
			return "at: lies more than a year after the line before";
		}
		seen.at = at;
		return null;
	};
}

function writeModel(out: string, replay: Replay, tell: (line: string) => void): void {
	const model = replay.model();
	writeFileSync(out, JSON.stringify(model));
	tell(`${out}: ${model.name}, ${model.days} days, ${model.falseAlarmsPerDay} false alarms a day promised`);
	tell(
		`thresholds by shape of slice: ${model.thresholds
			.slice(1)
			.map((one) => one.toFixed(1))
			.join(" ")}`,
	);
}

function makeStopwatch() {
	const seconds = { detector: 0, fit: 0, calibration: 0 };
	function measured<Result>(part: keyof typeof seconds, deed: () => Result): Result {
		const startedAt = performance.now();
		const result = deed();
		seconds[part] += (performance.now() - startedAt) / 1_000;
		return result;
	}
	return { seconds, measured };
}
