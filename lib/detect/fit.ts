// How is a model fitted? From the days of a trailing stretch, three passes at first (fit, cap what stands out, fit again),
// one pass when a day is added to a model that stands. Every count is shrunk towards what is known more surely: a
// region's week towards the world's by its own clock, a service towards its regions.
import { makeBaseline } from "./baseline";
import { type CappedDay, capped, type Day, dispersionOf, uncapped, wholeDays } from "./history";
import { DAYPARTS, type Model, PROFILE_HOURS, thresholdsFor } from "./model";
import { withoutOutbursts } from "./outbursts";
import { PRIOR } from "./prior";
import { type Names, placeOf, SHAPES_MAX } from "./space";
import { localHour, WEEK_HOURS } from "./week";

/** Days a model looks back over: five of each weekday (DETECTION: baseline). */
export const HISTORY_DAYS = 35;
const PASSES = 3;
/** Reports that a region's hour, a service's weekend or daypart needs to outweigh what is usual around it. */
const SHAPE_WEIGHT = 20;
/** Reports from which on a region's clock is told by its sleep; before, it is UTC. */
const CLOCK_MIN = 100;
/** People sleep; the fewest reports come about half past three by their own clock. */
const TROUGH_HOUR = 3.5;

/** Before calibration every shape takes the same number of looks. */
const PRIOR_LOOKS = Array.from({ length: SHAPES_MAX + 1 }, () => PRIOR.looksPerDay / 8);

export type Fit = { model: Model; days: readonly CappedDay[] };
export type FitOptions = { names: Names; falseAlarmsPerDay: number; name: string; choices?: Model["choices"] };

/** A model from scratch. With no days it is the cold start's. */
export function fit(given: readonly Day[], options: FitOptions): Fit {
	const days = wholeDays(given);
	const known = withoutOutbursts(days, (held) => modelOf(held, options, null));
	let held: readonly CappedDay[] = known.map(uncapped);
	let model = modelOf(held, options, null);
	for (let pass = 0; pass < PASSES && days.length > 0; pass++) {
		const baseline = makeBaseline(model);
		held = known.map((day) => capped(day, baseline));
		model = modelOf(held, options, model);
	}
	return { model, days: held };
}

/** The model a day later: the new day is capped by the model as it was, the oldest leaves. */
export function refit({ model, days }: Fit, day: Day, options: FitOptions): Fit {
	const held = [...days.slice(Math.max(0, days.length + 1 - HISTORY_DAYS)), capped(day, makeBaseline(model))];
	return { model: modelOf(held, options, model), days: held };
}

function modelOf(days: readonly CappedDay[], { names, falseAlarmsPerDay, name, choices }: FitOptions, before: Model | null): Model {
	const S = names.count("service");
	const R = names.count("region");
	const tally = countDays(days, S, R);
	const clockHours = tally.regionHours.map(clockOf);
	const profiles = profilesOf(tally, days, clockHours);
	const { weekends, dayparts } = habitsOf(tally, profiles, clockHours, days, S);
	const calibration = { looksPerDay: before?.looksPerDay ?? PRIOR_LOOKS, decay: before?.decay ?? PRIOR.decay, falseAlarmsPerDay };
	const spread = (dimension: "service" | "region" | "carrier" | "channel") => dispersionOf(days, dimension) ?? PRIOR.dispersion[dimension];
	return {
		name,
		days: days.length,
		services: namesOf(S, (i) => names.nameOf("service", i)),
		regions: namesOf(R, (i) => names.nameOf("region", i)),
		carriers: namesOf(names.count("carrier"), (i) => ({ kind: names.kindOfCarrier(i), name: names.nameOf("carrier", i) })),
		choices: choices ?? choicesOf(tally, names, days.length),
		leaves: [...tally.leaves],
		arrived: [...tally.arrived],
		exposureDays: tally.firstDay.map((first) => (days.at(-1) ? Math.max(0, (days.at(-1)?.day ?? 0) - first + 1) : 0)),
		clockHours,
		profiles,
		weekends,
		dayparts,
		dispersion: { service: spread("service"), region: spread("region"), carrier: spread("carrier"), channel: spread("channel") },
		...calibration,
		thresholds: thresholdsFor(calibration),
	};
}

