// What keeps the ground in order, once an hour on the leader: days made ahead and dropped, salts destroyed, keys and claims
// forgotten, hours folded. Told the time: `tests/month.test.ts` lives a month and a half of it.
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

/** Who was mailed what is of no use once the incident is over. */
const ALERTS_KEPT_MS = 30 * DAY_MS;
/** A watch that stood still judges its missed minutes by the models of those minutes. */
const MODELS_KEPT_MS = 7 * DAY_MS;

/** The hour's chores at `now`, each by itself: what waits for a lock must not keep a salt alive. */
export function choresOf({ pool, env }: { pool: Pool; env: Pick<Env, "RETAIN_DAYS"> }, now: Date): Record<string, () => Promise<void>> {
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
