// Which view of a service's timeline does an address ask for? Its words are parsed once, here: what cannot be read or is out
// of bounds is left out, so every address shows something; and each view has one address, whatever words asked for it.
import { type Channel, channels } from "./report";
import type { Timeline } from "./status";
import { DAY_MS, HOUR_MS, MINUTE_MS, plus, stepOf, TALLY_STEP_MS } from "./time";
import { TIMELINE_POINTS_MAX, timelineSteps } from "./timeline";

/** The stretches offered, in hours; the first is what an address without words shows. */
export const viewHours = [24, 72, 168] as const;
export type ViewHours = (typeof viewHours)[number];

/** The words of an address that make a view. */
export const viewWords = ["channel", "hours", "from", "to", "step", "asOf"] as const;

export type View = {
	channel: Channel | null;
	/** The last so many hours, up to now or to `asOf`; unless `between` says otherwise. */
	hours: ViewHours;
	between: { from: Date; to: Date } | null;
	/** `null`: what suits the stretch. */
	step: Timeline["step"] | null;
	/** The view as it stood then. */
	asOf: Date | null;
};

export const usualView: View = { channel: null, hours: 24, between: null, step: null, asOf: null };

/** Why an address shows now although it asked for a time; `before`: there was nothing to show yet. */
export type AsOfProblem = "unreadable" | "future" | "before";

type Words = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The view that words ask for at `now`. Times are cut to the five minutes that counts are kept in. */
export function parseView(words: Words, now: Date): { view: View; problem: AsOfProblem | null } {
	const word = (name: (typeof viewWords)[number]) => [words[name]].flat()[0] || undefined;
	const { asOf, problem } = asOfOf(word("asOf"), now);
	const between = betweenOf(word("from"), word("to"), asOf ?? now);
	const step = stepsOffered.find((one) => one === word("step")) ?? null;
	return {
		view: {
			channel: channels.find((one) => one === word("channel")) ?? null,
			hours: viewHours.find((one) => String(one) === word("hours")) ?? 24,
			between,
			step,
			asOf,
		},
		problem,
	};
}

/** The steps that may be asked for, the finest first. */
export const stepsOffered = ["5m", "30m", "1h", "1d"] as const satisfies readonly Timeline["step"][];

/** An ISO 8601 time; without a zone it is UTC, as `datetime-local` fields send it. `null`: it is none. */
export function timeOf(word: string): Date | null {
	if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/.test(word)) return null;
	const at = new Date(/T/.test(word) && !/(Z|[+-]\d\d:\d\d)$/.test(word) ? `${word}Z` : word);
	return Number.isNaN(at.getTime()) ? null : at;
}

function asOfOf(word: string | undefined, now: Date): { asOf: Date | null; problem: AsOfProblem | null } {
	if (word === undefined) return { asOf: null, problem: null };
	const at = timeOf(word);
	if (at === null) return { asOf: null, problem: "unreadable" };
	return at > now ? { asOf: null, problem: "future" } : { asOf: stepOf(at, TALLY_STEP_MS), problem: null };
}

/** Both ends, or the one that is given and a day beside it. */
function betweenOf(fromWord: string | undefined, toWord: string | undefined, end: Date): View["between"] {
	const [from, to] = [fromWord, toWord].map((word) => (word === undefined ? null : timeOf(word)));
	if (!from && !to) return null;
	const until = stepOf(new Date(Math.min((to ?? end).getTime(), end.getTime())), TALLY_STEP_MS);
	const since = stepOf(from ?? plus(until, -DAY_MS), TALLY_STEP_MS);
	return since < until ? { from: since, to: until } : null;
}

/** What is asked of the timeline; without `to` it ends when it is read. */
export function stretchOfView(view: View, now: Date): { from: Date; to: Date | undefined; step: Timeline["step"] } {
	const to = view.between?.to ?? view.asOf ?? undefined;
	const wanted = view.between?.from ?? plus(to ?? now, -view.hours * HOUR_MS);
	const step = stepFor((to ?? now).getTime() - wanted.getTime(), view.step);
	// The step that begins a moving stretch is left out once a part of it is.
	const from = view.between ? wanted : stepOf(plus(wanted, timelineSteps[step] - 1), timelineSteps[step]);
	return { from, to, step };
}

/** The finest step, from the one that is asked for, of which one answer holds enough. */
function stepFor(spanMs: number, asked: View["step"]): Timeline["step"] {
	const finest = stepsOffered.slice(asked ? stepsOffered.indexOf(asked) : 0);
	return finest.find((one) => spanMs / timelineSteps[one] <= TIMELINE_POINTS_MAX) ?? "1d";
}

/** How many minutes a bar is long: what is asked for, or what leaves each bar a few pixels. */
export function barMinutesOf(view: View, now: Date): number {
	const { from, to, step } = stretchOfView(view, now);
	const stepMinutes = timelineSteps[step] / MINUTE_MS;
	const spanMinutes = ((to ?? now).getTime() - from.getTime()) / MINUTE_MS;
	const asked = view.step === null ? 0 : timelineSteps[view.step] / MINUTE_MS;
	const least = asked > 0 ? 0 : spanMinutes / BARS_MAX;
	const fits = (minutes: number) => minutes >= Math.max(stepMinutes, asked, least) && minutes % stepMinutes === 0;
	return BAR_MINUTES.find(fits) ?? 10_080;
}

const BARS_MAX = 100;
const BAR_MINUTES = [15, 30, 60, 120, 360, 1_440, 10_080] as const;

/** "2026-11-25T19:00Z": to the minute, since counts are kept in five. */
export function timeWord(at: Date): string {
	return `${at.toISOString().slice(0, 16)}Z`;
}

/** `path` with the words of a view behind it, in one order, without those that change nothing. */
export function addressOfView(path: string, { channel, hours, between, step, asOf }: View): string {
	return joined(path, {
		channel,
		hours: between || hours === 24 ? null : String(hours),
		from: between && timeWord(between.from),
		to: between && timeWord(between.to),
		step,
		asOf: asOf && timeWord(asOf),
	});
}

/** The same in the words of the API's timeline. */
export function timelineAddress(slug: string, view: View, now: Date): string {
	const { from, to, step } = stretchOfView(view, now);
	const isUsual = isMoving(view) && view.hours === 24 && view.step === null;
	const words = {
		channel: view.channel,
		from: isUsual ? null : timeWord(from),
		to: to && !view.asOf ? timeWord(to) : null,
		step: isUsual ? null : step,
		asOf: view.asOf && timeWord(view.asOf),
	};
	return joined(`/api/v1/services/${slug}/timeline`, words);
}

/** Colons stay as they are: times are read by people too. */
function joined(path: string, words: Readonly<Record<string, string | null>>): string {
	const query = new URLSearchParams(Object.entries(words).flatMap(([name, word]) => (word ? [[name, word]] : [])));
	return query.size === 0 ? path : `${path}?${query.toString().replaceAll("%3A", ":")}`;
}

/** Whether time goes on in it. */
export function isMoving({ between, asOf }: View): boolean {
	return between === null && asOf === null;
}
