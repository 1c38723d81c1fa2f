// Does an incident's support look coordinated? People who fail at home speak from many networks, and two who share one say
// the same of where they are. Whoever speaks in many names through few networks does neither: the same network names one
// country now and another then. Looks at the stretch of one incident only; keys are never kept for it.
import type { Entry } from "./log";
import { ANY, type Place } from "./space";

/** So many contradictions, and so large a share of the reports, are beyond travellers and shared exits. */
const CONTRADICTIONS_MIN = 4;
const CONTRADICTED_SHARE_MIN = 0.15;

/** `failing`: the failing reports of the incident's slice, thinned or not, in order of time. */
export function hasCampaignSigns(failing: readonly Entry[]): boolean {
	const homes = new Map<string, Place>();
	let contradictions = 0;
	for (const { network, place } of failing) {
		const home = homes.get(network);
		if (home === undefined) homes.set(network, place);
		else if (home.region !== place.region && contradicts(home.carrier, place.carrier)) contradictions++;
	}
	return contradictions >= CONTRADICTIONS_MIN && contradictions >= CONTRADICTED_SHARE_MIN * failing.length;
}

/** A network that serves one carrier everywhere, or one country for all, is an ordinary one. */
function contradicts(one: number, other: number): boolean {
	return one !== ANY && other !== ANY && one !== other;
}