type Tally = {
	leaves: Map<number, number>;
	arrived: Float64Array;
	firstDay: number[];
	/** Per region, evidence in each of the 168 UTC hours of the week. */
	regionHours: Float64Array[];
	/** Per service and region, the same. */
	hours: Map<number, Float64Array>;
	regions: number;
};

function countDays(days: readonly CappedDay[], S: number, R: number): Tally {
	const tally: Tally = {
		leaves: new Map(),
		arrived: new Float64Array(S),
		firstDay: Array.from({ length: S }, () => Number.POSITIVE_INFINITY),
		regionHours: Array.from({ length: R }, () => new Float64Array(WEEK_HOURS)),
		hours: new Map(),
		regions: R,
	};
	for (const { day, entries, weights } of days)
		entries.forEach((entry, i) => {
			const weight = weights[i] ?? 0;
			const { service, region } = placeOf(entry.leaf);
			tally.arrived[service] = (tally.arrived[service] ?? 0) + entry.arrived;
			tally.firstDay[service] = Math.min(tally.firstDay[service] ?? day, day);
			if (weight === 0) return;
			tally.leaves.set(entry.leaf, (tally.leaves.get(entry.leaf) ?? 0) + weight);
			const hour = (day * 24 + Math.floor(entry.block / 2)) % WEEK_HOURS;
			bump(tally.regionHours[region], hour, weight);
			const own = tally.hours.get(service * R + region) ?? new Float64Array(WEEK_HOURS);
			bump(own, hour, weight);
			tally.hours.set(service * R + region, own);
		});
	return tally;
}

/** Hours between a region's clock and UTC, by the first harmonic of its day: it sleeps when the fewest report. */
function clockOf(hours: Float64Array): number {
	let x = 0;
	let y = 0;
	let n = 0;
	hours.forEach((count, hour) => {
		const angle = ((hour % 24) + 0.5) * (Math.PI / 12);
		x += count * Math.cos(angle);
		y += count * Math.sin(angle);
		n += count;
	});
	if (n < CLOCK_MIN) return 0;
	const trough = (Math.atan2(y, x) * 12) / Math.PI + 12;
	const shift = Math.round(TROUGH_HOUR - trough);
	return ((((shift + 12) % 24) + 24) % 24) - 12;
}

/** How often each local hour came, working days and weekends apart. */
function exposureOf(days: readonly CappedDay[], clockHours: number): Float64Array {
	const exposure = new Float64Array(PROFILE_HOURS);
	for (const { day } of days) for (let hour = 0; hour < 24; hour++) bump(exposure, localHour(day * 24 + hour, clockHours).slot, 1);
	return exposure;
}

/** 168 UTC hours of the week as 48 local ones. */
function localHours(hours: Float64Array, clockHours: number): Float64Array {
	const local = new Float64Array(PROFILE_HOURS);
	hours.forEach((count, hour) => {
		bump(local, localHour(hour, clockHours).slot, count);
	});
	return local;
}

function profilesOf(tally: Tally, days: readonly CappedDay[], clockHours: readonly number[]): number[][] {
	const counts = tally.regionHours.map((hours, r) => smooth(localHours(hours, clockHours[r] ?? 0)));
	const exposures = clockHours.map((clock) => smooth(exposureOf(days, clock)));
	const world = shapeOf(sumRows(counts), sumRows(exposures), null);
	return counts.map((own, r) => [...shapeOf(own, exposures[r] ?? new Float64Array(PROFILE_HOURS), world)]);
}

/** Counts per exposure against their mean, shrunk towards `usual` (or towards flat); mean 1 over a week. */
function shapeOf(counts: Float64Array, exposure: Float64Array, usual: Float64Array | null): Float64Array {
	const expected = exposure.map((times, slot) => times * (usual?.[slot] ?? 1));
	const scale = sum(expected) > 0 ? sum(counts) / sum(expected) : 0;
	const shape = counts.map((count, slot) => {
		const mean = (expected[slot] ?? 0) * scale;
		return ((usual?.[slot] ?? 1) * (count + SHAPE_WEIGHT)) / (mean + SHAPE_WEIGHT);
	});
	const mean = shape.reduce((all, value, slot) => all + value * (slot < 24 ? 5 : 2), 0) / WEEK_HOURS;
	return shape.map((value) => value / mean);
}

