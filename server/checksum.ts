// The checksum of a page whose gaps are filled, from the filling alone. CRC-32 is a remainder of polynomials over GF(2): a
// page differs from the marked one by the remainder of what stands in a gap instead of the marks, times x to the bits
// that follow, summed over the gaps (zlib's `crc32_combine`).

/** The polynomial, and its powers x⁰ and x⁸, with the lowest power in the highest bit. */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;
const X8 = 0x00800000;
/** Each byte's share of the remainder, one byte later. */
const LATER = Uint32Array.from({ length: 256 }, (_, byte) => times(byte, X8));

/** The remainder of how a filling differs from as many marks. */
export function remainderOf(filling: Buffer, mark: number): number {
	let remainder = 0;
	for (const byte of filling) remainder = (LATER[(remainder ^ byte ^ mark) & 0xff] ?? 0) ^ (remainder >>> 8);
	return remainder >>> 0;
}

/** What a filling's remainder is multiplied by to become its share of the page's: x to the bits behind each gap. */
export function spreadOf(bytesBehind: readonly number[]): number {
	return bytesBehind.reduce((sum, bytes) => sum ^ zeros(bytes), 0);
}

/** x to the bits of so many bytes. */
function zeros(bytes: number): number {
	if (bytes === 0) return ONE;
	const half = zeros(bytes >>> 1);
	const square = times(half, half);
	return bytes & 1 ? times(square, X8) : square;
}

export function times(one: number, other: number): number {
	let product = 0;
	let shifted = other;
	for (let bit = 31; bit >= 0; bit--) {
		if ((one >>> bit) & 1) product ^= shifted;
		shifted = shifted & 1 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
	}
	return product >>> 0;
}
