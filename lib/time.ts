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
	const chance = new DataView(random.buffer, random.byteOffset, 10);
	const version = 0x7000 | (chance.getUint16(0) & 0x0fff);
	const variant = 0x8000 | (chance.getUint16(2) & 0x3fff);
	const time = hexOf(at.getTime(), 12);
	const rest = hexOf(chance.getUint16(4), 4) + hexOf(chance.getUint32(6), 8);
	return `${time.slice(0, 8)}-${time.slice(8)}-${hexOf(version, 4)}-${hexOf(variant, 4)}-${rest}`;
}

function hexOf(number: number, digits: number): string {
	return number.toString(16).padStart(digits, "0");
}

/** The smallest UUID whose time is `at`: a bound for ranges and partitions, not an id. */
export function uuidFloor(at: Date): string {
	const time = hexOf(at.getTime(), 12);
	return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
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
