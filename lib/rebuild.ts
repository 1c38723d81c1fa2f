// What do the reports of a day sum to, and where do the tallies say something else? Pure: rows of the ground and counts
// come in, changes and differences go out. A rebuild sums the outcome that stands on each report and never decides again,
// so it needs no claims and nothing earlier than the day. Absent on purpose: incidents, which the watch decides.
import type { Channel, Symptom } from "./report";
import { type Cell, type Counter, changeOf, counters, repeatChange, type TallyChange } from "./tally";
import { channelWords } from "./words";

/** A stored report as counting sees it. */
export type CountedRow = Cell & { id: string; at: Date; symptom: Symptom; counted: boolean; evidence: boolean };

/**
 * What a report has in the tallies today. Whoever moved to another symptom (`left`: the ids that later reports supersede)
 * is counted there, with the whole of what was counted here taken back: nothing stays of it.
 */
export function changeOfRow(row: CountedRow, left: ReadonlySet<string>): TallyChange | null {
	if (!row.counted) return repeatChange(row, row.at, 1);
	if (left.has(row.id)) return null;
	const { id, at, symptom, carrierId, regionId } = row;
	return changeOf(
		{ firstReportId: id, reportId: id, countedAt: at, symptom, carrierId, regionId, evidenceAt: row.evidence ? at : null },
		row,
		1,
	);
}

export type Counts = Readonly<Record<Counter, number>>;

/** What a tally row counts: a cell, or everything of a channel (`cell` is `null`), or of the service (`channel` too). */
export type Place = { serviceId: number; at: Date; channel: Channel | null; cell: Pick<Cell, "carrierId" | "regionId"> | null };

/** One row of which the tallies say `kept` and the reports `summed`. */
export type Difference = Place & { kept: Counts; summed: Counts };

const none: Counts = { missing: 0, late: 0, rejected: 0, blocked: 0, arrived: 0, repeats: 0, reporters: 0, evidence: 0 };

/** How much each counter is short by; `null` when the two are equal. A row that is not there counts nothing. */
export function shortfallOf(kept: Counts = none, summed: Counts = none): Counts | null {
	const short = { ...none };
	for (const counter of counters) short[counter] = summed[counter] - kept[counter];
	return counters.some((counter) => short[counter] !== 0) ? short : null;
}

/** What people call the numbers in a place. */
export type Names = { service(id: number): string; carrier(id: number): string; region(id: number): string };

/** "2026-11-03 14:05 X, SMS, us-verizon, US: missing says 4, the reports say 5." */
export function sentenceOf({ at, serviceId, channel, cell, kept, summed }: Difference, names: Names): string {
	const time = at.toISOString().slice(0, 16).replace("T", " ");
	const place = [names.service(serviceId), channel ? channelWords[channel].name : "all channels", ...wordsOf(cell, names)].join(", ");
	const said = counters
		.filter((counter) => kept[counter] !== summed[counter])
		.map((counter) => `${counter} says ${kept[counter]}, the reports say ${summed[counter]}`);
	return `${time} ${place}: ${said.join("; ")}.`;
}

function wordsOf(cell: Place["cell"], names: Names): string[] {
	if (cell === null) return ["in total"];
	return [cell.carrierId === null ? "no carrier stated" : names.carrier(cell.carrierId), names.region(cell.regionId)];
}
