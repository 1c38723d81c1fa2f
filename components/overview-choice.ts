// By what the overview is narrowed, in words and as an address. The search word stands beside it and is kept.
import type { Category } from "@/lib/catalog/catalog";
import type { Narrowing } from "@/lib/narrowing";
import { channelWords } from "@/lib/words";

/** `countryWord`: as it was typed, whether it means a country or not. */
export type OverviewChoice = { narrowing: Narrowing; query: string; countryWord: string };

export const narrowingWords = {
	channel: { label: "Channel", any: "Any channel" },
	category: { label: "Kind of service", any: "Any kind" },
	country: { label: "Country", any: "Any country" },
} as const satisfies Record<keyof Narrowing, { label: string; any: string }>;

export type ChosenPart = { part: keyof Narrowing; key: string; name: string };

/** What is chosen, in the order it is asked for. */
export function chosenParts({ channel, category, country }: Narrowing): readonly ChosenPart[] {
	return [
		...(channel ? [{ part: "channel" as const, key: channel, name: channelWords[channel].name }] : []),
		...(category ? [{ part: "category" as const, key: category, name: kindName(category) }] : []),
		...(country ? [{ part: "country" as const, key: country.code, name: country.name }] : []),
	];
}

/** Where the overview of a choice stands; without one part of it when that is to be let go. */
export function overviewAddress(
	{ narrowing, query }: Pick<OverviewChoice, "narrowing" | "query">,
	{ without }: { without?: keyof Narrowing } = {},
): string {
	const kept = chosenParts(narrowing).filter(({ part }) => part !== without);
	const words = new URLSearchParams([...(query ? [["q", query]] : []), ...kept.map(({ part, key }) => [part, key])]);
	return words.size === 0 ? "/" : `/?${words}`;
}

export function kindName(category: Category): string {
	return category.charAt(0).toUpperCase() + category.slice(1);
}
