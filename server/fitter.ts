// When is today's model fitted? Once a UTC day, soon after midnight or after the start, by the process that leads, in a
// thread beside the rounds (server/fit.ts). What goes wrong is logged and tried again an hour later.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { HISTORY_DAYS } from "@/lib/detect/fit";
import { type Model, parseModel } from "@/lib/detect/model";
import type { Env } from "@/lib/env";
import { fittedName } from "@/lib/model-name";
import { hasHistory } from "@/lib/store/history";
import { hasModel, saveModel } from "@/lib/store/models";
import { type Pool, readClock } from "@/lib/store/pool";
import { DAY_MS, GRID_MS, HOUR_MS, MINUTE_MS, plus, SECOND_MS, stepOf } from "@/lib/time";
import type { FitAsked } from "./fit";

/** What was reported before midnight is committed by then. */
const AFTER_MIDNIGHT_MS = 10 * SECOND_MS;
/** Every process that might lead has heard of a model before it judges. */
const AHEAD_MS = MINUTE_MS;

export type Fitter = {
	/** Begins to fit unless it is under way, done for today, or failed within the hour. For the leader alone. */
	fit(): void;
	/** Ends a fit that is under way at once. */
	close(): Promise<void>;
};

export type FitterParts = {
	env: Pick<Env, "DATABASE_URL" | "FALSE_ALARMS_PER_DAY">;
	pool: Pool;
	/** The bundle of server/fit.ts. */
	script: URL;
	lead(): Promise<boolean>;
	say(sentence: string): void;
	failed(what: string, error: unknown): void;
};

export function makeFitter({ env, pool, script, lead, say, failed }: FitterParts): Fitter {
	const state: { round: Promise<void> | null; worker: Worker | null; isClosed: boolean; askAgainAt: number } = {
		round: null,
		worker: null,
		isClosed: false,
		askAgainAt: Number.NEGATIVE_INFINITY,
	};

	async function attend(): Promise<void> {
		try {
			const now = await readClock(pool);
			const day = Math.floor(plus(now, -AFTER_MIDNIGHT_MS).getTime() / DAY_MS);
			// Until the next day, or until the next hour where there is nothing to fit yet.
			state.askAgainAt = performance.now() + Math.min(HOUR_MS, (day + 1) * DAY_MS + AFTER_MIDNIGHT_MS - now.getTime());
			if ((await hasModel(pool, fittedName(day))) || !(await hasHistory(pool, day - HISTORY_DAYS, day))) return;
			const model = await fitted({ databaseUrl: env.DATABASE_URL, falseAlarmsPerDay: env.FALSE_ALARMS_PER_DAY, day });
			if (model !== null && !state.isClosed && (await lead())) await keep(model);
		} catch (error) {
			if (!state.isClosed) failed("fitting the day's model", error);
		}
	}

	async function keep(model: Model): Promise<void> {
		const now = await readClock(pool);
		const from = plus(stepOf(plus(now, AHEAD_MS), GRID_MS), GRID_MS);
		await saveModel(pool, { from, fittedAt: now, model });
		say(`The model ${model.name} is fitted on ${model.days === 1 ? "1 day" : `${model.days} days`} and judges from ${from.toISOString()}.`);
	}

	async function fitted(asked: FitAsked): Promise<Model | null> {
		if (state.isClosed) return null;
		const worker = new Worker(script, { workerData: asked });
		state.worker = worker;
		try {
			const [message]: unknown[] = await Promise.race([once(worker, "message"), endOf(worker)]);
			return message === "null" ? null : modelOf(message);
		} finally {
			state.worker = null;
			await worker.terminate();
		}
	}

	return {
		fit() {
			if (state.isClosed || state.round !== null || performance.now() < state.askAgainAt) return;
			state.round = attend().finally(() => {
				state.round = null;
			});
		},
		async close() {
			state.isClosed = true;
			await state.worker?.terminate();
			await state.round;
		},
	};
}

/** A thread that ends without a word was stopped, or has failed silently. */
async function endOf(worker: Worker): Promise<never> {
	const [code] = await once(worker, "exit");
	throw new Error(`the fit ended without a model (${code})`);
}

/** What came over from the thread, held against what a model is. */
function modelOf(message: unknown): Model {
	const model = typeof message === "string" ? parseModel(message) : "it said something else";
	if (typeof model === "string") throw new Error(`the fit made no model: ${model}`);
	return model;
}
