// By which rules does a slice become an incident, get confirmed, and end? The one table of the detector's numbers; /method
// tells the same numbers in words. DETECTION in the reasons is the method the constants were measured with.
import { MINUTE_MS } from "../time";

export const rules = {
	/** Windows a fault may fill, each √2 times the one before: the shortest finds a sudden one, the longest a thin one. */
	windowsMinutes: [5, 7, 10, 14, 20, 28, 40, 57, 80, 113, 160],
	/** Fewer people than this are a coincidence whatever the score. */
	evidenceMin: 5,
	/** Fewer network prefixes than this may be one person. */
	networksMin: 4,
	/** Without its two busiest networks the score must still exceed h/2 − 3 nats. */
	busiestNetworks: 2,
	withoutBusiestBelowHalf: 3,
	/** Nats by which a fault must explain the arrivals better than a surge does, once a surge would have brought this many. */
	faultOverSurgeMin: 1,
	surgeArrivalsMin: 2,

	/** The crowd confirms (DESIGN: an incident's life): so many nats above the threshold, for so long, so many people. */
	confirmAbove: 6,
	confirmAfterMinutes: 10,
	confirmEvidenceMin: 20,
	confirmNetworksMin: 10,

	/** The grounds of an open incident are read this often; it may be named anew for so long. */
	readEveryMinutes: 5,
	renameForMinutes: 120,
	/** Nats another slice must gain before the incident is named after it. */
	renameGainMin: 2,

	/** Back to normal: CUSUM of "ordinary" against "still failing", nats, and minutes after it left nothing. */
	backNats: 3.5,
	/** The share of its peak that a slice has while it is "still failing". */
	failingShare: 0.75,
	backAfterMinutes: 6,
	/** The smallest rise a slice is said to have, and the shortest and longest stretch it is taken over. */
	riseMin: 2,
	riseOverMinutes: 10,
	peakMinutes: 30,
	/** A peak of fewer people is not worth telling. */
	peakMin: 10,
	/** So long must nobody's code have come for the first that does to be news. */
	silentForMinutes: 10,
	/** The same slice within so many minutes of its end is the same incident. */
	reopenMinutes: 60,

	/** Fewer people tell no cause; a value fails when so many people say so, and so many values make a cause (DETECTION). */
	causeEvidenceMin: 10,
	causePeopleMin: 2,
	causeValuesMin: 3,
	/** So many people whose code came show that the same services work elsewhere. */
	causeArrivedMin: 3,
} as const;

/** The longest stretch any rule looks back over: what a detector keeps of reports. */
export const MEMORY_MS = Math.max(...rules.windowsMinutes) * MINUTE_MS;
