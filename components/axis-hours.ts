// Which hours are named under the axis of a chart?
import { HOUR_MS } from "@/lib/time";

/** Hours between two named ones, so that their names have room: on a day of a wide chart three, of a narrow one six. */
export function hoursApartOf({ from, to }: { from: number; to: number }, isWide: boolean): number {
	const span = (to - from) / HOUR_MS;
	const room = isWide ? 9 : 4;
	return APART.find((hours) => span / hours < room) ?? 168;
}

const APART = [1, 2, 3, 6, 12, 24, 48, 96, 168] as const;

/** Whole hours to be named under the axis, `every` hours apart in the given zone; of a day or more, midnights. */
export function hoursOf(from: number, to: number, every: number, zone: "UTC" | undefined): { at: number; isMidnight: boolean }[] {
	const hourOf = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone });
	const first = Math.ceil(from / HOUR_MS) * HOUR_MS;
	const days = Math.max(1, every / 24);
	return Array.from({ length: Math.max(0, Math.floor((to - first) / HOUR_MS) + 1) }, (_, place) => first + place * HOUR_MS)
		.map((at) => ({ at, hour: Number(hourOf.format(at)) }))
		.filter(({ hour }) => hour % Math.min(24, every) === 0)
		.map(({ at, hour }) => ({ at, isMidnight: hour === 0 }))
		.filter(({ isMidnight }, place) => !isMidnight || days === 1 || place % days === 0);
}
