import { expect, test } from "vitest";
import { chartCsv, csvOf } from "../lib/chart-csv";

const from = Date.parse("2026-11-25T18:00:00.000Z");
const bar = { from, until: from + 900_000, evidence: 39, expected: 5.6789, failed: 41, arrived: 17 };

test("a bar is a row with its times, both sides of what answered, and the share with its bounds", () => {
	const [head, row, foot] = chartCsv([bar], ["here"]).split("\r\n");
	expect(head).toBe("from,until,failed,arrived,evidence,expected,share,share_low_90,share_high_90,withheld");
	expect(row).toBe("2026-11-25T18:00:00.000Z,2026-11-25T18:15:00.000Z,41,17,39,5.68,0.7069,0.6011,0.7942,false");
	expect(foot).toBe("# here");
});

test("what is withheld is empty and said to be, never zero; a share of fewer than fifteen is not given", () => {
	const withheld = chartCsv([{ ...bar, evidence: null, failed: null, arrived: null }], []).split("\r\n")[1];
	expect(withheld).toMatch(/Z,,,,5\.68,,,,true$/);
	expect(chartCsv([{ ...bar, failed: 10, arrived: 4 }], []).split("\r\n")[1]).toMatch(/,10,4,39,5\.68,,,,false$/);
});

test("texts are quoted, and none is taken for a formula", () => {
	expect(csvOf([['say "a", b', "=1+1", "-2", null, -2]], ["two\r\nlines"])).toBe('"say ""a"", b",\'=1+1,\'-2,,-2\r\n# two  lines\r\n');
});
