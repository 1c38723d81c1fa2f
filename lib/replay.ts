// What would have been found in these reports? The whole pipeline on a file's lines, without a database: thinned as
// intake thins, judged on the watch's grid, the model fitted anew every day. Pure; the same lines give the same incidents,
// in one piece or in chunks. Values outside the catalogue are welcome.
import { z } from "zod";
import { calibrated, calibratedAs } from "./detect/calibrate";
import { type Incident, makeCasebook } from "./detect/casebook";
import { type Detector, makeDetector } from "./detect/detector";
import { type Fit, fit, HISTORY_DAYS, refit } from "./detect/fit";
import { BLOCK_MS, BLOCKS_A_DAY, type Day, type Entry } from "./detect/history";
import type { Observation } from "./detect/log";
import { type Model, namesOf, promising } from "./detect/model";
import { SETTLED_DAYS } from "./detect/outbursts";
import { keyOf, makeNames, type Names } from "./detect/space";
import type { Cause, IncidentState, Slice, Verdict } from "./incident";
import { makeLedger } from "./ledger";
import { channels, flows, isFailing, symptoms } from "./report";
import { DAY_MS, GRID_MS } from "./time";

const word = z.string().min(1).max(200);
const schema = z.object({
	at: z.iso.datetime({ offset: true }),
	service: word,
	region: word,
	carrier: word.nullable(),
	channel: z.enum(channels),
	symptom: z.enum(symptoms),
	network: word,
	reporter: word,
	flow: z.enum(flows).optional(),
	waitedSeconds: z.number().optional(),
});
export type ReportLine = z.infer<typeof schema>;
/** A line longer than this is nobody's report. */
export const LINE_LENGTH_MAX = 4_096;

export type IncidentLine = {
	id: string;
	openedAt: string;
	windowMinutes: number;
	sliceAtOpening: Slice;
	slice: Slice;
	state: IncidentState;
	confirmedAt: string | null;
	campaign: boolean;
	cause: Cause;
	closedAt: string | null;
	endedAt: string | null;
	verdict: Verdict;
	/** Failing reporters left after thinning, at the last verdict. */
	evidence: number;
};
export type ReplayOptions = {
	model: Model | null;
	falseAlarmsPerDay: number;
	historyDays: number;
	until: Date | null;
	/** Does a part of the work, for whoever wants to know what it costs. */
	measured?: <Result>(part: "detector" | "fit" | "calibration", deed: () => Result) => Result;
};
export type Replay = { take(line: ReportLine): string | null; finish(): readonly IncidentLine[]; model(): Model };

