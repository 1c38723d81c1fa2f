// Which expectation readers are told of: the cold start's at first, and a fitted model's from its own time on.
import { expect, test } from "vitest";
import { fit } from "../lib/detect/fit";
import { makeNames } from "../lib/detect/space";
import { saveModel } from "../lib/store/models";
import { makeInForce } from "../server/in-force";
import { minutesAfter, noon } from "./world/makers";
import { openStore, type Store } from "./world/store";

async function keep({ pool }: Store, name: string, minutes: number): Promise<void> {
	const { model } = fit([], { names: makeNames(), falseAlarmsPerDay: 0.05, name });
	await saveModel(pool, { from: minutesAfter(noon, minutes), fittedAt: noon, model });
}

const inForceAt = ({ pool }: Store, minutes: number) =>
	makeInForce({ pool, now: () => minutesAfter(noon, minutes), falseAlarmsPerDay: 0.05 });

test("it is the cold start's until a model judges, and then that model's", async () => {
	const world = await openStore();
	await keep(world, "fitted/2022-11-14", 1);
	for (const [minutes, name] of [
		[0, "cold-start-2"],
		[1, "fitted/2022-11-14"],
	] as const) {
		const inForce = inForceAt(world, minutes);
		expect(inForce.expectation().name).toBe("cold-start-2");
		await inForce.renew();
		expect(inForce.expectation().name).toBe(name);
	}
});

test("it is looked for once a minute at most", async () => {
	const world = await openStore();
	const inForce = inForceAt(world, 0);
	await inForce.renew();
	await keep(world, "fitted/2022-11-14", 0);
	await inForce.renew();
	expect(inForce.expectation().name).toBe("cold-start-2");
});

test("a model that is broken leaves the one before in place", async () => {
	const world = await openStore();
	await keep(world, "fitted/2022-11-14", 0);
	await world.rows("UPDATE baseline_model SET model = '{}'");
	const inForce = inForceAt(world, 0);
	await expect(inForce.renew()).rejects.toThrow("The model fitted/2022-11-14 is broken");
	expect(inForce.expectation().name).toBe("cold-start-2");
});
