// A chart that stands by itself: every colour and size is in it, and its words can be drawn by somebody else.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { root } from "../bin/folders.mjs";
import { chartMatterOf } from "../components/chart-matter";
import { chartBody } from "../components/chart-sheet";
import { SheetDrawing, wrapped } from "../components/sheet";
import { openPaint } from "../server/paint";
import { standalone } from "../server/standalone";
import { aPoint, aSlice, minutesAfter, noon } from "./world/makers";

const { colour } = openPaint(root);
const at = (minute: number) => minutesAfter(noon, minute).toISOString();

const matter = chartMatterOf({
	from: at(0),
	to: at(60),
	step: "5m",
	model: "test",
	points: Array.from({ length: 12 }, (_, step) => aPoint({ at: at(5 * step), missing: 20, evidence: 20, arrived: 4 })),
	incidents: [{ id: "one", state: "confirmed", openedAt: at(20), startedAt: at(15), endedAt: null, slice: aSlice() }],
	updates: [{ incident: "one", at: at(20), by: "watch", text: "It begins." }],
});

const sheet = (foot: readonly string[]) =>
	standalone(
		renderToStaticMarkup(<SheetDrawing body={chartBody(matter)} sheet={{ title: "Codes from R&D", window: "today", foot }} />),
		colour,
	);

test("no class and no variable is left, and the incident's colours are those of its state", () => {
	const { whole } = sheet(["foot"]);
	expect(whole).not.toMatch(/class=|var\(|style=/);
	expect(whole).toContain(`fill="${colour("failing-wash")}"`);
	expect(whole).toContain(`fill="${colour("excess-failing")}"`);
	expect(whole).toContain("url(#hatch-failing)");
	expect(whole).toContain('id="hatch-failing"');
});

test("every tag that is opened is closed", () => {
	for (const drawing of [sheet([]).whole, sheet([]).bare]) {
		const open: string[] = [];
		for (const [, closing, name] of drawing.matchAll(/<(\/?)([a-zA-Z]+)/g)) {
			if (closing) expect(open.pop()).toBe(name);
			else open.push(name ?? "");
		}
		expect(open).toEqual([]);
	}
});

test("its words are taken out where they stand, as they read", () => {
	const { bare, words } = sheet(["CC BY 4.0"]);
	expect(bare).not.toContain("<text");
	expect(words.map(({ text }) => text)).toEqual(expect.arrayContaining(["Codes from R&D", "100% of those who answered", "CC BY 4.0"]));
	expect(words.find(({ text }) => text === "Codes from R&D")).toMatchObject({ x: 32, y: 42, anchor: "start", bold: true });
	const share = words.find(({ text }) => text === "100% of those who answered");
	expect(share?.y).toBeGreaterThan(384);
});

test("a line that is too long goes on in the next, and a word that is too long is left whole", () => {
	expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
	expect(wrapped("one two three", 6)).toEqual(["one", "two", "three"]);
	expect(wrapped("https://undelivered.example/x y", 8)).toEqual(["https://undelivered.example/x", "y"]);
	const { words } = sheet(["word ".repeat(60).trim()]);
	expect(Math.max(...words.map(({ text }) => text.length))).toBeLessThanOrEqual(116);
});
