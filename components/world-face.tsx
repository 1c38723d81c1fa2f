// The map, the same as a table, and every country by name.
import type { Region } from "@/lib/catalog/catalog";
import { withArticle } from "@/lib/incident-title";
import type { PlaceBook } from "@/lib/places";
import { mostFailedFirst } from "@/lib/places-of";
import type { PlaceCount } from "@/lib/publish-places";
import { figure } from "@/lib/words";
import { CountryIndex } from "./country-index";
import { Moment } from "./moment";
import { NotRead } from "./not-read";
import { PlaceCounts } from "./place-counts";
import { Section } from "./section";
import { WorldMap } from "./world-map";

type WorldFaceProps = {
	/** Whose codes it is about; `null`: everybody's. */
	service: { slug: string; name: string } | null;
	/** `null`: it could not be read. */
	book: PlaceBook | null;
	counts: ReadonlyMap<string, PlaceCount> | null;
	countries: readonly Region[];
	nameOf(code: string): string;
};

export function WorldFace({ service, book, counts, countries, nameOf }: WorldFaceProps) {
	return (
		<>
			<Section
				title="Map"
				lead={book && <Window book={book} about={service ? `codes from ${service.name}` : "every service"} />}
				tools={
					<>
						{service && <a href={`/services/${service.slug}`}>{service.name} now</a>}
						{service && <a href="/regions">Every service</a>}
						<a href="/method#small">Small numbers</a>
					</>
				}
			>
				{counts === null ? <NotRead what="Where codes fail" /> : <Told counts={counts} nameOf={nameOf} />}
			</Section>
			<Section
				id="countries"
				title="Every country"
				lead="Its networks, and which services fail for people there."
				tools={<a href="/api/v1/regions">As JSON</a>}
			>
				<CountryIndex countries={countries} />
			</Section>
		</>
	);
}

function Told({ counts, nameOf }: { counts: ReadonlyMap<string, PlaceCount>; nameOf: WorldFaceProps["nameOf"] }) {
	const told = [...counts].toSorted(([, one], [, other]) => mostFailedFirst(one, other));
	return (
		<>
			<p className="mb-4 max-w-measure">
				<b>{sentenceOf(told, nameOf)}</b>
			</p>
			<WorldMap counts={counts} nameOf={nameOf} label="Share of answers that failed, by country: the table below has the same" />
			{told.length > 0 && (
				<div className="mt-8">
					<PlaceCounts head="Country" counts={told.map(([code, count]) => ({ ...count, href: `/regions/${code}`, name: nameOf(code) }))} />
				</div>
			)}
		</>
	);
}

function sentenceOf(told: readonly (readonly [string, PlaceCount])[], nameOf: WorldFaceProps["nameOf"]): string {
	const [most] = told;
	if (!most) return "In no country did enough people answer in the last hours to tell how it went. Countries fill in as they do.";
	const [code, { failed, answered }] = most;
	const others =
		told.length === 1 ? "It is the only country in which enough people answered." : `${told.length} countries had enough answers to tell.`;
	return `The most codes failed in ${withArticle(nameOf(code))}: ${figure(failed)} of ${figure(answered)} answers. ${others}`;
}

function Window({ book: { from, to }, about }: { book: PlaceBook; about: string }) {
	return (
		<>
			Answers about {about}, <Moment at={from} form="day-time" /> to <Moment at={to} form="day-time" />, as far as they may be told.
		</>
	);
}
