// Narrowing the overview, by its address alone: folded while nothing is chosen, so that what fails now stays near the top.
import { categories } from "@/lib/catalog/catalog";
import type { Narrowing } from "@/lib/narrowing";
import { channels } from "@/lib/report";
import { channelWords } from "@/lib/words";
import { chosenParts, kindName, narrowingWords, type OverviewChoice, overviewAddress } from "./overview-choice";

type Option = { key: string; name: string };

const channelOptions = channels.map((key) => ({ key, name: channelWords[key].name }));
const kindOptions = categories
	.map((key) => ({ key, name: kindName(key) }))
	.toSorted((one, other) => one.name.localeCompare(other.name, "en"));

export function OverviewFilters({ choice }: { choice: OverviewChoice }) {
	const chosen = chosenParts(choice.narrowing);
	return (
		<details open={chosen.length > 0 || isLost(choice)}>
			<summary className="flex min-h-11 items-center gap-2 text-s font-mid text-act marker:content-none [&::-webkit-details-marker]:hidden">
				<Fold /> Narrow by channel, kind or country
			</summary>
			<form method="get" action="/" className="grid grid-cols-2 items-end gap-3 pt-1 pb-4 wide:grid-cols-[repeat(3,minmax(0,1fr))_auto]">
				{choice.query && <input type="hidden" name="q" value={choice.query} />}
				<Filter part="channel" options={channelOptions} chosen={choice.narrowing.channel} />
				<Filter part="category" options={kindOptions} chosen={choice.narrowing.category} />
				<Country choice={choice} />
				<button type="submit" className="button min-h-12">
					Show
				</button>
			</form>
			{chosen.length > 0 && <Chosen choice={choice} />}
		</details>
	);
}

/** Points down once open. */
function Fold() {
	return (
		<svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" className="[[open]>summary>&]:rotate-90">
			<path d="M2 0l6 5-6 5z" fill="currentColor" />
		</svg>
	);
}

function Filter({ part, options, chosen = "" }: { part: keyof Narrowing; options: readonly Option[]; chosen?: string | undefined }) {
	return (
		<label className="grid gap-1 text-s">
			{narrowingWords[part].label}
			<select name={part} defaultValue={chosen} className="field field-choice">
				<option value="">{narrowingWords[part].any}</option>
				{options.map(({ key, name }) => (
					<option key={key} value={key}>
						{name}
					</option>
				))}
			</select>
		</label>
	);
}

/** Typed, because a list of all countries would weigh more than the rest of what people come for. */
function Country({ choice }: { choice: OverviewChoice }) {
	const { country } = choice.narrowing;
	return (
		<div className="grid gap-1 text-s">
			<label htmlFor="country">{narrowingWords.country.label}</label>
			<input
				id="country"
				name="country"
				defaultValue={country?.name ?? choice.countryWord}
				maxLength={80}
				autoComplete="country-name"
				aria-invalid={isLost(choice) || undefined}
				aria-describedby={isLost(choice) ? "country-lost" : undefined}
				className="field"
			/>
			{isLost(choice) && (
				<span id="country-lost" className="text-xs">
					We know no country called “{choice.countryWord}”. Its name or its two letters, like DE.
				</span>
			)}
		</div>
	);
}

/** A word was typed that means no country. */
function isLost({ narrowing, countryWord }: OverviewChoice): boolean {
	return countryWord !== "" && narrowing.country === undefined;
}

/** Each part of the choice can be let go by itself. */
function Chosen({ choice }: { choice: OverviewChoice }) {
	const chosen = chosenParts(choice.narrowing);
	return (
		<ul aria-label="What is chosen" className="flex flex-wrap gap-2 pb-4 text-s">
			{chosen.map(({ part, name }) => (
				<li key={part}>
					<a href={overviewAddress(choice, { without: part })} className="button py-1">
						{name} <span aria-hidden="true">×</span>
						<span className="sr-only">: show {narrowingWords[part].any.toLowerCase()}</span>
					</a>
				</li>
			))}
			<li>
				<a href={overviewAddress({ ...choice, narrowing: {} })} className="inline-flex min-h-11 items-center px-2">
					Show everything
				</a>
			</li>
		</ul>
	);
}
