// The picture of a page for chats and feeds, made here, with our own letters, asking nobody. Drawing blocks this process
// for some 50 ms, so pictures are drawn one after another and kept while they say what is true.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ImageResponse } from "next/og.js";
import { CARD_HEIGHT, CARD_WIDTH, type Card, CardDrawing, type Colour } from "@/components/card";

/** A changed state is drawn at once; a changed sentence, so often at most; an unchanged one, for its time, so often. */
const SENTENCE_KEPT_MS = 60_000;
const KEPT_MS = 10 * 60_000;
/** About 60 kB each. */
const CARDS_MAX = 500;
/** What our letters can draw: Latin. For anything else the library would ask a font service. */
const UNDRAWABLE = /[^\u0020-\u024f\u1e00-\u1eff\u2010-\u2027\u20ac]/gu;

export type Cards = {
	/** The picture at `address`, as PNG. */
	png(address: string, card: Card): Promise<Buffer>;
};

type Kept = { card: Card; drawnAt: number; png: Promise<Buffer> };

/** `project` holds the letters and the colours; `now` is a monotonic clock in milliseconds. */
export function makeCards(project: string, host: string, now: () => number): Cards {
	const kept = new Map<string, Kept>();
	const colour = lightColours(readFileSync(join(project, "app/tokens.css"), "utf8"));
	const fonts = [
		{ name: "Text", weight: 400, data: font("latin-400") },
		{ name: "Text", weight: 700, data: font("latin-700") },
		{ name: "TextExt", weight: 400, data: font("latin-ext-400") },
		{ name: "TextExt", weight: 700, data: font("latin-ext-700") },
	] as const;
	let last: Promise<unknown> = Promise.resolve();

	function font(name: string): Buffer {
		return readFileSync(join(project, `app/fonts/card-${name}.woff`));
	}

	async function draw(card: Card): Promise<Buffer> {
		const drawing = <CardDrawing card={drawable(card)} host={host} colour={colour} />;
		const image = new ImageResponse(drawing, { width: CARD_WIDTH, height: CARD_HEIGHT, fonts: [...fonts] });
		return Buffer.from(await image.arrayBuffer());
	}

	/** The picture, once those before it are drawn. */
	function inTurn(card: Card): Promise<Buffer> {
		const png = last.then(() => draw(card));
		last = png.catch(() => {});
		return png;
	}

	return {
		png(address, card) {
			const before = kept.get(address);
			if (before && isTrue(before, card, now())) return before.png;
			const made: Kept = { card, drawnAt: now(), png: inTurn(card) };
			kept.delete(address);
			kept.set(address, made);
			made.png.catch(() => kept.get(address) === made && kept.delete(address));
			const [oldest] = kept.keys();
			if (kept.size > CARDS_MAX && oldest !== undefined) kept.delete(oldest);
			return made.png;
		},
	};
}

/** Whether a kept picture may still be shown for what is to be said now. */
function isTrue({ card, drawnAt }: Kept, wanted: Card, now: number): boolean {
	if (card.look?.shape !== wanted.look?.shape || card.heading !== wanted.heading) return false;
	return now - drawnAt < (card.sentence === wanted.sentence ? KEPT_MS : SENTENCE_KEPT_MS);
}

function drawable(card: Card): Card {
	const latin = (text: string) => text.normalize("NFC").replaceAll(UNDRAWABLE, "").trim();
	const heading = latin(card.heading);
	return { ...card, heading: /\p{L}|\p{N}/u.test(heading) ? heading : (card.headingInLatin ?? heading), sentence: latin(card.sentence) };
}

/** The light half of each colour of tokens.css, where colours stand once. */
export function lightColours(css: string): Colour {
	const found = new Map([...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}),/g)].map(([, token = "", light = ""]) => [token, light]));
	return (token) => {
		const light = found.get(token);
		if (light === undefined) throw new Error(`tokens.css has no colour ${token}`);
		return light;
	};
}
