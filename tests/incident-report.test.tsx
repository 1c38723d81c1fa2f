// The page of an incident as a report, in each of its states: the sentence, who was affected, the word of whoever is
// concerned, what we got wrong, and what is near.
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Grounds } from "@/components/grounds";
import { IncidentStatement } from "@/components/incident-statement";
import { Mistake } from "@/components/mistake";
import { RelatedIncidents } from "@/components/related-incidents";
import { StanceList } from "@/components/stance-list";
import { incidentOf } from "@/lib/presentation";
import { referenceCatalog } from "./world/catalog";
import { anIncidentRow, aSlice, aVerdict, minutesAfter, noon } from "./world/makers";

const catalog = referenceCatalog();
const own = { serviceId: catalog.findService("x")?.id ?? 0 };
const told = (given: Parameters<typeof anIncidentRow>[0]) =>
	incidentOf(anIncidentRow({ ...own, ...given }), catalog, "https://undelivered.example");
/** The words alone. */
const words = (element: React.ReactNode) =>
	renderToStaticMarkup(element)
		.replace(/<[^>]+>/gu, " ")
		.replace(/\s+/gu, " ")
		.replace(/ ([,.:])/gu, "$1")
		.trim();

const confirmed = { state: "confirmed", confirmedAt: minutesAfter(noon, 9), confirmedBy: "crowd" } as const;
const ended = { endedAt: minutesAfter(noon, 69), closedAt: minutesAfter(noon, 69) };
const verdicts = [
	{ ...aVerdict({ observed: 41.4, arrived: 17, networks: 38, windowMinutes: 30 }), at: minutesAfter(noon, 20).toISOString() },
];
const retracted = { state: "dismissed", dismissedAt: minutesAfter(noon, 35), dismissedReason: "One forum sent many people here." } as const;

describe("the sentence", () => {
	test.each([
		["suspected", {}, "SMS codes from X may not be arriving."],
		["confirmed", confirmed, "SMS codes from X are not arriving."],
		["resolved, having been confirmed", { ...confirmed, ...ended, state: "resolved" }, "SMS codes from X arrive again."],
		["resolved, never confirmed", { ...ended, state: "resolved" }, "SMS codes from X arrive; that they failed was never confirmed."],
		["dismissed", retracted, "We were wrong about SMS codes from X."],
	] as const)("of one that is %s", (_what, given, wanted) => expect(words(<IncidentStatement incident={told(given)} />)).toContain(wanted));

	test("is followed by how many of how many, and from how many networks", () => {
		expect(words(<IncidentStatement incident={told({ ...confirmed, verdicts })} />)).toContain(
			"In the latest reading, 41 of 58 people counted in 30 minutes said their code failed, from 38 networks. Usually fewer than 1.",
		);
		expect(words(<IncidentStatement incident={told({ ...ended, state: "resolved", verdicts })} />)).toContain(
			"In the last reading before it ended, 41 of 58",
		);
	});

	test("stands beside what it was taken for at first, where that has changed", () => {
		const sliceAtOpening = aSlice({ region: ["US"] });
		expect(words(<IncidentStatement incident={told({ ...confirmed, sliceAtOpening })} />)).toContain(
			"SMS, everywhere at first: SMS, United States",
		);
		expect(words(<IncidentStatement incident={told(confirmed)} />)).not.toContain("at first");
	});

	test("stands beside the service's word and how long that took, but of no word about what was no trouble", () => {
		const stances = [
			{ at: minutesAfter(noon, 155).toISOString(), value: "partly_acknowledged", url: "https://x.example/said", by: "moderator" },
		] as const;
		const statement = (given: Parameters<typeof told>[0]) => words(<IncidentStatement incident={told(given)} />);
		expect(statement({ ...confirmed, stances })).toContain("X says Partly acknowledged first word 2 h 35 min after people noticed");
		expect(statement(confirmed)).toContain("X says Nothing we know of");
		expect(statement(retracted)).not.toContain("X says");
	});
});

test("what somebody concerned says begins with the lag in words, and links to the source", () => {
	const stances = [
		{ at: minutesAfter(noon, 155).toISOString(), value: "admitted", url: "https://x.example/said", by: "moderator" },
	] as const;
	const now = minutesAfter(noon, 180).toISOString();
	const html = renderToStaticMarkup(<StanceList incident={told({ ...confirmed, stances })} now={now} />);
	expect(html).toContain("X admitted it 2 h 35 min after people noticed.");
	expect(html).toContain('href="https://x.example/said" rel="noopener nofollow"');
	const silent = words(<StanceList incident={told(confirmed)} now={now} />);
	expect(silent).toContain("X has said nothing that we know of, 3 h after people noticed. If you have seen a statement");
	expect(words(<StanceList incident={told(retracted)} now={now} />)).toBe("Nothing, and there was nothing to say.");
});

test("the grounds say when they were seen, and how many of all who were counted", () => {
	expect(words(<Grounds incident={told({ ...confirmed, verdicts })} />)).toMatch(
		/At opening, 14 Nov, 12:00 UTC Latest, 14 Nov, 12:20 UTC .* Failed, of all counted 41 of 58 41 of 58/,
	);
});

describe("a retraction", () => {
	test("says what was said, for how long, on how many people's word, and why it was wrong", () => {
		const text = words(<Mistake incident={told({ ...retracted, verdicts })} />);
		expect(text).toContain(
			"From 14 Nov, 12:00 UTC to 14 Nov, 12:35 UTC, for 35 minutes, we told everybody that SMS codes from X may not be arriving. At first 41 of 58 people counted had said so.",
		);
		expect(text).toContain("One forum sent many people here.");
	});

	test("of what had been confirmed says that too, and of an ordinary word makes no name", () => {
		const text = words(<Mistake incident={told({ ...confirmed, ...retracted, title: "Push prompts from X" })} />);
		expect(text).toContain("we told everybody that push prompts from X were not arriving.");
	});

	test("there is none of what was not retracted", () => expect(words(<Mistake incident={told(confirmed)} />)).toBe(""));
});

describe("what is near", () => {
	const other = told({ id: "other", title: "E-mail codes from X", state: "resolved", ...ended });
	const near = (given: { same?: (typeof other)[]; meanwhile?: (typeof other)[] }, incident = told(confirmed)) =>
		words(<RelatedIncidents incident={incident} reading={{ known: true, value: { same: [], meanwhile: [], ...given } }} />);

	test("is listed by state, title and length, apart from what lasted elsewhere", () => {
		expect(near({ same: [other] })).toContain("Others of X, within 90 days Resolved E-mail codes from X 14 Nov, 12:00 UTC, 1 h 9 min");
		expect(near({ same: [other] })).toContain("Nothing else that we know of lasted at the same time.");
		expect(near({ meanwhile: [told({ id: "open", title: "Calls from Y" })] })).toMatch(
			/No other incident of X within 90 days\..*Possible Calls from Y 14 Nov, 12:00 UTC, not over/,
		);
	});

	test("of no service in particular has no others of it", () => {
		expect(near({}, told({ serviceId: null, slice: aSlice({ service: null, carrier: ["us-t-mobile"] }) }))).not.toContain("within 90 days");
	});

	test("that could not be read is not told as nothing", () => {
		expect(words(<RelatedIncidents incident={told(confirmed)} reading={{ known: false }} />)).toContain(
			"What else happened could not be read just now.",
		);
	});
});
