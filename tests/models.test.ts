// Which model judges when, and that what is kept of one is the model that was fitted.
import { expect, test } from "vitest";
import { fit } from "../lib/detect/fit";
import type { Model } from "../lib/detect/model";
import { makeNames } from "../lib/detect/space";
import { findModelName, forgetModels, readModel, saveModel } from "../lib/store/models";
import { DAY_MS, plus } from "../lib/time";
import { minutesAfter, noon } from "./world/makers";
import { openStore, type Store } from "./world/store";

const aFit = (name: string): Model => fit([], { names: makeNames(), falseAlarmsPerDay: 0.1, name }).model;
const keep = ({ pool }: Store, name: string, from: Date) => saveModel(pool, { from, fittedAt: noon, model: aFit(name) });

test("a model judges from its own time on, until the next one's", async () => {
	const world = await openStore();
	expect(await findModelName(world.pool, noon)).toBeNull();
	await keep(world, "fitted/2022-11-14", noon);
	await keep(world, "fitted/2022-11-15", plus(noon, DAY_MS));
	expect(await findModelName(world.pool, minutesAfter(noon, -1))).toBeNull();
	expect(await findModelName(world.pool, noon)).toBe("fitted/2022-11-14");
	expect(await findModelName(world.pool, minutesAfter(noon, 1439))).toBe("fitted/2022-11-14");
	expect(await findModelName(world.pool, plus(noon, DAY_MS))).toBe("fitted/2022-11-15");
});

test("a kept model is the one that was fitted, to the last digit, and is never changed", async () => {
	const world = await openStore();
	const model = { ...aFit("fitted/2022-11-14"), decay: 0.1 + 0.2, leaves: [[2 ** 40 + 1, 1 / 3] as const] };
	await saveModel(world.pool, { from: noon, fittedAt: noon, model });
	await keep(world, "fitted/2022-11-14", minutesAfter(noon, 5));
	expect(await readModel(world.pool, "fitted/2022-11-14")).toEqual(model);
	expect(await findModelName(world.pool, noon)).toBe("fitted/2022-11-14");
});

test("a broken model is refused in a sentence, and so is one nobody fitted", async () => {
	const world = await openStore();
	await keep(world, "broken", noon);
	await world.rows(`UPDATE baseline_model SET model = '{"name": "broken"}'`);
	await expect(readModel(world.pool, "broken")).rejects.toThrow(/^The model broken is broken: days: /);
	await expect(readModel(world.pool, "other")).rejects.toThrow("There is no model other.");
});

test("models that judge no more are forgotten, but not the one in force and none that a verdict names", async () => {
	const world = await openStore();
	for (const [day, name] of ["a", "b", "c", "d"].entries()) await keep(world, name, plus(noon, day * DAY_MS));
	const { rows } = await world.pool.query(
		"INSERT INTO incident (id, slice, slice_key, state, title, started_at, opened_at) VALUES (gen_random_uuid(), '{}', 'x', 'suspected', 'X', now(), now()) RETURNING id",
	);
	await world.rows(
		`INSERT INTO verdict (id, incident_id, at, slice, window_minutes, observed, expected, score, threshold, networks, arrived, model)
		 VALUES (gen_random_uuid(), $1, now(), '{}', 10, 5, 1, 9, 8, 4, 0, 'a')`,
		[rows[0].id],
	);
	await forgetModels(world.pool, minutesAfter(plus(noon, 2 * DAY_MS), 1));
	const left = await world.rows<{ name: string }>("SELECT name FROM baseline_model ORDER BY name");
	expect(left.map(({ name }) => name)).toEqual(["a", "c", "d"]);
	await forgetModels(world.pool, plus(noon, 99 * DAY_MS));
	expect(await findModelName(world.pool, plus(noon, 99 * DAY_MS))).toBe("d");
});
