// What the watch found can be found again: from the stored reports by another watch, and from their lines by a replay.
import { expect, test } from "vitest";
import { coldModel } from "../lib/fitting";
import { makeReplay } from "../lib/replay";
import type { Channel, Symptom } from "../lib/report";
import { saveTick } from "../lib/store/observations";
import { MINUTE_MS, plus } from "../lib/time";
import { aReport, noon } from "./world/makers";
import { nth, openStore } from "./world/store";
import { aWatch, incidentsOf } from "./world/watch";

const world = await openStore();
const { countries, carriers } = world.catalog;
const mobile = carriers.filter((one) => one.kind === "mobile" && one.parent === null);

type Said = { second: number; who: number; service: number; country: number; carrier: number | null; channel: Channel; symptom: Symptom };

/** An hour and a quarter in which one service's texts fail, then a carrier's, between people who had no trouble. */
const day: readonly Said[] = Array.from({ length: 300 }, (_, index): Said => {
	const isText = index > 40 && index < 130 && index % 3 > 0;
	const isCarrier = index > 170 && index < 300 && index % 4 > 0;
	return {
		second: index * 15 + 7,
		who: (index * 37) % 300,
		service: isText ? 1 : index % 9,
		country: isCarrier ? 3 : index % 6,
		carrier: isCarrier ? 5 : index % 5 === 0 ? null : (index % 4) + 8,
		channel: isText || isCarrier || index % 3 === 0 ? "sms" : "email",
		symptom: isText || isCarrier ? "missing" : index % 5 === 0 ? "late" : "arrived",
	};
});

const cellOf = ({ country, carrier, channel }: Said) => {
	const network = channel === "sms" && carrier !== null ? nth(mobile, carrier) : null;
	return { region: nth(countries, country), network };
};

async function live(): Promise<void> {
	for (const one of day) {
		await world.setClock(plus(noon, one.second * 1_000));
		const { region, network } = cellOf(one);
		const { id: serviceId } = world.service(one.service);
		const place = { regionId: region.id, carrierId: network?.id ?? null };
		await world.file(aReport({ serviceId, ...place, channel: one.channel, symptom: one.symptom, who: `${one.who}` }));
	}
}

async function watched(looksAt: readonly number[]) {
	await world.rows("DELETE FROM incident");
	await world.rows("DELETE FROM tick");
	await saveTick(world.pool, noon);
	for (const minute of looksAt) {
		await world.setClock(plus(noon, minute * MINUTE_MS + 8_000));
		await aWatch(world).watchOnce();
	}
	return (await incidentsOf(world)).map(({ updates, verdicts, stances: _stances, version: _version, ...row }) => ({
		...row,
		updates: updates.map(({ at, state, text }) => ({ at, state, text })),
		verdicts: verdicts.length,
	}));
}

test("another watch on the same reports finds the same incidents, says the same and gives them the same ids", async () => {
	await live();
	const first = await watched([110]);
	expect(first.length).toBeGreaterThanOrEqual(2);
	expect(first.flatMap(({ updates }) => updates).length).toBeGreaterThan(first.length);
	expect(await watched([110])).toEqual(first);
	expect(await watched([9, 20, 21, 45, 61, 90, 110])).toEqual(first);
}, 60_000);

test("a replay of the same lines finds what the watch found, when it found it", async () => {
	const found = await watched([110]);
	const replay = makeReplay({ model: coldModel(0.05), falseAlarmsPerDay: 0.05, historyDays: 0, until: plus(noon, 110 * MINUTE_MS) });
	for (const one of day) {
		const { region, network } = cellOf(one);
		const said = { service: world.service(one.service).slug, region: region.code, carrier: network?.key ?? null };
		const who = { reporter: `${one.who}`, network: `network of ${one.who}` };
		replay.take({ at: plus(noon, one.second * 1_000).toISOString(), ...said, ...who, channel: one.channel, symptom: one.symptom });
	}
	const told = replay.finish().map(({ openedAt, slice, state, campaign, cause, confirmedAt, closedAt, endedAt }) => {
		return { openedAt, slice, state, campaign, cause, confirmedAt, closedAt, endedAt };
	});
	const iso = (at: Date | null) => at?.toISOString() ?? null;
	expect(told).toEqual(
		found.map(({ openedAt, slice, state, campaign, cause, confirmedAt, closedAt, endedAt }) => ({
			openedAt: iso(openedAt),
			slice,
			state,
			campaign,
			cause,
			confirmedAt: iso(confirmedAt),
			closedAt: iso(closedAt),
			endedAt: iso(endedAt),
		})),
	);
}, 60_000);
