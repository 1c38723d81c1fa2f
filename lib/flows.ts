// What were people trying to do? How many failed and how many got their code, by what they said it was for. A flow says
// where somebody stands with an account, so it leaves as a place does: lib/publish.ts decides. Read off the reports, so it is
// told for as long as they are kept, and of one day at most.
import { setTimeout as wait } from "node:timers/promises";
import type { Catalog, Service } from "./catalog/catalog";
import { type Cells, reportCellsOf } from "./catalog/reach";
import { type Incident, type Slice, sliceKeyOf } from "./incident";
import { type FlowCount, type FlowStep, NAMED_STEP_MIN_MS, publishFlows } from "./publish";
import { type SingleFlight, SLOW_KEPT_MS } from "./single-flight";
import { DAY_MS, HOUR_MS, MINUTE_MS, plus, stepOf } from "./time";

/** Times are ISO 8601 UTC. `from` equals `to` until the first step is over, or where the reports are gone. */
export type FlowReading = {
	from: string;
	to: string;
	/** False where reports of this time were deleted after their keep. */
	kept: boolean;
	/** By flow, `null` last for those who named none; empty where nothing can be told. */
	flows: readonly FlowCount[];
};

type Lived = Pick<Incident, "slice" | "startedAt" | "endedAt" | "dismissedAt">;

export type FlowReadings = {
	/** Of a service's last day. `null`: it could not be read. */
	flowsOfService(service: Service): Promise<FlowReading | null>;
	/** Of an incident's slice, while it lasts. */
	flowsOfIncident(incident: Lived): Promise<FlowReading | null>;
};

export type FlowParts = {
	catalog: Catalog;
	/** Keeps for `SLOW_KEPT_MS`: what has closed changes only when somebody moves on. */
	slowFlight: SingleFlight;
	retainDays: number;
	now(): Date;
	listFlowSteps(query: Cells & { from: Date; to: Date }): Promise<readonly FlowStep[]>;
	failed(what: string, error: unknown): void;
};

/** Without an end it is the last half hour that is over. */
type Around = { from: Date; to: Date | null };

/** What is read; `since` is what it is read for: nothing is told that ends before. */
type Stretch = { from: Date; to: Date; since: Date };

/** A reading of the stretch up to `to`, made at `at`. */
type Kept = { reading: FlowReading; to: Date; at: Date };

/** A crowd's day is a long read: whoever asks waits this long for a new reading, then has the one before. */
const WAIT_MS = 50;
/** The same where there is none before: then it is not read, and the page goes out without it. */
const FIRST_WAIT_MS = 1_000;
const BEFORE_AGE_MAX_MS = 10 * MINUTE_MS;
/** Readings kept to be told once more; beyond it the oldest go. */
const KEPT_MAX = 500;

export function makeFlowReadings(parts: FlowParts): FlowReadings {
	const kept = new Map<string, Kept>();

	async function flows(slice: Slice, around?: Around): Promise<FlowReading | null> {
		const now = parts.now();
		const stretch = stretchOf(around, now);
		if (stretch.from < stepOf(plus(now, -parts.retainDays * DAY_MS), DAY_MS)) return nothing(stretch.from, { kept: false });
		if (stretch.to <= stretch.since) return nothing(stretch.from, { kept: true });
		const key = `${sliceKeyOf(slice)} ${around?.from.getTime()}`;
		const before = kept.get(key);
		const made = make(key, slice, stretch);
		if (before && isCurrent(before, stretch, now)) return made;
		const isRecent = before !== undefined && plus(before.at, BEFORE_AGE_MAX_MS) >= now;
		const given = isRecent ? wait(WAIT_MS, before.reading, { ref: false }) : wait(FIRST_WAIT_MS, null, { ref: false });
		return Promise.race([made, given]);
	}

	async function make(key: string, slice: Slice, stretch: Stretch): Promise<FlowReading | null> {
		const what = `flows ${key} ${stretch.from.getTime()} ${stretch.to.getTime()}`;
		try {
			return await parts.slowFlight.read(what, async () => {
				const at = parts.now();
				const reading = await readFlows(parts, slice, stretch);
				keep(key, { reading, to: stretch.to, at });
				return reading;
			});
		} catch (error) {
			parts.failed(what, error);
			return null;
		}
	}

	function keep(key: string, made: Kept): void {
		kept.delete(key);
		kept.set(key, made);
		const [oldest] = kept.keys();
		if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
	}

	return {
		flowsOfService: ({ slug }) => flows({ service: [slug], region: null, carrier: null, channel: null }),
		flowsOfIncident({ slice, startedAt, endedAt, dismissedAt }) {
			const end = endedAt ?? dismissedAt;
			return flows(slice, { from: new Date(startedAt), to: end === null ? null : new Date(end) });
		},
	};
}

/** What the flight gives at once. */
function isCurrent({ to, at }: Kept, stretch: Stretch, now: Date): boolean {
	return to.getTime() === stretch.to.getTime() && now.getTime() - at.getTime() < SLOW_KEPT_MS;
}

async function readFlows(parts: FlowParts, slice: Slice, { from, to, since }: Stretch): Promise<FlowReading> {
	const steps = await parts.listFlowSteps({ from, to, ...reportCellsOf(slice, parts.catalog) });
	const { until, flows } = publishFlows(steps, { from, to });
	if (until <= since) return nothing(from, { kept: true });
	return { from: from.toISOString(), to: until.toISOString(), kept: true, flows };
}

function nothing(at: Date, { kept }: { kept: boolean }): FlowReading {
	return { from: at.toISOString(), to: at.toISOString(), kept, flows: [] };
}

/** Whole hours, cut at the last half hour that is over; of more than a day the last of it. */
function stretchOf(around: Around | undefined, now: Date): Stretch {
	const closed = stepOf(now, NAMED_STEP_MIN_MS).getTime();
	const end = around?.to ? plus(stepOf(plus(around.to, -1), HOUR_MS), HOUR_MS).getTime() : closed;
	const to = Math.min(end, closed);
	const since = new Date(Math.max(around?.from.getTime() ?? 0, to - DAY_MS));
	return { from: stepOf(since, HOUR_MS), to: new Date(to), since };
}
