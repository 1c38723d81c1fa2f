// Every country by its first letter, with a way to each letter: 250 names are looked up and not read through.
import type { Region } from "@/lib/catalog/catalog";
import { foldWhole } from "@/lib/catalog/search";
import { grouped } from "@/lib/grouped";
import { PlaceNames } from "./place-names";

export function CountryIndex({ countries }: { countries: readonly Region[] }) {
	const sorted = countries.toSorted((one, other) => one.name.localeCompare(other.name, "en"));
	const letters = [...grouped(sorted, ({ name }) => foldWhole(name).charAt(0).toUpperCase())];
	return (
		<>
			<nav aria-label="Countries by letter" className="mb-4">
				<ul className="flex flex-wrap gap-x-1">
					{letters.map(([letter]) => (
						<li key={letter}>
							<a href={`#letter-${letter}`} className="link-ink grid size-11 place-items-center">
								{letter}
							</a>
						</li>
					))}
				</ul>
			</nav>
			{letters.map(([letter, here]) => (
				<div
					key={letter}
					id={`letter-${letter}`}
					className="grid grid-cols-[2rem_minmax(0,1fr)] border-t border-rule py-2 [scroll-margin-block-start:1rem] target:border-ink"
				>
					<h3 className="flex min-h-11 items-center self-start text-m wide:min-h-8">{letter}</h3>
					<PlaceNames places={here.map(({ code, name }) => ({ key: code, name }))} base="/regions" />
				</div>
			))}
		</>
	);
}
