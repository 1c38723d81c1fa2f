// COPY FROM STDIN over a `pg` connection: the driver speaks its messages, but has no query of that kind.
import { once } from "node:events";

/** Bytes sent at once: small writes cost more than what is in them. */
const CHUNK_LENGTH = 1 << 16;
/** Bytes made ahead of the database, so that it and we are busy at once. */
const AHEAD_BYTES = 8 << 20;

/**
 * Begins `COPY … FROM STDIN`, which stays open until `end`.
 * @param {import("pg").ClientBase} connection nothing else is asked of it meanwhile
 * @returns {Promise<{ write(line: string): Promise<void> | undefined, end(): Promise<void> }>} `write` takes a line with its
 *   newline, and gives a promise where the database has to catch up; `end` rejects when a row was refused
 */
export async function beginCopy(connection, text) {
	const [wire, ended] = await ask(connection, text);
	let pieces = "";

	function send() {
		wire.sendCopyFromChunk(Buffer.from(pieces));
		pieces = "";
		return wire.stream.writableLength > AHEAD_BYTES ? Promise.race([once(wire.stream, "drain"), ended]) : undefined;
	}

	return {
		write(line) {
			pieces += line;
			return pieces.length < CHUNK_LENGTH ? undefined : send();
		},
		async end() {
			if (pieces !== "") await send();
			wire.endCopyFrom();
			await ended;
		},
	};
}

/** The connection's wire once it takes rows, and a promise that is kept when the database has them all. */
function ask(connection, text) {
	return new Promise((begin, refuse) => {
		const ended = new Promise((end, fail) => {
			connection.query({
				submit: (wire) => void wire.query(text),
				handleCopyInResponse: (wire) => begin([wire, ended]),
				handleCommandComplete() {},
				handleReadyForQuery: () => end(),
				handleError(error) {
					refuse(error);
					fail(error);
				},
			});
		});
		// Whoever writes hears of it; unheard it would end the process.
		ended.catch(() => {});
	});
}
