import type { Deed } from "@/lib/desk";
import type { IncidentState } from "@/lib/incident";

export const deedWords = {
	confirm: { label: "Confirm", hint: "It becomes “failing”. Page, API and widgets say so at once." },
	dismiss: { label: "Dismiss", hint: "It is shown as retracted, with your reason, for good." },
	resolve: { label: "End it", hint: "It is shown as resolved. Its reports stay out of the search until all is ordinary again." },
	write: { label: "Write an update", hint: "The state stays; the public reads your words." },
} as const satisfies Record<Deed, { label: string; hint: string }>;

/** What may be done from where; lib/desk.ts refuses the rest. */
export const deedsFrom = {
	suspected: ["confirm", "dismiss", "resolve", "write"],
	confirmed: ["dismiss", "resolve", "write"],
	resolved: ["write"],
	dismissed: ["write"],
} as const satisfies Record<IncidentState, readonly Deed[]>;
