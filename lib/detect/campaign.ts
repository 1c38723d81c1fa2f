// Does an incident's support look coordinated? A carrier behind few networks makes many of its customers share one, and
// people abroad contradict where a network is; but whoever speaks in many names through few networks does both at once.
// Looks at the stretch of one incident only; no key is kept for it.
import type { Entry } from "./log";
import { ANY, type Place } from "./space";

/** Share of reports from a network already heard: genuine faults of a service had at most 0.18 with bench/detection. */
const REPEATED_SHARE_MIN = 0.3;
/** Repeats that name another country and another carrier: a network of one carrier or of one country has none. */
const CONTRADICTIONS_MIN = 3;

/** `failing`: the failing reports of the incident's slice, thinned or not, in order of time. */
export function hasCampaignSigns(failing: readonly Entry[]): boolean {
	const homes = new Map<string, Place>();
	let repeats = 0;
	let contradictions = 0;
	for (const { network, place } of failing) {
		const home = homes.get(network);
		if (home === undefined) homes.set(network, place);
		else {
			repeats++;
			if (home.region !== place.region && contradicts(home.carrier, place.carrier)) contradictions++;
		}
	}
	return contradictions >= CONTRADICTIONS_MIN && repeats >= REPEATED_SHARE_MIN * failing.length;
}

function contradicts(one: number, other: number): boolean {
	return one !== ANY && other !== ANY && one !== other;
}
