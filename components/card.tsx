// The picture that stands beside a link in a chat or a feed: the name, the status as shape and word, its sentence, and
// when it was read. Drawn by satori, which knows neither classes nor variables: colours are handed in.
import { renderToStaticMarkup } from "react-dom/server";
import { dashes } from "./brand";
import { drawings } from "./shape";
import type { Look } from "./tone";

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

export type Card = {
	look: Look | null;
	heading: string;
	/** Stands in for a heading none of whose letters can be drawn. */
	headingInLatin?: string;
	sentence: string;
	foot: string;
};

/** The colour of a token of tokens.css, without its dashes. */
export type Colour = (token: string) => string;

/** A heading of so many characters still fits one line of the large size; a sentence, two. */
const HEADING_LARGE_MAX = 24;
const SENTENCE_LARGE_MAX = 110;

export function CardDrawing({ card, host, colour }: { card: Card; host: string; colour: Colour }) {
	const tone = card.look?.tone.replace("tone-", "") ?? "plain";
	const { text, wash, line } = coloursOf(tone, colour);
	return (
		<div
			style={{ ...column, width: "100%", height: "100%", background: colour("paper"), color: colour("ink"), fontFamily: "Text, TextExt" }}
		>
			<div style={{ ...row, justifyContent: "space-between", alignItems: "center", height: 126, padding: "0 72px" }}>
				<Mark ink={colour("ink")} />
				<span style={{ fontSize: 30, color: colour("ink-3") }}>{host}</span>
			</div>
			<div style={{ ...column, flexGrow: 1, padding: "40px 72px 40px", background: wash, borderTop: `3px solid ${line}` }}>
				{card.look && (
					<div style={{ ...row, alignItems: "center", marginBottom: 14, fontSize: 42, fontWeight: 700, color: text }}>
						<img src={shapeOf(card.look, text, wash)} width={46} height={46} alt="" style={{ marginRight: 18 }} />
						{card.look.word}
					</div>
				)}
				<div
					style={{
						fontSize: card.heading.length > HEADING_LARGE_MAX ? 66 : 88,
						fontWeight: 700,
						lineHeight: 1.08,
						letterSpacing: "-0.018em",
						lineClamp: 2,
						display: "block",
					}}
				>
					{card.heading}
				</div>
				<div
					style={{
						marginTop: 22,
						fontSize: card.sentence.length > SENTENCE_LARGE_MAX ? 38 : 44,
						lineHeight: 1.3,
						lineClamp: card.heading.length > HEADING_LARGE_MAX ? 2 : 3,
						display: "block",
						color: colour("ink-2"),
					}}
				>
					{card.sentence}
				</div>
				<div style={{ ...row, flexGrow: 1 }} />
				<div style={{ ...row, justifyContent: "space-between", alignItems: "flex-end" }}>
					<span style={{ fontSize: 30, color: colour("ink-3") }}>{card.foot}</span>
					<Slots edge={line} />
				</div>
			</div>
		</div>
	);
}

const row = { display: "flex", flexDirection: "row" } as const;
const column = { display: "flex", flexDirection: "column" } as const;

function Mark({ ink }: { ink: string }) {
	return (
		<div style={column}>
			<span style={{ fontSize: 44, fontWeight: 700, lineHeight: 1, letterSpacing: "-0.012em" }}>Undelivered</span>
			<div style={{ ...row, position: "relative", height: 8, width: 236, marginTop: 12 }}>
				{dashes.map((x) => (
					<div key={x} style={{ position: "absolute", left: (x * 236) / 104, width: (12 * 236) / 104, height: 8, background: ink }} />
				))}
			</div>
		</div>
	);
}

/** The code that has not come: three empty boxes and three. */
function Slots({ edge }: { edge: string }) {
	return (
		<div style={row}>
			{dashes.map((x, place) => (
				<div
					key={x}
					style={{
						width: 40,
						height: 54,
						marginLeft: place === 0 ? 0 : place === 3 ? 30 : 10,
						border: `3px solid ${edge}`,
						borderRadius: 5,
					}}
				/>
			))}
		</div>
	);
}

function coloursOf(tone: string, colour: Colour): { text: string; wash: string; line: string } {
	if (tone === "quiet" || tone === "past" || tone === "plain")
		return { text: colour("ink-3"), wash: colour("sunken"), line: colour("rule-strong") };
	return { text: colour(tone), wash: colour(`${tone}-wash`), line: colour(`${tone}-line`) };
}

function shapeOf({ shape }: Look, text: string, paper: string): string {
	const inner = renderToStaticMarkup(drawings[shape]).replaceAll("currentColor", text).replaceAll("var(--paper)", paper);
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="92" height="92">${inner}</svg>`;
	return `data:image/svg+xml;base64,${btoa(svg)}`;
}
