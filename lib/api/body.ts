// A JSON body of bounded size. What is too large is still read to its end, within bounds, before it is refused: a client
// that is cut off while it sends never hears why.
import { refuse } from "../refusal";

/** A report with every field filled is under two kilobytes. */
export const BODY_BYTES_MAX = 16 * 1024;
/** What is read and thrown away for the sake of an answer; beyond it the connection is closed. */
const DISCARDED_BYTES_MAX = 4 * 1024 * 1024;

/** Reads a body as JSON. Refusals: `too-large`, `malformed`. */
export async function readBody(request: Request): Promise<unknown> {
	return bodyOf(await readText(request));
}

/** Reads a body as text; `null` when it is too large. */
export async function readText(request: Request): Promise<string | null> {
	const announced = request.headers.get("content-length");
	const isShort = announced !== null && Number(announced) <= BODY_BYTES_MAX;
	if (isShort || request.body === null) return request.text();
	return (await readBounded(request.body, BODY_BYTES_MAX))?.toString("utf8") ?? null;
}

/** A body's text as JSON; `null` when it was too large. Refusals: `too-large`, `malformed`. */
export function bodyOf(text: string | null): unknown {
	if (text === null) return refuse("too-large", `A report is at most ${BODY_BYTES_MAX / 1024} kB.`);
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return refuse("malformed", "The body is not JSON. Send one report as a JSON object.");
		throw error;
	}
}

/**
 * All of a body that is at most `bytesMax` long; `null` when it is more, after it was read to its end or to where
 * patience ends.
 */
async function readBounded(pieces: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Buffer | null> {
	const pile = makePile(bytesMax);
	for await (const piece of pieces) if (!pile.add(piece)) break;
	return pile.whole();
}

export type Pile = {
	/** False when patience ends: no more should be read. */
	add(piece: Uint8Array): boolean;
	/** All that was added; `null` when it is too large. */
	whole(): Buffer | null;
};

/** Piles up a body's pieces as long as they are at most `bytesMax` together, and counts on. */
export function makePile(bytesMax: number): Pile {
	const kept: Uint8Array[] = [];
	let bytes = 0;
	return {
		add(piece) {
			bytes += piece.byteLength;
			if (bytes <= bytesMax) kept.push(piece);
			return bytes <= DISCARDED_BYTES_MAX;
		},
		whole: () => (bytes > bytesMax ? null : Buffer.concat(kept)),
	};
}
