import type { Status } from "@/lib/status";

/** Whether there is a reading that has an age: this one, or a last good one. */
export function hasReading({ state, lastGood }: Pick<Status, "state" | "lastGood">): boolean {
	return state !== "unknown" || lastGood !== null;
}
