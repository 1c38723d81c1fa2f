import list from "mcc-mnc-list";
import { describe, expect, it } from "vitest";
import { corrections } from "../lib/catalog/carrier-corrections";
import { type Corrections, foldCarriers } from "../lib/catalog/carrier-fold";
import { type NetworkRow, slugOf, tidyName } from "../lib/catalog/carrier-rows";
import carriers from "../lib/catalog/carriers.json";
import { mccMncOf } from "../lib/catalog/catalog";
import { mailboxes } from "../lib/catalog/mailboxes";
import { referenceCatalog } from "./world/catalog";

const catalog = referenceCatalog();

function row(row: Partial<NetworkRow>): NetworkRow {
	const plain = { type: "National", countryCode: "DE", mcc: "262", mnc: "01", brand: "Telekom", operator: null };
	return { ...plain, status: "Operational", notes: null, ...row };
}

function fold(rows: readonly NetworkRow[], some: Partial<Corrections> = {}) {
	return foldCarriers(rows, { names: {}, virtual: {}, unlisted: {}, ...some });
}

describe("folding rows into carriers", () => {
	it("makes one carrier per country and brand, with all its codes", () => {
		const folded = fold([row({ mnc: "06" }), row({}), row({ countryCode: "HU", mcc: "216", mnc: "30" })]);
		expect(folded).toEqual([
			{ key: "de-telekom", name: "Telekom", country: "DE", parent: null, aliases: ["262-01", "262-06"] },
			{ key: "hu-telekom", name: "Telekom", country: "HU", parent: null, aliases: ["216-30"] },
		]);
	});

	it("lends the code of a row that is not operational to the same brand, and makes no carrier of it", () => {
		const folded = fold([row({}), row({ mnc: "78", status: "Unknown" }), row({ mnc: "77", brand: "E-Plus", status: "Not operational" })]);
		expect(folded.map(({ key, aliases }) => [key, aliases])).toEqual([["de-telekom", ["262-01", "262-78"]]]);
	});

	it.each<[Partial<NetworkRow>, string]>([
		[{ brand: "GSM-R A", operator: "ÖBB" }, "railways"],
		[{ brand: null, operator: "ProRail B.V." }, "railways without a brand"],
		[{ brand: null, operator: "Alpha", notes: "M2M only" }, "machines"],
		[{ brand: null, operator: "Alpha", notes: "Private networks" }, "private networks"],
		[{ brand: "Iridium" }, "satellites"],
		[{ type: "International" }, "networks of no country"],
		[{ type: "Test" }, "test networks"],
		[{ brand: null, operator: null }, "rows without a name"],
	])("leaves out %j: %s", (part) => expect(fold([row(part)])).toEqual([]));

	it("puts a place under the country that the standard puts it under, and joint codes where the notes say", () => {
		const countries = (part: Partial<NetworkRow>) => fold([row(part)]).map((carrier) => carrier.country);
		expect(countries({ countryCode: "GE-AB" })).toEqual(["GE"]);
		expect(countries({ countryCode: "AU/CC/CX" })).toEqual(["AU"]);
		expect(countries({ countryCode: "BL/GF/GP/MF/MQ" })).toEqual(["GP"]);
		expect(countries({ countryCode: "BQ/CW/SX", notes: "Bonaire, Saba; former UTS" })).toEqual(["BQ"]);
		expect(countries({ countryCode: "BQ/CW/SX", notes: null })).toEqual(["BQ", "CW", "SX"]);
	});

	it("lets the larger carrier hold a code that two countries use", () => {
		const shared = { mcc: "310", mnc: "260", brand: "T-Mobile" };
		const folded = fold([
			row({ ...shared, countryCode: "PR" }),
			row({ ...shared, countryCode: "US" }),
			row({ ...shared, countryCode: "US", mnc: "160" }),
		]);
		expect(folded.map(({ key, aliases }) => [key, aliases])).toEqual([
			["pr-t-mobile", []],
			["us-t-mobile", ["310-160", "310-260"]],
		]);
	});

	it("follows the corrections: renames, merges, leaves out, adds", () => {
		const folded = fold(
			[row({}), row({ mnc: "03", brand: "O2" }), row({ mnc: "05", brand: "E-Plus" }), row({ mnc: "18", brand: "Alpha" })],
			{
				names: { DE: { "E-Plus": "O2" }, "*": { Alpha: null } },
				virtual: { "de-telekom": ["congstar"] },
				unlisted: { DE: ["freenet"] },
			},
		);
		expect(folded.map(({ key, parent, aliases }) => [key, parent, aliases.length])).toEqual([
			["de-congstar", "de-telekom", 0],
			["de-freenet", null, 0],
			["de-o2", null, 2],
			["de-telekom", null, 1],
		]);
	});

	it.each([
		["O2 (UK)", "GB", "O2"],
		["Claro CL", "CL", "Claro"],
		["Yettel Hungary", "HU", "Yettel"],
		["Telia / DNA", "FI", "Telia"],
		["Drillisch Online AG", "DE", "Drillisch Online"],
		["AVATEL MÓVIL, S.L.U.", "ES", "AVATEL MÓVIL"],
		["Telecom Niue", "NU", "Telecom Niue"],
		["China Mobile", "CN", "China Mobile"],
	])("%s in %s is written %s", (text, country, name) => expect(tidyName(text, country)).toBe(name));

	it.each([
		["T-Mobile", "t-mobile"],
		["Türk Telekom", "turk-telekom"],
		["AT&T", "att"],
		["1&1", "1-1"],
		["LG U+", "lg-uplus"],
		["MásMóvil", "masmovil"],
		["Føroya Tele", "foroya-tele"],
		["Ти.ком", ""],
	])("the slug of %s is %s", (name, slug) => expect(slugOf(name)).toBe(slug));
});

