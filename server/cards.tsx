// The picture of a page for chats and feeds, kept while it says what is true.
import { CARD_HEIGHT, CARD_WIDTH, type Card, CardDrawing } from "@/components/card";
import { drawableText, type Paint } from "./paint";

/** A changed state is drawn at once; a changed sentence, so often at most; an unchanged one, for its time, so often. */
const SENTENCE_KEPT_MS = 60_000;
const KEPT_MS = 10 * 60_000;
/** About 60 kB each. */
const CARDS_MAX = 500;
export type Cards = {
	/** The picture at `address`, as PNG. */
	png(address: string, card: Card): Promise<Buffer>;
};

type Kept = { card: Card; drawnAt: number; png: Promise<Buffer> };

/** `now` is a monotonic clock in milliseconds. */
export function makeCards(paint: Paint, host: string, now: () => number): Cards {
	const kept = new Map<string, Kept>();

	function draw(card: Card): Promise<Buffer> {
		const drawing = <CardDrawing card={drawable(card)} host={host} colour={paint.colour} />;
		return paint.png(drawing, { width: CARD_WIDTH, height: CARD_HEIGHT });
	}

	return {
		png(address, card) {
			const before = kept.get(address);
			if (before && isTrue(before, card, now())) return before.png;
			const made: Kept = { card, drawnAt: now(), png: draw(card) };
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
	const heading = drawableText(card.heading);
	return {
		...card,
		heading: /\p{L}|\p{N}/u.test(heading) ? heading : (card.headingInLatin ?? heading),
		sentence: drawableText(card.sentence),
	};
}
