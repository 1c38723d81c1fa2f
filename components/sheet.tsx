// A chart as it is taken along: on a sheet of its own, with what it is of above it, and below it how to read it, where it is
// from, as of when and under which licence.
import type { ReactNode } from "react";
import { wideFigure } from "./figure-scale";
import { ShapeHatches } from "./shape";

const MARGIN = 32;
const HEAD = 84;
const LINE = 19;
const AIR = 20;
const TITLE_LINE = 24;
/** What fits a line, with room for wide letters. */
const TITLE_CHARACTERS = 78;
const LINE_CHARACTERS = 116;

export type Sheet = { title: string; window: string; foot: readonly string[] };

/** What is drawn of a chart, as wide as a wide figure and so many pixels high; `key`: how to read it. */
export type Body = { drawing: ReactNode; height: number; key: readonly string[] };

export function sheetSize(body: Body, sheet: Sheet): { width: number; height: number } {
	const height = headOf(sheet) + body.height + AIR + LINE * linesBelow(body, sheet).length + MARGIN;
	return { width: wideFigure.width + 2 * MARGIN, height };
}

const headOf = ({ title }: Sheet) => HEAD + TITLE_LINE * (wrapped(title, TITLE_CHARACTERS).length - 1);
const linesBelow = ({ key }: Body, { foot }: Sheet) => [...key, ...foot].flatMap((line) => wrapped(line, LINE_CHARACTERS));

/** Lines of at most so many characters; a word that is longer has a line of its own. */
export function wrapped(text: string, characters: number): readonly string[] {
	const lines: string[] = [];
	for (const word of text.split(" ")) {
		const line = lines.at(-1);
		if (line === undefined || line.length + 1 + word.length > characters) lines.push(word);
		else lines[lines.length - 1] = `${line} ${word}`;
	}
	return lines;
}

export function SheetDrawing({ body, sheet }: { body: Body; sheet: Sheet }) {
	const { width, height } = sheetSize(body, sheet);
	return (
		<svg
			xmlns="http://www.w3.org/2000/svg"
			viewBox={`0 0 ${width} ${height}`}
			width={width}
			height={height}
			fontFamily="Atkinson Hyperlegible Next, Atkinson Hyperlegible, system-ui, sans-serif"
		>
			<title>{`${sheet.title}, ${sheet.window}`}</title>
			<defs>
				<ShapeHatches />
			</defs>
			<rect width={width} height={height} fill="var(--paper)" />
			{wrapped(sheet.title, TITLE_CHARACTERS).map((line, place) => (
				<text key={line} x={MARGIN} y={42 + TITLE_LINE * place} className="headline">
					{line}
				</text>
			))}
			<text x={MARGIN} y={headOf(sheet) - 20} className="caption">
				{sheet.window}
			</text>
			<g transform={`translate(${MARGIN} ${headOf(sheet)})`}>{body.drawing}</g>
			{linesBelow(body, sheet).map((line, place) => (
				<text key={line} x={MARGIN} y={headOf(sheet) + body.height + AIR + LINE * (place + 1) - 4} className="caption">
					{line}
				</text>
			))}
		</svg>
	);
}
