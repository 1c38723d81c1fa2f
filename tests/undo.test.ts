// Taking back on a real database: what was before comes back, once, and not after the watch found the slice at its baseline.
import { expect, test } from "vitest";
import type { Person } from "../lib/access";
import { type Desk, makeDesk } from "../lib/desk";
import { incidentOf } from "../lib/presentation";
import { isRefusal } from "../lib/refusal";
import { changeIncident, recordStance } from "../lib/store/incident-changes";
import { findIncident, listAudit, listCurrent } from "../lib/store/incidents";
import { readClock } from "../lib/store/pool";
import { DAY_MS, MINUTE_MS, plus } from "../lib/time";
import { aReport, noon } from "./world/makers";
import { nth, openStore } from "./world/store";
import { aWatch, incidentsOf } from "./world/watch";

const world = await openStore();
const { pool, catalog } = world;
const services = catalog.services.entries();
const ada: Person = { id: "ada", email: "ada@example.org", name: null, role: "moderator" };
const ben: Person = { ...ada, id: "ben", email: "ben@example.org" };

const desk: Desk = makeDesk({
	clock: () => readClock(pool),
	findIncident: (id) => findIncident(pool, id),
	listCurrent: (since) => listCurrent(pool, since, null),
	changeIncident: (change) => changeIncident(pool, change),
	listAudit: (incident) => listAudit(pool, incident),
	present: (row) => incidentOf(row, catalog, "https://undelivered.example"),
	changed: () => {},
});

/** A day of its own with a suspected incident, and the deeds that can be done to it. */
async function anIncident() {
	const [number, service] = services.next().value ?? nth([], 0);
	const at = (minute: number) => plus(noon, number * DAY_MS + minute * MINUTE_MS);
	const watch = aWatch(world);
	const look = async (minute: number) => {
		await world.setClock(plus(at(minute), 8_000));
		await watch.watchOnce();
	};
	await look(0);
	await world.setClock(at(1 / 60));
	await world.file(...Array.from({ length: 9 }, (_, index) => aReport({ serviceId: service.id, who: `${number} ${index}` })));
	await look(1);
	const { id } = nth(await incidentsOf(world, service.slug), 0);
	const row = async () => (await findIncident(pool, id)) ?? nth([], 0);
	/** Nobody orders two deeds within a millisecond. */
	const order = async (text = "A drill.") => {
		await world.setClock(plus(await readClock(pool), 1_000));
		return { incident: id, version: (await row()).version, text };
	};
	const newest = async () => (await desk.audit(id)).find((entry) => entry.canBeUndone)?.id ?? "";
	return {
		id,
		at,
		look,
		row,
		order,
		newest,
		decide: async (deed: "confirm" | "dismiss" | "resolve", person = ada) => desk.do({ ...(await order()), deed }, person),
		undo: async (undoes: string, person = ada) => desk.do({ ...(await order("")), deed: "undo", undoes }, person),
	};
}

const word = (answer: unknown) => (isRefusal(answer) ? answer.word : "done");

test("a retraction that is taken back leaves the incident as it was, and both are told", async () => {
	const { decide, undo, newest, row, id } = await anIncident();
	await decide("confirm");
	const before = await row();
	await decide("dismiss");
	expect(await row()).toMatchObject({ state: "dismissed", dismissedReason: "A drill." });
	expect(word(await undo(await newest(), ben))).toBe("done");
	const { updates, version, ...after } = await row();
	expect(after).toMatchObject({ ...after, state: "confirmed", confirmedAt: before.confirmedAt, confirmedBy: "moderator" });
	expect([after.dismissedAt, after.dismissedReason, after.endedAt]).toEqual([null, null, null]);
	expect(updates.slice(-2).map(({ state, text }) => [state, text.slice(0, 32)])).toEqual([
		["dismissed", "Retracted: A drill."],
		["confirmed", "Taken back: the retraction at 12"],
	]);
	expect(version).toBe(before.version + 2);
	expect((await desk.audit(id)).map(({ who, deed }) => [who, deed])).toEqual([
		["ben@example.org", "undo"],
		["ada@example.org", "dismiss"],
		["ada@example.org", "confirm"],
	]);
});

