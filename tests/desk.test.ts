// What a moderator may do: one table of every role, every deed and every state.
import { describe, expect, test } from "vitest";
import type { Person, Role } from "../lib/access";
import { type Deed, deeds, makeDesk, TEXT_LENGTH_MAX } from "../lib/desk";
import { decisions, type IncidentState, incidentStates, type Slice } from "../lib/incident";
import { incidentOf } from "../lib/presentation";
import { isRefusal } from "../lib/refusal";
import type { Change } from "../lib/store/incident-changes";
import type { AuditRow, IncidentRow } from "../lib/store/incidents";
import { referenceCatalog } from "./world/catalog";
import { anIncidentRow, aSlice, idOf, minutesAfter, noon } from "./world/makers";

const catalog = referenceCatalog();
const roles = ["reader", "moderator", "admin"] as const satisfies readonly Role[];
const aPerson = (role: Role = "moderator"): Person => ({ id: role, email: `${role}@example.org`, name: null, role });

type Given = { isQuicker?: boolean; audit?: readonly AuditRow[] };

/** A desk with one incident on it, and what it was asked to change. */
function aDesk(row: IncidentRow, { isQuicker = true, audit = [anEntry()] }: Given = {}) {
	const changes: Change[] = [];
	const told: Slice[] = [];
	const desk = makeDesk({
		clock: async () => minutesAfter(noon, 30),
		findIncident: async (id) => (id === row.id ? row : null),
		listCurrent: async () => [row],
		changeIncident: async (change) => {
			changes.push(change);
			return isQuicker;
		},
		listAudit: async () => audit,
		present: (one) => incidentOf(one, catalog, "https://undelivered.example"),
		changed: (slice) => told.push(slice),
	});
	const act = (deed: Deed, person: Person | null = aPerson(), order: { text?: string; version?: number; incident?: string } = {}) => {
		const usual = { incident: row.id, version: row.version, text: "Because.", ...order };
		if (deed === "undo") return desk.do({ ...usual, deed, undoes: "a" }, person);
		if (deed === "record-stance") return desk.do({ ...usual, deed, stance: admission }, person);
		return desk.do({ ...usual, deed }, person);
	};
	return { desk, act, changes, told };
}

const admission = { value: "admitted", at: "2022-11-14T12:20", url: "https://x.example/said" };
const nothingBefore = { confirmedAt: null, confirmedBy: null, dismissedAt: null, dismissedReason: null, endedAt: null };

function anEntry(given: Partial<AuditRow> = {}): AuditRow {
	const detail = { from: "suspected", before: nothingBefore };
	return { id: "a", at: noon, who: "m@example.org", deed: "confirm", subject: idOf("incident"), detail, ...given };
}

