// What goes into a step of the detector beside reports, and what comes out.
import type { Cause, IncidentState, Slice, Verdict } from "../incident";

/** An incident that holds its slice, or ended within the hour. */
export type Held = { incident: string; slice: Slice; state: IncidentState; startedAt: Date; openedAt: Date; closedAt: Date | null };

/** The stretch in which the most people failed, up to `at`, and on how many networks they were. */
export type Peak = { at: Date; observed: number; networks: number; windowMinutes: number };

export type Finding =
	| { tag: "opened"; slice: Slice; startedAt: Date; cause: Cause; verdict: Verdict }
	| { tag: "reopened"; incident: string; verdict: Verdict }
	| { tag: "renamed"; incident: string; slice: Slice; cause: Cause; verdict: Verdict }
	| { tag: "confirmed"; incident: string; verdict: Verdict }
	| { tag: "flagged"; incident: string; campaign: boolean }
	/** Every few minutes: the grounds as they stand. */
	| { tag: "read"; incident: string; cause: Cause; verdict: Verdict }
	/** It is past its peak. */
	| { tag: "peaked"; incident: string; peak: Peak }
	/** Nobody's code came when it opened; now so many people's have. */
	| { tag: "arriving"; incident: string; since: Date; people: number }
	| { tag: "back"; incident: string; endedAt: Date; peak: Peak | null; verdict: Verdict };
