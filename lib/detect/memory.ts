// What must a detector know beside the reports of its longest window, to go on where another stopped? Which slices incidents
// have held and how each of them stood: plain values in words, so that they go through JSON and into another model's numbers.
import { z } from "zod";
import { channels } from "../report";
import type { Observation } from "./log";

const words = z.array(z.string()).readonly().nullable();
const slice = z.object({ service: words, region: words, carrier: words, channel: z.array(z.enum(channels)).readonly().nullable() });
const instant = z.number();

const schema = z.object({
	/** The grid time it stands at, ms. */
	at: instant,
	/** Oldest first; see `lib/detect/cover.ts`. */
	covers: z.array(z.object({ holder: z.string(), slice, from: instant, until: instant.nullable() })),
	following: z.record(
		z.string(),
		z.object({
			nats: z.number(),
			failingAt: instant,
			rise: z.number(),
			clearSince: instant.nullable(),
			readAt: instant,
			campaign: z.boolean(),
			peak: z.object({ at: instant, observed: z.number(), networks: z.number(), told: z.boolean() }).nullable(),
			awaitsArrivals: z.boolean(),
		}),
	),
});

export type Memory = z.infer<typeof schema>;

/** Where a detector goes on: what another remembered (`null`: nothing but the time) and the reports it had in sight. */
export type Past = { at: Date; memory: Memory | null; observations: readonly Observation[] };

/** What was kept, or `null` when it cannot be read: then incidents are followed anew from where they stand. */
export function readMemory(kept: unknown): Memory | null {
	const parsed = schema.safeParse(kept);
	return parsed.success ? parsed.data : null;
}
