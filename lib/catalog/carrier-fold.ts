// How do rows of network codes become the carriers people know? One carrier per country and brand, with every code of it.
// Pure: the list, our corrections and the result are values. Only the script that writes carriers.json runs it.
import { type KnownNames, type NetworkRow, type Sighting, sightingsOf, slugOf } from "./carrier-rows";

export type Corrections = {
	/** Per country, or "*" for all: the name in the list → the name people know; the same name twice is a merger, `null` leaves it out. */
	names: KnownNames;
	/** Per network: brands that live on it and share its fate. */
	virtual: Readonly<Record<string, readonly string[]>>;
	/** Per country: carriers the list does not know. */
	unlisted: Readonly<Record<string, readonly string[]>>;
};

export type Network = { key: string; name: string; country: string; parent: string | null; aliases: readonly string[] };

type Draft = { country: string; spellings: string[]; codes: Set<string> };

/**
 * Carriers by key (`<country>-<brand>`), each code held by one of them. Only operational rows make a carrier; other rows
 * lend their code to a carrier of the same brand. Running it twice on the same list gives the same carriers.
 */
export function foldCarriers(rows: readonly NetworkRow[], corrections: Corrections): Network[] {
	const sightings = rows.flatMap((row) => sightingsOf(row, corrections.names));
	const drafts = new Map<string, Draft>();
	for (const sighting of sightings.filter((sighting) => sighting.operational)) draftOf(drafts, sighting);
	for (const sighting of sightings.filter((sighting) => !sighting.operational)) lendCode(drafts, sighting);
	const networks = withOneHolderPerCode([...drafts.values()].map(networkOf));
	return withMore(networks, corrections).sort((one, other) => (one.key < other.key ? -1 : 1));
}

function draftOf(drafts: Map<string, Draft>, { country, name, code }: Sighting): void {
	const draft = drafts.get(brandOf(country, name)) ?? { country, spellings: [], codes: new Set() };
	draft.spellings.push(name);
	if (code) draft.codes.add(code);
	drafts.set(brandOf(country, name), draft);
}

function lendCode(drafts: Map<string, Draft>, { country, name, code }: Sighting): void {
	if (code) drafts.get(brandOf(country, name))?.codes.add(code);
}

/** "GCI" and "GCI Wireless" are one brand; "Yemen Mobile" stays itself. */
function brandOf(country: string, name: string): string {
	const words = name.split(" ").filter((word) => !/^(mobile?|wireless|cellular|gsm|mobility)$/iu.test(word));
	return `${country.toLowerCase()}-${slugOf(words.join(" ")) || slugOf(name)}`;
}

function networkOf({ country, spellings, codes }: Draft): Network {
	const name = mostFrequent(spellings);
	return { key: `${country.toLowerCase()}-${slugOf(name)}`, name, country, parent: null, aliases: [...codes].sort() };
}

function mostFrequent(spellings: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const spelling of spellings) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
	return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ["", 0])[0];
}

/** Neighbours share some codes (Puerto Rico's T-Mobile has those of the mainland): the carrier with most codes holds them. */
function withOneHolderPerCode(networks: readonly Network[]): Network[] {
	const holder = new Map<string, Network>();
	for (const network of networks) {
		for (const code of network.aliases) {
			if (network.aliases.length > (holder.get(code)?.aliases.length ?? 0)) holder.set(code, network);
		}
	}
	return networks.map((network) => ({ ...network, aliases: network.aliases.filter((code) => holder.get(code) === network) }));
}

function withMore(networks: readonly Network[], { virtual, unlisted }: Corrections): Network[] {
	const all = new Map(networks.map((network) => [network.key, network]));
	const more = [
		...Object.entries(unlisted).flatMap(([country, names]) => names.map((name) => bare(country, name, null))),
		...Object.entries(virtual).flatMap(([parent, names]) => names.map((name) => bare(parent.slice(0, 2).toUpperCase(), name, parent))),
	];
	for (const brand of more) all.set(brand.key, { ...brand, aliases: all.get(brand.key)?.aliases ?? [] });
	return [...all.values()];
}

function bare(country: string, name: string, parent: string | null): Network {
	return { key: `${country.toLowerCase()}-${slugOf(name)}`, name, country, parent, aliases: [] };
}
