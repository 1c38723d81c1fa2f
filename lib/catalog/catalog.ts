// Which services, carriers and regions are there, and which of them does a person mean? Reference data in memory, loaded
// once at start with the ids the store gave; search forgives spelling. Absent on purpose: anything that changes while
// people report.
import { grouped } from "../grouped";
import type { Channel } from "../report";
import { foldWhole, makeSearch } from "./search";
import { networkHome } from "./territories";

export const categories = [
	"social",
	"messaging",
	"mail",
	"shopping",
	"payments",
	"banking",
	"games",
	"travel",
	"work",
	"government",
	"entertainment",
	"identity",
] as const;
export type Category = (typeof categories)[number];

export type Service = {
	id: number;
	slug: string;
	name: string;
	domain: string;
	category: Category;
	/** Other names people search for. */
	aliases: readonly string[];
	channels: readonly Channel[];
	helpUrl: string | null;
};

export type Carrier = {
	id: number;
	/** `<iso2>-<brand>` of a mobile network, the domain of a mailbox host. */
	key: string;
	name: string;
	kind: "mobile" | "mailbox";
	/** ISO 3166-1 alpha-2; `null` for mailbox hosts. */
	country: string | null;
	/** The network that carries it: an MVNO shares its network's fate. A parent has no parent. */
	parent: string | null;
	/** MCC-MNC codes (`310-260`) of a mobile network, further domains of a mailbox host; each belongs to one carrier. */
	aliases: readonly string[];
};

export type Region = {
	id: number;
	/** ISO 3166-1 alpha-2, or ISO 3166-2 of the first level. */
	code: string;
	name: string;
	parent: string | null;
};

/** All that is listed, with its ids. */
export type Listing = { services: readonly Service[]; carriers: readonly Carrier[]; regions: readonly Region[] };

export type Catalog = Listing & {
	/** The service of exactly this slug. */
	findService(slug: string): Service | null;
	/** The service a person means by a slug, name or alias, spelled exactly but for case and marks: "Twitter" is X. */
	meantService(word: string): Service | null;
	/** Services that a search word may mean, best first; forgives one or two slips ("Twiter"). */
	searchServices(query: string, limit: number): readonly Service[];
	/** By key or alias: `us-t-mobile`, `310-260` or `310260`, `hotmail.com`. */
	findCarrier(keyOrAlias: string): Carrier | null;
	/** The mobile carriers of a country, by name; a territory without its own has those of its neighbour. */
	carriersOf(country: string): readonly Carrier[];
	mailboxHosts: readonly Carrier[];
	findRegion(code: string): Region | null;
	/** The countries, by name. */
	countries: readonly Region[];
	/** The network an MVNO rides on, whose fate its customers share; any other carrier itself. */
	networkOf(carrier: Carrier): Carrier;
	/** The country a region lies in; a country itself. */
	countryOf(region: Region): Region;
	serviceOfId(id: number): Service | null;
	carrierOfId(id: number): Carrier | null;
	regionOfId(id: number): Region | null;
};

/** The catalogue of a listing, indexed once; nothing in it changes afterwards. */
export function makeCatalog({ services, carriers, regions }: Listing): Catalog {
	const bySlug = keyed(services, (service) => [service.slug]);
	const byMeaning = keyed(services, (service) => [service.domain, ...service.aliases, service.name, service.slug].map(foldWhole));
	const byKeyOrAlias = keyed(carriers, (carrier) => [...carrier.aliases.flatMap(spellingsOf), carrier.key]);
	const byCode = keyed(regions, (region) => [region.code]);
	const byCountry = grouped([...carriers].sort(byName), (carrier) => carrier.country);
	const serviceById = keyed(services, (service) => [service.id]);
	const carrierById = keyed(carriers, (carrier) => [carrier.id]);
	const regionById = keyed(regions, (region) => [region.id]);
	return {
		services,
		carriers,
		regions,
		findService: (slug) => bySlug.get(slug) ?? null,
		meantService: (word) => byMeaning.get(foldWhole(word.slice(0, WORD_LENGTH_MAX))) ?? null,
		searchServices: makeSearch(services),
		findCarrier: (keyOrAlias) => byKeyOrAlias.get(keyOrAlias.trim().toLowerCase()) ?? null,
		carriersOf: (country) => byCountry.get(networkHome(country.toUpperCase())) ?? [],
		mailboxHosts: byCountry.get(null) ?? [],
		findRegion: (code) => byCode.get(code.trim().toUpperCase()) ?? null,
		countries: regions.filter((region) => region.parent === null).sort(byName),
		networkOf: (carrier) => byKeyOrAlias.get(carrier.parent ?? "") ?? carrier,
		countryOf: (region) => byCode.get(region.parent ?? "") ?? region,
		serviceOfId: (id) => serviceById.get(id) ?? null,
		carrierOfId: (id) => carrierById.get(id) ?? null,
		regionOfId: (id) => regionById.get(id) ?? null,
	};
}

/** A carrier's network codes alone, as `310-260`: what the API calls `mccMnc`. */
export function mccMncOf(carrier: Carrier): readonly string[] {
	return carrier.kind === "mobile" ? carrier.aliases : [];
}

/** No name is as long; what lies beyond is not read. */
const WORD_LENGTH_MAX = 120;

function keyed<Row, Key>(rows: readonly Row[], keysOf: (row: Row) => readonly Key[]): Map<Key, Row> {
	return new Map(rows.flatMap((row) => keysOf(row).map((key): [Key, Row] => [key, row])));
}

function spellingsOf(alias: string): string[] {
	return [alias, alias.replace(/^(\d{3})-(?=\d{2,3}$)/u, "$1")];
}

const collator = new Intl.Collator("en");

function byName(one: { name: string }, other: { name: string }): number {
	return collator.compare(one.name, other.name);
}
