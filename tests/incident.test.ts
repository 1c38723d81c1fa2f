// What an incident is called, in which sentences it is told, and how its row becomes what everybody reads.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	confirmationText,
	endingText,
	incidentStates,
	isOpen,
	openingText,
	reopeningText,
	type Slice,
	sliceKeyOf,
	titleOf,
} from "../lib/incident";
import { overviewOf, unknownOverview } from "../lib/overview";
import { incidentOf } from "../lib/presentation";
import { channels } from "../lib/report";
import { referenceCatalog } from "./world/catalog";
import { aChannel, anExpectation, anIncidentRow, aSlice, aVerdict, idOf, minutesAfter, noon } from "./world/makers";

const catalog = referenceCatalog();

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
	test.each([
		[aSlice(), "X", "SMS codes from X"],
		[aSlice({ channel: ["email", "sms"] }), "X", "E-mail codes and SMS codes from X"],
		[aSlice({ channel: null }), "X", "Codes from X"],
		[aSlice({ channel: ["call"] }), null, "Calls with a code"],
	])("says what failed and where", (slice, name, title) => expect(titleOf(slice, name)).toBe(title));
});

describe("the watch's sentences", () => {
	test("open with who, how many, how unusual and since when", () => {
		expect(openingText("SMS codes from X", aVerdict({ observed: 1_204, networks: 88, windowMinutes: 5 }), noon)).toBe(
			"SMS codes from X may not be arriving: 1,204 people on 88 networks reported it in 5 minutes. Usually fewer than 1. Started about 12:00 UTC. Fault: undetermined.",
		);
	});

	test("take it up again, confirm it and end it", () => {
		expect(reopeningText("SMS codes from X", aVerdict({ expected: 2.4 }))).toBe(
			"SMS codes from X are failing again: 9 people on 8 networks reported it in 20 minutes. Usually 2.",
		);
		expect(confirmationText(aVerdict())).toBe(
			"Confirmed by the number of people: 9 people on 8 networks reported it in 20 minutes, beyond doubt for ten minutes.",
		);
		expect(endingText(noon, minutesAfter(noon, 125))).toBe("Back to normal since about 14:05 UTC, after 2 h 5 min.");
		expect(endingText(noon, minutesAfter(noon, 1))).toBe("Back to normal since about 12:01 UTC, after 1 minute.");
		expect(endingText(noon, noon)).toBe("Back to normal since about 12:00 UTC, after less than a minute.");
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
		});
		expect([told.verdictAtOpening.observed, told.verdict.observed]).toEqual([9, 30]);
		expect(told.verdict).not.toHaveProperty("at");
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
	const facts = { services, counts: [], incidents: [], tickAt: noon, readAt: noon, expectation: anExpectation(), demo: new Set<number>() };

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
		expect(told.open.map(({ incident, status }) => [incident.id, status.service])).toEqual([
			["strong", services[1]?.slug],
			["weak", services[0]?.slug],
		]);
		expect(told.retracted.map((one) => one.id)).toEqual(["mistake"]);
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
