// What the public is told now, from facts and the time; and in which sentence.
import { describe, expect, test } from "vitest";
import type { Slice } from "../lib/incident";
import { LAST_GOOD_KEPT_MS, type StatusFacts, statusOf, TICK_AGE_MAX_MS, unknownStatus, WINDOW_MINUTES } from "../lib/status";
import { plus } from "../lib/time";
import {
	aChannel,
	anExpectation,
	aService,
	aSlice,
	aStatus,
	aStatusIncident,
	minutesAfter,
	noon,
	someFacts,
	themselves,
} from "./world/makers";

const tell = (given: Partial<StatusFacts>, now = noon) => statusOf(someFacts(given), now);

describe("calm", () => {
	test("rests on silence when nobody spoke all day, and says so", () => {
		expect(tell({})).toMatchObject({ state: "calm", restsOn: "silence", worst: null, incidents: [], since: null, facts: "" });
		expect(tell({}).sentence).toBe("Nobody has reported anything about X in the last 24 hours.");
	});

	test.each([
		[1, "few", "1 person spoke in the last 24 hours and got their code; too few to tell."],
		[4, "few", "4 people spoke in the last 24 hours and got their code; too few to tell."],
		[5, "reports", "No sign of trouble: 5 of 5 people got their code in the last 24 hours."],
	])("with %i people rests on %s", (arrived, restsOn, sentence) => {
		expect(tell({ channels: [aChannel({ arrived })] })).toMatchObject({ state: "calm", restsOn, sentence });
	});

	test.each([
		[
			"half of those who spoke had their code",
			{ arrived: 5, missing: 5 },
			"No sign of trouble: 5 of 10 people got their code in the last 24 hours.",
		],
		[
			"fewer had it, but no more failed than on any day",
			{ arrived: 1, missing: 4 },
			"Nothing unusual: 4 people had trouble in the last 24 hours, as on any day.",
		],
	])("says what it rests on when %s", (_when, day, sentence) => {
		const { window } = aChannel({});
		const channel = { ...aChannel(day), window };
		expect(tell({ channels: [channel] }).sentence).toBe(sentence);
	});

	test("does not call a fresh burst nothing unusual", () => {
		expect(tell({ channels: [aChannel({ missing: 5 })] })).toMatchObject({
			state: "calm",
			restsOn: "doubt",
			sentence: "5 people had trouble in the last 30 minutes; so far it does not add up to an incident.",
		});
		expect(tell({ channels: [aChannel({ missing: 4, arrived: 1 })] }).sentence).toMatch(/^Nothing unusual/);
	});

	test("of more trouble than usual over the day says that it does not add up", () => {
		const quiet = { ...aChannel({ missing: 60 }), window: aChannel({}).window };
		expect(tell({ channels: [quiet] }).sentence).toBe(
			"60 people had trouble in the last 24 hours; so far it does not add up to an incident.",
		);
	});

	test("of few people who all had trouble never says that there is none", () => {
		expect(tell({ channels: [aChannel({ missing: 3, arrived: 1 })] })).toMatchObject({
			restsOn: "few",
			sentence: "3 of 4 people had trouble in the last 24 hours; too few to tell.",
		});
	});

	test.each([
		["nobody spoke of", {}, "silence"],
		["under five spoke of", { missing: 4 }, "few"],
		["five spoke of, all of them in trouble", { missing: 5 }, "doubt"],
		["five spoke of and had their code", { arrived: 5 }, "reports"],
	])("of a channel that %s rests on what they said", (_what, window, restsOn) => {
		expect(tell({ channels: [aChannel(window)] }).channels.find((one) => one.channel === "sms")).toMatchObject({ state: "calm", restsOn });
	});

	test.each([
		["the others spoke of", { arrived: 9 }, { channel: "email" }, "silence"],
		["five had their code by, in the morning", { arrived: 5 }, {}, "reports"],
		["many had trouble with, in the morning", { missing: 60 }, {}, "doubt"],
		["few use and nobody got a code by", { missing: 8 }, {}, "few"],
	] as const)("of a channel that %s rests on its own day", (_what, day, given, restsOn) => {
		const channels = [{ ...aChannel(day, given), window: aChannel({}).window }];
		expect(tell({ channels }).channels.find((one) => one.channel === "sms")).toMatchObject({ state: "calm", restsOn, answered: 0 });
	});

	test.each([
		[4, 0, "few"],
		[4, 1, "reports"],
	])("of a channel that worked in the morning is not green while %i of its people fail and %i do not", (missing, arrived, restsOn) => {
		const channels = [aChannel({ missing, arrived }, { dayReporters: 44, dayArrived: 40 })];
		expect(tell({ channels }).channels.find((one) => one.channel === "sms")).toMatchObject({ state: "calm", restsOn });
	});

	test("after a hand-made end says so while people still have trouble", () => {
		const ended = aStatusIncident({ state: "resolved" });
		expect(tell({ channels: [aChannel({ missing: 9 })], incidents: [ended] })).toMatchObject({
			restsOn: "doubt",
			sentence: "9 people had trouble in the last 30 minutes; a moderator has ended the incident.",
		});
	});

	test("of trouble that is just over names the incident that seems to be over", () => {
		const incidents = [aStatusIncident({ state: "resolved", closedAt: minutesAfter(noon, -5), startedAt: minutesAfter(noon, -50) })];
		expect(tell({ incidents, channels: [aChannel({ missing: 9 })] })).toMatchObject({
			state: "calm",
			restsOn: "doubt",
			sentence: "9 people had trouble in the last 30 minutes; the incident that began about 11:10 UTC seems to be over.",
		});
	});

	test("after a retraction says that it was looked into, until somebody reports anew", () => {
		const dismissed = aStatusIncident({ state: "dismissed", dismissedAt: noon });
		const facts = { channels: [aChannel({ missing: 9 })], incidents: [dismissed], lastReportAt: noon };
		expect(tell(facts)).toMatchObject({
			state: "calm",
			incidents: [],
			sentence: "We looked into the latest reports and found no sign of a fault.",
		});
		expect(tell({ ...facts, incidents: [{ ...dismissed, closedAt: noon }] }).sentence).not.toMatch(/looked into/);
		expect(tell({ ...facts, lastReportAt: new Date(noon.getTime() + 1) })).toMatchObject({ restsOn: "doubt" });
	});
});

