// The fit of a day, as a thread of its own: half a minute of arithmetic must not hold up an answer. It reads the days
// over a pool of its own and posts the model, or `null` when there is nothing to learn from.
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { HISTORY_DAYS } from "@/lib/detect/fit";
import type { Day } from "@/lib/detect/history";
import type { Model } from "@/lib/detect/model";
import { makeNames } from "@/lib/detect/space";
import { fitModel } from "@/lib/fitting";
import { readDay } from "@/lib/store/history";
import { openPool } from "@/lib/store/pool";

const schema = z.object({ databaseUrl: z.string(), falseAlarmsPerDay: z.number(), day: z.number().int() });
/** `day`: the UTC day to be judged, counted from the epoch. */
export type FitAsked = z.output<typeof schema>;

if (parentPort) parentPort.postMessage(await fitDay(schema.parse(workerData)));

async function fitDay({ databaseUrl, falseAlarmsPerDay, day }: FitAsked): Promise<Model | null> {
	const names = makeNames();
	const pool = openPool(databaseUrl, () => {});
	const days: Day[] = [];
	try {
		for (let one = day - HISTORY_DAYS; one < day; one++) days.push(await readDay(pool, names, one));
	} finally {
		await pool.end();
	}
	return fitModel({ days, names, falseAlarmsPerDay, day });
}
