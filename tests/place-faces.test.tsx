// What pages say of places: of a carrier that is not at fault and of one that is, and of what is empty, unread or no longer kept.
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CarrierFace } from "@/components/carrier-face";
import { CountryCounts } from "@/components/country-counts";
import { PlaceSection } from "@/components/place-section";
import { RegionFace } from "@/components/region-face";
import { WorldFace } from "@/components/world-face";
import { namesOf } from "@/lib/catalog/names";
import type { Incident } from "@/lib/incident";
import { placeTableOf } from "@/lib/place-table";
import type { PlaceBook, PlaceReading } from "@/lib/places";
import { incidentOf } from "@/lib/presentation";
import { referenceCatalog } from "./world/catalog";
import { anIncidentRow, aSlice, minutesAfter, noon } from "./world/makers";

const catalog = referenceCatalog();
const names = namesOf(catalog);
const words = (element: ReactNode) =>
	renderToStaticMarkup(element)
		.replace(/<[^>]+>/gu, " ")
		.replace(/\s+/gu, " ");

const counted = { failed: 41, answered: 44, withheld: false };
const aReading = (given: Partial<PlaceReading> = {}): PlaceReading => ({
	from: noon.toISOString(),
	to: minutesAfter(noon, 180).toISOString(),
	kept: true,
	regions: [{ channel: "sms", region: "US", ...counted, carriers: [{ carrier: "us-verizon", ...counted }] }],
	elsewhere: [],
	...given,
});
const aBook = (reading: PlaceReading | null = aReading()): PlaceBook => ({
	from: noon.toISOString(),
	to: minutesAfter(noon, 180).toISOString(),
	services: new Map(reading === null ? [] : [["x", reading]]),
});

const onVerizon = (given: Parameters<typeof anIncidentRow>[0]): Incident =>
	incidentOf(
		anIncidentRow({
			serviceId: null,
			slice: aSlice({ service: null, carrier: ["us-verizon"] }),
			title: "SMS codes on Verizon (US)",
			...given,
		}),
		catalog,
		"https://undelivered.example",
	);

function carrierPage(key: string, given: { incidents?: readonly Incident[] | null; book?: PlaceBook | null } = {}) {
	const { incidents = [], book = aBook() } = given;
	const carrier = catalog.findCarrier(key);
	if (!carrier) throw new Error(`${key} is no carrier`);
	const network = catalog.networkOf(carrier);
	return (
		<CarrierFace
			carrier={carrier}
			network={network === carrier ? null : network}
			riders={catalog.carriers.filter(({ parent }) => parent === key)}
			country={catalog.findRegion(carrier.country ?? "")}
			book={book}
			incidents={incidents === null ? { known: false } : { known: true, value: { incidents, next: null, asOf: noon.toISOString() } }}
			services={[{ key: "x", name: "X" }]}
			demo={false}
		/>
	);
}

test("a carrier whose customers report has no status, and the page says that it is not its fault", () => {
	const page = carrierPage("us-verizon", { incidents: [onVerizon({ state: "confirmed", cause: "undetermined" })] });
	expect(words(page)).toContain("Nothing we were told makes Verizon itself look at fault. That its customers report is not its fault");
	expect(words(page)).toContain("X SMS 41 of 44");
	const above = renderToStaticMarkup(page).split("Codes that failed")[0] ?? "";
	expect(above).not.toMatch(/tone-/);
});

test("a carrier is said to fail only by an open incident whose cause is the carrier", () => {
	const fault = (given: Parameters<typeof anIncidentRow>[0]) =>
		words(carrierPage("us-verizon", { incidents: [onVerizon({ cause: "carrier", ...given })] }));
	expect(fault({ state: "confirmed" })).toContain("SMS codes on Verizon (US) are not arriving, whichever service sends them");
	expect(fault({ state: "suspected" })).toContain("SMS codes on Verizon (US) may not be arriving");
	for (const state of ["resolved", "dismissed"] as const)
		expect(fault({ state })).toContain("Nothing we were told makes Verizon itself look at fault");
});

test("a brand without a network of its own is told with its network, and says so", () => {
	const page = words(carrierPage("us-visible"));
	expect(page).toContain("Visible rides on the network of Verizon , and its customers are counted with that network’s");
	expect(page).toContain("X SMS 41 of 44");
	expect(words(carrierPage("us-verizon"))).toContain("Visible");
});

test("a mailbox host goes by its domains, and has no country", () => {
	const page = words(carrierPage("outlook.com"));
	expect(page).toContain("Keeps mailboxes");
	expect(page).toContain("hotmail.com");
	expect(page).not.toContain("MCC-MNC");
});

