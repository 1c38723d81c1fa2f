// The same words in code and database, and a database that repeats what must never break.
import { expect, test } from "vitest";
import { alertKinds } from "../lib/alert";
import { authors, causes, incidentStates, stanceValues } from "../lib/incident";
import { NOTE_LENGTH_MAX } from "../lib/note";
import { channels, flows, symptoms, TRIED_MINUTES_AGO_MAX, WAITED_SECONDS_MAX } from "../lib/report";
import { channelOf, codeOf } from "../lib/store/codes";
import { aSlice, idOf, keyOf, noon } from "./world/makers";
import { openStore } from "./world/store";

const world = await openStore();

test.each([
	["channel", channels],
	["symptom", symptoms],
	["flow", flows],
	["incident_state", incidentStates],
	["cause", causes],
	["author", authors],
	["stance_value", stanceValues],
	["carrier_kind", ["mobile", "mailbox"]],
	["confirmer", ["crowd", "moderator"]],
	["alert_kind", alertKinds],
	["role", ["reader", "moderator", "admin"]],
])("the database's %s has the words of the code, in their order", async (type, words) => {
	const [row] = await world.rows<{ words: string[] }>(`SELECT enum_range(NULL::${type})::text[] AS words`);
	expect(row?.words).toEqual(words);
});

test("every channel has a number of its own, and no other number is a channel", () => {
	for (const channel of channels) expect(channelOf(codeOf(channel))).toBe(channel);
	expect(channels.map(codeOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	for (const number of [-1, 0, 9]) expect(() => channelOf(number)).toThrow(`no channel has the number ${number}`);
});

function insert(table: string, row: Record<string, unknown>): Promise<unknown> {
	const places = Object.keys(row).map((_, index) => `$${index + 1}`);
	return world.pool.query(`INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${places.join(", ")})`, Object.values(row));
}

const report = (word: string, given: Record<string, unknown>) => ({
	service_id: 1,
	id: idOf(word),
	at: noon,
	channel: "sms",
	symptom: "missing",
	reporter_key: keyOf("ann"),
	network_key: keyOf("one"),
	counted: true,
	evidence: false,
	...given,
});

test.each([
	["waited_seconds", -1, "report_waited_seconds_check"],
	["waited_seconds", WAITED_SECONDS_MAX + 1, "report_waited_seconds_check"],
	["tried_minutes_ago", -1, "report_tried_minutes_ago_check"],
	["tried_minutes_ago", TRIED_MINUTES_AGO_MAX + 1, "report_tried_minutes_ago_check"],
	["note", "x".repeat(NOTE_LENGTH_MAX + 1), "report_note_check"],
	["weight_reason", "mood", "report_weight_reason_check"],
])("a report whose %s is %j is refused", async (column, value, check) => {
	await expect(insert("report", report(`${column} ${value}`, { [column]: value }))).rejects.toThrow(check);
});

test.each([
	["waited_seconds", 0],
	["waited_seconds", WAITED_SECONDS_MAX],
	["tried_minutes_ago", 0],
	["tried_minutes_ago", TRIED_MINUTES_AGO_MAX],
	["note", "x".repeat(NOTE_LENGTH_MAX)],
])("a report whose %s is %j is taken", async (column, value) => {
	await insert("report", report(`${column} ${value} good`, { [column]: value }));
});

test("a success is never evidence, nor is what is not counted", async () => {
	await expect(insert("report", report("success", { symptom: "arrived", evidence: true }))).rejects.toThrow("report_evidence_check");
	await expect(insert("report", report("repeat", { counted: false, evidence: true }))).rejects.toThrow("report_evidence_check");
});

test("no tally falls below zero", async () => {
	const cell = { service_id: 1, at: noon, channel: 1, carrier_id: 0, region_id: 1 };
	await expect(insert("tally", { ...cell, missing: -1 })).rejects.toThrow("tally_counts_check");
});

test.each([
	["confirmed without a confirmer", { state: "confirmed", confirmed_at: noon }, "incident_confirmed_check"],
	["dismissed without a reason", { state: "dismissed", dismissed_at: noon }, "incident_dismissed_check"],
	["resolved without an end", { state: "resolved" }, "incident_resolved_check"],
	["ended before it started", { state: "resolved", ended_at: new Date(0), closed_at: noon }, "incident_order_check"],
])("no incident is %s", async (_what, given, check) => {
	const incident = { id: idOf(check), slice: aSlice(), slice_key: check, title: "SMS codes", started_at: noon, opened_at: noon, ...given };
	await expect(insert("incident", incident)).rejects.toThrow(check);
});