function rowIn(state: IncidentState): IncidentRow {
	return anIncidentRow({
		state,
		...(state === "confirmed" && { confirmedAt: noon, confirmedBy: "moderator" }),
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
	"record-stance": { suspected: "suspected", confirmed: "confirmed", resolved: "resolved", dismissed: "dismissed" },
	undo: { suspected: null, confirmed: "suspected", resolved: null, dismissed: null },
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
		const by = deed === "record-stance" ? "vendor" : "moderator";
		expect(changes).toMatchObject([{ state: to, by, userId: role, version: 1, verdict: null }]);
		expect(changes[0]?.audit).toMatchObject({ who: `${role}@example.org`, deed, detail: { text: "Because." } });
		expect(told).toEqual([aSlice()]);
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
		for (const deed of decisions) {
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

describe("undoing", () => {
	const before = { ...nothingBefore, confirmedAt: minutesAfter(noon, 2).toISOString(), confirmedBy: "crowd" };

	test.each([
		["confirmed", "confirm", "suspected", nothingBefore, "the confirmation"],
		["dismissed", "dismiss", "suspected", nothingBefore, "the retraction"],
		["dismissed", "dismiss", "confirmed", before, "the retraction"],
		["resolved", "resolve", "suspected", nothingBefore, "the ending"],
		["resolved", "resolve", "confirmed", before, "the ending"],
	] as const)("of what made it %s (%s) leads back to %s", async (state, deed, from, was, words) => {
		const { act, changes } = aDesk(rowIn(state), { audit: [anEntry({ deed, detail: { from, before: was } })] });
		expect(word(await act("undo", aPerson(), { text: "" }))).toBe("done");
		const confirmedAt = was.confirmedAt === null ? null : new Date(was.confirmedAt);
		expect(changes).toMatchObject([{ state: from, text: `Taken back: ${words} at 12:00 UTC.`, set: { ...was, confirmedAt } }]);
		expect(changes[0]?.audit).toMatchObject({ deed: "undo", detail: { undoes: "a", undoneDeed: deed } });
	});

	test("is over when the slice is back at its baseline", async () => {
		const audit = [anEntry({ deed: "dismiss" })];
		const closed = { ...rowIn("dismissed"), closedAt: minutesAfter(noon, 10) };
		const { act, changes, desk } = aDesk(closed, { audit });
		expect([word(await act("undo")), changes]).toEqual(["conflict", []]);
		expect(await desk.audit(closed.id)).toMatchObject([{ canBeUndone: false }]);
		expect(await aDesk(rowIn("dismissed"), { audit }).desk.audit(closed.id)).toMatchObject([{ canBeUndone: true }]);
	});

	test("takes nothing back that the crowd confirmed", async () => {
		const { act } = aDesk({ ...rowIn("confirmed"), confirmedBy: "crowd" });
		expect(word(await act("undo"))).toBe("conflict");
	});

	test("works once, and what stood before may then be undone in turn", async () => {
		const audit = [
			anEntry({ id: "c", deed: "undo", detail: { undoes: "b" } }),
			anEntry({ id: "b", deed: "dismiss" }),
			anEntry({ id: "a", deed: "confirm" }),
		];
		const { desk } = aDesk(rowIn("confirmed"), { audit });
		expect((await desk.audit(idOf("incident"))).map((one) => one.canBeUndone)).toEqual([false, false, true]);
	});

	test("reaches no deed under a later one", async () => {
		const audit = [anEntry({ id: "b", deed: "dismiss" }), anEntry()];
		expect((await aDesk(rowIn("dismissed"), { audit }).desk.audit(idOf("incident"))).map((one) => one.canBeUndone)).toEqual([true, false]);
	});

	test("a stance takes it back, whenever", async () => {
		const { act, changes } = aDesk({ ...rowIn("resolved"), closedAt: noon }, { audit: [anEntry({ deed: "record-stance" })] });
		expect(word(await act("undo", aPerson(), { text: "A parody." }))).toBe("done");
		const text = "Taken back: the stance noted at 12:00 UTC. A parody.";
		expect(changes).toMatchObject([{ state: "resolved", set: {}, takesBack: "a", text }]);
	});
});

test("a conflict says what the other did", async () => {
	const { act } = aDesk(rowIn("confirmed"), { audit: [anEntry()] });
	expect(await act("dismiss", aPerson(), { version: 0 })).toMatchObject({
		detail: expect.stringContaining("m@example.org: confirm, at 12:00 UTC."),
	});
});

test("the queue begins with what looks coordinated, and ends with what is over", async () => {
	const rows = [
		{ ...rowIn("dismissed"), id: "over", closedAt: noon },
		{ ...rowIn("resolved"), id: "covering" },
		{ ...rowIn("confirmed"), id: "confirmed" },
		{ ...rowIn("suspected"), id: "suspected" },
		{ ...rowIn("suspected"), id: "campaign", campaign: true },
	];
	const asked: Date[] = [];
	const desk = makeDesk({
		clock: async () => noon,
		findIncident: async () => null,
		listCurrent: async (since) => {
			asked.push(since);
			return rows;
		},
		changeIncident: async () => false,
		listAudit: async () => [],
		present: (one) => incidentOf(one, catalog, "https://undelivered.example"),
		changed: () => {},
	});
	expect((await desk.queue()).map(({ id }) => id)).toEqual(["campaign", "suspected", "confirmed", "covering", "over"]);
	expect(asked).toEqual([minutesAfter(noon, -24 * 60)]);
});
