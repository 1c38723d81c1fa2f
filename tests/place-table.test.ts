// How counts by place are laid out, and what is said of them in one sentence.
import { expect, test } from "vitest";
import { heatStepOf, percent } from "../components/heat-steps";
import { tiles } from "../components/world-tiles";
import { namesOf } from "../lib/catalog/names";
import { placeTableOf } from "../lib/place-table";
import type { PlaceReading } from "../lib/places";
import type { RegionCount } from "../lib/publish-places";
import { referenceCatalog } from "./world/catalog";
import { noon } from "./world/makers";

const catalog = referenceCatalog();
const names = namesOf(catalog);

type Given = {
	region?: string;
	channel?: RegionCount["channel"];
	on?: Record<string, readonly [failed: number, answered: number]>;
	withheld?: boolean;
};

/** A country whose people stand on these carriers; "others": on none that is named. */
function aRegion({ region = "US", channel = "sms", on = { others: [6, 8] }, withheld = false }: Given): RegionCount {
	const carriers = Object.entries(on).map(([key, [failed, answered]]) => ({
		carrier: key === "others" ? null : key,
		failed,
		answered,
		withheld,
	}));
	const sum = (part: "failed" | "answered") => carriers.reduce((all, one) => all + one[part], 0);
	return { region, channel, failed: sum("failed"), answered: sum("answered"), withheld, carriers };
}

function tableOf(regions: readonly RegionCount[], elsewhere: PlaceReading["elsewhere"] = []) {
	return placeTableOf({ from: noon.toISOString(), to: noon.toISOString(), kept: true, regions, elsewhere }, names);
}

const finding = (...regions: readonly RegionCount[]) => tableOf(regions).finding;

test("the finding names the network on which most failed, and beside it the one on which codes come", () => {
	expect(finding(aRegion({ on: { "us-verizon": [41, 44], "us-att": [3, 20], others: [1, 5] } }))).toBe(
		"SMS codes failed for 41 of 44 people on Verizon (US); for 3 of 20 people on AT&T (US).",
	);
});

test("where it is about the same everywhere the finding says so", () => {
	expect(finding(aRegion({ on: { "us-verizon": [41, 44] } }), aRegion({ region: "GB", on: { "gb-ee": [15, 20] } }))).toBe(
		"SMS codes failed about alike wherever enough people spoke: for 41 of 44 people on Verizon (US), and for 15 of 20 people on EE (GB).",
	);
});

test("a few people's share is not held against a crowd's", () => {
	expect(finding(aRegion({ on: { "us-verizon": [41, 44], "us-att": [0, 14] } }))).toBe(
		"SMS codes failed for 41 of 44 people on Verizon (US).",
	);
	expect(finding(aRegion({ on: { "us-verizon": [41, 44], "us-att": [0, 15] } }))).toContain("for 0 of 15 people on AT&T (US)");
});

test("a country without a named network is named itself, with its article, and a mailbox with its country", () => {
	expect(finding(aRegion({ channel: "push", on: { others: [9, 20] } }))).toBe(
		"Push prompts failed for 9 of 20 people in the United States.",
	);
	expect(finding(aRegion({ region: "DE", channel: "email", on: { "gmail.com": [9, 20] } }))).toBe(
		"E-mail codes failed for 9 of 20 people at gmail.com in Germany.",
	);
	expect(finding()).toBeNull();
});

test("a cell without a number says why: a few at most, nobody, or not carried", () => {
	const table = tableOf(
		[
			aRegion({ on: { "us-verizon": [5, 9], others: [5, 5] } }),
			aRegion({ channel: "email", on: { "gmail.com": [5, 9] } }),
			aRegion({ region: "DE", on: { "de-telekom": [4, 9] } }),
		],
		[{ channel: "sms", failed: 1, answered: 2 }],
	);
	expect(table.channels).toEqual(["sms", "email"]);
	const lines = table.countries.flatMap(({ name, cells, carriers }) => [{ name, cells }, ...carriers]);
	const words = lines.map(({ name, cells }) => [
		name,
		...cells.map((cell) => (typeof cell === "string" ? cell : `${cell.failed} of ${cell.answered}`)),
	]);
	expect(words).toEqual([
		["United States", "10 of 14", "5 of 9"],
		["Verizon", "5 of 9", "apart"],
		["gmail.com", "apart", "5 of 9"],
		["Others, or not said", "5 of 5", "nobody"],
		["Germany", "4 of 9", "nobody"],
		["Telekom", "4 of 9", "apart"],
	]);
	expect(
		tableOf([aRegion({}), aRegion({ region: "DE", channel: "push" })], [{ channel: "push", failed: 0, answered: 1 }]).countries[0]?.cells,
	).toContain("few");
});

test("a network that a country's others may hide is a few or nobody, and one that nothing can hide is nobody", () => {
	const cellsOf = (others: boolean) =>
		tableOf([
			aRegion({ on: { "us-verizon": [9, 9] } }),
			aRegion({ channel: "call", on: { "us-att": [5, 5], ...(others && { others: [5, 5] as const }) } }),
		]).countries[0]?.carriers.find(({ key }) => key === "us-verizon")?.cells[1];
	expect([cellsOf(true), cellsOf(false)]).toEqual(["few", "nobody"]);
});

test("a page shows ten countries and says how many more there are", () => {
	const all = catalog.countries.slice(0, 13).map(({ code }) => aRegion({ region: code }));
	expect([tableOf(all).countries.length, tableOf(all).more]).toEqual([10, 3]);
	expect([tableOf(all.slice(0, 10)).countries.length, tableOf(all.slice(0, 10)).more]).toEqual([10, 0]);
});

test("under the first four countries stand six networks and the others, and how many more there are", () => {
	const many = Object.fromEntries(
		catalog
			.carriersOf("US")
			.slice(0, 8)
			.map(({ key }, place) => [key, [9 - place, 9] as const]),
	);
	const all = ["US", "DE", "GB", "FR", "IN"].map((region, rank) => aRegion({ region, on: { ...many, others: [500 - rank, 500] } }));
	const rows = tableOf(all).countries.map(({ code, carriers, more }) => [code, carriers.length, carriers.at(-1)?.key, more]);
	expect(rows).toEqual([
		["US", 7, null, 2],
		["DE", 7, null, 2],
		["GB", 7, null, 2],
		["FR", 7, null, 2],
		["IN", 0, undefined, 8],
	]);
});

test("five steps of ink, each from its edge on, and no share that is something is called nothing", () => {
	expect([0, 0.149, 0.15, 0.399, 0.4, 0.599, 0.6, 0.749, 0.75, 1].map((share) => heatStepOf(share).className.at(-1)).join("")).toBe(
		"1122334455",
	);
	expect(percent({ failed: 0, answered: 500 })).toBe("0%");
	expect(percent({ failed: 1, answered: 500 })).toBe("<1%");
	expect(percent({ failed: 41, answered: 44 })).toBe("93%");
});

test("every country that has people has one slot on the map, and no two share one", () => {
	const codes = tiles.map(({ code }) => code);
	const unhoused = catalog.countries.map(({ code }) => code).filter((code) => !codes.includes(code));
	expect(unhoused).toEqual(["AQ"]);
	expect(codes.every((code) => catalog.findRegion(code)?.parent === null)).toBe(true);
	expect(new Set(codes).size).toBe(codes.length);
});
