// Whom does a row of the code list speak of? Read row by row: which countries, what name people know, and whether people
// carry it at all. Absent: railways, private networks, machines' SIMs and satellites.
import { networkHome } from "./territories";

/** A row of the code list, as `mcc-mnc-list` has it. */
export type NetworkRow = {
	type: string;
	countryCode: string | null;
	mcc: string;
	mnc: string;
	brand: string | null;
	operator: string | null;
	status: string;
	notes: string | null;
};

/** Per country, or "*" for all: the name in the list → the name people know; `null` leaves it out. */
export type KnownNames = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** A code seen in use by a name in a country; `null` where the list knows the network but not its code. */
export type Sighting = { country: string; name: string; code: string | null; operational: boolean };

/** One sighting per country of the row; none where the row is not for people or has no name we can write. */
export function sightingsOf(row: NetworkRow, names: KnownNames): Sighting[] {
	if (row.type !== "National" || isNotForPeople(row)) return [];
	return countriesOf(row).flatMap((country) => {
		const listed = tidyName(row.brand ?? "", country) || tidyName(row.operator ?? "", country);
		const name = knownName(listed, country, names);
		if (!name || !slugOf(name)) return [];
		return [{ country, name, code: /^\d+$/.test(row.mnc) ? `${row.mcc}-${row.mnc}` : null, operational: row.status === "Operational" }];
	});
}

function knownName(listed: string, country: string, names: KnownNames): string | null {
	for (const known of [names[country], names["*"]]) {
		const name = known?.[listed];
		if (name !== undefined) return name;
	}
	return listed;
}

const RAIL =
	/rail|gsm-?r\b|infrabel|banedanmark|jernbane|železni|železničn|geležinkeli|trafikverket|sncf|\bDB (netz|telematik)|ÖBB|ferrovi|SŽ -/iu;
const MACHINES =
	/\bM2M\b|\bIoT\b|satellite|private (lte )?network|non-public|private gsm|test(ing)? (network|iot)|fixed wireless|fixed broadband|data.only/iu;
const OFFICIAL = /defen[cs]e|ministry|police|^private|globalstar|iridium|thuraya|inmarsat/iu;

function isNotForPeople(row: NetworkRow): boolean {
	const names = `${row.brand ?? ""} ${row.operator ?? ""}`.trim();
	return RAIL.test(names) || RAIL.test(row.notes ?? "") || OFFICIAL.test(names) || (!row.brand && MACHINES.test(row.notes ?? ""));
}

/** The list's joint codes ("BQ/CW/SX") are told apart by the islands a row's notes name; others belong to all. */
const islands: Readonly<Record<string, string>> = {
	Bonaire: "BQ",
	Saba: "BQ",
	"Sint Eustatius": "BQ",
	Curaçao: "CW",
	"Sint Maarten": "SX",
};

function countriesOf(row: NetworkRow): string[] {
	const codes = (row.countryCode ?? "").split("/").filter(Boolean);
	const countries = [...new Set(codes.map((code) => networkHome(code.slice(0, 2))))];
	const named = Object.entries(islands).flatMap(([island, country]) => (row.notes?.includes(island) ? [country] : []));
	const told = countries.filter((country) => named.includes(country));
	return told.length > 0 ? told : countries;
}

const LEGAL =
	/[\s,]+(gmbh( & co\.? ?o?hg)?|ltd|limited|llc|inc|corp(oration)?|plc|s\.?l\.?u|s\.?a\.?u|s\.?a\.?s|s\.?a\.?r\.?l|s\.?r\.?l|s\.?p\.?a|s\.?a|ag|a\/s|as|ab|oyj?|oü|p\/s|s\.?r\.?o|b\.?v|n\.?v|pty|pvt|pte|tbk|[ocp]?jsc|llp|lp|sdn|bhd|berhad|d\.?o\.?o|a\.?d|kft|zrt|sp\. z o\.?o|sprl|psc|a\.?s|co)\.?$/iu;

/** A name without remarks, second names, legal form or its own country: "O2 (UK)" and "Claro CL" are O2 and Claro. */
export function tidyName(text: string, country: string): string {
	const first = text.replace(/\(.*?\)|\[.*?\]/gu, " ").split(/\s\/\s|[;,]\s|\n/u)[0] ?? "";
	const plain = strip(first.replace(/^PT\s/u, "").replace(/\s+/gu, " ").trim(), LEGAL);
	return strip(plain, countryTail(country));
}

function strip(text: string, tail: RegExp): string {
	const rest = text.replace(tail, "").trim();
	if (rest === text || !slugOf(rest) || GENERIC.test(rest)) return text;
	return strip(rest, tail);
}

const GENERIC = /^(tele(com|kom|comunicaciones)|mobile|cable|network|communications?)$/iu;
const displayName = new Intl.DisplayNames("en", { type: "region" });

function countryTail(country: string): RegExp {
	const words = [displayName.of(country) ?? country, ...(otherCountryWords[country] ?? [])];
	return new RegExp(`\\s(${country}|${words.join("|").replace(/[()]/gu, "\\$&")})$`, "u");
}

const otherCountryWords: Readonly<Record<string, readonly string[]>> = {
	CD: ["RDC"],
	GB: ["UK"],
	LR: ["LBR"],
	RE: ["Réunion"],
	RS: ["SRB"],
	GP: ["Caraïbe"],
};

/** "Türk Telekom" → `turk-telekom`, "AT&T" → `att`, "LG U+" → `lg-uplus`. */
export function slugOf(name: string): string {
	return name
		.normalize("NFKD")
		.replace(/(?<=\d)&/gu, "-")
		.replace(/\p{M}|[&'’.!:]/gu, "")
		.replace(/\+/gu, "plus")
		.toLowerCase()
		.replace(/ø/gu, "o")
		.replace(/ł/gu, "l")
		.replace(/ı/gu, "i")
		.replace(/[^a-z0-9]+/gu, "-")
		.replace(/^-|-$/gu, "");
}
