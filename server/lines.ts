// The lines of a text that somebody else made, one after another: what is held does not grow with a line that never ends.

/**
 * Lines as text, without their ends (a newline, or a carriage return and a newline). Of a line longer than `lengthMax`
 * characters only its beginning comes, still longer than `lengthMax`; what follows it up to the next newline is let go.
 * `chunks` is a stream of text, as of a file or of standard input.
 */
export async function* linesOf(chunks: AsyncIterable<unknown>, lengthMax: number): AsyncGenerator<string> {
	let begun = "";
	for await (const chunk of chunks) {
		const [first = "", ...others] = String(chunk).split("\n");
		begun = beginningOf(begun + first, lengthMax);
		for (const other of others) {
			yield withoutReturn(begun);
			begun = beginningOf(other, lengthMax);
		}
	}
	if (begun !== "") yield withoutReturn(begun);
}

/** Long enough to be too long even without a carriage return at its end. */
function beginningOf(text: string, lengthMax: number): string {
	return text.slice(0, lengthMax + 2);
}

function withoutReturn(text: string): string {
	return text.endsWith("\r") ? text.slice(0, -1) : text;
}
