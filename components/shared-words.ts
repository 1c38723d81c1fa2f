// What somebody shares with us from another app may be the very message with the code in it. Of all that, only where a link
// leads and words without numbers are of use; the rest is struck out before it leaves the device.
import { maskNote } from "@/lib/note";

const LINK = /\bhttps?:\/\/([^\s/?#]+)\S*/gi;
const WORDS_LENGTH_MAX = 120;

/** The query of a share with its links cut to their hosts and its numbers struck out; twice is the same as once. */
export function sharedQuery(query: URLSearchParams): string {
	const words = ["title", "text", "url"].flatMap((name) => query.get(name) ?? []).join(" ");
	const bare = maskNote(words.replace(LINK, "$1").replace(/\bwww\./gi, "")).slice(0, WORDS_LENGTH_MAX);
	return new URLSearchParams(bare === "" ? {} : { text: bare }).toString();
}