describe("trouble", () => {
	const failing = { channels: [aChannel({ missing: 7, late: 1, arrived: 2 })] };

	test.each([
		["suspected", "raised"],
		["confirmed", "failing"],
		["resolved", "calm"],
		["dismissed", "calm"],
	] as const)("with a %s incident the service is %s", (state, told) => {
		expect(tell({ ...failing, incidents: [aStatusIncident({ state })] }).state).toBe(told);
	});

	test("is told with its numbers, its usual number and its start", () => {
		const told = tell({ ...failing, incidents: [aStatusIncident({ startedAt: minutesAfter(noon, -20) })] });
		expect(told).toMatchObject({
			sentence: "7 of 10 people who tried in the last 30 minutes got no SMS code.",
			facts: "Usually fewer than 1. Started about 11:40 UTC.",
			restsOn: "incident",
			worst: "sms",
			since: "2022-11-14T11:40:00.000Z",
			incidents: ["incident"],
		});
		expect(told.channels[0]).toMatchObject({ channel: "sms", failed: 8, missing: 7, answered: 10, windowMinutes: WINDOW_MINUTES });
	});

	test.each([
		[
			"most had it late",
			{ late: 6, missing: 5, arrived: 1 },
			"11 of 12 people who tried in the last 30 minutes had trouble with their SMS code.",
		],
		[
			"half of those who failed got none",
			{ late: 5, missing: 5 },
			"10 of 10 people who tried in the last 30 minutes had trouble with their SMS code.",
		],
		["two thirds of those who failed got none", { late: 1, missing: 2 }, "2 of 3 people who tried in the last 30 minutes got no SMS code."],
		[
			"all who tried had theirs",
			{ arrived: 5 },
			"5 people who tried in the last 30 minutes got their SMS code; before that, many did not.",
		],
		["one person tried", { missing: 1 }, "1 of 1 person who tried in the last 30 minutes got no SMS code."],
		["nobody tried", {}, "People could not get their SMS code; nobody new has spoken in the last 30 minutes."],
	])("is told when %s", (_when, window, sentence) => {
		expect(tell({ channels: [aChannel(window)], incidents: [aStatusIncident()] }).sentence).toBe(sentence);
	});

	test("is told of the worst channel: failing before possible, then the one where most failed", () => {
		const [sms, email] = [aChannel({ missing: 9 }), aChannel({ missing: 3 }, { channel: "email" })];
		const raised = aStatusIncident({ id: "a" });
		const both = aStatusIncident({ id: "b", slice: aSlice({ channel: ["email"] }) });
		expect(tell({ channels: [sms, email], incidents: [raised, { ...both, state: "confirmed" }] })).toMatchObject({
			state: "failing",
			worst: "email",
		});
		expect(tell({ channels: [sms, email], incidents: [raised, both] })).toMatchObject({
			state: "raised",
			worst: "sms",
			incidents: ["a", "b"],
		});
	});

	test("of the whole service touches every channel", () => {
		const whole = aStatusIncident({ state: "confirmed", slice: aSlice({ channel: null }) });
		expect(new Set(tell({ incidents: [whole] }).channels.map((one) => one.state))).toEqual(new Set(["failing"]));
	});

	test("that was played in for a demonstration says so", () => {
		expect(tell({ incidents: [aStatusIncident({ demo: true })] }).demo).toBe(true);
		expect(tell({ incidents: [aStatusIncident({ demo: true, state: "resolved" })] }).demo).toBe(false);
	});
});

