// How is a chart cited? The ready sentence that stands below it and at the foot of what is taken along: what it is of, as of
// when, by which method, at which address, under which licence.

/** Of all counts we publish; text and pictures of other people are not ours to give. */
export const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" } as const;

export type Cited = { title: string; window: string; asOf: Date; model: string; address: string };

export function citation({ title, window, asOf, model, address }: Cited): string {
	return `Undelivered, “${title}”, ${window}; as told on ${dayTime(asOf)}, method ${model}. ${address} (${licence.name})`;
}

/** "25 Nov 2026, 19:00 UTC". */
export function dayTime(at: Date): string {
	const day = at.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
	return `${day}, ${at.toISOString().slice(11, 16)} UTC`;
}
