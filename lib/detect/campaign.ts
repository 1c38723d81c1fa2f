// Does an incident's support look coordinated? A carrier behind few networks makes many of its customers share one, and
// people abroad contradict where a network is; but whoever speaks in many names through few networks does both at once.
// Looks at the stretch of one incident only; no key is kept for it.
import type { Entry } from "./log";
import { ANY, type Place } from "./space";

/** Share of reports from a network already heard: genuine faults of a service had at most 0.18 with bench/detection. */
const REPEATED_SHARE_MIN = 0.3;
/** Repeats that name another country and another carrier: a network of one carrier or of one country has none. */
const CONTRADICTIONS_MIN = 3;
/** Half as many repeats and a single contradiction: none of 355 genuine incidents had both when the crowd confirmed them. */
const DOUBTFUL_SHARE_MIN = 0.15;

/** `failing`: the failing reports of the incident's slice, thinned or not, in order of time. */
export function hasCampaignSigns(failing: readonly Entry[]): boolean {
	const { repeats, contradictions } = countRepeats(failing);
	return contradictions >= CONTRADICTIONS_MIN && repeats >= REPEATED_SHARE_MIN * failing.length;
}

/** Too much like a campaign for the crowd to confirm it, and too little to say so. */
export function isDoubtful(failing: readonly Entry[]): boolean {
	const { repeats, contradictions } = countRepeats(failing);
	return contradictions > 0 && repeats >= DOUBTFUL_SHARE_MIN * failing.length;
}

function countRepeats(failing: readonly Entry[]): { repeats: number; contradictions: number } {
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
	return { repeats, contradictions };
}

function contradicts(one: number, other: number): boolean {
	return one !== ANY && other !== ANY && one !== other;
}
