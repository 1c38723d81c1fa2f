// Stories as report lines, and what a replay of them finds. A story begins at four in the afternoon of 15 June 2020.
import { type IncidentLine, makeReplay, type ReportLine } from "@/lib/replay";

const START = Date.parse("2020-06-15T16:00:00Z");
/** An instance without a day behind it. */
export const COLD = { model: null, falseAlarmsPerDay: 0.05, historyDays: 0, until: null };

/** One report so many minutes into the story, by somebody nobody else shares a network with unless it is named. */
export function report(minute: number, number: number, said: Partial<ReportLine>): ReportLine {
	return {
		at: new Date(START + minute * 60_000).toISOString(),
		service: "signal",
		region: "us",
		carrier: null,
		channel: "sms",
		symptom: "missing",
		network: `n${number}`,
		reporter: `p${number}`,
		...said,
	};
}

/** `count` reports, one every so many minutes from the tenth on. */
export function many(count: number, everyMinutes: number, said: (index: number) => Partial<ReportLine>, first = 0): ReportLine[] {
	return Array.from({ length: count }, (_, index) => report(10 + index * everyMinutes, first + index, said(index)));
}

export function replayed(lines: readonly ReportLine[]): readonly IncidentLine[] {
	const replay = makeReplay(COLD);
	for (const line of [...lines].sort((one, other) => (one.at < other.at ? -1 : 1))) replay.take(line);
	return replay.finish();
}
