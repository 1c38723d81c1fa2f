// What does the detector take for ordinary? A model: counts of a trailing stretch of days and the shapes fitted to them,
// plain numbers that go through JSON unchanged, so that a verdict can name the model it used and anybody can take the
// same one again. `lib/detect/fit.ts` makes it, `lib/detect/baseline.ts` reads it.
import type { CarrierKind } from "./space";

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
	/** False alarms a day ≈ `looksPerDay` · e^(−`decay` · threshold), as calibrated; nats. */
	looksPerDay: number;
	decay: number;
	falseAlarmsPerDay: number;
	threshold: number;
};

/** The threshold that keeps the promise, in nats. */
export function thresholdFor({
	looksPerDay,
	decay,
	falseAlarmsPerDay,
}: Pick<Model, "looksPerDay" | "decay" | "falseAlarmsPerDay">): number {
	return Math.log(looksPerDay / falseAlarmsPerDay) / decay;
}

/** The same model with another promise. */
export function promising(model: Model, falseAlarmsPerDay: number): Model {
	return { ...model, falseAlarmsPerDay, threshold: thresholdFor({ ...model, falseAlarmsPerDay }) };
}
