// The last six hours of what is failing, for a line of the overview each; of a few, because each is a reading of its own.
import { chartMatterOf } from "@/components/chart-matter";
import type { Sparks } from "@/components/spark";
import { house } from "@/lib/house";
import type { Incident } from "@/lib/incident";
import type { Overview } from "@/lib/overview";
import { HOUR_MS, plus, stepOf, TALLY_STEP_MS } from "@/lib/time";

const SPARKS_MAX = 6;

/** By incident; without those that could not be read, or are of no one service and channel. */
export async function readSparks({ open }: Overview): Promise<Sparks> {
	const failing = open.map(({ incident }) => incident).filter(({ state }) => state === "confirmed");
	const read = await Promise.all(failing.slice(0, SPARKS_MAX).map(async (incident) => [incident.id, await readSpark(incident)] as const));
	return new Map(read.flatMap(([id, quarters]) => (quarters ? [[id, quarters] as const] : [])));
}

/** Cut to whole steps, so that everybody who looks asks for the same. */
async function readSpark({ service, slice }: Incident) {
	const { catalog, readings, now } = house();
	const found = catalog.findService(service ?? "");
	const [channel, ...others] = slice.channel ?? [];
	if (!found || others.length > 0) return null;
	const from = stepOf(plus(now(), -6 * HOUR_MS), TALLY_STEP_MS);
	const timeline = await readings.timeline(found, { from, ...(channel && { channel }) });
	return timeline.known ? chartMatterOf(timeline.value).quarters : null;
}
