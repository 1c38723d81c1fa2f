// How often may one person, and one address, speak? Counted in this process's memory under salted names; a carrier
// behind few addresses is slowed, never silenced (DESIGN: limits).
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { type Refusal, refuse } from "./refusal";

const WINDOW_SECONDS = 600;
/** Reports of one reporter key over all services in ten minutes. */
export const REPORTER_REPORTS_MAX = 10;
/** Reports of one address in ten minutes: a family, an office, a small NAT. */
export const ADDRESS_REPORTS_MAX = 120;

type Most = { reporter: number; address: number };
const REPORTS: Most = { reporter: REPORTER_REPORTS_MAX, address: ADDRESS_REPORTS_MAX };
/** Reports about services that are not listed, in ten minutes: few people miss more than one at a time. */
export const SUGGESTIONS: Most = { reporter: 3, address: 20 };

/** Challenges a passkey is asked for, and answers to them, from one address in ten minutes: an office signs in twice over. */
export const PASSKEY_CALLS_MAX = 60;

export type Limits = {
	/** Counts one report, or one change of a report; `too-many` with the seconds to wait when either name is used up. */
	consume(names: { address: string | null; reporter: string }): Promise<Refusal | null>;
};

export function makeLimits(most = REPORTS): Limits {
	const addresses = new RateLimiterMemory({ points: most.address, duration: WINDOW_SECONDS });
	const reporters = new RateLimiterMemory({ points: most.reporter, duration: WINDOW_SECONDS });
	return {
		async consume({ address, reporter }) {
			const wait = Math.max(address === null ? 0 : await waitOf(addresses, address), await waitOf(reporters, reporter));
			if (wait === 0) return null;
			return refuse("too-many", "You have sent many reports just now. They are safe; wait before you send another.", {
				retryAfterSeconds: wait,
			});
		},
	};
}

/** Counts one call of a subscriber (lib/reporter.ts); `too-many` with the seconds to wait when `callsMax` are used up. */
export function makeCallLimit(callsMax: number): (subscriber: string) => Promise<Refusal | null> {
	const subscribers = new RateLimiterMemory({ points: callsMax, duration: WINDOW_SECONDS });
	return async (subscriber) => {
		const wait = await waitOf(subscribers, subscriber);
		return wait === 0
			? null
			: refuse("too-many", "Too many tries from your network just now. Wait, or use a link.", { retryAfterSeconds: wait });
	};
}

/** Seconds until the next report is welcome; 0 when this one is. */
async function waitOf(limiter: RateLimiterMemory, name: string): Promise<number> {
	try {
		await limiter.consume(name);
		return 0;
	} catch (used) {
		if (used instanceof RateLimiterRes) return Math.max(1, Math.ceil(used.msBeforeNext / 1000));
		throw used;
	}
}
