// What were people trying to do? How many failed and how many got their code, by what they said it was for. A flow says
// where somebody stands with an account, so it leaves as a place does: lib/publish.ts decides. Read off the reports, so it is
// told for as long as they are kept, and of one day at most.
import type { Catalog, Service } from "./catalog/catalog";
import { type Cells, reportCellsOf } from "./catalog/reach";
import { type Incident, type Slice, sliceKeyOf } from "./incident";
import { makePatience, type PatienceParts } from "./patience";
import { type FlowCount, type FlowStep, NAMED_STEP_MIN_MS, publishFlows } from "./publish";
import { DAY_MS, HOUR_MS, plus, stepOf } from "./time";

/** Times are ISO 8601 UTC. `from` equals `to` until the first step is over, or where the reports are gone. */
export type FlowReading = {
	from: string;
	to: string;
	/** False where reports of this time were deleted after their keep. */
	kept: boolean;
	/** By flow, `null` last for those who named none; empty where nothing can be told. */
	flows: readonly FlowCount[];
};

export type Lived = Pick<Incident, "slice" | "startedAt" | "endedAt" | "dismissedAt">;

export type FlowReadings = {
	/** Of a service's last day. `null`: it could not be read. */
	flowsOfService(service: Service): Promise<FlowReading | null>;
	/** Of an incident's slice, while it lasts. */
	flowsOfIncident(incident: Lived): Promise<FlowReading | null>;
};

export type FlowParts = PatienceParts & {
	catalog: Catalog;
	retainDays: number;
	listFlowSteps(query: Cells & { from: Date; to: Date }): Promise<readonly FlowStep[]>;
};

/** Without an end it is the last half hour that is over. */
export type Around = { from: Date; to: Date | null };

/** What is read; `since` is what it is read for: nothing is told that ends before. */
type Stretch = { from: Date; to: Date; since: Date };

export function makeFlowReadings(parts: FlowParts): FlowReadings {
	const patience = makePatience<FlowReading>(parts);

	async function flows(slice: Slice, around?: Around): Promise<FlowReading | null> {
		const now = parts.now();
		const stretch = closedStretchOf(around, now);
		if (!isKept(stretch, parts.retainDays, now)) return nothing(stretch.from, { kept: false });
		if (stretch.to <= stretch.since) return nothing(stretch.from, { kept: true });
		const key = `flows ${sliceKeyOf(slice)} ${around?.from.getTime()}`;
		return patience(key, stretch.to, () => readFlows(parts, slice, stretch));
	}

	return {
		flowsOfService: ({ slug }) => flows({ service: [slug], region: null, carrier: null, channel: null }),
		flowsOfIncident: (incident) => flows(incident.slice, lifeOf(incident)),
	};
}

/** While an incident lasts. */
export function lifeOf({ startedAt, endedAt, dismissedAt }: Lived): Around {
	const end = endedAt ?? dismissedAt;
	return { from: new Date(startedAt), to: end === null ? null : new Date(end) };
}

/** Whether every report of a stretch that begins at `from` is still there. */
export function isKept({ from }: { from: Date }, retainDays: number, now: Date): boolean {
	return from >= stepOf(plus(now, -retainDays * DAY_MS), DAY_MS);
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
export function closedStretchOf(around: Around | undefined, now: Date): Stretch {
	const closed = stepOf(now, NAMED_STEP_MIN_MS).getTime();
	const end = around?.to ? plus(stepOf(plus(around.to, -1), HOUR_MS), HOUR_MS).getTime() : closed;
	const to = Math.min(end, closed);
	const since = new Date(Math.max(around?.from.getTime() ?? 0, to - DAY_MS));
	return { from: stepOf(since, HOUR_MS), to: new Date(to), since };
}
