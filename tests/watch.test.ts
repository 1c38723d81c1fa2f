// The whole loop on a real database that is told the time: reports come in, the watch looks, incidents live and end.
import { expect, test } from "vitest";
import { coldModel } from "../lib/fitting";
import type { Report } from "../lib/report";
import { changeIncident } from "../lib/store/incident-changes";
import { findTick, saveTick } from "../lib/store/observations";
import { inStep } from "../lib/store/steps";
import { DAY_MS, MINUTE_MS, plus } from "../lib/time";
import type { Watch } from "../lib/watch";
import { aReport, noon } from "./world/makers";
import { nth, openStore } from "./world/store";
import { aWatch, incidentsOf } from "./world/watch";

const world = await openStore();
const services = world.catalog.services.entries();
const { countries, carriers } = world.catalog;
const mobile = carriers.filter((one) => one.kind === "mobile" && one.parent === null);
const carrierAt = (index: number) => nth(mobile, index % mobile.length).id;

/** A quiet day of its own, with a service nobody else speaks of. The watch has looked until noon. */
async function aDay() {
	const [number, service] = services.next().value ?? nth([], 0);
	const at = (minute: number) => plus(noon, number * DAY_MS + minute * MINUTE_MS);
	const watch = aWatch(world);
	const day = {
		at,
		service,
		/** The watch has looked at everything up to this minute after noon. */
		async look(minute: number, by: Watch = watch): Promise<void> {
			await world.setClock(plus(at(minute), 8_000));
			await by.watchOnce();
		},
		/** So many people, each on a network of their own and all over the world, report the service at the database's time. */
		async crowd(size: number, { name = "one", ...said }: { name?: string } & Partial<Report> = {}): Promise<void> {
			const one = (index: number) =>
				aReport({ serviceId: service.id, ...said, who: `${number} ${name} ${index}`, regionId: nth(countries, index % 7).id });
			await world.file(...Array.from({ length: size }, (_, index) => one(index)));
		},
		/** Two more people every minute from one minute after noon to another, while the watch looks. */
		async goOn(from: number, to: number, by: () => Watch = () => watch): Promise<void> {
			for (let minute = from; minute < to; minute++) {
				await day.look(minute, by());
				await world.setClock(at(minute + 0.5));
				await day.crowd(2, { name: `minute ${minute}` });
			}
			await day.look(to, by());
		},
		incidents: () => incidentsOf(world, service.slug),
		said: async () => (await incidentsOf(world, service.slug)).flatMap((row) => row.updates.map(({ by, state }) => `${by} ${state}`)),
	};
	await saveTick(world.pool, plus(at(0), -10_000));
	await day.look(0);
	await world.setClock(at(1 / 60));
	return day;
}

test("nine people report, and a few seconds later the public reads of a possible incident", async () => {
	const day = await aDay();
	const watch = aWatch(world);
	await day.crowd(9);
	await world.setClock(plus(day.at(0), 17_999));
	await watch.watchOnce();
	expect(await day.incidents()).toEqual([]);
	await world.setClock(plus(day.at(0), 18_000));
	await watch.watchOnce();
	const [incident] = await day.incidents();
	expect(incident).toMatchObject({ state: "suspected", openedAt: plus(day.at(0), 10_000), startedAt: plus(day.at(0), 1_000) });
	expect(incident?.slice).toEqual({ service: [day.service.slug], region: null, carrier: null, channel: ["sms"] });
	expect(incident?.updates.map((one) => one.text)).toEqual([
		`SMS codes from ${day.service.name} may not be arriving: 9 people on 9 networks reported it in 5 minutes. Usually fewer than 1. Started about 12:00 UTC. Which side is at fault cannot be told.`,
	]);
	expect(await findTick(world.pool)).toEqual(plus(day.at(0), 10_000));
});

test("five watches at once open one incident", async () => {
	const day = await aDay();
	await day.crowd(9);
	await world.setClock(day.at(0.5));
	await Promise.all(Array.from({ length: 5 }, () => aWatch(world).watchOnce()));
	expect(await day.said()).toEqual(["watch suspected"]);
});

