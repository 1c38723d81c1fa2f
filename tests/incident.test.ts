// What an incident is called, in which sentences it is told, and how its row becomes what everybody reads.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namesOf } from "../lib/catalog/names";
import { type Cause, causes, incidentStates, isOpen, type Slice, sliceKeyOf } from "../lib/incident";
import {
	campaignText,
	causeText,
	confirmationText,
	endingText,
	firstSuccessText,
	openingText,
	peakText,
	renamedText,
	reopeningText,
} from "../lib/incident-text";
import { titleOf } from "../lib/incident-title";
import { overviewOf, unknownOverview } from "../lib/overview";
import { incidentOf } from "../lib/presentation";
import { channels } from "../lib/report";
import { referenceCatalog } from "./world/catalog";
import { aChannel, anExpectation, anIncidentRow, aSlice, aVerdict, idOf, minutesAfter, noon } from "./world/makers";

const catalog = referenceCatalog();
const names = namesOf(catalog);

describe("a slice's key", () => {
	test("is the same whatever order its values come in, and another for another slice", () => {
		const values = fc.option(fc.subarray(["a", "b", "c"], { minLength: 1 }), { nil: null });
		const slice: fc.Arbitrary<Slice> = fc.record({
			service: values,
			region: values,
			carrier: values,
			channel: fc.option(fc.subarray([...channels], { minLength: 1 }), { nil: null }),
		});
		const turned = (one: Slice): Slice => ({
			service: one.service?.toReversed() ?? null,
			region: one.region?.toReversed() ?? null,
			carrier: one.carrier?.toReversed() ?? null,
			channel: one.channel?.toReversed() ?? null,
		});
		fc.assert(
			fc.property(slice, slice, (one, other) => {
				expect(sliceKeyOf(turned(one))).toBe(sliceKeyOf(one));
				const sorted = ({ service, region, carrier, channel }: Slice) =>
					JSON.stringify([service, region, carrier, channel].map((list) => list && [...list].sort()));
				expect(sliceKeyOf(one) === sliceKeyOf(other)).toBe(sorted(one) === sorted(other));
			}),
		);
	});

	test("tells one dimension from another", () => {
		expect(sliceKeyOf(aSlice({ region: ["US"] }))).not.toBe(sliceKeyOf(aSlice({ carrier: ["US"] })));
	});
});

describe("a title", () => {
	const services = (...service: string[]) => aSlice({ service });
	test.each([
		[aSlice(), "SMS codes from X"],
		[aSlice({ channel: ["email", "sms"] }), "SMS and e-mail codes from X"],
		[aSlice({ channel: ["sms", "push"] }), "SMS codes and push prompts from X"],
		[aSlice({ channel: null }), "Codes from X"],
		[aSlice({ service: null, channel: ["call"] }), "A surge of reports about calls with a code"],
		[aSlice({ region: ["DE"] }), "SMS codes from X in Germany"],
		[aSlice({ region: ["US", "NL"] }), "SMS codes from X in the United States and the Netherlands"],
		[aSlice({ region: ["US-GA"] }), "SMS codes from X in Georgia (US)"],
		[aSlice({ service: null, carrier: ["us-t-mobile"], channel: ["sms", "call"] }), "SMS and call codes on T-Mobile (US)"],
		[aSlice({ service: null, carrier: ["outlook.com"], channel: ["email"] }), "E-mail codes at outlook.com"],
		[aSlice({ carrier: ["gb-ee", "gb-o2"], channel: null }), "Codes from X on EE (GB) and O2 (GB)"],
		[aSlice({ service: null, region: ["IN"] }), "SMS codes in India"],
		[services("x", "uber", "lyft"), "SMS codes from X, Uber and Lyft"],
		[services("x", "uber", "lyft", "google"), "SMS codes from X, Uber and 2 more services"],
		[aSlice({ service: ["gone"], carrier: ["zz-gone"], region: ["ZZ-1"] }), "SMS codes from gone on zz-gone in ZZ-1"],
	])("says what failed and where", (slice, title) => expect(titleOf(slice, names)).toBe(title));
});

