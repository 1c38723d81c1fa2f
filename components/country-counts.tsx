// Where codes fail, on the overview: the countries in which most failed, and of which codes it mostly was. Told counts alone.
import { withArticle } from "@/lib/incident-title";
import type { ServiceSummary } from "@/lib/overview";
import type { PlaceBook } from "@/lib/places";
import { type CountryCount, countriesOf } from "@/lib/places-of";
import { channelWords } from "@/lib/words";
import { Moment } from "./moment";
import { NotRead } from "./not-read";
import { chosenParts, type OverviewChoice } from "./overview-choice";
import { PlaceCounts } from "./place-counts";
import { Section } from "./section";

type CountryCountsProps = {
	/** `null`: it could not be read. */
	book: PlaceBook | null;
	choice: OverviewChoice;
	services: readonly Pick<ServiceSummary, "slug" | "name">[];
	nameOf(code: string): string;
};

const COUNTRIES_MAX = 6;

export function CountryCounts({ book, choice, services, nameOf }: CountryCountsProps) {
	const { channel, country } = choice.narrowing;
	const names = new Map(services.map(({ slug, name }) => [slug, name]));
	const told = book && countriesOf(book, { services: new Set(names.keys()), channels: channel ? [channel] : null });
	const here = told?.filter(({ region }) => country === undefined || region === country.code) ?? null;
	return (
		<Section
			id="countries"
			title="By country"
			lead={book && <Window book={book} choice={choice} />}
			tools={
				<>
					<a href="/regions">All countries, on a map</a>
					<a href="/carriers">Carriers</a>
				</>
			}
		>
			{here === null && <NotRead what="Where codes fail" />}
			{here?.length === 0 && (
				<p className="max-w-measure">
					{country ? `In ${withArticle(nameOf(country.code))} too few people answered` : "In no country enough people answered"} in these
					hours to tell how it went. That is usual.
				</p>
			)}
			{here !== null && here.length > 0 && (
				<PlaceCounts
					head="Country"
					counts={here.slice(0, COUNTRIES_MAX).map(({ region, mostly, ...count }) => ({
						...count,
						href: `/regions/${region}`,
						name: nameOf(region),
						mostly: mostlyOf(mostly, names),
					}))}
				/>
			)}
		</Section>
	);
}

function mostlyOf(mostly: CountryCount["mostly"], names: ReadonlyMap<string, string>): string {
	return mostly ? `${names.get(mostly.service) ?? mostly.service}, ${channelWords[mostly.channel].name}` : "";
}

function Window({ book: { from, to }, choice }: { book: PlaceBook; choice: OverviewChoice }) {
	const about = chosenParts(choice.narrowing).length > 0 ? "Answers about what is chosen" : "Answers about every service";
	return (
		<>
			{about}, <Moment at={from} form="day-time" /> to <Moment at={to} form="day-time" />, as far as they may be told.
		</>
	);
}
