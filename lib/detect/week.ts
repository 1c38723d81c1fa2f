// Where does an hour fall in the week of a region? Arithmetic on hours alone: every region has its own clock.
import { DAYPARTS } from "./model";

export const WEEK_HOURS = 168;

export type LocalHour = { slot: number; isWeekend: boolean };

/** Where an hour (counted from the epoch) falls in a local week: 0–23 on working days, 24–47 on weekends. */
export function localHour(hour: number, clockHours: number): LocalHour {
	const local = hour + clockHours;
	// 1 January 1970 was a Thursday, three days after a Monday.
	const day = (((Math.floor(local / 24) + 3) % 7) + 7) % 7;
	const isWeekend = day >= 5;
	return { slot: (((local % 24) + 24) % 24) + (isWeekend ? 24 : 0), isWeekend };
}

/** The stretch of three hours that holds a slot. */
export function daypartOf(slot: number): number {
	return Math.floor(((slot % 24) * DAYPARTS) / 24);
}
