// What has the vendor said of an incident, when, and how long after the first report? The rules of a stance that is
// noted at the desk, and the stretches a page draws. Until somebody has said something, the vendor is silent.
import { type Incident, type StanceValue, stanceValues } from "./incident";
import { type Refusal, refuse } from "./refusal";
import { DAY_MS } from "./time";

/** A stance as typed: `at` is a time in UTC, `url` may be empty for `silent`. */
export type TypedStance = { value: string; at: string; url: string };
export type NotedStance = { value: StanceValue; at: Date; url: string | null };

/** A vendor may have spoken before the first report came, but not long before. */
export const BEFORE_START_MAX_MS = DAY_MS;
export const STANCE_URL_LENGTH_MAX = 500;

/** Refusals: `malformed` (no such stance, no time, too early, no https link where one is due), `from-the-future`. */
export function parseStance(typed: TypedStance, startedAt: Date, now: Date): NotedStance | Refusal {
	const value = stanceValues.find((one) => one === typed.value);
	if (!value) return about("value", "Choose what the vendor has said.", "is none we know");
	const at = new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(typed.at) ? typed.at : `${typed.at}Z`);
	if (Number.isNaN(at.getTime())) return about("at", "Say when it was said, in UTC, like 2022-11-14T16:48.", "is no time");
	if (at > now) return refuse("from-the-future", "Give a time that has come already, in UTC.");
	if (at.getTime() < startedAt.getTime() - BEFORE_START_MAX_MS)
		return about("at", "That is more than a day before the incident began. Is it about this one?", "is too early");
	const url = typed.url.trim();
	if (url === "" && value === "silent") return { value, at, url: null };
	return isLink(url) ? { value, at, url } : about("url", "Give the link to what was said: it begins with https://.", "is no https link");
}

function about(field: string, detail: string, message: string): Refusal {
	return refuse("malformed", detail, { errors: [{ field, message }] });
}

function isLink(text: string): boolean {
	const url = text.length <= STANCE_URL_LENGTH_MAX && URL.canParse(text) ? new URL(text) : null;
	return url !== null && url.protocol === "https:" && url.username === "" && url.password === "";
}

type Spoken = Pick<Incident, "startedAt" | "stance">;

/** How long the vendor said nothing after the first report, in milliseconds; `null` while it still says nothing. */
export function silenceOf({ startedAt, stance }: Spoken): number | null {
	const first = stance.find(({ value }) => value !== "silent");
	return first ? Math.max(0, Date.parse(first.at) - Date.parse(startedAt)) : null;
}

const acknowledging: readonly StanceValue[] = ["partly_acknowledged", "admitted", "fixed"];

/** How long after the first report the vendor first owned to any of it, in milliseconds; `null` while it has not. */
export function acknowledgementOf({ startedAt, stance }: Spoken): number | null {
	const first = stance.find(({ value }) => acknowledging.includes(value));
	return first ? Math.max(0, Date.parse(first.at) - Date.parse(startedAt)) : null;
}

export type StanceStretch = { value: StanceValue; from: string; to: string };

/** What the vendor's stance was from the incident's start to `until`, without gaps; the same stance twice is one stretch. */
export function stretchesOf({ startedAt, stance }: Spoken, until: string): readonly StanceStretch[] {
	const marks = [{ value: "silent" as const, at: startedAt }, ...stance];
	const turns = marks.filter(({ value }, place) => place === 0 || value !== marks[place - 1]?.value);
	const clamp = (at: string) => new Date(Math.min(Math.max(Date.parse(at), Date.parse(startedAt)), Date.parse(until))).toISOString();
	return turns
		.map(({ value, at }, place) => ({ value, from: clamp(at), to: clamp(turns[place + 1]?.at ?? until) }))
		.filter(({ from, to }) => from < to);
}

/** Where the stretches end: now, or the incident's end, unless the vendor spoke after that. */
export function untilOf({ startedAt, endedAt, stance }: Spoken & Pick<Incident, "endedAt">, now: string): string {
	const end = Date.parse(endedAt ?? now);
	const last = Date.parse(stance.at(-1)?.at ?? startedAt);
	return new Date(last < end ? end : last + (last - Date.parse(startedAt)) / 10).toISOString();
}
