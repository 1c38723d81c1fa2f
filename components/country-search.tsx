// A country by a part of its name or by its code: works by address alone, `/regions?q=word`.
import type { Region } from "@/lib/catalog/catalog";
import { PlaceNames } from "./place-names";
import { Section } from "./section";

type CountrySearchProps = { query: string; service: { slug: string } | null };

export function CountrySearch({ query, service }: CountrySearchProps) {
	return (
		<search>
			<form method="get" action="/regions" className="mb-6 flex max-w-measure items-end gap-2">
				{service && <input type="hidden" name="service" value={service.slug} />}
				<label className="grid min-w-0 flex-1 gap-1 text-s">
					Country
					<input name="q" type="search" defaultValue={query} maxLength={80} autoComplete="off" enterKeyHint="search" className="field" />
				</label>
				<button type="submit" className="button button-main min-h-12 flex-none">
					Look up
				</button>
			</form>
		</search>
	);
}

/** What a word finds; a word that means one country leads there by itself. */
export function CountriesFound({ query, found }: { query: string; found: readonly Region[] }) {
	return (
		<Section title="Found" lead={`“${query}”`} tools={<a href="/regions#countries">Every country</a>}>
			<div role="status">
				{found.length === 0 ? (
					<p className="max-w-measure">We know no country by “{query}”. It may be spelled otherwise: try a part of its name.</p>
				) : (
					<PlaceNames places={found.map(({ code, name }) => ({ key: code, name }))} base="/regions" />
				)}
			</div>
		</Section>
	);
}