test("what cannot be read is said as such on every page of a place, and never as nothing", () => {
	const carrier = words(carrierPage("us-verizon", { incidents: null, book: null }));
	expect(carrier).toContain("Whether Verizon itself is in trouble could not be read just now");
	expect(carrier).toContain("What failed on Verizon could not be read just now");
	expect(carrier).toContain("The incidents could not be read just now");
	expect(carrier).not.toMatch(/Nothing we were told|Nobody|No incident/);
	const world = words(<WorldFace service={null} book={null} counts={null} countries={catalog.countries} nameOf={names.region} />);
	expect(world).toContain("Where codes fail could not be read just now");
	expect(words(<PlaceSection reading={null} matter={null} codes="codes from X" />)).toContain(
		"Where codes from X fail could not be read just now",
	);
});

const regionPage = (book: PlaceBook | null) => (
	<RegionFace
		country={catalog.findRegion("US") ?? catalog.regions[0] ?? { id: 0, code: "", name: "", parent: null }}
		carriers={catalog.carriersOf("US")}
		book={book}
		incidents={{ known: true, value: { incidents: [], next: null, asOf: noon.toISOString() } }}
		services={[{ key: "x", name: "X" }]}
		names={new Map([["us-verizon", "Verizon (US)"]])}
		demo={false}
	/>
);

test("a country has no status, only the services that fail for people there and on which carriers", () => {
	expect(words(regionPage(aBook()))).toContain("X SMS 41 of 44");
	expect(words(regionPage(aBook()))).toContain("Verizon (US) 41 of 44");
	expect(renderToStaticMarkup(regionPage(aBook()))).not.toMatch(/tone-/);
	expect(words(regionPage(aBook(null)))).toContain(
		"Nobody in the United States told us about a code in that time, or fewer people than may be told.",
	);
});

const section = (given: Partial<PlaceReading>) => {
	const reading = aReading(given);
	return words(<PlaceSection reading={reading} matter={placeTableOf(reading, names)} codes="codes from X" />);
};

test("an empty table says why it is empty, and what would be in it", () => {
	const elsewhere = [{ channel: "sms", failed: 3, answered: 7 }] as const;
	expect(section({ regions: [], elsewhere })).toContain(
		"7 people told us about codes from X, fewer than 5 in any one country: too few to say where.",
	);
	expect(section({ regions: [] })).toContain("Nobody told us about codes from X in that time.");
	expect(section({ regions: [], to: noon.toISOString() })).toContain("told once enough people have spoken");
	expect(section({ regions: [], kept: false, to: noon.toISOString() })).toContain("no longer kept");
	expect(section({ elsewhere })).toContain("7 people more spoke in countries with fewer than 5; for 3 of them it failed.");
});

test("the overview tells a country by what it mostly was, where more than half of its failures were that", () => {
	const choice = { query: "", countryWord: "", narrowing: {} };
	const services = [{ slug: "x", name: "X" }] as const;
	const told = (book: PlaceBook | null, narrowing = {}) =>
		words(<CountryCounts book={book} choice={{ ...choice, narrowing }} services={services} nameOf={names.region} />);
	const [sms] = aReading().regions;
	const calls = (failed: number) => aBook(aReading({ regions: sms ? [sms, { ...sms, channel: "call", failed, answered: failed }] : [] }));
	expect(told(calls(40))).toContain("United States mostly X, SMS 81 of 84");
	expect(told(calls(41))).not.toContain("mostly");
	expect(told(calls(41), { channel: "call" })).toContain("mostly X, Call 41 of 41");
	expect(told(null)).toContain("Where codes fail could not be read just now");
	expect(told(aBook(null))).toContain("In no country enough people answered in these hours");
});

test("the map has a slot for each country, by name and number, and only those with a number in the way of the keyboard", () => {
	const counts = new Map([["US", counted]]);
	const html = renderToStaticMarkup(
		<WorldFace service={null} book={aBook()} counts={counts} countries={catalog.countries} nameOf={names.region} />,
	);
	expect(html).toContain('<a href="/regions/US" aria-label="United States: 41 of 44 answers failed"');
	expect(html).toContain('<a href="/regions/DE" aria-label="Germany: a few, or nobody" tabindex="-1"');
	expect(words(<WorldFace service={null} book={aBook()} counts={counts} countries={[]} nameOf={names.region} />)).toContain(
		"The most codes failed in the United States: 41 of 44 answers. It is the only country in which enough people answered.",
	);
	const ofX = <WorldFace service={{ slug: "x", name: "X" }} book={aBook()} counts={counts} countries={[]} nameOf={names.region} />;
	expect(words(ofX)).toContain("Answers about codes from X");
	expect(words(<WorldFace service={null} book={aBook(null)} counts={new Map()} countries={[]} nameOf={names.region} />)).toContain(
		"In no country did enough people answer",
	);
});