test("deeds are taken back one under the other, down to what the watch opened", async () => {
	const { decide, undo, newest, row } = await anIncident();
	await decide("confirm");
	await decide("resolve");
	expect([word(await undo(await newest())), (await row()).state]).toEqual(["done", "confirmed"]);
	expect([word(await undo(await newest())), (await row()).state]).toEqual(["done", "suspected"]);
	expect(await row()).toMatchObject({ confirmedAt: null, confirmedBy: null, endedAt: null });
	expect(await newest()).toBe("");
});

test.each(["dismiss", "resolve"] as const)("%s holds its slice until the baseline is back, and then it stands for good", async (deed) => {
	const { decide, undo, newest, row, look } = await anIncident();
	await decide(deed);
	const undoes = await newest();
	expect(undoes).not.toBe("");
	await look(25);
	await look(40);
	expect((await row()).closedAt).not.toBeNull();
	expect(await newest()).toBe("");
	expect(word(await undo(undoes))).toBe("conflict");
	expect((await row()).state).toBe(deed === "dismiss" ? "dismissed" : "resolved");
});

test("an undo that the watch is quicker than changes nothing", async () => {
	const { decide, newest, row, look, order } = await anIncident();
	await decide("dismiss");
	const seen = { ...(await order("")), deed: "undo", undoes: await newest() } as const;
	await look(25);
	await look(40);
	expect(word(await desk.do(seen, ada))).toBe("conflict");
	expect((await row()).state).toBe("dismissed");
});

test("of two moderators at once one decides, and the other reads what was done", async () => {
	const { order, row } = await anIncident();
	const seen = await order();
	const answers = await Promise.all([desk.do({ ...seen, deed: "confirm" }, ada), desk.do({ ...seen, deed: "dismiss" }, ben)]);
	expect(answers.map(word).sort()).toEqual(["conflict", "done"]);
	const winner = (await row()).state === "confirmed" ? "ada@example.org: confirm" : "ben@example.org: dismiss";
	expect(answers.find(isRefusal)?.detail).toContain(winner);
});

test("two who take the same deed back do it once", async () => {
	const { decide, newest, order, row } = await anIncident();
	await decide("dismiss");
	const undo = { ...(await order("")), deed: "undo", undoes: await newest() } as const;
	const answers = await Promise.all([ada, ben, ada].map((person) => desk.do(undo, person)));
	expect(answers.map(word).sort()).toEqual(["conflict", "conflict", "done"]);
	expect((await row()).updates.filter(({ text }) => text.startsWith("Taken back"))).toHaveLength(1);
});

test("a stance stands with its time and its words, and can be taken back after all is over", async () => {
	const { at, id, order, row, newest, undo, look } = await anIncident();
	const said = at(0.5);
	const stance = { value: "admitted", at: said.toISOString(), url: "https://x.example/said" };
	expect(word(await desk.do({ ...(await order("We are looking into it.")), deed: "record-stance", stance }, ada))).toBe("done");
	expect((await row()).stances).toEqual([{ ...stance, by: "moderator" }]);
	expect((await row()).updates.find(({ by }) => by === "vendor")).toMatchObject({ at: stance.at, text: "We are looking into it." });
	await recordStance(pool, { incident: id, at: at(2), value: "fixed", url: null, by: "demo" });
	await look(25);
	await look(40);
	expect(await row()).toMatchObject({ state: "resolved", stances: [{ value: "admitted" }, { value: "fixed" }] });
	expect(word(await undo(await newest()))).toBe("done");
	expect(await row()).toMatchObject({ state: "resolved", stances: [{ value: "fixed", by: "demo" }] });
	expect((await row()).updates.at(-1)?.text).toMatch(/^Taken back: the stance noted at 12:01 UTC\.$/);
});
