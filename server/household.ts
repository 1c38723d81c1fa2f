// What happens by itself: the watch, once a second, and moderators woken and the day's model fitted beside it; once an hour,
// on the leader, the chores. It shares nothing with the doors but the database, as another process would, and is a thread
// of its own (server/housekeeper.ts): judging a crowd of reports holds up no answer. What changed is told by NOTIFY.
import { promising } from "@/lib/detect/model";
import type { Env } from "@/lib/env";
import { coldModel } from "@/lib/fitting";
import { openCatalog, renewCatalog } from "@/lib/store/catalog";
import { listHeld } from "@/lib/store/incidents";
import { type Leadership, makeLeadership } from "@/lib/store/leader";
import { findModelName, readModel } from "@/lib/store/models";
import { notify } from "@/lib/store/news";
import { findPlace, listObservations } from "@/lib/store/observations";
import { openPool, type Pool, readClock } from "@/lib/store/pool";
import { inStep } from "@/lib/store/steps";
import { HELD_WITHIN_MS, makeWatch, type Watch } from "@/lib/watch";
import { choresOf } from "./chores";
import { type Clock, makeClock } from "./clock";
import { attempt, everySecond, type Rounds } from "./every-second";
import { makeFitter } from "./fitter";
import type { Log } from "./log";
import { openWaker } from "./waking";

const CHORES_EVERY_MS = 3_600_000;
/** The watch asks three things at once; a chore and a round of mail beside it. */
const CONNECTIONS_MAX = 6;

/** Opens everything that the household needs, on a migrated database, and keeps house until closed. */
export async function openHousehold(env: Env, log: Log): Promise<Rounds> {
	const failed = (what: string, error: unknown) => log.error({ err: error }, what);
	const say = (sentence: string) => log.info(sentence);
	const pool = openPool(env.DATABASE_URL, (error) => failed("an idle connection", error), { max: CONNECTIONS_MAX });
	const clock = makeClock(() => readClock(pool));
	await clock.set();
	const catalog = await openCatalog(pool);
	const leadership = makeLeadership(env.DATABASE_URL);
	const cold = coldModel(env.FALSE_ALARMS_PER_DAY);
	const watch = makeWatch({
		catalog,
		lead: leadership.lead,
		clock: () => readClock(pool),
		findPlace: () => findPlace(pool),
		listObservations: (between) => listObservations(pool, catalog, between),
		listHeld: (at) => listHeld(pool, at, HELD_WITHIN_MS),
		modelNameAt: async (at) => (await findModelName(pool, at)) ?? cold.name,
		readModel: async (name) => (name === cold.name ? cold : promising(await readModel(pool, name), env.FALSE_ALARMS_PER_DAY)),
		inStep: (deed) => inStep(pool, deed),
		changed: (serviceIds) => void notify(pool, serviceIds).catch((error) => failed("telling what changed", error)),
	});
	const waker = openWaker({ env, pool, catalog, failed, say });
	const fitter = makeFitter({ env, pool, script: new URL("./fit.mjs", import.meta.url), lead: leadership.lead, say, failed });
	const house = keepHouse({
		env,
		pool,
		clock,
		watch,
		renewCatalog: () => renewCatalog(pool, catalog),
		wake: waker.wake,
		fit: fitter.fit,
		lead: leadership.lead,
		failed,
	});
	return {
		async close() {
			await fitter.close();
			await house.close();
			await waker.close();
			await leadership.resign();
			await pool.end();
		},
	};
}

export type HouseholdParts = {
	env: Env;
	pool: Pool;
	clock: Clock;
	watch: Watch;
	/** Begins to wake moderators, and does not wait for it. */
	wake(): void;
	/** Begins to fit today's model where it is missing, and does not wait for it. */
	fit(): void;
	renewCatalog(): Promise<void>;
	lead: Leadership["lead"];
	failed(what: string, error: unknown): void;
};

/** Starts the rounds; `close` waits for the one under way, and for chores. */
export function keepHouse({ env, pool, clock, watch, wake, fit, renewCatalog, lead, failed }: HouseholdParts): Rounds {
	let choresAt = Number.NEGATIVE_INFINITY;
	let chores = Promise.resolve();
	let hasChores = false;

	const whenLeading = (deed: () => void) => async () => {
		if (await lead()) deed();
	};

	function beginChores(): void {
		if (hasChores || performance.now() - choresAt < CHORES_EVERY_MS) return;
		choresAt = performance.now();
		chores = attendChores();
	}

	/** Beside the rounds: folding a year that nobody folded must not keep the watch from ticking. */
	async function attendChores(): Promise<void> {
		hasChores = true;
		for (const [what, chore] of Object.entries(choresOf({ pool, env }, clock.now()))) await attempt(what, chore, failed);
		hasChores = false;
	}

	const rounds = everySecond(
		{
			clock: clock.set,
			"the catalogue": renewCatalog,
			watch: watch.watchOnce,
			"waking moderators": whenLeading(wake),
			fitting: whenLeading(fit),
			chores: whenLeading(beginChores),
		},
		failed,
	);
	return {
		async close() {
			await rounds.close();
			await chores;
		},
	};
}
