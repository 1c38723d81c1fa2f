// The choice that the overview's address carries; a word nobody knows chooses nothing, and the page shows it as not chosen.
import type { OverviewChoice } from "@/components/overview-choice";
import { type Catalog, categories } from "@/lib/catalog/catalog";
import { countryMeant } from "@/lib/narrowing";
import { channels } from "@/lib/report";

export type OverviewQuery = Partial<Record<"q" | "channel" | "category" | "country", string | string[]>>;

const QUERY_LENGTH_MAX = 80;

export function overviewChoiceOf(query: OverviewQuery, catalog: Catalog): OverviewChoice {
	const said = (part: keyof OverviewQuery) => {
		const word = query[part];
		return typeof word === "string" ? word.trim().slice(0, QUERY_LENGTH_MAX) : "";
	};
	return {
		query: said("q"),
		countryWord: said("country"),
		narrowing: {
			channel: channels.find((one) => one === said("channel")),
			category: categories.find((one) => one === said("category")),
			country: countryMeant(said("country"), catalog) ?? undefined,
		},
	};
}
