// Who is woken and in which words: the rules, told the facts.
import { expect, test } from "vitest";
import { type Person, roles } from "../lib/access";
import { type Account, alertLetter, FIRST_ADMIN, isWorthWaking, pauseAfterMs, TRIES_MAX, wokenPeople } from "../lib/alert";
import { makeAlertChoice } from "../lib/alert-choice";
import { oneLine } from "../lib/mail";
import { incidentOf } from "../lib/presentation";
import { isRefusal } from "../lib/refusal";
import type { IncidentRow } from "../lib/store/incidents";
import { referenceCatalog } from "./world/catalog";
import { anIncidentRow, aVerdict, idOf, noon } from "./world/makers";

const publicUrl = "https://undelivered.example";
const catalog = referenceCatalog();

function letter(...rows: readonly IncidentRow[]) {
	return alertLetter({
		person: "ann",
		address: "ann@example.org",
		alerts: rows.map(({ id }) => ({ incidentId: id, kind: "opened" })),
		incidents: rows.map((row) => incidentOf(row, catalog, publicUrl)),
		publicUrl,
	});
}

const confirmed = { state: "confirmed", confirmedAt: noon, confirmedBy: "crowd" } as const;

test.each([
	["possible", {}, "Possible: SMS codes from X (not confirmed)", "SMS codes from X: possible, not confirmed."],
	["coordinated", { campaign: true }, "Looks coordinated: SMS codes from X (not confirmed)", "only a moderator can confirm it."],
	["confirmed since", confirmed, "Confirmed: SMS codes from X", "SMS codes from X: confirmed."],
	["confirmed since, though it looks coordinated", { ...confirmed, campaign: true }, "Confirmed: SMS codes from X", "X: confirmed."],
] as const)("an incident that is %s is told so", (_what, given, subject, sentence) => {
	const { subject: told, text } = letter(anIncidentRow(given));
	expect(told).toBe(subject);
	expect(text).toContain(sentence);
});

test("the mail says what was observed and what is usual, by the latest grounds", () => {
	const verdicts = [
		{ ...aVerdict(), at: noon.toISOString() },
		{ ...aVerdict({ observed: 1, networks: 1, windowMinutes: 60, expected: 3.6 }), at: noon.toISOString() },
	];
	expect(letter(anIncidentRow({ verdicts })).text).toContain(
		"Since about 12:00 UTC on 2022-11-14: 1 person on 1 network reported it in 1 h. Usually 4.",
	);
});

test("several incidents are one mail, in which each has its sentence and its links", () => {
	const rows = [anIncidentRow(), anIncidentRow({ id: idOf("other"), title: "Calls with a code from Y" })];
	const { subject, text, references } = letter(...rows);
	expect(subject).toBe("2 incidents to look at: SMS codes from X, and 1 more");
	for (const { id, title } of rows) {
		expect(text).toContain(`${title}: possible`);
		expect(text).toContain(`${publicUrl}/desk?incident=${id}`);
		expect(references).toContain(`<incident.${id}@undelivered.example>`);
	}
});

test("a letter sent again is the same letter; of another person or incident it is another", () => {
	const { messageId } = letter(anIncidentRow());
	expect(messageId).toMatch(/^<alert\.[\da-f]{32}@undelivered\.example>$/);
	expect(letter(anIncidentRow({ state: "confirmed" })).messageId).toBe(messageId);
	expect(letter(anIncidentRow({ id: idOf("other") })).messageId).not.toBe(messageId);
});

test.each([
	["X\r\nBcc: everybody@example.org", "X Bcc: everybody@example.org"],
	["X\u2028\u0000Y\n", "X Y"],
	["x".repeat(151), "x".repeat(150)],
	["Überraschung – X", "Überraschung – X"],
])("the header %j is %j", (text, header) => {
	expect(oneLine(text)).toBe(header);
});

test.each([
	[1, 30],
	[2, 60],
	[5, 480],
	[6, 900],
	[TRIES_MAX - 1, 900],
	[TRIES_MAX, null],
])("after try %i it waits %j seconds", (tries, seconds) => {
	expect(pauseAfterMs(tries)).toBe(seconds === null ? null : seconds * 1_000);
});

test.each([
	["opened", "suspected", false, false, true],
	["opened", "confirmed", false, false, true],
	["opened", "resolved", false, false, false],
	["opened", "dismissed", false, false, false],
	["opened", "suspected", false, true, false],
	["campaign", "suspected", true, false, true],
	["campaign", "suspected", false, false, false],
	["campaign", "suspected", true, true, false],
] as const)("%s, %s, campaign %s, demo %s: worth waking is %s", (kind, state, campaign, demo, isWorth) => {
	expect(isWorthWaking(kind, { state, campaign, demo })).toBe(isWorth);
});

const anAccount = (given: Partial<Account>): Account => ({ id: "ann", email: "ann@example.org", role: "moderator", woken: true, ...given });

test.each<[string, Account[], string | null, [string, string][]]>([
	["nobody", [], null, []],
	["a moderator", [anAccount({})], null, [["ann", "ann@example.org"]]],
	["an admin", [anAccount({ role: "admin" })], null, [["ann", "ann@example.org"]]],
	["a reader", [anAccount({ role: "reader" })], null, []],
	["who does not want it", [anAccount({ woken: false })], null, []],
	["the first admin without a row", [], "a@example.org", [[FIRST_ADMIN, "a@example.org"]]],
	[
		"the first admin, a reader by the row",
		[anAccount({ email: "A@example.org", role: "reader" })],
		"a@example.org",
		[[FIRST_ADMIN, "a@example.org"]],
	],
	["the first admin who does not want it", [anAccount({ email: "a@example.org", woken: false })], "a@example.org", []],
])("to be woken: %s", (_who, accounts, adminEmail, people) => {
	expect([...wokenPeople(accounts, adminEmail)]).toEqual(people);
});

test.each([...roles, null])("%s chooses for themselves, if they are woken at all", async (role) => {
	const kept = new Map<string, boolean>();
	const choice = makeAlertChoice({
		findChoice: async (id) => kept.get(id) ?? null,
		saveChoice: async (id, woken) => void kept.set(id, woken),
	});
	const person: Person | null = role && { id: role, email: `${role}@example.org`, name: null, role };
	if (role === null || role === "reader") {
		expect([isRefusal(await choice.read(person)), isRefusal(await choice.choose(false, person)), kept.size]).toEqual([true, true, 0]);
	} else {
		expect([await choice.read(person), await choice.choose(false, person), await choice.read(person)]).toEqual([true, "done", false]);
	}
});
