// How does a detector get its memory back after a restart? Pure: it walks the last stretch again, step by step, so that
// started anew or not, the same reports come to the same findings.

import { GRID_MS, plus } from "../../time";
import { type Covering, type Detector, makeDetector, type Observation } from "./detector";
import type { Model } from "./prior";
import { FOLLOWED_MS, MEMORY_MS } from "./rules";

/** The reports of this stretch are a detector's whole memory. */
export const RECALL_MS = MEMORY_MS + FOLLOWED_MS;

/** What was reported within `RECALL_MS`, and the incidents that cover slices now. */
export type Memory = { observations: readonly Observation[]; covering: readonly Covering[] };

/** A detector that knows at `at` what one that had run all the time would know. What it finds on the way was acted on then. */
export function recall(model: Model, at: Date, { observations, covering }: Memory): Detector {
	const detector = makeDetector(model);
	const start = plus(at, -FOLLOWED_MS);
	detector.remember(observations.filter((one) => one.at <= start));
	for (let now = plus(start, GRID_MS); now <= at; now = plus(now, GRID_MS)) {
		const fresh = observations.filter((one) => one.at > plus(now, -GRID_MS) && one.at <= now);
		detector.step(
			now,
			fresh,
			covering.filter((one) => one.since < now),
		);
	}
	return detector;
}