/** The line as a report, or a sentence on what is wrong with it. */
export function readReportLine(text: string): ReportLine | string {
	if (text.length > LINE_LENGTH_MAX) return `is longer than ${LINE_LENGTH_MAX} characters`;
	const read = jsonOf(text);
	if (read === undefined) return "is not JSON";
	const parsed = schema.safeParse(read);
	return parsed.success
		? parsed.data
		: parsed.error.issues.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`).join(", ");
}

/** `undefined` for what is no JSON, which no line is. */
function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A replay from the first line on; `take` answers with a sentence when a line is refused. */
export function makeReplay({
	model: given,
	falseAlarmsPerDay,
	historyDays,
	until,
	measured = (_part, deed) => deed(),
}: ReplayOptions): Replay {
	const ledger = makeLedger();
	const names: Names = given ? namesOf(given) : makeNames();
	const cells = new Map<string, Entry>();
	const casebook = makeCasebook();
	const days: Day[] = [];
	const state: {
		at: number;
		day: number;
		firstDay: number;
		lines: number;
		fitted: Fit | null;
		detector: Detector | null;
		step: Observation[];
	} = {
		at: Number.NEGATIVE_INFINITY,
		day: -1,
		firstDay: -1,
		lines: 0,
		fitted: null,
		detector: null,
		step: [],
	};
	const options = (day: number) => ({ names, falseAlarmsPerDay, name: `fitted/${new Date(day * DAY_MS).toISOString().slice(0, 10)}` });

	function take(line: ReportLine): string | null {
		const at = new Date(line.at);
		if (until !== null && at > until) return null;
		const grid = Math.ceil(at.getTime() / GRID_MS) * GRID_MS;
		if (grid < state.at) return `at: out of order, an earlier line is of ${new Date(state.at).toISOString()}`;
		if (grid > state.at) advance(grid);
		state.lines++;
		state.step.push(observe(line, at));
		return null;
	}

	function observe(line: ReportLine, at: Date): Observation {
		const id = String(state.lines).padStart(12, "0");
		const channel = names.channel(line.channel);
		const place = {
			service: names.service(line.service),
			region: names.region(line.region),
			carrier: names.carrier(line.carrier, channel),
			channel,
		};
		const cell = { carrierId: place.carrier, regionId: place.region };
		const { counted, evidence, supersedes } = ledger(
			id,
			{ serviceId: place.service, channel: line.channel, symptom: line.symptom, cell },
			line,
			at,
		);
		tally(keyOf(place), at, evidence, counted && !isFailing(line.symptom));
		const { service, region, carrier, symptom, network } = line;
		return { id, at, service, region, carrier, channel: line.channel, symptom, network, counted, evidence, supersedes };
	}

	function tally(leaf: number, at: Date, isEvidence: boolean, isArrived: boolean): void {
		const block = Math.floor(at.getTime() / BLOCK_MS) % BLOCKS_A_DAY;
		const key = `${leaf} ${block}`;
		const entry = cells.get(key) ?? { leaf, block, evidence: 0, arrived: 0 };
		if (isEvidence) entry.evidence++;
		if (isArrived) entry.arrived++;
		cells.set(key, entry);
	}

	/** Judges the step that is full, and every grid step up to `grid` at which something may happen by itself. */
	function advance(grid: number): void {
		if (state.step.length > 0) judge(state.at);
		if (state.day >= 0) for (let at = state.at + GRID_MS; at < grid && casebook.hasOpen; at += GRID_MS) judge(at);
		const day = Math.floor(grid / DAY_MS);
		if (state.firstDay < 0) state.firstDay = day;
		if (day !== state.day) newDay(day);
		state.at = grid;
	}

	/** At midnight (UTC) yesterday joins the history, and the model is fitted anew. */
	function newDay(day: number): void {
		if (state.day >= 0) {
			days.push({ day: state.day, entries: [...cells.values()] });
			if (days.length > HISTORY_DAYS) days.shift();
			cells.clear();
		}
		state.day = day;
		if (given !== null) {
			state.detector ??= makeDetector(promising(given, falseAlarmsPerDay), names);
			return;
		}
		if (day - state.firstDay < historyDays) return;
		const yesterday = days.at(-1);
		state.fitted = state.fitted && yesterday && days.length > SETTLED_DAYS ? refitted(state.fitted, yesterday, day) : start(day);
		if (state.detector === null) state.detector = makeDetector(state.fitted.model, names);
		else state.detector.renew(state.fitted.model);
	}

	function start(day: number): Fit {
		const fitted = measured("fit", () => fit(days, options(day)));
		const before = state.fitted?.model;
		if (fitted.model.days === 0) return fitted;
		if (before && before.days > 0) return { ...fitted, model: calibratedAs(before, fitted.model) };
		return { ...fitted, model: measured("calibration", () => calibrated(fitted.model)) };
	}

	function refitted(before: Fit, yesterday: Day, day: number): Fit {
		return measured("fit", () => refit(before, yesterday, options(day)));
	}

	function judge(at: number): void {
		const now = new Date(at);
		const step = state.step;
		state.step = [];
		const findings = measured("detector", () => state.detector?.step(now, step, casebook.held(now)) ?? []);
		for (const finding of findings) casebook.act(finding, now);
	}

	function finish(): readonly IncidentLine[] {
		advance(state.at + GRID_MS);
		const end = until?.getTime() ?? state.at;
		if (casebook.hasOpen && end > state.at) advance(end);
		return casebook.incidents.map(lineOf);
	}

	function model(): Model {
		if (given !== null) return given;
		return state.fitted?.model ?? start(state.day + 1).model;
	}

	return { take, finish, model };
}

function lineOf({ startedAt: _startedAt, openedAt, confirmedAt, closedAt, endedAt, ...incident }: Incident): IncidentLine {
	return {
		...incident,
		openedAt: openedAt.toISOString(),
		confirmedAt: confirmedAt?.toISOString() ?? null,
		closedAt: closedAt?.toISOString() ?? null,
		endedAt: endedAt?.toISOString() ?? null,
		evidence: incident.verdict.observed,
	};
}
