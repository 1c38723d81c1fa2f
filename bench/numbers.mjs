// What the benches' tables are made of.

export function median(numbers) {
	const sorted = numbers.toSorted((one, other) => one - other);
	return sorted[sorted.length >> 1] ?? null;
}

/** The number below which this share of them lies; `null` of none. */
export function quantile(numbers, share) {
	const sorted = numbers.toSorted((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}

export function round(number, digits = 3) {
	return Math.round(number * 10 ** digits) / 10 ** digits;
}
