// What a page shows of an incident that is not about one service, and of reports that look coordinated.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CampaignNote } from "@/components/campaign-note";
import { DeskQueue } from "@/components/desk-queue";
import { Elsewhere } from "@/components/elsewhere";
import { Grounds } from "@/components/grounds";
import { FailingRow, PossibleRow } from "@/components/now-row";
import { incidentOf } from "@/lib/presentation";
import { referenceCatalog } from "./world/catalog";
import { anIncidentRow, aSlice, aStatus, aVerdict, noon } from "./world/makers";

const catalog = referenceCatalog();
const told = (given: Parameters<typeof anIncidentRow>[0]) => incidentOf(anIncidentRow(given), catalog, "https://undelivered.example");
/** The words alone. */
const words = (element: React.ReactNode) =>
	renderToStaticMarkup(element)
		.replace(/<[^>]+>/gu, " ")
		.replace(/\s+/gu, " ");

const ofNone = {
	serviceId: null,
	slice: aSlice({ service: null, carrier: ["us-t-mobile"], channel: ["sms", "call"] }),
	title: "SMS and call codes on T-Mobile (US)",
	state: "confirmed",
	confirmedAt: noon,
	confirmedBy: "crowd",
} as const;

test("what is not about one service is listed by its title and its numbers, and leads to the incident", () => {
	const incident = told(ofNone);
	const row = renderToStaticMarkup(<FailingRow incident={incident} status={null} asOf={noon.toISOString()} />);
	expect(row).toContain(`href="/incidents/${incident.id}"`);
	expect(row).not.toContain("/services/");
	expect(words(<FailingRow incident={incident} status={null} asOf={noon.toISOString()} />)).toContain(
		"SMS and call codes on T-Mobile (US) 9 people on 8 networks reported it in 20 minutes. Usually fewer than 1.",
	);
});

test("a service's counts beside an incident that is narrowed say that they are of everywhere", () => {
	const channel = { channel: "sms", state: "failing", restsOn: "incident", failed: 9, missing: 9, answered: 10, expected: 0.1 } as const;
	const status = aStatus({
		channels: [
			{ ...channel, windowMinutes: 30, where: [{ carriers: [], regions: [{ key: "DE", name: "Germany" }] }], place: "in Germany" },
		],
	});
	const row = (region: string[] | null) =>
		words(<FailingRow incident={told({ slice: aSlice({ region }) })} status={status} asOf={noon.toISOString()} />);
	expect(row(["DE"])).toMatch(/SMS, Germany .* in the last 30 minutes *, everywhere/);
	expect(row(null)).not.toMatch(/minutes *, everywhere/);
});

test("what fails shows its last six hours, and colours only what lies above the usual since it began", () => {
	const incident = told({ ...ofNone, startedAt: noon });
	const quarter = (place: number, evidence: number | null) => {
		const from = noon.getTime() + place * 900_000;
		return { from, until: from + 900_000, evidence, expected: 2 };
	};
	const row = (quarters: ReturnType<typeof quarter>[]) =>
		renderToStaticMarkup(<FailingRow incident={incident} status={null} asOf={noon.toISOString()} quarters={quarters} />);
	const drawn = row([quarter(-2, 9), quarter(-1, null), quarter(0, 8), quarter(1, 1)]);
	expect(drawn).toContain("at most 9 people whose code failed, 1 in the last; usually at most 2.");
	expect(drawn.match(/fill="var\(--excess\)"/g)).toHaveLength(1);
	expect(drawn.match(/fill="var\(--seen-fill\)"/g)).toHaveLength(3);
	expect(row([])).not.toContain("<svg role=");
});

test("the page of a service says what is failing whatever the service, and nothing when nothing is", () => {
	expect(words(<Elsewhere incidents={[told(ofNone)]} />)).toContain(
		"Elsewhere: SMS and call codes on T-Mobile (US) are not arriving, whatever the service.",
	);
	expect(words(<Elsewhere incidents={[told({ ...ofNone, state: "suspected", confirmedAt: null, confirmedBy: null })]} />)).toContain(
		"may not be arriving",
	);
	expect(words(<Elsewhere incidents={[]} />)).toBe("");
});

test("the grounds name carriers and regions as people do, at opening and now, with the next best explanation", () => {
	const runnerUp = { slice: aSlice({ service: ["google"], region: ["US"] }), score: 8.25 };
	const verdicts = [{ ...aVerdict({ runnerUp }), at: noon.toISOString() }];
	const table = words(<Grounds incident={told({ ...ofNone, sliceAtOpening: aSlice({ region: ["DE"] }), verdicts })} />);
	expect(table).toContain("Explanation X · SMS · Germany Every service · SMS and Call · T-Mobile (US) · everywhere");
	expect(table).toContain("Next best explanation Google · SMS · United States, score 8.3");
});

test("what looks coordinated is said to readers and, first, to moderators", () => {
	const flagged = told({ campaign: true });
	expect(words(<CampaignNote incident={flagged} />)).toContain("Numbers alone do not confirm it: a moderator has to look.");
	expect(words(<CampaignNote incident={told({ ...ofNone, confirmedBy: "moderator", campaign: true })} />)).toContain(
		"A moderator has looked at it.",
	);
	const unseen = words(<CampaignNote incident={told({ campaign: true, state: "resolved", endedAt: noon })} />);
	expect(unseen).toContain("Looks coordinated.");
	expect(unseen).not.toContain("moderator");
	expect(words(<CampaignNote incident={told({})} />)).toBe("");
	expect(words(<DeskQueue queue={[flagged]} chosen={null} isOpen={false} now={noon} />)).toContain(
		"Looks coordinated: only you can confirm it.",
	);
	expect(words(<PossibleRow incident={flagged} status={null} asOf={noon.toISOString()} />)).toContain("This may be a campaign");
});
