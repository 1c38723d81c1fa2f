// What is left of a note that anybody may keep? Nothing that could be a number, a code, an address or a link. Runs the
// same in the browser, before it is sent, and on the server, before it is stored.

export const NOTE_LENGTH_MAX = 280;

/** Digits of any script. */
const PHONE_OR_CODE = /\+?\p{Nd}[\p{Nd}\s().-]{2,}\p{Nd}/gu;
const ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]+/g;
const LINK = /\b(?:https?:\/\/|www\.)\S+/gi;

/** A note with masks where such things stood, cut where the masks made it too long. Twice is the same as once. */
export function maskNote(note: string): string {
	const masked = note.replace(LINK, "‹link›").replace(ADDRESS, "‹address›").replace(PHONE_OR_CODE, "‹number›").replace(/\s+/g, " ");
	return masked.trim().slice(0, NOTE_LENGTH_MAX);
}
