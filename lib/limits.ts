// How often may one person, and one address, speak? Counted under salted names, in every process for all of them
// (lib/counter.ts); a carrier behind few addresses is slowed, never silenced (DESIGN: limits).
import { type Counters, makeOwnCounters } from "./counter";
import { type Refusal, refuse } from "./refusal";

/** Reports of one reporter key over all services in ten minutes. */
export const REPORTER_REPORTS_MAX = 10;
/** Reports of one address in ten minutes: a family, an office, a small NAT. */
export const ADDRESS_REPORTS_MAX = 120;

type Most = { what: string; reporter: number; address: number };
const REPORTS: Most = { what: "reports", reporter: REPORTER_REPORTS_MAX, address: ADDRESS_REPORTS_MAX };
/** Reports about services that are not listed, in ten minutes: few people miss more than one at a time. */
export const SUGGESTIONS: Most = { what: "suggestions", reporter: 3, address: 20 };

/** Challenges a passkey is asked for, and answers to them, from one address in ten minutes: an office signs in twice over. */
export const PASSKEY_CALLS_MAX = 60;

export type Limits = {
	/**
	 * Counts one report, or one change of a report; `too-many` with the seconds to wait when either name is used up, and then
	 * neither is counted: who is refused uses up nothing of the others at the same address.
	 */
	consume(names: { address: string | null; reporter: string }): Promise<Refusal | null>;
};

export function makeLimits(counters: Counters = makeOwnCounters(), most = REPORTS): Limits {
	const addresses = counters.open(`${most.what} of an address`, most.address);
	const reporters = counters.open(`${most.what} of a person`, most.reporter);
	return {
		async consume({ address, reporter }) {
			const waitMs = Math.max(address === null ? 0 : addresses.waitMs(address), reporters.waitMs(reporter));
			if (waitMs > 0) return tooMany(waitMs, "You have sent many reports just now. They are safe; wait before you send another.");
			if (address !== null) addresses.count(address);
			reporters.count(reporter);
			return null;
		},
	};
}

/** Counts one call of a subscriber (lib/reporter.ts); `too-many` with the seconds to wait when `callsMax` are used up. */
export function makeCallLimit(callsMax: number): (subscriber: string) => Promise<Refusal | null> {
	const subscribers = makeOwnCounters().open("calls", callsMax);
	return async (subscriber) => {
		const waitMs = subscribers.waitMs(subscriber);
		if (waitMs > 0) return tooMany(waitMs, "Too many tries from your network just now. Wait, or use a link.");
		subscribers.count(subscriber);
		return null;
	};
}

function tooMany(waitMs: number, detail: string): Refusal {
	return refuse("too-many", detail, { retryAfterSeconds: Math.ceil(waitMs / 1000) });
}