test("the channels told are those offered, spoken of or covered, in the vocabulary's order", () => {
	const told = tell({
		service: aService({ channels: ["email"] }),
		channels: [aChannel({ missing: 1 }, { channel: "call" }), aChannel({}, { channel: "push" })],
		incidents: [aStatusIncident({ slice: aSlice({ channel: ["backup"] }) })],
	});
	expect(told.channels.map((one) => one.channel)).toEqual(["call", "email", "backup"]);
});

test("what is expected is the model's, for a window of the same length", () => {
	expect(tell({ expectation: anExpectation() }).channels[0]?.expected).toBeCloseTo(0.012 * 30, 12);
});

describe("trouble that is somewhere", () => {
	const places = {
		...themselves,
		carrier: () => "T-Mobile (US)",
		region: (code: string) => ({ DE: "Germany", US: "United States" })[code] ?? code,
	};
	const covered = (...slices: Partial<Slice>[]) =>
		slices.map((slice, place) => aStatusIncident({ id: `incident ${place}`, slice: aSlice(slice) }));
	const told = (...slices: Partial<Slice>[]) =>
		tell({ names: places, incidents: covered(...slices), channels: [aChannel({ missing: 9, arrived: 1 })] });

	test("says where, and that its numbers count everybody", () => {
		expect(told({ region: ["DE"] })).toMatchObject({
			state: "raised",
			sentence: "9 of 10 people who tried in the last 30 minutes got no SMS code.",
			facts: "Only in Germany so far; the numbers count everybody. Usually fewer than 1. Started about 12:00 UTC.",
		});
		expect(told({ carrier: ["us-t-mobile"], region: ["US"] }).facts).toMatch(/^Only on T-Mobile \(US\) in the United States so far;/);
		expect(told({ region: ["DE"] }, { carrier: ["us-t-mobile"] }).facts).toMatch(/^Only in Germany and on T-Mobile \(US\) so far;/);
	});

	test("is everywhere as soon as one incident is", () => {
		expect(told({ region: ["DE"] }, {}).facts).toMatch(/^Usually/);
		expect(told({ region: ["DE"] }, { region: ["US"], channel: ["email"] }).facts).toMatch(/^Only in Germany so far;/);
	});

	test("names three places at most", () => {
		const four = ["DE", "US", "FR", "IN"].map((region) => ({ region: [region] }));
		expect(told(...four).channels.find(({ channel }) => channel === "sms")?.place).toBe("in some places");
	});

	test("without anybody new speaks of the people there", () => {
		expect(tell({ names: places, incidents: covered({ region: ["DE"] }) }).sentence).toBe(
			"People in Germany could not get their SMS code; nobody new has spoken in the last 30 minutes.",
		);
	});
});

describe("unknown", () => {
	test("is what we say when the watch's last step is older than ninety seconds, and not before", () => {
		expect(tell({}, plus(noon, TICK_AGE_MAX_MS)).state).toBe("calm");
		expect(tell({}, plus(noon, TICK_AGE_MAX_MS + 1)).state).toBe("unknown");
		expect(tell({ tickAt: null }).state).toBe("unknown");
	});

	test("claims nothing: no counts, no incident, no channel that is calm", () => {
		const told = tell({ tickAt: null, channels: [aChannel({ missing: 9 })], incidents: [aStatusIncident({ state: "confirmed" })] });
		expect(told).toMatchObject({ restsOn: "nothing", incidents: [], worst: null, lastGood: null, since: null });
		expect(told.channels.every((one) => one.state === "unknown" && one.failed === 0)).toBe(true);
		expect(told.sentence).toBe("We cannot tell right now whether codes from X arrive.");
	});

	test("shows the last good reading for ten minutes, with its time, and then the word alone", () => {
		const lastGood = aStatus();
		const fresh = unknownStatus(aService(), plus(noon, LAST_GOOD_KEPT_MS), lastGood);
		expect(fresh.lastGood).toEqual({ state: "failing", says: lastGood.says, sentence: lastGood.sentence, asOf: lastGood.asOf });
		expect(fresh).toMatchObject({ asOf: lastGood.asOf, ageSeconds: 600 });
		expect(fresh.facts).toContain("The last reading, at 12:00 UTC, was: 9 of 10 people");
		const stale = unknownStatus(aService(), plus(noon, LAST_GOOD_KEPT_MS + 1), lastGood);
		expect(stale).toMatchObject({ lastGood: null, ageSeconds: 0 });
		expect(stale.facts).not.toContain("last reading");
	});
});

test("every status says how old it is", () => {
	expect(tell({}, plus(noon, 12_400))).toMatchObject({ asOf: noon.toISOString(), ageSeconds: 12 });
	expect(tell({}, plus(noon, -5_000)).ageSeconds).toBe(0);
});
