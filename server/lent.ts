// Bytes of which each answer needs a copy with a few of its own in them. Making a copy of a page for each costs more than
// all the rest of an answer, so copies are lent: whoever has sent one gives it back, and the next has only gaps to fill.

export type Lending = {
	/** Bytes of each copy. */
	length: number;
	/** A filled copy, nobody else's until `giveBack` is called, once. One that never comes back is made anew. */
	lend(filling: Buffer): { bytes: Buffer; giveBack(): void };
};

/** Copies that wait to be lent; beyond it they are let go. */
const WAITING_MAX = 64;

/** `fill` has to write over all that an earlier filling wrote. */
export function makeLending(pattern: Buffer, fill: (copy: Buffer, filling: Buffer) => void): Lending {
	const waiting = [pattern];

	return {
		length: pattern.length,
		lend(filling) {
			const bytes = waiting.pop() ?? Buffer.from(pattern);
			fill(bytes, filling);
			return {
				bytes,
				giveBack() {
					if (waiting.length < WAITING_MAX) waiting.push(bytes);
				},
			};
		},
	};
}
