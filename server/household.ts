// What happens by itself: the watch, once a second, and moderators woken and the day's model fitted beside it; and once an hour, on the leader, the
// chores that keep the ground in order — days made ahead and dropped, salts destroyed, keys forgotten. A failed round is
// logged and tried again.
import type { Env } from "@/lib/env";
import { forgetAlerts } from "@/lib/store/alerts";
import { forgetClaims } from "@/lib/store/claims";
import { forgetCounts } from "@/lib/store/counts";
import { foldHours } from "@/lib/store/folding";
import { forgetTallies } from "@/lib/store/forgetting";
import { forgetKeys } from "@/lib/store/idempotency";
import { forgetInvitations } from "@/lib/store/invitations";
import { forgetModels } from "@/lib/store/models";
import { packIndexes } from "@/lib/store/packing";
import { dropPartitions, makePartitions } from "@/lib/store/partitions";
import type { Pool } from "@/lib/store/pool";
import { destroySalts, takeSalt } from "@/lib/store/salts";
import { forgetExpired } from "@/lib/store/sessions";
import { DAY_MS, dayOf, plus } from "@/lib/time";
import type { Watch } from "@/lib/watch";
import type { Clock } from "./clock";
import { everySecond } from "./every-second";

const CHORES_EVERY_MS = 3_600_000;
/** Who was mailed what is of no use once the incident is over. */
const ALERTS_KEPT_MS = 30 * DAY_MS;
/** A watch that stood still judges its missed minutes by the models of those minutes. */
const MODELS_KEPT_MS = 7 * DAY_MS;

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
	/** Looks which model is in force. */
	renewModel(): Promise<void>;
	lead(): Promise<boolean>;
	failed(what: string, error: unknown): void;
};

/** Starts the rounds; `close` waits for the one under way, and for chores. */
export function keepHouse(parts: HouseholdParts): { close(): Promise<void> } {
	let choresAt = Number.NEGATIVE_INFINITY;
	let chores = Promise.resolve();
	let hasChores = false;

	async function attend(): Promise<void> {
		await attempt("clock", parts.clock.set);
		await attempt("the catalogue", parts.renewCatalog);
		await attempt("the model in force", parts.renewModel);
		await attempt("watch", parts.watch.watchOnce);
		await attempt("waking moderators", async () => {
			if (await parts.lead()) parts.wake();
		});
		await attempt("fitting", async () => {
			if (await parts.lead()) parts.fit();
		});
		if (!hasChores && performance.now() - choresAt > CHORES_EVERY_MS && (await parts.lead().catch(() => false))) {
			choresAt = performance.now();
			chores = attendChores();
		}
	}

	/** Beside the rounds: folding a year that nobody folded must not keep the watch from ticking. */
	async function attendChores(): Promise<void> {
		hasChores = true;
		for (const [what, chore] of Object.entries(choresOf(parts, parts.clock.now()))) await attempt(what, chore);
		hasChores = false;
	}

	async function attempt(what: string, deed: () => Promise<void>): Promise<void> {
		try {
			await deed();
		} catch (error) {
			parts.failed(what, error);
		}
	}

	const rounds = everySecond(attend, (error) => parts.failed("a round", error));
	return {
		async close() {
			await rounds.close();
			await chores;
		},
	};
}

/** The hour's chores at `now`, each by itself: what waits for a lock must not keep a salt alive. */
export function choresOf({ pool, env }: Pick<HouseholdParts, "pool" | "env">, now: Date): Record<string, () => Promise<void>> {
	return {
		"destroying salts": () => destroySalts(pool, now),
		"making tomorrow's salt": async () => void (await takeSalt(pool, dayOf(plus(now, DAY_MS)))),
		"making days": () => makePartitions(pool, now),
		"forgetting keys": () => forgetKeys(pool, now),
		"forgetting claims": () => forgetClaims(pool, now),
		"forgetting counts": () => forgetCounts(pool, now),
		"forgetting invitations": () => forgetInvitations(pool, now),
		"forgetting sessions": () => forgetExpired(pool, now),
		"forgetting alerts": () => forgetAlerts(pool, plus(now, -ALERTS_KEPT_MS)),
		"forgetting models": () => forgetModels(pool, plus(now, -MODELS_KEPT_MS)),
		"folding hours": () => foldHours(pool, now),
		"forgetting five-minute tallies": () => forgetTallies(pool, now, env.RETAIN_DAYS),
		"dropping days": () => dropPartitions(pool, now, env.RETAIN_DAYS),
		"packing indexes": async () => void (await packIndexes(pool)),
	};
}
