// What is a model called? Its name stands beside every number that rests on it.
import { DAY_MS, dayOf } from "./time";

/** The model of an instance that has no whole day behind it: fixed guesses. */
export const coldName = "cold-start-2";

/** What the model of a UTC day, counted from the epoch, is called. */
export function fittedName(day: number): string {
	return `fitted/${dayOf(new Date(day * DAY_MS))}`;
}

/** Whether nothing was counted yet of what the model takes for usual. */
export function isCold(name: string): boolean {
	return name.startsWith("cold-start-");
}
