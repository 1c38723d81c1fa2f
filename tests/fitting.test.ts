// What an instance learns from its own tallies, held against what a replay learns from the same lines.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeBaseline } from "../lib/detect/baseline";
import { calibrated } from "../lib/detect/calibrate";
import type { Day } from "../lib/detect/history";
import { type Model, namesOf, thresholdsFor } from "../lib/detect/model";
import { ANY, areaOf, makeNames, placeOf } from "../lib/detect/space";
import { coldModel, fitModel } from "../lib/fitting";
import { makeReplay, type ReportLine } from "../lib/replay";
import { readDay } from "../lib/store/history";
import { DAY_MS, HOUR_MS } from "../lib/time";
import { run } from "../server/import";
import { noon } from "./world/makers";
import { openStore, type Store } from "./world/store";

const CALIBRATION_DAYS = 7;
const TODAY = Math.floor(noon.getTime() / DAY_MS);
const folder = mkdtempSync(join(tmpdir(), "undelivered-fitting-"));
afterAll(() => rmSync(folder, { recursive: true }));

const services = ["x", "google", "whatsapp", "paypal"];
const carriers = ["us-t-mobile", "us-verizon", null];

/** People of one UTC day, spread over it, every third of whom got their code; each on a network of their own. */
function aDay(day: number, people: number, given: Partial<ReportLine> = {}): ReportLine[] {
	return Array.from({ length: people }, (_, index) => {
		const mixed = (index * 7_919 + day * 31) % 10_007;
		const isSms = Math.floor(mixed / 4) % 2 === 1;
		return {
			at: new Date(day * DAY_MS + Math.floor(((index + 0.5) * DAY_MS) / people)).toISOString(),
			service: services[mixed % services.length] ?? "x",
			region: mixed % 5 === 0 ? "GB" : "US",
			carrier: mixed % 5 === 0 || !isSms ? null : (carriers[Math.floor(mixed / 8) % carriers.length] ?? null),
			channel: isSms ? "sms" : "email",
			symptom: mixed % 3 ? "missing" : "arrived",
			network: `n${day}-${index}-${given.service ?? ""}`,
			reporter: `r${day}-${index}-${given.service ?? ""}`,
			...given,
		};
	});
}

/** So many people in one hour of a day who get nothing from X by SMS. */
function anOutage(day: number, hour: number, people: number): ReportLine[] {
	return Array.from({ length: people }, (_, index) => ({
		at: new Date(day * DAY_MS + hour * HOUR_MS + Math.floor((index * HOUR_MS) / people)).toISOString(),
		service: "x",
		region: "US",
		carrier: null,
		channel: "sms",
		symptom: "missing",
		network: `o${index}`,
		reporter: `o${day}-${index}`,
	}));
}

async function importLines(world: Store, lines: readonly ReportLine[]): Promise<void> {
	const path = join(folder, "lines.jsonl");
	const inOrder = [...lines].sort((one, other) => (one.at < other.at ? -1 : 1));
	writeFileSync(path, `${inOrder.map((line) => JSON.stringify(line)).join("\n")}\n`);
	await run([path], { databaseUrl: world.url, retainDays: 30, say: () => {} });
}

async function fitFrom({ pool }: Store, daysBack: number): Promise<Model> {
	const names = makeNames();
	const days: Day[] = [];
	for (let day = TODAY - daysBack; day < TODAY; day++) days.push(await readDay(pool, names, day));
	const model = fitModel({ days, names, falseAlarmsPerDay: 0.05, day: TODAY, calibrationDays: CALIBRATION_DAYS });
	if (model === null) throw new Error("nobody reported");
	return model;
}

/** What was counted where, by the names of things. */
function leavesOf(model: Model): Record<string, number> {
	const leaves = model.leaves.map(([key, count]): [string, number] => {
		const { service, region, carrier, channel } = placeOf(key);
		const named = carrier === ANY ? "" : model.carriers[carrier]?.name;
		return [`${model.services[service]} ${model.regions[region]} ${named} ${channel}`, Number(count.toFixed(9))];
	});
	return Object.fromEntries(leaves.sort());
}

const SMS_OF_X = { service: ["x"], region: null, carrier: null, channel: ["sms"] } as const;

function expectedOfX(model: Model, from: number): number {
	return makeBaseline(model).expected(areaOf(SMS_OF_X, namesOf(model)), from, from + DAY_MS);
}

