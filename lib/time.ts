// How is time cut up here? Pure arithmetic on UTC instants: tally steps, the watch's grid, UTC days, and ids that carry
// their time. There is no clock in this file: callers are told the time.

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** A tally row covers five minutes. */
export const TALLY_STEP_MS = 5 * MINUTE_MS;
/** The watch looks on a grid of ten seconds (DETECTION: time and order). */
export const GRID_MS = 10 * SECOND_MS;

/** The start of the step of `stepMs` that holds `at`, counted from the epoch. */
export function stepOf(at: Date, stepMs: number): Date {
	return new Date(Math.floor(at.getTime() / stepMs) * stepMs);
}

export function plus(at: Date, ms: number): Date {
	return new Date(at.getTime() + ms);
}

export function minutesBetween(from: Date, to: Date): number {
	return (to.getTime() - from.getTime()) / MINUTE_MS;
}

/** Every step start from the one that holds `from` up to, not including, `to`. */
export function stepsBetween(from: Date, to: Date, stepMs: number): Date[] {
	const first = stepOf(from, stepMs).getTime();
	const count = Math.max(0, Math.ceil((to.getTime() - first) / stepMs));
	return Array.from({ length: count }, (_, step) => new Date(first + step * stepMs));
}

/** The UTC day of an instant, as `2026-11-24`. */
export function dayOf(at: Date): string {
	return at.toISOString().slice(0, 10);
}

/**
 * A UUIDv7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then `random` (10 bytes, of which 74 bits are kept).
 * Ids of one millisecond are told apart by their random part alone, so their order says nothing.
 */
export function uuidOf(at: Date, random: Uint8Array): string {
	const bytes = new Uint8Array(16);
	new DataView(bytes.buffer).setBigUint64(0, BigInt(at.getTime()) << 16n);
	bytes.set(random.subarray(0, 10), 6);
	const view = new DataView(bytes.buffer);
	view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
	view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
	// Not by Buffer: this file runs in browsers too, and each of them would load one.
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The smallest UUID whose time is `at`: a bound for ranges and partitions, not an id. */
export function uuidFloor(at: Date): string {
	const hex = at.getTime().toString(16).padStart(12, "0");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}

/** The smallest UUID of the millisecond of `id`: ids of one batch share it and have no order. */
export function uuidFloorOf(id: string): string {
	return `${id.slice(0, 13)}-0000-0000-000000000000`;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Has this word the shape of an id? Addresses and forms carry what strangers wrote. */
export function isUuid(word: string): boolean {
	return UUID.test(word);
}
