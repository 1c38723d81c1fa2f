// How long did people wait for their code? Of those whose code came and who said how long it took, and beside them those who
// say it never came. Of a service or a channel it is exact and live; narrowed to a carrier or a region it leaves as every count
// of a place does: lib/publish.ts decides. Read off the reports, so it is told for as long as they are kept, of one day at most.
import { z } from "zod";
import type { Catalog, Service } from "./catalog/catalog";
import { type Cells, reportCellsOf } from "./catalog/reach";
import { type Around, closedStretchOf, isKept, type Lived, lifeOf } from "./flows";
import { isNarrowed, type Slice, sliceKeyOf } from "./incident";
import { makePatience, type PatienceParts } from "./patience";
import { type PartCount, type PartStep, publishParts } from "./publish";
import type { Channel } from "./report";
import { DAY_MS, MINUTE_MS, plus, stepOf } from "./time";
import { type WaitLength, waitLengths } from "./wait-lengths";

/** `missing`: it never came. `unsaid`: it came, and nobody said after how long. */
export type WaitPart = WaitLength | "missing" | "unsaid";
const waitParts: readonly WaitPart[] = [...waitLengths.map(({ name }) => name), "missing", "unsaid"];

const count = z.object({
	people: z.int().nullable().describe("null: a few, or nobody"),
	withheld: z.boolean().describe("More were counted than is told"),
});

/** Times are ISO 8601 UTC. */
export const waitSchema = z.object({
	from: z.iso.datetime(),
	to: z.iso.datetime().describe("Equals `from` where nothing can be told yet, or any more"),
	kept: z.boolean().describe("False where reports of this time were deleted after their keep"),
	waits: z
		.array(count.extend({ belowSeconds: z.int().nullable().describe("null: an hour or longer") }))
		.describe("People whose code came and who said how long it took, in order; empty where nothing can be told"),
	missing: count.describe("People who say that it never came"),
	unsaid: count.describe("People whose code came and who did not say how long it took"),
});
export type WaitReading = z.output<typeof waitSchema>;

export type WaitReadings = {
	/** Of a service's last day, on one channel or on all. `null`: it could not be read. */
	waitsOfService(service: Service, channel: Channel | null): Promise<WaitReading | null>;
	/** Of an incident's slice, while it lasts. */
	waitsOfIncident(incident: Lived): Promise<WaitReading | null>;
};

export type WaitParts = PatienceParts & {
	catalog: Catalog;
	retainDays: number;
	listWaitSteps(query: Cells & { from: Date; to: Date }): Promise<readonly PartStep<WaitPart>[]>;
};

type Stretch = { from: Date; to: Date; since: Date };

export function makeWaitReadings(parts: WaitParts): WaitReadings {
	const patience = makePatience<WaitReading>(parts);

	async function waits(slice: Slice, around?: Around): Promise<WaitReading | null> {
		const now = parts.now();
		const stretch = isNarrowed(slice) ? closedStretchOf(around, now) : liveStretchOf(around, now);
		if (!isKept(stretch, parts.retainDays, now)) return nothing(stretch.from, { kept: false });
		if (stretch.to <= stretch.since) return nothing(stretch.from, { kept: true });
		const key = `waits ${sliceKeyOf(slice)} ${around?.from.getTime()}`;
		return patience(key, stretch.to, () => readWaits(parts, slice, stretch));
	}

	return {
		waitsOfService: ({ slug }, channel) => waits({ service: [slug], region: null, carrier: null, channel: channel && [channel] }),
		waitsOfIncident: (incident) => waits(incident.slice, lifeOf(incident)),
	};
}

async function readWaits(parts: WaitParts, slice: Slice, { from, to, since }: Stretch): Promise<WaitReading> {
	const steps = await parts.listWaitSteps({ from, to, ...reportCellsOf(slice, parts.catalog) });
	if (!isNarrowed(slice)) return tell(from, to, exactParts(steps));
	const { until, parts: told } = publishParts(steps, waitParts, { from, to });
	return until <= since ? nothing(from, { kept: true }) : tell(from, until, told);
}

/** What names no place needs no thinning out. */
export function exactParts(steps: readonly PartStep<WaitPart>[]): readonly PartCount<WaitPart>[] {
	return waitParts.map((name) => {
		const mine = steps.filter((step) => step.name === name);
		const sum = (counter: "failed" | "arrived") => mine.reduce((total, step) => total + step[counter], 0);
		return { name, failed: sum("failed"), arrived: sum("arrived"), withheld: false };
	});
}

function tell(from: Date, to: Date, parts: readonly PartCount<WaitPart>[]): WaitReading {
	const countOf = (name: WaitPart) => {
		const part = parts.find((one) => one.name === name);
		const people = part?.failed === null || part?.arrived === null ? null : (part?.failed ?? 0) + (part?.arrived ?? 0);
		return { people, withheld: part?.withheld ?? false };
	};
	return {
		from: from.toISOString(),
		to: to.toISOString(),
		kept: true,
		waits: waitLengths.map(({ name, belowSeconds }) => ({ belowSeconds, ...countOf(name) })),
		missing: countOf("missing"),
		unsaid: countOf("unsaid"),
	};
}

function nothing(at: Date, { kept }: { kept: boolean }): WaitReading {
	const none = { people: null, withheld: false };
	return { from: at.toISOString(), to: at.toISOString(), kept, waits: [], missing: none, unsaid: none };
}

/** To the minute that is over, or to the end; of more than a day the last of it. */
function liveStretchOf(around: Around | undefined, now: Date): Stretch {
	const end = around?.to && around.to < now ? around.to : now;
	const to = stepOf(plus(end, around?.to ? MINUTE_MS - 1 : 0), MINUTE_MS);
	const since = new Date(Math.max(around?.from.getTime() ?? 0, to.getTime() - DAY_MS));
	return { from: stepOf(since, MINUTE_MS), to, since };
}
