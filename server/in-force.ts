// Which expectation are readers told of? The model's that is in force by the database's clock; before the first, the cold
// start's. Asked for once a minute: a model is kept a minute before it judges, so nobody hears of one late.
import { type Expectation, makeExpectation } from "@/lib/expectation";
import { coldModel } from "@/lib/fitting";
import { findModelName, readModel } from "@/lib/store/models";
import type { Pool } from "@/lib/store/pool";
import { MINUTE_MS } from "@/lib/time";

export type InForce = {
	expectation(): Expectation;
	/** Looks which model is in force, at most once a minute. Throws when it cannot be read; the one before stays. */
	renew(): Promise<void>;
};

export function makeInForce({ pool, now, falseAlarmsPerDay }: { pool: Pool; now(): Date; falseAlarmsPerDay: number }): InForce {
	let expectation = makeExpectation(coldModel(falseAlarmsPerDay));
	let askAgainAt = Number.NEGATIVE_INFINITY;

	async function renew(): Promise<void> {
		if (performance.now() < askAgainAt) return;
		askAgainAt = performance.now() + MINUTE_MS;
		const name = await findModelName(pool, now());
		if (name !== null && name !== expectation.name) expectation = makeExpectation(await readModel(pool, name));
	}

	return { expectation: () => expectation, renew };
}
