// What a timeline chart draws: five-minute steps summed to quarters of an hour, the stretches of trouble, the flags.
// Quarters are cut backwards from the newest step, so that the last one is never half full and looks like a recovery.
import type { Author, IncidentState } from "@/lib/incident";
import type { Timeline, TimelinePoint } from "@/lib/status";
import { MINUTE_MS } from "@/lib/time";

export const QUARTER_MINUTES = 15;
const QUARTER_MS = QUARTER_MINUTES * MINUTE_MS;
const STEP_MS = 5 * MINUTE_MS;

/** `evidence` is null where it is withheld; a quarter that was not read is absent. `until` ends it, both epoch ms. */
export type Quarter = {
	from: number;
	until: number;
	evidence: number | null;
	expected: number;
	arrived: number | null;
	late: number | null;
};

/** `since` and `noticed` bound the stretch nobody had noticed yet. A retraction has no stretch. */
export type Stretch = { id: string; state: IncidentState; since: number; noticed: number; until: number };

export type Flag = { number: number; incident: string; at: string; by: Author; text: string };

export type ChartMatter = { from: number; to: number; quarters: readonly Quarter[]; stretches: readonly Stretch[]; flags: readonly Flag[] };

/** The newest flags only: older ones would hide the curve, and the incident's page lists them all. */
const FLAGS_MAX = 7;

/** `only`: the one incident to be drawn; otherwise all that the timeline knows. */
export function chartMatterOf(timeline: Timeline, only?: string): ChartMatter {
	const to = Date.parse(timeline.to);
	const updates = timeline.updates
		.filter((update) => only === undefined || update.incident === only)
		.toSorted((a, b) => a.at.localeCompare(b.at));
	return {
		from: Date.parse(timeline.from),
		to,
		quarters: quartersOf(timeline.points),
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
	};
}

function quartersOf(points: readonly TimelinePoint[]): Quarter[] {
	const ends = points.map((point) => Date.parse(point.at) + STEP_MS);
	const end = Math.max(...ends);
	const groups = new Map<number, TimelinePoint[]>();
	points.forEach((point, place) => {
		const quarter = Math.floor((end - (ends[place] ?? end)) / QUARTER_MS);
		groups.set(quarter, [...(groups.get(quarter) ?? []), point]);
	});
	return [...groups.entries()]
		.filter(([, steps]) => steps.length === QUARTER_MS / STEP_MS)
		.map(([quarter, steps]) => ({
			from: end - (quarter + 1) * QUARTER_MS,
			until: end - quarter * QUARTER_MS,
			evidence: sumOf(steps, "evidence"),
			expected: steps.reduce((sum, step) => sum + (step.expected ?? 0), 0),
			arrived: sumOf(steps, "arrived"),
			late: sumOf(steps, "late"),
		}))
		.sort((a, b) => a.from - b.from);
}

/** Null when any part is withheld: a sum of some of it would tell the rest. */
function sumOf(steps: readonly TimelinePoint[], field: "evidence" | "arrived" | "late"): number | null {
	return steps.reduce<number | null>((sum, step) => (sum === null || step[field] === null ? null : sum + step[field]), 0);
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

/** Whole hours to be named under the axis, `every` hours apart in the given zone. */
export function hoursOf(from: number, to: number, every: number, zone: "UTC" | undefined): { at: number; isMidnight: boolean }[] {
	const hourOf = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone });
	const hour = 60 * MINUTE_MS;
	const first = Math.ceil(from / hour) * hour;
	return Array.from({ length: Math.max(0, Math.floor((to - first) / hour) + 1) }, (_, place) => first + place * hour)
		.map((at) => ({ at, hour: Number(hourOf.format(at)) }))
		.filter((tick) => tick.hour % every === 0)
		.map((tick) => ({ at: tick.at, isMidnight: tick.hour === 0 }));
}
