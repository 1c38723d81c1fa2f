// How does an instance come to its model? Fitted on the whole days before today and calibrated for its promise; before
// there is a day, the cold start's. Pure; who reads the days is lib/store/history.ts. The same days give the same model.
import { calibrated, calibratedAs } from "./detect/calibrate";
import { fit, HISTORY_DAYS } from "./detect/fit";
import type { Day } from "./detect/history";
import type { Model } from "./detect/model";
import { SETTLED_DAYS } from "./detect/outbursts";
import { makeNames, type Names } from "./detect/space";
import { coldName, fittedName } from "./model-name";

export type Fitting = {
	/** Consecutive UTC days, oldest first; their values are numbered by `names`. */
	days: readonly Day[];
	names: Names;
	falseAlarmsPerDay: number;
	/** The UTC day that is to be judged, counted from the epoch. */
	day: number;
	/** Days drawn to count looks (lib/detect/calibrate.ts); as many as promised unless told otherwise. */
	calibrationDays?: number;
};

/**
 * The model of a day, from at most `HISTORY_DAYS` whole days before it; `null` when nobody had trouble on any. Days before the
 * first report are not there: a service nobody could have spoken of was not quiet. Takes seconds.
 */
export function fitModel({ days, names, falseAlarmsPerDay, day, calibrationDays }: Fitting): Model | null {
	const past = days.filter((one) => one.day < day && one.day >= day - HISTORY_DAYS);
	const first = past.findIndex(({ entries }) => entries.length > 0);
	if (first < 0) return null;
	const { model } = fit(past.slice(first), { names, falseAlarmsPerDay, name: fittedName(day) });
	// Drawn from nothing nothing ever opens, and the thresholds would be next to none.
	return model.leaves.length === 0 ? null : cautious(calibrated(model, calibrationDays));
}

/** Looks are counted as though the model were true. Of few days it hardly is: no threshold is then below the cold start's. */
function cautious(model: Model): Model {
	if (model.days >= SETTLED_DAYS) return model;
	const cold = coldModel(model.falseAlarmsPerDay).looksPerDay;
	const looksPerDay = model.looksPerDay.map((looks, shape) => Math.max(looks, cold[shape] ?? looks));
	return calibratedAs({ ...model, looksPerDay }, model);
}

/** The model of an instance that has no whole day behind it. */
export function coldModel(falseAlarmsPerDay: number): Model {
	return fit([], { names: makeNames(), falseAlarmsPerDay, name: coldName }).model;
}
