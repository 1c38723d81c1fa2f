// A page with a slot where each answer's own few bytes go, plain or zipped. Zipping costs a hundred times what sending
// does, so it is done once for what stays: between its pieces a zip may hold bytes as they are (RFC 1951, 3.2.4).
import { constants, deflateRawSync, gzipSync } from "node:zlib";
import { remainderOf, spreadOf, times } from "./checksum";
import { type Lending, makeLending } from "./lent";

/** Copies of the page, lent with a filling in each slot. */
export type Slotted = {
	plain: Lending;
	/** The same as gzip; the first to ask pays for it. */
	zipped(): Lending;
};

/** No UTF-8 holds this byte: nothing of the page is ever taken for what stands in a slot. */
const MARK = 0xff;
/** How far back a zip may refer. */
const WINDOW_BYTES = 32 * 1024;
/** A gzip file: no name, no time, any system; RFC 1952. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** The last block, with nothing in it. */
const END = Buffer.from([3, 0]);
/** The checksum and the length of what was zipped. */
const TRAILER_BYTES = 8;

/** `html` with its slots at `slot`; each filling has to have `fillingBytes` bytes. */
export function slotted(html: string, slot: string, fillingBytes: number): Slotted {
	const pieces = html.split(slot).map((piece) => Buffer.from(piece));
	const marks = Buffer.alloc(fillingBytes, MARK);
	const gaps = gapsOf(pieces, fillingBytes);

	function fill(copy: Buffer, filling: Buffer, starts: readonly number[]): void {
		if (filling.length !== fillingBytes) throw new Error(`a filling has ${fillingBytes} bytes, not ${filling.length}`);
		for (const start of starts) copy.set(filling, start);
	}

	function zip(): Lending {
		const page = joined(pieces, marks);
		const ends = [0, ...gaps.map((start) => start + fillingBytes)];
		const parts = pieces.map((piece, index) => squeezed(piece, page.subarray(0, ends[index])));
		const block = asItIs(marks);
		const trailer = gzipSync(page, { level: 0 }).subarray(-TRAILER_BYTES);
		const pattern = Buffer.concat([HEADER, joined(parts, block), END, trailer]);
		const starts = gapsOf(parts, block.length).map((start) => HEADER.length + start + block.length - fillingBytes);
		const check = trailer.readUInt32LE(0);
		const spread = spreadOf(gaps.map((start) => page.length - start - fillingBytes));
		return makeLending(pattern, (copy, filling) => {
			fill(copy, filling, starts);
			copy.writeUInt32LE((check ^ times(remainderOf(filling, MARK), spread)) >>> 0, copy.length - TRAILER_BYTES);
		});
	}

	const plain = makeLending(joined(pieces, marks), (copy, filling) => fill(copy, filling, gaps));
	return { plain, zipped: once(zip) };
}

function once<Value>(make: () => Value): () => Value {
	const made: Value[] = [];
	return () => {
		const value = made[0] ?? make();
		made[0] = value;
		return value;
	};
}

function joined(pieces: readonly Buffer[], filling: Buffer): Buffer {
	return Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [filling, piece])));
}

/** Where each gap between the pieces begins, once they are joined. */
function gapsOf(pieces: readonly Buffer[], gapBytes: number): readonly number[] {
	return pieces.slice(1).map((_, index) => pieces.slice(0, index + 1).reduce((sum, piece) => sum + piece.length, index * gapBytes));
}

/** A block of a zip that is not zipped. */
function asItIs(bytes: Buffer): Buffer {
	const head = Buffer.alloc(5);
	head.writeUInt16LE(bytes.length, 1);
	head.writeUInt16LE(~bytes.length & 0xffff, 3);
	return Buffer.concat([head, bytes]);
}

/** Ends on a whole byte, so that other blocks may follow; refers to what stands before it. */
function squeezed(piece: Buffer, before: Buffer): Buffer {
	const dictionary = before.subarray(-WINDOW_BYTES);
	return deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH, ...(dictionary.length > 0 && { dictionary }) });
}
