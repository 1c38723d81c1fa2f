// What does the detector take for ordinary? A model: counts of a trailing stretch of days and the shapes fitted to them,
// plain numbers that go through JSON unchanged, so that a verdict can name the model it used and anybody can take the
// same one again. `lib/detect/fit.ts` makes it, `lib/detect/baseline.ts` reads it.
import { z } from "zod";
import { type CarrierKind, carrierKinds, FIXED, makeNames, type Names, SHAPES_MAX } from "./space";

/** Hours of the local day, on working days and on weekends. */
export const PROFILE_HOURS = 48;
/** Stretches of three hours of the local day in which a service may differ from its regions. */
export const DAYPARTS = 8;

/**
 * Extra-Poisson variance (φ, Var = μ + φ μ²) of a dimension's values: what changes from half hour to half hour and so
 * averages out over a longer window, and what stays.
 */
export type Dispersion = { passing: number; lasting: number };

export type Model = {
	/** Says which one it is: a verdict names it. */
	name: string;
	/** Days of history behind it; 0 at a cold start. */
	days: number;
	services: readonly string[];
	regions: readonly string[];
	carriers: readonly { kind: CarrierKind; name: string }[];
	/** Values a slice is looked for among: the price of looking (`lib/detect/score.ts`). */
	choices: { service: number; region: number; carrier: Record<CarrierKind, number>; channel: number };
	/** Slices that fix all four dimensions, and the evidence counted in each over the days, capped. */
	leaves: readonly (readonly [key: number, count: number])[];
	/** Per service: people whose code came, over the days, and on how many of the days it was there to be spoken of. */
	arrived: readonly number[];
	exposureDays: readonly number[];
	/** Per region: hours between its clock and UTC, told by when it sleeps; and its week, mean 1. */
	clockHours: readonly number[];
	profiles: readonly (readonly number[])[];
	/** Per service: factors on working days and weekends, and in each daypart. */
	weekends: readonly (readonly [workday: number, weekend: number])[];
	dayparts: readonly (readonly number[])[];
	dispersion: { service: Dispersion; region: Dispersion; carrier: Dispersion; channel: Dispersion };
	/** Per shape of slice: false alarms a day ≈ `looksPerDay` · e^(−`decay` · threshold), as calibrated; nats. */
	looksPerDay: readonly number[];
	decay: number;
	falseAlarmsPerDay: number;
	thresholds: readonly number[];
};

/**
 * How often what fails is a slice of this shape: the share of the false alarms that may go to it. Most faults are one
 * service's; a whole channel hardly ever fails for everybody.
 */
const SHARES: readonly (readonly [shape: number, share: number])[] = [
	[FIXED.service, 0.3],
	[FIXED.service | FIXED.channel, 0.15],
	[FIXED.carrier, 0.15],
	[FIXED.region | FIXED.channel, 0.08],
	[FIXED.carrier | FIXED.region, 0.08],
	[FIXED.service | FIXED.region, 0.08],
	[FIXED.service | FIXED.carrier, 0.06],
	[FIXED.region, 0.04],
];
const SHARE_OF_OTHERS = 0.06 / (SHAPES_MAX - SHARES.length);

/** The thresholds that keep the promise, in nats, by shape. */
export function thresholdsFor({
	looksPerDay,
	decay,
	falseAlarmsPerDay,
}: Pick<Model, "looksPerDay" | "decay" | "falseAlarmsPerDay">): number[] {
	return looksPerDay.map((looks, shape) => {
		const share = SHARES.find(([one]) => one === shape)?.[1] ?? SHARE_OF_OTHERS;
		return Math.log(looks / (falseAlarmsPerDay * share)) / decay;
	});
}

/** The same model with another promise. */
export function promising(model: Model, falseAlarmsPerDay: number): Model {
	return { ...model, falseAlarmsPerDay, thresholds: thresholdsFor({ ...model, falseAlarmsPerDay }) };
}

/** The model's own numbers first, so that its keys hold. */
export function namesOf(model: Model): Names {
	const names = makeNames();
	for (const service of model.services) names.service(service);
	for (const region of model.regions) names.region(region);
	for (const { kind, name } of model.carriers) names.carrier(name, kind === "mobile" ? names.channel("sms") : names.channel("email"));
	return names;
}

const numbers = z.array(z.number());
const dispersionSchema = z.object({ passing: z.number(), lasting: z.number() });
const schema = z.object({
	name: z.string(),
	days: z.number(),
	services: z.array(z.string()),
	regions: z.array(z.string()),
	carriers: z.array(z.object({ kind: z.enum(carrierKinds), name: z.string() })),
	choices: z.object({
		service: z.number(),
		region: z.number(),
		carrier: z.object({ mobile: z.number(), mailbox: z.number() }),
		channel: z.number(),
	}),
	leaves: z.custom<Model["leaves"]>(areLeaves, "wants pairs of numbers"),
	arrived: numbers,
	exposureDays: numbers,
	clockHours: numbers,
	profiles: z.array(numbers.length(PROFILE_HOURS)),
	weekends: z.array(z.tuple([z.number(), z.number()])),
	dayparts: z.array(numbers.length(DAYPARTS)),
	dispersion: z.object({ service: dispersionSchema, region: dispersionSchema, carrier: dispersionSchema, channel: dispersionSchema }),
	looksPerDay: numbers.length(SHAPES_MAX + 1),
	decay: z.number().positive(),
	falseAlarmsPerDay: z.number().positive(),
	thresholds: numbers.length(SHAPES_MAX + 1),
}) satisfies z.ZodType<Model>;

/** Tens of thousands of pairs: read one by one by the schema they would hold up everything else. */
function areLeaves(value: unknown): boolean {
	return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isFinite));
}

/** A model from its JSON, or a sentence on what is wrong with it. */
export function parseModel(text: string): Model | string {
	try {
		const parsed = schema.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join(", ");
	} catch {
		return "it is not JSON";
	}
}