describe("fitted from tallies", () => {
	test("it is the model that a replay of the same lines makes", async () => {
		const world = await openStore();
		const lines = [1, 2, 3, 4].flatMap((back) => aDay(TODAY - back, 400)).sort((one, other) => (one.at < other.at ? -1 : 1));
		await importLines(world, lines);
		const replay = makeReplay({ model: null, falseAlarmsPerDay: 0.05, historyDays: 4, until: null });
		for (const line of [...lines, ...aDay(TODAY, 1)]) replay.take(line);
		replay.finish();
		const [own, replayed] = [await fitFrom(world, 4), calibrated(replay.model(), CALIBRATION_DAYS)];
		const cold = coldModel(0.05).thresholds;
		expect(own).toMatchObject({ name: replayed.name, days: 4, choices: replayed.choices });
		expect(leavesOf(own)).toEqual(leavesOf(replayed));
		expect(own.dispersion.service.passing).toBeCloseTo(replayed.dispersion.service.passing, 9);
		expect(expectedOfX(own, TODAY * DAY_MS)).toBeCloseTo(expectedOfX(replayed, TODAY * DAY_MS), 9);
		// Drawn days differ by the order of names; and few days leave no threshold below the cold start's.
		own.thresholds.slice(1).forEach((threshold, index) => {
			expect(Math.abs(threshold - Math.max(cold[index + 1] ?? 0, replayed.thresholds[index + 1] ?? 0))).toBeLessThan(2);
		});
	});

	test("an outage of the very first day is not ordinary on the next", async () => {
		const calm = await openStore();
		await importLines(calm, aDay(TODAY - 1, 400));
		const broken = await openStore();
		await importLines(broken, [...aDay(TODAY - 1, 400), ...anOutage(TODAY - 1, 18, 300)]);
		const usual = expectedOfX(await fitFrom(calm, 1), TODAY * DAY_MS);
		const after = expectedOfX(await fitFrom(broken, 1), TODAY * DAY_MS);
		expect(after).toBeLessThan(2 * usual);
	});

	test("days before the first report are no days on which nobody had trouble", async () => {
		const world = await openStore();
		await importLines(world, aDay(TODAY - 1, 400));
		expect((await fitFrom(world, 35)).days).toBe(1);
		expect(expectedOfX(await fitFrom(world, 35), TODAY * DAY_MS)).toBeCloseTo(expectedOfX(await fitFrom(world, 1), TODAY * DAY_MS), 9);
	});

	test("a few people on a few days make nobody easier to alarm than before", async () => {
		const world = await openStore();
		await importLines(world, [...aDay(TODAY - 2, 30), ...aDay(TODAY - 1, 30)]);
		const cold = coldModel(0.05).thresholds;
		(await fitFrom(world, 2)).thresholds.forEach((threshold, shape) => {
			expect(threshold).toBeGreaterThanOrEqual(cold[shape] ?? 0);
		});
	});

	test("a day that began in the evening, and a quiet one after it, are not yet a history", async () => {
		const world = await openStore();
		await importLines(world, anOutage(TODAY - 2, 20, 30));
		await expect(fitFrom(world, 2)).rejects.toThrow("nobody reported");
	});

	test("twice over it is the same, to the last digit", async () => {
		const world = await openStore();
		await importLines(world, aDay(TODAY - 1, 200));
		expect(await fitFrom(world, 3)).toEqual(await fitFrom(world, 3));
	});

	test("a day of which something was played in teaches nothing", async () => {
		const world = await openStore();
		await importLines(world, aDay(TODAY - 1, 50));
		await world.rows("UPDATE report SET demo = true WHERE id = (SELECT id FROM report LIMIT 1)");
		await expect(fitFrom(world, 3)).rejects.toThrow("nobody reported");
	});

	test("of a service held back nothing is learnt", async () => {
		const world = await openStore();
		await importLines(world, aDay(TODAY - 1, 50));
		await world.rows("UPDATE service SET held_at = now(), suggested_at = now() WHERE slug = 'x'");
		expect((await fitFrom(world, 1)).services).not.toContain("x");
	});
});

test("an instance without a day behind it starts from what is known of others", () => {
	const model = coldModel(0.05);
	expect(model).toMatchObject({ name: "cold-start-2", days: 0, falseAlarmsPerDay: 0.05 });
	expect(model.thresholds).toEqual(thresholdsFor(model));
	expect(expectedOfX(model, 0)).toBeGreaterThan(1);
});
