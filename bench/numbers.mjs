// What the benches' tables are made of.

export function median(numbers) {
	const sorted = numbers.toSorted((one, other) => one - other);
	return sorted[sorted.length >> 1] ?? null;
}

export function round(number, digits = 3) {
	return Math.round(number * 10 ** digits) / 10 ** digits;
}
