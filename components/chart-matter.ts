// What a timeline chart draws: five-minute steps summed to quarters of an hour, the stretches of trouble, the flags.
// Quarters are cut backwards from the newest step, so that the last one is never half full and looks like a recovery.
import type { Bar } from "@/lib/chart-csv";
import { type Author, type Incident, type IncidentState, isNarrowed } from "@/lib/incident";
import type { Timeline, TimelinePoint } from "@/lib/status";
import { MINUTE_MS } from "@/lib/time";

export const QUARTER_MINUTES = 15;

/** A bar; a quarter that was not read is absent. */
export type Quarter = Bar;

/** `since` and `noticed` bound the stretch nobody had noticed yet. A retraction has no stretch. */
export type Stretch = { id: string; state: IncidentState; since: number; noticed: number; until: number };

export type Flag = { number: number; incident: string; at: string; by: Author; text: string };

export type ChartMatter = {
	from: number;
	to: number;
	/** How long a bar is: a quarter of an hour, or longer where the timeline is long or its own step is. */
	barMinutes: number;
	quarters: readonly Quarter[];
	/** The last bar is what the detector counted at its latest look, in so many minutes. */
	look?: { minutes: number };
	stretches: readonly Stretch[];
	flags: readonly Flag[];
	/** The model that tells what is usual. */
	model: string;
};

/** What is drawn of a timeline. */
export type Drawn = Pick<Timeline, "from" | "to" | "step" | "points" | "incidents" | "updates" | "model">;

/** The newest flags only: older ones would hide the curve, and the incident's page lists them all. */
const FLAGS_MAX = 7;

/** `only`: the one incident to be drawn; otherwise all that the timeline knows. `barMinutes`: whole steps, a quarter of an hour at least. */
export function chartMatterOf(
	timeline: Drawn,
	{ only, barMinutes = QUARTER_MINUTES }: { only?: string | undefined; barMinutes?: number } = {},
): ChartMatter {
	const to = Date.parse(timeline.to);
	const stepMs = stepMinutes[timeline.step] * MINUTE_MS;
	const barMs = Math.max(barMinutes * MINUTE_MS, stepMs);
	const updates = timeline.updates
		.filter((update) => only === undefined || update.incident === only)
		.toSorted((a, b) => a.at.localeCompare(b.at));
	return {
		from: Date.parse(timeline.from),
		to,
		barMinutes: barMs / MINUTE_MS,
		quarters: quartersOf(timeline.points, stepMs, barMs),
		stretches: timeline.incidents
			.filter((incident) => incident.state !== "dismissed" && (only === undefined || incident.id === only))
			.map((incident) => ({
				id: incident.id,
				state: incident.state,
				since: Date.parse(incident.startedAt),
				noticed: Date.parse(incident.openedAt),
				until: incident.endedAt === null ? to : Date.parse(incident.endedAt),
			})),
		flags: updates.map((update, place) => ({ ...update, number: place + 1 })).slice(-FLAGS_MAX),
		model: timeline.model,
	};
}

/** The chart of one incident. The detector's latest look is none of what is told `asOf` a time that has passed. */
export function incidentMatterOf(timeline: Drawn, incident: Incident, asOf: Date | null = null): ChartMatter {
	const matter = chartMatterOf(timeline, { only: incident.id });
	return isNarrowed(incident.slice) && asOf === null ? withLook(matter, incident) : matter;
}

/**
 * The matter of an incident of a place, whose counts end with the last half hour that is over: beyond it the detector's latest
 * look is a bar of its own. People enough stand behind it by the rule that opened the incident. Left out where its window
 * reaches into bars that tell of the same people.
 */
export function withLook(matter: ChartMatter, { lookedAt, verdict }: Pick<Incident, "lookedAt" | "verdict">): ChartMatter {
	const { windowMinutes, observed, expected, arrived } = verdict;
	const until = Date.parse(lookedAt);
	const from = until - windowMinutes * MINUTE_MS;
	const isBeyond = until > (matter.quarters.at(-1)?.until ?? matter.from);
	const isTold = matter.quarters.some((quarter) => quarter.until > from && (quarter.evidence ?? 0) > 0);
	if (!isBeyond || isTold) return matter;
	const before = matter.quarters.filter((quarter) => quarter.from < from).map((quarter) => cutAt(quarter, from));
	const bar = { from, until, evidence: Math.round(observed), expected, failed: null, arrived };
	return { ...matter, quarters: [...before, bar], look: { minutes: windowMinutes } };
}

/** A bar without people, shortened. */
function cutAt(quarter: Quarter, until: number): Quarter {
	if (quarter.until <= until) return quarter;
	return { ...quarter, until, expected: (quarter.expected * (until - quarter.from)) / (quarter.until - quarter.from) };
}

const stepMinutes = { "5m": 5, "30m": 30, "1h": 60, "1d": 1440 } as const satisfies Record<Timeline["step"], number>;

/** Whole bars only. */
function quartersOf(points: readonly TimelinePoint[], stepMs: number, barMs: number): Quarter[] {
	const ends = points.map((point) => Date.parse(point.at) + stepMs);
	const end = Math.max(...ends);
	const groups = new Map<number, TimelinePoint[]>();
	points.forEach((point, place) => {
		const quarter = Math.floor((end - (ends[place] ?? end)) / barMs);
		groups.set(quarter, [...(groups.get(quarter) ?? []), point]);
	});
	return [...groups.entries()]
		.filter(([, steps]) => steps.length === barMs / stepMs)
		.map(([quarter, steps]) => ({
			from: end - (quarter + 1) * barMs,
			until: end - quarter * barMs,
			evidence: sumOf(steps, ({ evidence }) => evidence),
			expected: rounded(steps.reduce((sum, step) => sum + step.expected, 0)),
			failed: sumOf(steps, failedOf),
			arrived: sumOf(steps, ({ arrived }) => arrived),
		}))
		.sort((a, b) => a.from - b.from);
}

/** A ten-thousandth of a person is drawn nowhere. */
function rounded(people: number): number {
	return Math.round(people * 10_000) / 10_000;
}

/** Null when any part is: a sum of some of it would tell the rest. */
function sumOf(steps: readonly TimelinePoint[], countOf: (step: TimelinePoint) => number | null): number | null {
	return steps.reduce<number | null>((sum, step) => {
		const count = countOf(step);
		return sum === null || count === null ? null : sum + count;
	}, 0);
}

function failedOf({ missing, late, rejected, blocked }: TimelinePoint): number | null {
	return missing === null || late === null || rejected === null || blocked === null ? null : missing + late + rejected + blocked;
}

/** The stretch a quarter reaches into: only there an excess is coloured. */
export function stretchOf(quarter: Quarter, stretches: readonly Stretch[]): Stretch | undefined {
	return stretches.find((stretch) => quarter.until > stretch.since && quarter.from < stretch.until);
}

const STEPS = [1, 2, 3, 4, 5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 250, 300, 400, 500] as const;

/** Three even lines above zero that hold every value: the distance between them. */
export function gridStepOf(quarters: readonly Quarter[]): number {
	const top = Math.max(3, ...quarters.flatMap((quarter) => [quarter.evidence ?? 0, quarter.expected]));
	return STEPS.find((step) => step * 3 >= top) ?? Math.ceil(top / 3000) * 1000;
}
