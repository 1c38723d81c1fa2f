// Which counts may leave the house? Totals of a service and channel are exact and live: they say nothing about where
// anybody is. A count that names a carrier, a region or a flow is published only for a closed step of half an hour or
// longer in which enough people stand behind it; otherwise it is `null`, and a page says "a few".

import type { TimelinePoint } from "./status";
import { MINUTE_MS } from "./time";

/** The shortest step in which a count may name a place or a carrier. */
export const NAMED_STEP_MIN_MS = 30 * MINUTE_MS;
/** People who must stand behind a count that names a place or a carrier. */
export const REPORTERS_PUBLISHED_MIN = 5;

/**
 * A point of a timeline narrowed to a carrier or region, as it may be shown at `now`. An empty step is a true zero, unless
 * it `hides` what was folded because it was small: then neither zero nor the rest of it is true.
 */
export function publishNamed(point: TimelinePoint, { stepMs, hides, now }: { stepMs: number; hides: boolean; now: Date }): TimelinePoint {
	const isClosed = Date.parse(point.at) + stepMs <= now.getTime();
	const isEmpty = point.reporters === 0 && point.repeats === 0;
	if (isClosed && !hides && (isEmpty || (point.reporters ?? 0) >= REPORTERS_PUBLISHED_MIN)) return point;
	return {
		at: point.at,
		missing: null,
		late: null,
		rejected: null,
		blocked: null,
		arrived: null,
		repeats: null,
		evidence: null,
		reporters: null,
		expected: point.expected,
		withheld: true,
	};
}
