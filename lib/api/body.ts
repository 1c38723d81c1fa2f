// A JSON body of bounded size. What is too large is still read to its end, within bounds, before it is refused: a client
// that is cut off while it sends never hears why.
import { type Refusal, refuse } from "../refusal";

/** A report with every field filled is under two kilobytes. */
export const BODY_BYTES_MAX = 16 * 1024;
/** What is read and thrown away for the sake of an answer; beyond it the connection is closed. */
const DISCARDED_BYTES_MAX = 4 * 1024 * 1024;

/** Reads a body as JSON. Refusals: `too-large`, `malformed`. */
export async function readBody(request: Request): Promise<unknown> {
	const announced = request.headers.get("content-length");
	const isShort = announced !== null && Number(announced) <= BODY_BYTES_MAX;
	const text = isShort ? await request.text() : await readCounting(request);
	if (text === null) return tooLarge();
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return refuse("malformed", "The body is not JSON. Send one report as a JSON object.");
		throw error;
	}
}

/** The text of a body whose length nobody announced, or a long one; `null` when it is more than we take. */
async function readCounting(request: Request): Promise<string | null> {
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	for await (const piece of request.body ?? []) {
		bytes += piece.byteLength;
		if (bytes <= BODY_BYTES_MAX) pieces.push(piece);
		if (bytes > DISCARDED_BYTES_MAX) break;
	}
	return bytes > BODY_BYTES_MAX ? null : Buffer.concat(pieces).toString("utf8");
}

function tooLarge(): Refusal {
	return refuse("too-large", `A report is at most ${BODY_BYTES_MAX / 1024} kB.`);
}
