// Which services may a typed word mean, best first? Forgives case, marks, punctuation and a slip or two, in any script.
// Bounded: a long query is cut before any work. Absent: popularity, and learning from what people typed.
import type { Service } from "./catalog";

/** Longer than any service's name; what lies beyond is not read. */
const QUERY_LENGTH_MAX = 64;

/** How a name was met, best first. `contained`: the name is among the words of a longer query ("my twitter code"). */
const matches = ["exact", "prefix", "word", "contained", "slip", "slips"] as const;
type Match = (typeof matches)[number];

/** A domain is met as a whole or by its beginning: "com" means nobody. */
type Term = { words: readonly string[]; joined: string; isDomain: boolean };
type Hit = { service: Service; rank: number; length: number };

export type Search = (query: string, limit: number) => readonly Service[];

/** A search over these services. Never throws; at most `limit` services, none for an empty query. */
export function makeSearch(services: readonly Service[]): Search {
	const index = services.map((service) => ({ service, terms: termsOf(service) }));
	return (query, limit) => {
		const asked = termOf(query.slice(0, QUERY_LENGTH_MAX));
		if (!asked.joined) return [];
		return index
			.flatMap(({ service, terms }) => hitOf(service, terms, asked))
			.sort((one, other) => one.rank - other.rank || one.length - other.length || (one.service.slug < other.service.slug ? -1 : 1))
			.slice(0, Math.max(0, limit))
			.map((hit) => hit.service);
	};
}

/** Lower case, without marks and punctuation, words parted by one space: "Épic-GAMES" → `epic games`. */
export function fold(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/[\u0300-\u036f\u064b-\u065f]/gu, "")
		.toLowerCase()
		.replace(/\u0307/gu, "")
		.replace(/ı/gu, "i")
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
		.trim();
}

/** `fold` without the spaces: how a name is compared as a whole, so that "Cash App" is "cashapp". */
export function foldWhole(text: string): string {
	return fold(text).replaceAll(" ", "");
}

function termsOf(service: Service): Term[] {
	return [service.slug, service.name, service.domain, ...service.aliases].map(termOf);
}

function termOf(text: string): Term {
	const words = fold(text).split(" ").slice(0, QUERY_LENGTH_MAX);
	return { words, joined: words.join("").slice(0, QUERY_LENGTH_MAX), isDomain: /^\S+\.\S+$/u.test(text) };
}

function hitOf(service: Service, terms: readonly Term[], asked: Term): Hit[] {
	const hits = terms.flatMap((term) => {
		const match = matchOf(term, asked);
		return match ? [{ service, rank: matches.indexOf(match), length: term.joined.length }] : [];
	});
	return hits.sort((one, other) => one.rank - other.rank || one.length - other.length).slice(0, 1);
}

function matchOf(term: Term, asked: Term): Match | null {
	if (term.joined === asked.joined) return "exact";
	if (term.joined.startsWith(asked.joined)) return "prefix";
	if (term.isDomain) return null;
	if (term.words.some((word) => word.startsWith(asked.joined))) return "word";
	if (` ${asked.words.join(" ")} `.includes(` ${term.words.join(" ")} `)) return "contained";
	const slips = slipsBetween(term.joined, asked.joined, slipsMax(term.joined.length, asked.joined.length));
	if (slips === null) return null;
	return slips < 2 ? "slip" : "slips";
}

/** Short names lie close together ("line" and "lime"), so they allow one slip, and those under four letters none. */
function slipsMax(one: number, other: number): number {
	if (Math.min(one, other) < 4) return 0;
	return Math.max(one, other) < 7 ? 1 : 2;
}

/**
 * Slips from one word to the other, or `null` beyond `max`: letters left out, put in, mistaken, or two neighbours swapped
 * (Damerau–Levenshtein in its restricted form, optimal string alignment).
 */
export function slipsBetween(one: string, other: string, max: number): number | null {
	if (Math.abs(one.length - other.length) > max) return null;
	let beforeLast: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (let row = 1; row <= one.length; row++) {
		const current = [row];
		for (let column = 1; column <= other.length; column++) {
			const mistaken = one[row - 1] === other[column - 1] ? 0 : 1;
			const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			current[column] = Math.min(
				at(last, column) + 1,
				at(current, column - 1) + 1,
				at(last, column - 1) + mistaken,
				isSwap ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
			);
		}
		if (Math.min(...current) > max) return null;
		beforeLast = last;
		last = current;
	}
	const slips = at(last, other.length);
	return slips <= max ? slips : null;
}

function at(row: readonly number[], column: number): number {
	return row[column] ?? Number.POSITIVE_INFINITY;
}
