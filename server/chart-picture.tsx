// A chart's sheet as a picture. The library that draws pictures knows no words within an SVG, so they are laid over it, letter
// for letter where the drawing has them.
import type { ReactElement } from "react";
import { drawableText } from "./paint";
import type { Standalone, Words } from "./standalone";

/** Twice as fine as on a page, for screens and for print. */
export const FINENESS = 2;
/** How far below its line's upper edge a letter stands, in its size: the ascent of the typeface. */
const ASCENT = 0.79;
const ROOM = 900;

export function ChartPicture({ sheet, width, height }: { sheet: Standalone; width: number; height: number }): ReactElement {
	const size = { width: width * FINENESS, height: height * FINENESS };
	const source = `data:image/svg+xml;base64,${Buffer.from(sheet.bare).toString("base64")}`;
	return (
		<div style={{ display: "flex", position: "relative", fontFamily: "Text, TextExt", ...size }}>
			<img src={source} alt="" {...size} />
			{sheet.words.map((words) => (
				<Line key={`${words.x} ${words.y} ${words.text}`} words={words} />
			))}
		</div>
	);
}

function Line({ words: { x, y, anchor, size, bold, colour, text } }: { words: Words }) {
	const before = { start: 0, middle: ROOM / 2, end: ROOM }[anchor];
	return (
		<div
			style={{
				display: "flex",
				position: "absolute",
				left: (x - before) * FINENESS,
				top: (y - size * ASCENT) * FINENESS,
				width: ROOM * FINENESS,
				justifyContent: { start: "flex-start", middle: "center", end: "flex-end" }[anchor],
				fontSize: size * FINENESS,
				fontWeight: bold ? 700 : 400,
				lineHeight: 1,
				color: colour,
				whiteSpace: "nowrap",
			}}
		>
			{drawableText(text)}
		</div>
	);
}
