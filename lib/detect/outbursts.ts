// What may count while there are hardly any days? An outage among them would pass for the shape of a day, and then no cap
// finds it. So it is capped before, as though every hour of a service were like the others.
import { makeBaseline } from "./baseline";
import { type CappedDay, capped, type Day, uncapped } from "./history";
import type { Model } from "./model";

/** Fewer days do not tell an outage from the shape of a day. */
export const SETTLED_DAYS = 14;
/** Each takes an outburst down to about a fifth, until it is near what the other hours come to. */
const PASSES = 6;

/** The same days with less evidence where it stands out, while they are few. `modelOf` makes a model of days as they are held. */
export function withoutOutbursts(days: readonly Day[], modelOf: (held: readonly CappedDay[]) => Model): readonly Day[] {
	if (days.length >= SETTLED_DAYS) return days;
	let held: readonly CappedDay[] = days.map(uncapped);
	for (let pass = 0; pass < PASSES && days.length > 0; pass++) {
		const baseline = makeBaseline(flattened(modelOf(held)));
		// Around a flat day everything varies: that is no measure.
		held = days.map((day) => ({ ...capped(day, baseline), moments: null }));
	}
	return held.map(({ day, entries, weights }) => ({ day, entries: entries.map((entry, i) => ({ ...entry, evidence: weights[i] ?? 0 })) }));
}

function flattened(model: Model): Model {
	return {
		...model,
		profiles: model.profiles.map((profile) => profile.map(() => 1)),
		weekends: model.weekends.map(() => [1, 1]),
		dayparts: model.dayparts.map((parts) => parts.map(() => 1)),
	};
}
