// How long did whoever is concerned take to say something, in words? Counted from when people noticed, not from when we did.
// What nobody told us of is not called silence: we say that we know of nothing.
import type { Incident, StanceValue } from "./incident";
import { capital, namesIn, partyText } from "./incident-title";
import { acknowledgementOf, silenceOf } from "./stance";
import { duration } from "./words";

type Lagging = Pick<Incident, "slice" | "names" | "startedAt" | "endedAt" | "dismissedAt" | "stance">;

/** "X acknowledged part of it 2 h 35 min after people noticed." Without `now` a silence that lasts is told without its length. */
export function lagSentence(incident: Lagging, now: string | null): string {
	const first = incident.stance.find(({ value }) => value !== "silent");
	const silence = silenceOf(incident);
	if (!first || silence === null) return silenceSentence(incident, now);
	const spoke = `${partyOf(incident).name} ${deeds[first.value]} ${lagText(silence)}`;
	const admitted = first.value === "denied" ? acknowledgementOf(incident) : null;
	return admitted === null ? `${spoke}.` : `${spoke}, and acknowledged it after ${duration(admitted)}.`;
}

/** "2 h 35 min after people noticed". */
export function lagText(ms: number): string {
	return ms === 0 ? "before people noticed" : `${duration(ms)} after people noticed`;
}

const deeds = {
	silent: "said nothing",
	denied: "denied it",
	partly_acknowledged: "acknowledged part of it",
	admitted: "admitted it",
	fixed: "said it was fixed",
} as const satisfies Record<StanceValue, string>;

function silenceSentence(incident: Lagging, now: string | null): string {
	const { name, isOne } = partyOf(incident);
	const over = incident.endedAt ?? incident.dismissedAt;
	const nothing = over === null ? `${name} ${isOne ? "has" : "have"} said nothing that we know of` : `${name} said nothing that we know of`;
	const until = over ?? now;
	if (until === null) return `${nothing}.`;
	const lasted = duration(Date.parse(until) - Date.parse(incident.startedAt));
	return over === null ? `${nothing}, ${lasted} after people noticed.` : `${nothing} while it lasted, ${lasted}.`;
}

/** Whose word is awaited; where nobody is named, nobody's. */
function partyOf({ slice, names }: Lagging): { name: string; isOne: boolean } {
	const concerned = slice.service ?? slice.carrier;
	if (concerned === null) return { name: "Those concerned", isOne: false };
	return { name: capital(partyText(slice, namesIn(names))), isOne: concerned.length === 1 };
}
