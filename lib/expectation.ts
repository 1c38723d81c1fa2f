// How many failing reports are ordinary for what a reader looks at? The model in force, asked by slices and times. A slice
// has one rate for each hour of the week; those are worked out when somebody asks and kept while the model is in force.
import { makeBaseline } from "./detect/baseline";
import { type Model, namesOf } from "./detect/model";
import { ANY, areaOf } from "./detect/space";
import { WEEK_HOURS } from "./detect/week";
import type { Slice } from "./incident";
import { HOUR_MS, MINUTE_MS } from "./time";

export type Expectation = {
	/** The model's name. */
	name: string;
	/** Failing reports that are ordinary in the slice between two times, of those left after thinning. */
	of(slice: Slice, from: Date, to: Date): number;
};

/** Slices kept ready: some hundred services with their channels, and what is asked of places. */
const SLICES_MAX = 4_096;

export function makeExpectation(model: Model): Expectation {
	const baseline = makeBaseline(model);
	const names = namesOf(model);
	const weeks = new Map<string, Float64Array>();

	function weekOf(slice: Slice): Float64Array {
		const key = `${slice.service} ${slice.region} ${slice.carrier} ${slice.channel}`;
		const kept = weeks.get(key);
		if (kept) return kept;
		const made = weekOfArea(areaOf(slice, names));
		if (weeks.size >= SLICES_MAX) weeks.clear();
		weeks.set(key, made);
		return made;
	}

	function weekOfArea({ service, region, carrier, channel }: ReturnType<typeof areaOf>): Float64Array {
		const sum = new Float64Array(WEEK_HOURS);
		for (const s of service ?? [ANY])
			for (const r of region ?? [ANY])
				for (const c of carrier ?? [ANY])
					for (const h of channel ?? [ANY])
						baseline.week({ service: s, region: r, carrier: c, channel: h }).forEach((rate, hour) => {
							sum[hour] = (sum[hour] ?? 0) + rate;
						});
		return sum;
	}

	return {
		name: model.name,
		of(slice, from, to) {
			const week = weekOf(slice);
			let sum = 0;
			for (let start = from.getTime(); start < to.getTime(); ) {
				const hour = Math.floor(start / HOUR_MS);
				const end = Math.min(to.getTime(), (hour + 1) * HOUR_MS);
				sum += ((week[hour % WEEK_HOURS] ?? 0) * (end - start)) / MINUTE_MS;
				start = end;
			}
			return sum;
		},
	};
}
