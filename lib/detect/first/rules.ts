// By which rules does a slice become an incident, get confirmed, and end? The one table of the detector's numbers; /method
// tells the same numbers in words.
import { MINUTE_MS } from "../../time";

export const rules = {
	/** Windows a fault may fill: the shortest finds a sudden one, the longest a thin one. */
	windowsMinutes: [5, 10, 20, 40],
	/** Fewer people than this are a coincidence whatever the score. */
	evidenceMin: 5,
	/** Fewer network prefixes than this may be one person. */
	networksMin: 4,
	/** From so many successes in the window on, the share of failures has a say. */
	arrivedMin: 2,
	/** Nats by which the share of failures must be more than ordinary (DETECTION: open). */
	shareSurpriseMin: 2,

	/** The crowd confirms (DESIGN: an incident's life): so many nats above the threshold, for so long, so many people. */
	confirmAbove: 6,
	confirmAfterMinutes: 10,
	confirmEvidenceMin: 20,
	confirmNetworksMin: 10,

	/** The stretch that must look ordinary before a slice is back. */
	backWindowMinutes: 20,
	/** Nats below which a stretch is ordinary: one in twenty by chance. */
	ordinarySurpriseMax: 3,
	/** Or: so many answered and so large a share had their code. */
	backAnsweredMin: 5,
	backArrivedShare: 0.8,
	/** And it must stay so, lest an incident flicker. */
	backAfterMinutes: 10,
} as const;

/** The longest stretch any rule looks back over. */
export const MEMORY_MS = Math.max(...rules.windowsMinutes, rules.backWindowMinutes) * MINUTE_MS;
/** How long a covered slice is followed before anything comes of it. */
export const FOLLOWED_MS = Math.max(rules.confirmAfterMinutes, rules.backAfterMinutes) * MINUTE_MS;
