// The overview narrowed to one channel, one kind of service, one country: what is left, and what is said of it.
import { describe, expect, test } from "vitest";
import { type Country, countryMeant, narrowed } from "../lib/narrowing";
import { overviewOf, unknownOverview } from "../lib/overview";
import { incidentOf } from "../lib/presentation";
import { referenceCatalog } from "./world/catalog";
import { aChannel, anExpectation, anIncidentRow, aSlice, noon, themselves } from "./world/makers";

const catalog = referenceCatalog();
const service = (slug: string) => {
	const found = catalog.findService(slug);
	if (!found) throw new Error(`no ${slug} in the catalogue`);
	return found;
};
const [x, paypal, steam] = [service("x"), service("paypal"), service("steam")];
const present = (row: Parameters<typeof incidentOf>[0]) => incidentOf(row, catalog, "https://undelivered.example");
const spoke = (serviceId: number, channel: "sms" | "email", missing: number) => ({
	...aChannel({ missing }, { channel }),
	serviceId,
	lastStepAt: noon,
});

const rows = [
	anIncidentRow({ id: "x by SMS", serviceId: x.id, slice: aSlice({ service: ["x"] }) }),
	anIncidentRow({
		id: "paypal by mail in Germany",
		serviceId: paypal.id,
		slice: aSlice({ service: ["paypal"], channel: ["email"], region: ["DE"] }),
	}),
	anIncidentRow({
		id: "a German network",
		serviceId: null,
		slice: aSlice({ service: null, carrier: ["de-o2"], channel: ["sms", "call"] }),
	}),
	anIncidentRow({ id: "a mailbox host", serviceId: null, slice: aSlice({ service: null, carrier: ["gmail.com"], channel: ["email"] }) }),
];
const overview = overviewOf(
	{
		services: [x, paypal, steam],
		counts: [spoke(x.id, "sms", 9), spoke(x.id, "email", 1), spoke(steam.id, "email", 3)],
		incidents: rows,
		tickAt: noon,
		readAt: noon,
		expectation: anExpectation(),
		names: themselves,
		demo: new Set<number>(),
	},
	present,
	noon,
);

const country = (word: string): Country => {
	const meant = countryMeant(word, catalog);
	if (!meant) throw new Error(`no country ${word}`);
	return meant;
};
const openIn = (narrowing: Parameters<typeof narrowed>[1]) =>
	narrowed(overview, narrowing)
		.open.map(({ incident }) => incident.id)
		.toSorted();

test("without a choice everything stays, in its order", () => {
	expect(narrowed(overview, {})).toEqual({ ...overview, openElsewhere: 0 });
});

describe("to a channel", () => {
	test("each service is told by that channel's people alone, the most reported by it first", () => {
		const { services, count } = narrowed(overview, { channel: "email" });
		expect(services.map(({ slug, state, reporters }) => [slug, state, reporters])).toEqual([
			["steam", "calm", 3],
			["x", "calm", 1],
			["paypal", "raised", 0],
		]);
		expect(
			services.every(({ channels, offered }) => [...channels.map((one) => one.channel), ...offered].every((one) => one === "email")),
		).toBe(true);
		expect(count).toEqual({ calm: 2, raised: 1, failing: 0, unknown: 0 });
	});

	test("only services are left that offer it, or that people spoke of by it", () => {
		const offering = [x, paypal, steam].filter(({ channels }) => channels.includes("key")).map(({ slug }) => slug);
		expect(
			narrowed(overview, { channel: "key" })
				.services.map(({ slug }) => slug)
				.toSorted(),
		).toEqual(offering.toSorted());
	});

	test("open incidents are left that cover it, and their service speaks of it", () => {
		expect(openIn({ channel: "call" })).toEqual(["a German network"]);
		const [first] = narrowed(overview, { channel: "sms" }).open.filter(({ status }) => status?.service === "x");
		expect(first?.status?.channels.map(({ channel }) => channel)).toEqual(["sms"]);
	});

	test("what could not be read stays unknown", () => {
		const { services, known } = narrowed(unknownOverview([x], noon), { channel: "sms" });
		expect([known, services.map(({ state }) => state)]).toEqual([false, ["unknown"]]);
	});
});

describe("to a kind of service", () => {
	test("services of it are left, and incidents that name one of them or no service at all", () => {
		expect(narrowed(overview, { category: "payments" }).services.map(({ slug }) => slug)).toEqual(["paypal"]);
		expect(openIn({ category: "payments" })).toEqual(["a German network", "a mailbox host", "paypal by mail in Germany"]);
	});

	test("and to a channel beside it, both hold", () => {
		expect(openIn({ category: "social", channel: "sms" })).toEqual(["a German network", "x by SMS"]);
		expect(narrowed(overview, { category: "government", channel: "key" }).services).toEqual([]);
	});
});

describe("to a country", () => {
	test.each([
		["DE", ["a German network", "a mailbox host", "paypal by mail in Germany", "x by SMS"], 0],
		["FR", ["a mailbox host", "x by SMS"], 2],
	] as const)("incidents in %s are left, and those that are everywhere; the rest is counted", (word, wanted, elsewhere) => {
		expect(openIn({ country: country(word) })).toEqual(wanted);
		expect(narrowed(overview, { country: country(word) }).openElsewhere).toBe(elsewhere);
	});

	test("no count and no state changes: they are everybody's", () => {
		const { services, count } = narrowed(overview, { country: country("FR") });
		expect([services, count]).toEqual([overview.services, overview.count]);
	});

	test.each([
		["de", "DE"],
		["DE-BY", "DE"],
		["Germany", "DE"],
		["côte d’ivoire", "CI"],
		["UK", "GB"],
		["usa", "US"],
	])("%s means %s", (word, code) => expect(countryMeant(word, catalog)?.code).toBe(code));

	test.each(["", "nowhere", "ZZ", "D", " "])("“%s” means none", (word) => expect(countryMeant(word, catalog)).toBeNull());

	test("a territory without networks of its own is reached by its neighbour's", () => {
		expect([...country("AX").carriers].some((key) => key.startsWith("fi-"))).toBe(true);
	});
});

test("of two incidents alike in evidence the one that began first leads, and what is over is told with the latest first", () => {
	const at = (minute: number) => new Date(noon.getTime() - minute * 60_000);
	const ended = (id: string, minute: number) =>
		anIncidentRow({ id, state: "resolved", startedAt: at(99), endedAt: at(minute), closedAt: at(minute) });
	const told = overviewOf(
		{
			services: [x],
			counts: [],
			incidents: [
				anIncidentRow({ id: "later", startedAt: at(5) }),
				anIncidentRow({ id: "earlier", startedAt: at(9) }),
				ended("old", 50),
				ended("new", 20),
			],
			tickAt: noon,
			readAt: noon,
			expectation: anExpectation(),
			names: themselves,
			demo: new Set<number>(),
		},
		present,
		noon,
	);
	expect(told.open.map(({ incident }) => incident.id)).toEqual(["earlier", "later"]);
	expect(told.over.map(({ id }) => id)).toEqual(["new", "old"]);
});
