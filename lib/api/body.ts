// A JSON body of bounded size. A length that was announced is believed, since the server holds the client to it; one
// that was not is counted while it comes.
import { type Refusal, refuse } from "../refusal";

/** A report with every field filled is under two kilobytes. */
export const BODY_BYTES_MAX = 16 * 1024;

/** Reads a body as JSON. Refusals: `too-large`, `malformed`. */
export async function readBody(request: Request): Promise<unknown> {
	const announced = request.headers.get("content-length");
	const text = announced === null ? await readCounting(request) : Number(announced) > BODY_BYTES_MAX ? null : await request.text();
	if (text === null) return tooLarge();
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return refuse("malformed", "The body is not JSON. Send one report as a JSON object.");
		throw error;
	}
}

/** The text of a body that comes in pieces; `null` as soon as it is more than we take. */
async function readCounting(request: Request): Promise<string | null> {
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	for await (const piece of request.body ?? []) {
		bytes += piece.byteLength;
		if (bytes > BODY_BYTES_MAX) return null;
		pieces.push(piece);
	}
	return Buffer.concat(pieces).toString("utf8");
}

function tooLarge(): Refusal {
	return refuse("too-large", `A report is at most ${BODY_BYTES_MAX / 1024} kB.`);
}