test("a watch that does not lead looks at nothing, and takes over where the last one stopped", async () => {
	const day = await aDay();
	const leading = { is: false };
	const watch = aWatch(world, { lead: async () => leading.is });
	await day.crowd(9);
	await day.look(2, watch);
	expect([await findTick(world.pool), await day.incidents()]).toEqual([day.at(0), []]);
	leading.is = true;
	await day.look(2, watch);
	expect(await day.incidents()).toMatchObject([{ openedAt: plus(day.at(0), 10_000) }]);
});

test("a step that failed half way is taken again without counting its reports twice", async () => {
	const day = await aDay();
	const fails = { left: 3 };
	const watch = aWatch(world, {
		inStep: (deed) =>
			inStep(world.pool, async (step) => {
				const isOurs = await deed(step);
				if (fails.left-- > 0) throw new Error("the database went away");
				return isOurs;
			}),
	});
	await day.crowd(4);
	for (const _round of [1, 2, 3]) await expect(day.look(2, watch)).rejects.toThrow("went away");
	await day.look(2, watch);
	expect([await findTick(world.pool), await day.incidents()]).toEqual([day.at(2), []]);
});

test("what was reported while nobody looked is found in its time, as far back as a window reaches", async () => {
	const day = await aDay();
	await day.crowd(9);
	await world.setClock(day.at(100));
	await day.crowd(9, { name: "later" });
	await day.look(170, aWatch(world));
	expect(await findTick(world.pool)).toEqual(day.at(170));
	expect(await day.incidents()).toMatchObject([{ openedAt: day.at(100), startedAt: day.at(100) }]);
});

test("the crowd confirms after ten minutes, and what goes quiet is resolved with its end", async () => {
	const day = await aDay();
	const told: number[] = [];
	await day.crowd(25);
	await day.goOn(1, 10);
	expect(await day.said()).toEqual(["watch suspected"]);
	await day.goOn(10, 12, () => aWatch(world, { changed: (ids) => told.push(...ids) }));
	expect(await day.incidents()).toMatchObject([{ state: "confirmed", confirmedBy: "crowd" }]);
	expect(new Set(told)).toEqual(new Set([day.service.id]));
	await day.look(50, aWatch(world));
	const [incident] = await day.incidents();
	expect(incident).toMatchObject({ state: "resolved", confirmedBy: "crowd" });
	expect(incident?.endedAt?.getTime()).toBeGreaterThanOrEqual(day.at(11).getTime());
	expect(incident?.endedAt?.getTime()).toBeLessThanOrEqual(day.at(13).getTime());
	expect(await day.said()).toEqual(["watch suspected", "watch confirmed", "watch resolved"]);
	expect(incident?.updates.map(({ text }) => text)).toEqual([
		expect.stringContaining("may not be arriving"),
		expect.stringContaining("Confirmed by the number of people"),
		expect.stringMatching(/Back to normal since about .* At its peak \d+ people on \d+ networks/),
	]);
});

test("what looks like a campaign stays suspected, says so, and is not confirmed by the crowd", async () => {
	const day = await aDay();
	for (const name of ["once", "again", "more"]) {
		const said = (index: number) => ({ regionId: nth(countries, (index + name.length) % 7).id, carrierId: carrierAt(index + name.length) });
		const one = (index: number) => aReport({ serviceId: day.service.id, who: `${name} ${index}`, network: `net ${index}`, ...said(index) });
		await world.file(...Array.from({ length: 18 }, (_, index) => one(index)));
	}
	await day.goOn(1, 14);
	const [incident] = await day.incidents();
	expect(incident).toMatchObject({ state: "suspected", confirmedBy: null, campaign: true });
	expect(incident?.updates.map(({ text }) => text).join()).toContain("Reports look alike in a way genuine faults do not");
});

test("grounds are written again at most every five minutes, and only when they moved", async () => {
	const day = await aDay();
	await day.crowd(9);
	await day.look(1);
	await day.crowd(3, { name: "later" });
	await day.look(5);
	expect((await day.incidents())[0]?.verdicts.map((one) => one.observed)).toEqual([9]);
	await day.look(6);
	expect((await day.incidents())[0]?.verdicts.map((one) => one.observed)).toEqual([9, 12]);
	expect(await day.incidents()).toMatchObject([{ version: 1 }]);
});