/** Each hour with half of its neighbours, within its own kind of day. */
function smooth(hours: Float64Array): Float64Array {
	return hours.map((count, slot) => {
		const base = slot < 24 ? 0 : 24;
		const at = (hour: number) => hours[base + ((hour + 24) % 24)] ?? 0;
		return count / 2 + (at(slot - base - 1) + at(slot - base + 1)) / 4;
	});
}

/** How a service's weekends and dayparts differ from what its regions would make of them. */
function habitsOf(tally: Tally, profiles: number[][], clockHours: readonly number[], days: readonly CappedDay[], S: number) {
	const seen = Array.from({ length: S }, () => new Float64Array(PROFILE_HOURS));
	const meant = Array.from({ length: S }, () => new Float64Array(PROFILE_HOURS));
	for (const [pair, hours] of tally.hours) {
		const service = Math.floor(pair / tally.regions);
		const region = pair % tally.regions;
		const clock = clockHours[region] ?? 0;
		const exposed = exposureOf(days, clock).map((times, slot) => times * (profiles[region]?.[slot] ?? 1));
		const scale = sum(hours) / sum(exposed);
		localHours(hours, clock).forEach((count, slot) => {
			bump(seen[service], slot, count);
			bump(meant[service], slot, (exposed[slot] ?? 0) * scale);
		});
	}
	const weekends = seen.map((own, s): [number, number] => {
		const of = (from: number) =>
			(sum(own.subarray(from, from + 24)) + SHAPE_WEIGHT) / (sum((meant[s] ?? own).subarray(from, from + 24)) + SHAPE_WEIGHT);
		return [of(0), of(24)];
	});
	const dayparts = seen.map((own, s) =>
		Array.from({ length: DAYPARTS }, (_, part) => {
			let count = 0;
			let mean = 0;
			for (let slot = 0; slot < PROFILE_HOURS; slot++) {
				if (Math.floor(((slot % 24) * DAYPARTS) / 24) !== part) continue;
				count += own[slot] ?? 0;
				mean += (meant[s]?.[slot] ?? 0) * (weekends[s]?.[slot < 24 ? 0 : 1] ?? 1);
			}
			return (count + SHAPE_WEIGHT) / (mean + SHAPE_WEIGHT);
		}),
	);
	return { weekends, dayparts };
}

/** The values that were spoken of; at a cold start, as many as the method was measured with. */
function choicesOf(tally: Tally, names: Names, days: number): Model["choices"] {
	if (days === 0) return PRIOR.choices;
	const met = { service: new Set<number>(), region: new Set<number>(), carrier: new Set<number>(), channel: new Set<number>() };
	for (const leaf of tally.leaves.keys()) {
		const place = placeOf(leaf);
		met.service.add(place.service);
		met.region.add(place.region);
		if (place.carrier >= 0) met.carrier.add(place.carrier);
		met.channel.add(place.channel);
	}
	const ofKind = (kind: "mobile" | "mailbox") => [...met.carrier].filter((carrier) => names.kindOfCarrier(carrier) === kind).length;
	const least = (number: number) => Math.max(2, number);
	return {
		service: least(met.service.size),
		region: least(met.region.size),
		carrier: { mobile: least(ofKind("mobile")), mailbox: least(ofKind("mailbox")) },
		channel: least(met.channel.size),
	};
}

function sumRows(rows: readonly Float64Array[]): Float64Array {
	const all = new Float64Array(PROFILE_HOURS);
	for (const row of rows)
		row.forEach((value, slot) => {
			bump(all, slot, value);
		});
	return all;
}

function sum(numbers: Float64Array): number {
	return numbers.reduce((all, number) => all + number, 0);
}

function bump(numbers: Float64Array | undefined, at: number, by: number): void {
	if (numbers) numbers[at] = (numbers[at] ?? 0) + by;
}

function namesOf<Name>(count: number, of: (number: number) => Name): Name[] {
	return Array.from({ length: count }, (_, number) => of(number));
}
