// What faces say beyond lib/words.ts: who speaks, and what a service said.
import type { Author, StanceValue } from "@/lib/incident";

export const authorWords = {
	watch: "detector",
	moderator: "moderator",
	vendor: "what the service says",
} as const satisfies Record<Author, string>;

export const stanceWords = {
	silent: "Has said nothing",
	denied: "Denied",
	partly_acknowledged: "Partly acknowledged",
	admitted: "Admitted",
	fixed: "Says it is fixed",
} as const satisfies Record<StanceValue, string>;
