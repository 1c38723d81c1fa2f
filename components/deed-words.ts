import type { Deed } from "@/lib/desk";
import type { Decision } from "@/lib/incident";

export const decisionWords = {
	confirm: { label: "Confirm", hint: "It becomes “failing”. Page, API and widgets say so at once." },
	dismiss: { label: "Dismiss", hint: "It is shown as retracted, with your reason, and stays in the list." },
	resolve: { label: "End it", hint: "It is shown as resolved. Its reports stay out of the search until all is ordinary again." },
	write: { label: "Write an update", hint: "The state stays; the public reads your words." },
} as const satisfies Record<Decision, { label: string; hint: string }>;

/** What was done, as a word after who did it. */
const doneWords = {
	confirm: "confirmed",
	dismiss: "dismissed",
	resolve: "ended",
	write: "wrote an update",
	"record-stance": "noted a stance",
	undo: "took back",
} as const satisfies Record<Deed, string>;

/** The deed in its word; another deed than the desk's in its own. */
export function doneWord(deed: string): string {
	return Object.entries(doneWords).find(([name]) => name === deed)?.[1] ?? deed;
}