describe("the watch's sentences", () => {
	test("open with who, how many, how unusual, since when and whose fault it looks like", () => {
		const verdict = aVerdict({ observed: 1_204, networks: 88, windowMinutes: 5 });
		const opened = (cause: Cause) => openingText("SMS codes from X", verdict, { startedAt: noon, cause });
		expect(opened("undetermined")).toBe(
			"SMS codes from X may not be arriving: 1,204 people on 88 networks reported it in 5 minutes. Usually fewer than 1. Started about 12:00 UTC. Which side is at fault cannot be told.",
		);
		expect(opened("shared-sender")).toMatch(/UTC\. Several services fail together, on several carriers: they may share a sender\.$/);
	});

	test("blame a carrier only where the cause is one", () => {
		expect(causes.filter((cause) => /carrier's/.test(causeText(cause)))).toEqual(["carrier"]);
		expect(causes.filter((cause) => /service's/.test(causeText(cause)))).toEqual(["service"]);
	});

	test("take it up again, confirm it and end it", () => {
		expect(reopeningText("SMS codes from X", aVerdict({ expected: 2.4 }), "undetermined")).toBe(
			"SMS codes from X are failing again: 9 people on 8 networks reported it in 20 minutes. Usually 2. Which side is at fault cannot be told.",
		);
		expect(confirmationText(aVerdict(), "service")).toBe(
			"Confirmed by the number of people: 9 people on 8 networks reported it in 20 minutes, beyond doubt for ten minutes. The fault looks like the service's own: it fails with several carriers or mailbox hosts alike.",
		);
		expect(endingText(noon, minutesAfter(noon, 125), null)).toBe("Back to normal since about 14:05 UTC, after 2 h 5 min.");
		expect(endingText(noon, minutesAfter(noon, 1), null)).toBe("Back to normal since about 12:01 UTC, after 1 minute.");
		expect(endingText(noon, noon, null)).toBe("Back to normal since about 12:00 UTC, after less than a minute.");
	});

	test("tell how high it went, while it goes on and when it is over", () => {
		const peak = { observed: 64, networks: 51, windowMinutes: 30, at: minutesAfter(noon, 130) };
		expect(peakText(peak)).toBe("Past its peak: 64 people on 51 networks in 30 minutes, up to 14:10 UTC.");
		expect(endingText(noon, minutesAfter(noon, 180), peak)).toBe(
			"Back to normal since about 15:00 UTC, after 3 h. At its peak 64 people on 51 networks reported it in 30 minutes, up to 14:10 UTC.",
		);
	});

	test("tell of the first codes that arrive, and of reports that look alike", () => {
		expect(firstSuccessText(minutesAfter(noon, 182), 2)).toBe("First codes arrive again: 2 people had theirs since 15:02 UTC.");
		expect(firstSuccessText(noon, 1)).toBe("First codes arrive again: 1 person had theirs since 12:00 UTC.");
		expect(campaignText(true)).toMatch(/^Reports look alike .* until a moderator has looked\.$/);
		expect(campaignText(false)).toMatch(/^Reports no longer look alike/);
	});
});

describe("a new name", () => {
	const renamed = (before: Slice, after: Slice) => renamedText({ before, after }, names, aVerdict());
	test.each([
		[aSlice(), aSlice({ channel: ["sms", "call"] }), "Now also calls with a code"],
		[aSlice(), aSlice({ service: ["uber", "x"] }), "Now also from Uber"],
		[aSlice({ carrier: ["gb-ee"] }), aSlice({ carrier: ["gb-ee", "gb-o2"] }), "Now also on O2 (GB)"],
		[aSlice({ region: ["DE"] }), aSlice({ region: ["DE", "FR"] }), "Now also in France"],
		[aSlice(), aSlice({ region: ["DE"] }), "Narrowed to SMS codes from X in Germany"],
		[aSlice({ region: ["DE", "FR"] }), aSlice({ region: ["DE"] }), "Narrowed to SMS codes from X in Germany"],
		[aSlice({ region: ["DE"], channel: ["email"] }), aSlice({ channel: ["email"] }), "Widened to e-mail codes from X"],
		[
			aSlice({ region: ["DE"] }),
			aSlice({ service: ["uber", "x"], region: ["DE", "FR"] }),
			"Widened to SMS codes from Uber and X in Germany and France",
		],
		[
			aSlice(),
			aSlice({ service: null, carrier: ["us-t-mobile"], channel: ["sms", "call"] }),
			"Better described as SMS and call codes on T-Mobile (US)",
		],
	])("says what came to the slice, or what it is now, with the numbers", (before, after, text) => {
		expect(renamed(before, after)).toBe(`${text}: 9 people on 8 networks reported it in 20 minutes. Usually fewer than 1.`);
	});
});

test("open is what is suspected or confirmed", () => {
	expect(incidentStates.filter((state) => isOpen({ state }))).toEqual(["suspected", "confirmed"]);
});

describe("what everybody reads of an incident", () => {
	const present = (row: Parameters<typeof incidentOf>[0]) => incidentOf(row, catalog, "https://undelivered.example");

	test("has its link, its service by name, its times as text, and its first and last grounds", () => {
		const [first, last] = [aVerdict(), aVerdict({ observed: 30 })].map((verdict) => ({ ...verdict, at: noon.toISOString() }));
		const told = present(anIncidentRow({ serviceId: catalog.findService("x")?.id ?? 0, verdicts: first && last ? [first, last] : [] }));
		expect(told).toMatchObject({
			url: `https://undelivered.example/incidents/${idOf("incident")}`,
			service: "x",
			serviceName: "X",
			openedAt: "2022-11-14T12:00:00.000Z",
			endedAt: null,
			names: { service: { x: "X" }, carrier: {}, region: {} },
		});
		expect([told.verdictAtOpening.observed, told.verdict.observed]).toEqual([9, 30]);
		expect(told.verdict).not.toHaveProperty("at");
		expect(told.lookedAt).toBe(noon.toISOString());
	});

	test("of a service that is not listed any more names none", () => {
		expect(present(anIncidentRow({ serviceId: 999_999 }))).toMatchObject({ service: null, serviceName: null });
		expect(present(anIncidentRow({ serviceId: null }))).toMatchObject({ service: null });
	});

	test("without grounds is a fault: nothing is told that nobody can check", () => {
		expect(() => present(anIncidentRow({ verdicts: [] }))).toThrow("has no verdict");
	});
});

describe("the overview", () => {
	const services = catalog.services.slice(0, 4);
	const present = (row: Parameters<typeof incidentOf>[0]) => incidentOf(row, catalog, "https://undelivered.example");
	const [first, second, third] = services.map((one) => one.id);
	const count = (serviceId = 0, missing: number) => ({ ...aChannel({ missing }), serviceId, lastStepAt: noon });
	const facts = {
		services,
		counts: [],
		incidents: [],
		tickAt: noon,
		readAt: noon,
		expectation: anExpectation(),
		names,
		demo: new Set<number>(),
	};

	test("lists every service, the busiest first, then by name", () => {
		const { services: listed, known } = overviewOf({ ...facts, counts: [count(third, 9), count(second, 2)] }, present, noon);
		expect(known).toBe(true);
		expect(listed.map((one) => one.reporters)).toEqual([9, 2, 0, 0]);
		expect(listed[0]?.slug).toBe(services[2]?.slug);
		expect((listed[2]?.name ?? "") < (listed[3]?.name ?? "")).toBe(true);
	});

	test("counts states, and shows what is open by evidence and what was retracted", () => {
		const open = (id: string, serviceId = 0, score: number) =>
			anIncidentRow({ id, serviceId, verdicts: [{ ...aVerdict({ score }), at: noon.toISOString() }] });
		const dismissed = anIncidentRow({
			id: "mistake",
			serviceId: third ?? 0,
			state: "dismissed",
			dismissedAt: noon,
			dismissedReason: "A test.",
		});
		const told = overviewOf({ ...facts, incidents: [open("weak", first, 10), open("strong", second, 40), dismissed] }, present, noon);
		expect(told.count).toEqual({ calm: 2, raised: 2, failing: 0, unknown: 0 });
		expect(told.open.map(({ incident, status }) => [incident.id, status?.service])).toEqual([
			["strong", services[1]?.slug],
			["weak", services[0]?.slug],
		]);
		expect(told.retracted.map((one) => one.id)).toEqual(["mistake"]);
	});

	test("counts an incident of several services for each, and shows it and one of no service by title, with no status", () => {
		const verdicts = [{ ...aVerdict(), at: noon.toISOString() }];
		const slugs = services.slice(0, 2).map(({ slug }) => slug);
		const several = anIncidentRow({ id: "several", serviceId: null, slice: aSlice({ service: slugs }), verdicts });
		const none = anIncidentRow({ id: "none", serviceId: null, slice: aSlice({ service: null, carrier: ["us-t-mobile"] }), verdicts });
		const told = overviewOf({ ...facts, incidents: [several, none] }, present, noon);
		expect(told.count).toEqual({ calm: 2, raised: 2, failing: 0, unknown: 0 });
		expect(told.open.map(({ incident, status }) => [incident.id, status])).toEqual([
			["several", null],
			["none", null],
		]);
	});

	test("of a watch that stands still knows nothing", () => {
		expect(overviewOf({ ...facts, tickAt: null }, present, noon)).toMatchObject({ known: false, count: { calm: 0, unknown: 4 } });
	});

	test("that could not be read says so of every service, and shows no count", () => {
		const told = unknownOverview(services, noon);
		expect(told).toMatchObject({ known: false, count: { unknown: 4 }, open: [], retracted: [] });
		expect(told.services.every((one) => one.state === "unknown" && one.reporters === 0)).toBe(true);
	});
});
