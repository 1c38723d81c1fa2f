// A chart's numbers as a table for machines: one row a bar, times in ISO 8601 UTC, what is withheld left empty and said so. Where
// it is from and under which licence stands at its foot, in lines that begin with a hash.
import { shareOf } from "./share";

/** A bar of a chart, which is a row of its file. Counts are null where they are withheld. `until` ends it, both epoch ms. */
export type Bar = {
	from: number;
	until: number;
	/** Failing people left after thinning: what stands beside `expected`. */
	evidence: number | null;
	expected: number;
	/** People whose code did not come as it should, and people whose code came in time: together all who answered. */
	failed: number | null;
	arrived: number | null;
};

const COLUMNS = [
	"from",
	"until",
	"failed",
	"arrived",
	"evidence",
	"expected",
	"share",
	"share_low_90",
	"share_high_90",
	"withheld",
] as const;

/** RFC 4180, with lines that end in CRLF; a share is given where enough people answered (lib/share.ts). */
export function chartCsv(bars: readonly Bar[], foot: readonly string[]): string {
	const rows = bars.map((bar) => {
		const share = shareOf(bar);
		return [
			new Date(bar.from).toISOString(),
			new Date(bar.until).toISOString(),
			bar.failed,
			bar.arrived,
			bar.evidence,
			rounded(bar.expected, 2),
			share && rounded(share.share, 4),
			share && rounded(share.low, 4),
			share && rounded(share.high, 4),
			bar.evidence === null,
		];
	});
	return csvOf([COLUMNS, ...rows], foot);
}

export type Cell = string | number | boolean | null;

export function csvOf(rows: readonly (readonly Cell[])[], foot: readonly string[]): string {
	const lines = [...rows.map((row) => row.map(cellOf).join(",")), ...foot.map((line) => `# ${line.replaceAll(/[\r\n]/g, " ")}`)];
	return `${lines.join("\r\n")}\r\n`;
}

/** A text that a spreadsheet would take for a formula is taken for a text. */
function cellOf(cell: Cell): string {
	if (typeof cell !== "string") return cell === null ? "" : String(cell);
	const text = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function rounded(value: number, digits: number): number {
	return Math.round(value * 10 ** digits) / 10 ** digits;
}
