// What a moderator may do: one table of every role, every deed and every state.
import { describe, expect, test } from "vitest";
import type { Person, Role } from "../lib/access";
import { type Deed, deeds, makeDesk, TEXT_LENGTH_MAX } from "../lib/desk";
import { type IncidentState, incidentStates } from "../lib/incident";
import { incidentOf } from "../lib/presentation";
import { isRefusal } from "../lib/refusal";
import type { Change } from "../lib/store/incident-changes";
import type { IncidentRow } from "../lib/store/incidents";
import { referenceCatalog } from "./world/catalog";
import { anIncidentRow, minutesAfter, noon } from "./world/makers";

const catalog = referenceCatalog();
const roles = ["reader", "moderator", "admin"] as const satisfies readonly Role[];
const aPerson = (role: Role = "moderator"): Person => ({ id: role, email: `${role}@example.org`, name: null, role });

/** A desk with one incident on it, and what it was asked to change. */
function aDesk(row: IncidentRow, { isQuicker = true } = {}) {
	const changes: Change[] = [];
	const told: number[] = [];
	const desk = makeDesk({
		clock: async () => minutesAfter(noon, 30),
		findIncident: async (id) => (id === row.id ? row : null),
		listCurrent: async () => [row],
		changeIncident: async (change) => {
			changes.push(change);
			return isQuicker;
		},
		listAudit: async () => [{ id: "a", at: noon, who: "m", deed: "confirm", subject: row.id, detail: null }],
		present: (one) => incidentOf(one, catalog, "https://undelivered.example"),
		changed: (ids) => told.push(...ids),
	});
	const act = (deed: Deed, person: Person | null = aPerson(), order: { text?: string; version?: number; incident?: string } = {}) =>
		desk.do({ deed, incident: row.id, version: row.version, text: "Because.", ...order }, person);
	return { desk, act, changes, told };
}

function rowIn(state: IncidentState): IncidentRow {
	return anIncidentRow({
		state,
		...(state === "dismissed" && { dismissedAt: noon, dismissedReason: "A test." }),
		...(state === "resolved" && { endedAt: noon }),
	});
}

const word = (answer: unknown) => (isRefusal(answer) ? answer.word : "done");

/** Where a moderator's deed leads, by the state it starts from; `null`: nowhere. */
const life: Record<Deed, Record<IncidentState, IncidentState | null>> = {
	confirm: { suspected: "confirmed", confirmed: null, resolved: null, dismissed: null },
	dismiss: { suspected: "dismissed", confirmed: "dismissed", resolved: null, dismissed: null },
	resolve: { suspected: "resolved", confirmed: "resolved", resolved: null, dismissed: null },
	write: { suspected: "suspected", confirmed: "confirmed", resolved: "resolved", dismissed: "dismissed" },
};

const table = [...roles, null].flatMap((role) => deeds.flatMap((deed) => incidentStates.map((state) => ({ role, deed, state }))));

test.each(table)("$role, $deed on a $state incident", async ({ role, deed, state }) => {
	const { act, changes, told } = aDesk(rowIn(state));
	const answer = await act(deed, role && aPerson(role));
	const to = life[deed][state];
	if (role === null || role === "reader") expect([word(answer), changes]).toEqual(["forbidden", []]);
	else if (to === null) expect([word(answer), changes]).toEqual(["conflict", []]);
	else {
		expect(word(answer)).toBe("done");
		expect(changes).toMatchObject([{ state: to, by: "moderator", userId: role, version: 1, verdict: null }]);
		expect(changes[0]?.audit).toEqual({ who: `${role}@example.org`, deed, detail: { from: state, text: "Because." } });
		expect(told).toEqual([7]);
	}
});

describe("a deed", () => {
	test.each([
		["confirm", "Because.", { confirmedAt: minutesAfter(noon, 30), confirmedBy: "moderator" }],
		[
			"dismiss",
			"Retracted: Because.",
			{ dismissedAt: minutesAfter(noon, 30), dismissedReason: "Because.", endedAt: minutesAfter(noon, 30) },
		],
		["resolve", "Because.", { endedAt: minutesAfter(noon, 30) }],
		["write", "Because.", {}],
	] as const)("%s is told to the public as %s", async (deed, text, set) => {
		const { act, changes } = aDesk(rowIn("suspected"));
		await act(deed);
		expect(changes).toMatchObject([{ text, set }]);
		expect(Object.keys(changes[0]?.set ?? {})).toEqual(Object.keys(set));
	});

	test("never closes an incident: that is for the watch to see", async () => {
		for (const deed of deeds) {
			const { act, changes } = aDesk(rowIn("suspected"));
			await act(deed);
			expect(changes[0]?.set).not.toHaveProperty("closedAt");
		}
	});

	test.each([
		["confirm", "Confirmed by a moderator."],
		["resolve", "Ended by a moderator."],
	] as const)("%s may go without words", async (deed, text) => {
		const { act, changes } = aDesk(rowIn("suspected"));
		await act(deed, aPerson(), { text: "  " });
		expect(changes).toMatchObject([{ text }]);
	});

	test.each(["dismiss", "write"] as const)("%s may not go without words", async (deed) => {
		const { act, changes } = aDesk(rowIn("suspected"));
		expect([word(await act(deed, aPerson(), { text: " \n" })), changes]).toEqual(["malformed", []]);
	});

	test("takes as many words as the public reads, and not one letter more", async () => {
		const { act } = aDesk(rowIn("suspected"));
		expect(word(await act("write", aPerson(), { text: ` ${"x".repeat(TEXT_LENGTH_MAX)} ` }))).toBe("done");
		expect(word(await act("write", aPerson(), { text: "x".repeat(TEXT_LENGTH_MAX + 1) }))).toBe("malformed");
	});

	test("on an incident that changed since the moderator looked is a conflict", async () => {
		const { act, changes } = aDesk(rowIn("suspected"));
		expect([word(await act("confirm", aPerson(), { version: 2 })), changes]).toEqual(["conflict", []]);
	});

	test("that another moderator was quicker with is a conflict", async () => {
		const { act, told } = aDesk(rowIn("suspected"), { isQuicker: false });
		expect([word(await act("confirm")), told]).toEqual(["conflict", []]);
	});

	test("on an incident nobody opened finds nothing", async () => {
		expect(word(await aDesk(rowIn("suspected")).act("confirm", aPerson(), { incident: "another" }))).toBe("not-found");
	});

	test("never ends an incident before it started", async () => {
		const { act, changes } = aDesk(anIncidentRow({ startedAt: minutesAfter(noon, 31) }));
		await act("resolve");
		await act("dismiss");
		expect(changes.map((one) => one.set.endedAt)).toEqual([minutesAfter(noon, 31), minutesAfter(noon, 31)]);
	});
});

test("the audit tells times as everybody else does", async () => {
	expect(await aDesk(rowIn("suspected")).desk.audit("any")).toMatchObject([{ at: "2022-11-14T12:00:00.000Z" }]);
});
