// Which services, carriers and regions are there, and which of them does a person mean? Reference data in memory, loaded
// once at start with the ids the store gave; search forgives spelling. Absent on purpose: anything that changes while
// people report.
import type { Channel } from "../report";

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
	parent: string | null;
	mccMnc: readonly string[];
};

export type Region = {
	id: number;
	/** ISO 3166-1 alpha-2, or ISO 3166-2 of the first level. */
	code: string;
	name: string;
	parent: string | null;
};

export type Catalog = {
	services: readonly Service[];
	carriers: readonly Carrier[];
	regions: readonly Region[];
	/** The service of exactly this slug. */
	findService(slug: string): Service | null;
	/** The service a person means by a slug, name or alias, spelled exactly but for case and marks: "Twitter" is X. */
	meantService(word: string): Service | null;
	/** Services that a search word may mean, best first; forgives one or two slips ("Twiter"). */
	searchServices(query: string, limit: number): readonly Service[];
	/** By key or MCC-MNC alias. */
	findCarrier(keyOrAlias: string): Carrier | null;
	carriersOf(country: string): readonly Carrier[];
	mailboxHosts: readonly Carrier[];
	findRegion(code: string): Region | null;
	/** The countries, by name. */
	countries: readonly Region[];
	serviceOfId(id: number): Service | null;
	carrierOfId(id: number): Carrier | null;
	regionOfId(id: number): Region | null;
};
