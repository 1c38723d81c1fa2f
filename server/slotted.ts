// A page with a slot where each answer's own few bytes go, plain or zipped. Zipping costs a hundred times what sending
// does, so it is done once for what stays: between its pieces a zip may hold bytes as they are (RFC 1951, 3.2.4).
import { constants, deflateRawSync, gzipSync } from "node:zlib";

export type Slotted = {
	/** The page with `filling` in each slot. */
	plain(filling: string): Buffer;
	/** The same as gzip; the first to ask pays for it. */
	zipped(filling: string): Buffer;
};

/** No UTF-8 holds this byte: nothing of the page is ever taken for what stands in a slot. */
const MARK = 0xff;
/** How far back a zip may refer. */
const WINDOW_BYTES = 32 * 1024;
/** A gzip file: no name, no time, any system; RFC 1952. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** The last block, with nothing in it. */
const END = Buffer.from([3, 0]);

/** `html` with its slots at `slot`; each filling has to have `fillingBytes` bytes, all ASCII. */
export function slotted(html: string, slot: string, fillingBytes: number): Slotted {
	const pieces = html.split(slot).map((piece) => Buffer.from(piece));
	const zip = once(() => zipOf(pieces, fillingBytes));

	function bytesOf(filling: string): Buffer {
		const bytes = Buffer.from(filling);
		if (bytes.length !== fillingBytes) throw new Error(`a filling has ${fillingBytes} bytes, not ${bytes.length}`);
		return bytes;
	}

	return {
		plain: (filling) => joined(pieces, bytesOf(filling)),
		zipped(filling) {
			const bytes = bytesOf(filling);
			const { parts, check, spread, size } = zip();
			const trailer = Buffer.alloc(8);
			trailer.writeUInt32LE((check ^ times(remainderOf(bytes), spread)) >>> 0, 0);
			trailer.writeUInt32LE(size, 4);
			return Buffer.concat([HEADER, joined(parts, asItIs(bytes)), END, trailer]);
		},
	};
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

/** A block of a zip that is not zipped. */
function asItIs(bytes: Buffer): Buffer {
	const head = Buffer.alloc(5);
	head.writeUInt16LE(bytes.length, 1);
	head.writeUInt16LE(~bytes.length & 0xffff, 3);
	return Buffer.concat([head, bytes]);
}

type Zip = {
	parts: readonly Buffer[];
	/** CRC-32 of the page with marks in its slots, and its length. */
	check: number;
	size: number;
	/** What a filling's remainder is multiplied by to become its share of the page's. */
	spread: number;
};

function zipOf(pieces: readonly Buffer[], fillingBytes: number): Zip {
	const page = joined(pieces, Buffer.alloc(fillingBytes, MARK));
	const starts = pieces.map((_, index) => pieces.slice(0, index).reduce((sum, piece) => sum + piece.length + fillingBytes, 0));
	const parts = pieces.map((piece, index) => squeezed(piece, page.subarray(0, starts[index])));
	const trailer = gzipSync(page, { level: 0 }).subarray(-8);
	const spread = starts.slice(1).reduce((sum, start) => sum ^ zeros(page.length - start), 0);
	return { parts, check: trailer.readUInt32LE(0), size: trailer.readUInt32LE(4), spread };
}

/** Ends on a whole byte, so that other blocks may follow; refers to what stands before it. */
function squeezed(piece: Buffer, before: Buffer): Buffer {
	const dictionary = before.subarray(-WINDOW_BYTES);
	return deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH, ...(dictionary.length > 0 && { dictionary }) });
}

// CRC-32 is a remainder of polynomials over GF(2): a page differs from the marked one by the remainder of what stands in
// a slot instead of the marks, times x to the bits that follow, summed over the slots (zlib's `crc32_combine`).

/** The polynomial, and its powers x⁰ and x⁸, with the lowest power in the highest bit. */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;
const X8 = 0x00800000;

/** The remainder of how a filling differs from as many marks. */
function remainderOf(filling: Buffer): number {
	return filling.reduce((remainder, byte) => times(remainder ^ byte ^ MARK, X8), 0);
}

/** x to the bits of so many bytes. */
function zeros(bytes: number): number {
	if (bytes === 0) return ONE;
	const half = zeros(bytes >>> 1);
	const square = times(half, half);
	return bytes & 1 ? times(square, X8) : square;
}

function times(one: number, other: number): number {
	let product = 0;
	let shifted = other;
	for (let bit = 31; bit >= 0; bit--) {
		if ((one >>> bit) & 1) product ^= shifted;
		shifted = shifted & 1 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
	}
	return product >>> 0;
}
