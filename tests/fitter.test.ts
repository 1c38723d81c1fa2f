// The day's fit on a real database: in a thread of its own, once, on the leader, and gone at once when the house closes.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundles } from "../bin/bundle.mjs";
import { root } from "../bin/folders.mjs";
import { findModelName, readModel } from "../lib/store/models";
import { DAY_MS, MINUTE_MS, plus } from "../lib/time";
import { makeFitter } from "../server/fitter";
import { aReport, minutesAfter, noon } from "./world/makers";
import { openStore, type Store } from "./world/store";

/** Beside the product's bundles: packages are found from here. */
const folder = join(root, "build/fitter-test");
beforeAll(async () => void (await build({ ...bundles[0], entryPoints: { fit: "server/fit.ts" }, outdir: folder })));
afterAll(() => rmSync(folder, { recursive: true }));

/** Noon is the 14th; the day before, so many people spoke, the first after midnight. */
async function aYesterday(people: number): Promise<Store> {
	const world = await openStore();
	for (let index = 0; index < people; index++) {
		await world.setClock(minutesAfter(noon, -36 * 60 + index * 10));
		await world.file(aReport({ who: `p${index}`, serviceId: world.service(index % 3).id }));
	}
	await world.setClock(noon);
	return world;
}

type Told = { said: string[]; failed: string[] };

function aFitter({ url, pool }: Store, told: Told, given: { script?: string; lead?: () => Promise<boolean> } = {}) {
	return makeFitter({
		env: { DATABASE_URL: url, FALSE_ALARMS_PER_DAY: 0.05 },
		pool,
		script: pathToFileURL(join(folder, given.script ?? "fit.mjs")),
		lead: given.lead ?? (async () => true),
		say: (sentence) => told.said.push(sentence),
		failed: (what, error) => told.failed.push(`${what}: ${error instanceof Error ? error.message : error}`),
	});
}

const aTold = (): Told => ({ said: [], failed: [] });

test("it is kept for the day, and judges from a grid time a minute ahead", async () => {
	const world = await aYesterday(40);
	const told = aTold();
	const fitter = aFitter(world, told);
	fitter.fit();
	fitter.fit();
	while (told.said.length + told.failed.length === 0) await wait(20);
	await fitter.close();
	expect(told).toEqual({ said: ["The model fitted/2022-11-14 is fitted on 1 day and judges from 2022-11-14T12:01:10.000Z."], failed: [] });
	expect(await findModelName(world.pool, plus(noon, MINUTE_MS))).toBeNull();
	expect(await findModelName(world.pool, minutesAfter(noon, 2))).toBe("fitted/2022-11-14");
	expect((await readModel(world.pool, "fitted/2022-11-14")).services).toHaveLength(3);
});

test("where there is no whole day of reports nothing is fitted", async () => {
	const world = await openStore();
	await world.file(aReport());
	const told = aTold();
	const fitter = aFitter(world, told, { script: "none.mjs" });
	fitter.fit();
	await wait(200);
	await fitter.close();
	expect(told).toEqual({ said: [], failed: [] });
});

test("what goes wrong is said, and tried again an hour later and not before", async () => {
	const world = await aYesterday(1);
	const told = aTold();
	const fitter = aFitter(world, told, { script: "none.mjs" });
	fitter.fit();
	while (told.failed.length === 0) await wait(20);
	fitter.fit();
	await wait(200);
	await fitter.close();
	expect(told.failed).toEqual([expect.stringContaining("fitting the day's model: Cannot find module")]);
});

test("a process that has ceased to lead keeps no model", async () => {
	const world = await aYesterday(1);
	const asked: boolean[] = [];
	const fitter = aFitter(world, aTold(), { lead: async () => asked.push(false) < 0 });
	fitter.fit();
	while (asked.length === 0) await wait(20);
	await fitter.close();
	expect(await world.rows("SELECT FROM baseline_model")).toEqual([]);
});

test("closing ends a fit that is under way, and says nothing of it", async () => {
	const world = await aYesterday(40);
	const told = aTold();
	const fitter = aFitter(world, told);
	fitter.fit();
	await wait(300);
	const askedAt = performance.now();
	await fitter.close();
	expect(performance.now() - askedAt).toBeLessThan(1_000);
	expect(told).toEqual({ said: [], failed: [] });
	expect(await findModelName(world.pool, plus(noon, DAY_MS))).toBeNull();
});