test("a restart in the middle changes nothing that is said, or when", async () => {
	const said = async (by?: () => Watch) => {
		const day = await aDay();
		await day.crowd(25);
		await day.goOn(1, 13, by);
		await day.look(45, by?.());
		return (await day.incidents()).flatMap((row) => row.updates.map((one) => `${one.at.slice(11)} ${one.state}`));
	};
	const straight = await said();
	expect(straight).toHaveLength(3);
	expect(await said(() => aWatch(world))).toEqual(straight);
});

test("another model takes effect at its grid time, and every verdict names the one that made it", async () => {
	const day = await aDay();
	const models = [coldModel(0.05), { ...coldModel(0.05), name: "another" }] as const;
	const watch = aWatch(world, {
		modelNameAt: async (at) => models[at < day.at(3) ? 0 : 1].name,
		readModel: async (name) => models.find((one) => one.name === name) ?? models[0],
	});
	await day.crowd(9);
	await day.goOn(1, 7, () => watch);
	const verdicts = (await day.incidents()).flatMap((row) => row.verdicts.map(({ model }) => model));
	expect(verdicts).toEqual(["cold-start-2", "another"]);
});

test("a retracted incident goes on covering its slice, and closes without a word when it is quiet", async () => {
	const day = await aDay();
	await day.crowd(9);
	await day.look(1);
	const { id, version } = nth(await day.incidents(), 0);
	const at = day.at(2);
	const set = { dismissedAt: at, dismissedReason: "A test of ours.", endedAt: at };
	const audit = { who: "m@example.org", deed: "dismiss", detail: null };
	const dismissal = {
		id,
		version,
		at,
		by: "moderator",
		userId: "m",
		state: "dismissed",
		set,
		text: "Retracted.",
		verdict: null,
		audit,
	} as const;
	await changeIncident(world.pool, dismissal);
	await day.crowd(9, { name: "more" });
	await day.look(5);
	expect(await day.incidents()).toMatchObject([{ state: "dismissed", closedAt: null }]);
	await day.look(45);
	expect(await day.incidents()).toMatchObject([{ state: "dismissed", endedAt: at, closedAt: expect.any(Date) }]);
	expect(await day.said()).toEqual(["watch suspected", "moderator dismissed"]);
});

test.each([
	["is taken up again within an hour of its end", 60, ["watch suspected", "watch resolved", "watch suspected"], 1],
	["is a new incident after an hour", 60 + 1 / 6, ["watch suspected", "watch resolved", "watch suspected"], 2],
])("the same slice failing again %s", async (_what, minutes, said, incidents) => {
	const day = await aDay();
	await day.crowd(9);
	await day.look(35);
	const closedAt = nth(await day.incidents(), 0).closedAt ?? day.at(0);
	const closed = (closedAt.getTime() - day.at(0).getTime()) / MINUTE_MS;
	await world.setClock(plus(day.at(closed + minutes), -5_000));
	await day.crowd(9, { name: "again" });
	await day.look(closed + minutes);
	const rows = await day.incidents();
	expect(rows).toHaveLength(incidents);
	expect(await day.said()).toEqual(said);
	expect(rows.at(-1)).toMatchObject({ state: "suspected", endedAt: null, closedAt: null });
});

test("two services fail in two incidents", async () => {
	const [day, other] = [await aDay(), services.next().value?.[1]];
	await day.crowd(9);
	await day.crowd(9, { name: "other", serviceId: nth([other], 0)?.id ?? 0, channel: "email" });
	await day.look(1);
	expect(await day.said()).toEqual(["watch suspected"]);
	expect(await incidentsOf(world, other?.slug)).toHaveLength(1);
});

test("a service that is not in the catalogue makes no incident and no fault", async () => {
	const day = await aDay();
	await day.crowd(9, { serviceId: 999_999 });
	await day.look(1);
	expect(await world.rows("SELECT FROM incident WHERE service_id = 999999")).toEqual([]);
});

test("a step that fails is taken again", async () => {
	const day = await aDay();
	await day.crowd(9);
	const broken = { is: true };
	const watch = aWatch(world, { listHeld: async () => (broken.is ? Promise.reject(new Error("gone")) : []) });
	await expect(day.look(0.5, watch)).rejects.toThrow("gone");
	expect(await findTick(world.pool)).toEqual(day.at(0));
	broken.is = false;
	await day.look(0.5, watch);
	expect(await day.said()).toEqual(["watch suspected"]);
});