describe("the list of carriers", () => {
	it("is what the script makes of the code list and the corrections (`npx tsx bin/carriers.mjs`)", () => {
		expect(carriers).toEqual(foldCarriers(list.all(), corrections));
	});

	it("uses every correction: none speaks of a name the list no longer has", () => {
		const names = Object.entries(corrections.names).flatMap(([country, known]) => Object.keys(known).map((name) => `${country} ${name}`));
		const listed = new Set(list.all().flatMap((row) => namesIn(row)));
		expect(names.filter((name) => !listed.has(name))).toEqual([]);
	});

	it("gives each key and each code to one carrier", () => {
		const words = catalog.carriers.flatMap((carrier) => [carrier.key, ...carrier.aliases]);
		expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
	});

	it("writes keys, codes and names in one form, each in a country we list", () => {
		for (const carrier of carriers) {
			expect(carrier.key).toMatch(new RegExp(`^${carrier.country.toLowerCase()}-[a-z0-9]+(-[a-z0-9]+)*$`));
			expect(carrier.name.length).toBeGreaterThan(0);
			for (const code of carrier.aliases) expect(code).toMatch(/^\d{3}-\d{2,3}$/);
			expect(catalog.findRegion(carrier.country), carrier.key).not.toBeNull();
		}
	});

	it("hangs a virtual carrier under a network of the same country, and no deeper", () => {
		for (const carrier of carriers.filter((carrier) => carrier.parent)) {
			const network = carriers.find((other) => other.key === carrier.parent);
			expect(network, carrier.key).toMatchObject({ country: carrier.country, parent: null });
		}
	});

	it.each([
		["US", "AT&T", "T-Mobile", "Verizon", "Mint Mobile", "UScellular"],
		["GB", "EE", "O2", "Three", "Vodafone", "giffgaff"],
		["DE", "Telekom", "Vodafone", "O2", "1&1", "congstar"],
		["FR", "Orange", "SFR", "Bouygues Telecom", "Free"],
		["ES", "Movistar", "Orange", "Vodafone", "Yoigo", "DIGI"],
		["IT", "TIM", "Vodafone", "WindTre", "Iliad", "PosteMobile"],
		["BR", "Claro", "TIM", "Vivo", "Algar"],
		["IN", "Airtel", "BSNL", "Jio", "Vi"],
		["NG", "MTN", "Airtel", "Glo", "9mobile"],
		["ID", "Telkomsel", "Indosat", "XL", "Smartfren", "Tri"],
		["TR", "Turkcell", "Türk Telekom", "Vodafone"],
		["MX", "Telcel", "AT&T", "Movistar"],
		["JP", "NTT docomo", "au", "SoftBank", "Rakuten Mobile"],
		["KR", "SK Telecom", "KT", "LG U+"],
		["ZA", "Vodacom", "MTN", "Cell C", "Telkom"],
		["AU", "Telstra", "Optus", "Vodafone"],
	])("knows the large carriers of %s", (country, ...names) => {
		expect(catalog.carriersOf(country).map((carrier) => carrier.name)).toEqual(expect.arrayContaining(names));
	});
});

describe("finding a carrier", () => {
	it.each([
		["us-t-mobile", "us-t-mobile"],
		["US-Verizon", "us-verizon"],
		["310-260", "us-t-mobile"],
		["310260", "us-t-mobile"],
		["26201", "de-telekom"],
		["gmail.com", "gmail.com"],
		["Hotmail.com", "outlook.com"],
	])("%s is %s", (word, key) => expect(catalog.findCarrier(word)?.key).toBe(key));

	it.each(["", "us", "t-mobile", "310", "999-99", "company.example"])("%j is none", (word) => expect(catalog.findCarrier(word)).toBeNull());

	it("lists a country's carriers by name, and those of a neighbour where a territory has none of its own", () => {
		const names = catalog.carriersOf("TR").map((carrier) => carrier.name);
		expect(names).toEqual(["Türk Telekom", "Turkcell", "Vodafone"]);
		expect(catalog.carriersOf("AX")).toEqual(catalog.carriersOf("FI"));
		expect(catalog.carriersOf("MQ")).toEqual(catalog.carriersOf("GP"));
		expect(catalog.carriersOf("MQ").length).toBeGreaterThan(0);
		expect(catalog.carriersOf("AQ")).toEqual([]);
	});

	it("knows which of a carrier's aliases are network codes", () => {
		expect(catalog.carriersOf("TR").map(mccMncOf)).toEqual([["286-03"], ["286-01"], ["286-02"]]);
		expect(catalog.mailboxHosts.flatMap(mccMncOf)).toEqual([]);
	});

	it("has the large mailbox hosts, of no country", () => {
		expect(catalog.mailboxHosts).toHaveLength(mailboxes.length);
		for (const { key, country, aliases } of catalog.mailboxHosts) {
			expect(country).toBeNull();
			for (const domain of [key, ...aliases]) expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
		}
	});
});

/** Every name a correction could speak of: what a row is called in its countries before any correction. */
function namesIn(row: NetworkRow): string[] {
	const countries = (row.countryCode ?? "").split("/").map((code) => code.slice(0, 2));
	return countries.flatMap((country) =>
		[row.brand, row.operator].map((name) => tidyName(name ?? "", country)).flatMap((name) => [`* ${name}`, `${country} ${name}`]),
	);
}
