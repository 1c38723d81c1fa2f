// Where it happens: what it comes to in a sentence, the table, and why a place may be missing in it.
import type { ReactNode } from "react";
import type { PlaceTable as Matter } from "@/lib/place-table";
import type { PlaceReading } from "@/lib/places";
import { REPORTERS_PUBLISHED_MIN } from "@/lib/publish";
import { people } from "@/lib/words";
import { Moment } from "./moment";
import { NotRead } from "./not-read";
import { PlaceTable } from "./place-table";
import { Section } from "./section";

type PlaceSectionProps = {
	/** `null`: it could not be read. */
	reading: PlaceReading | null;
	matter: Matter | null;
	/** "codes from X": what the counts are of. */
	codes: string;
	/** The service, where it is of one and now: then there is a map, and a file. */
	slug?: string;
	/** Where else to look, of anything else. */
	links?: ReactNode;
};

export function PlaceSection({ reading, matter, codes, slug, links }: PlaceSectionProps) {
	const tools = slug ? (
		<>
			<a href={`/regions?service=${slug}`}>On the map</a>
			<a href={`/api/v1/services/${slug}/places.csv`}>Download CSV</a>
			<a href={`/api/v1/services/${slug}/places`}>As JSON</a>
		</>
	) : (
		links
	);
	return (
		<Section id="where" title="Where" lead={reading?.kept ? <Window reading={reading} /> : undefined} tools={tools}>
			<Places reading={reading} matter={matter} codes={codes} />
		</Section>
	);
}

function Places({ reading, matter, codes }: PlaceSectionProps) {
	if (reading === null || matter === null) return <NotRead what={`Where ${codes} fail`} />;
	if (!reading.kept) return <p className="max-w-measure">Counts by place are no longer kept of that time.</p>;
	if (matter.countries.length === 0) return <NothingToTell reading={reading} matter={matter} codes={codes} />;
	return (
		<>
			<p className="mb-4 max-w-measure">
				<b>{matter.finding}</b> The ink says how high the share is, not whose fault it is.
			</p>
			<PlaceTable matter={matter} caption={`Share that failed of ${codes}, by country and network`} />
			<p className="mt-2 max-w-measure text-s text-ink-2">
				{matter.more > 0 && `${matter.more} more ${matter.more === 1 ? "country is" : "countries are"} left out here. `}
				<Elsewhere matter={matter} /> <a href="/method#small">Small numbers</a>
			</p>
		</>
	);
}

function Elsewhere({ matter: { elsewhere } }: { matter: Matter }) {
	if (elsewhere.answered === 0) return null;
	return (
		<>
			{people(elsewhere.answered)} more spoke in countries with fewer than {REPORTERS_PUBLISHED_MIN}; for {elsewhere.failed} of them it
			failed.
		</>
	);
}

function Window({ reading: { from, to } }: { reading: PlaceReading }) {
	if (from === to) return <>People whose code failed, of all who answered.</>;
	return (
		<>
			People whose code failed, of all who answered, <Moment at={from} form="day-time" /> to <Moment at={to} form="day-time" />.
		</>
	);
}

/** What is said where there is nothing to put in a table. */
function NothingToTell({ reading: { from, to }, matter: { elsewhere }, codes }: { reading: PlaceReading; matter: Matter; codes: string }) {
	if (from === to)
		return (
			<p className="max-w-measure">
				Countries and networks are told once enough people have spoken, and after three hours in any case. They will stand here.
			</p>
		);
	return (
		<p className="max-w-measure">
			{elsewhere.answered > 0
				? `${people(elsewhere.answered)} told us about ${codes}, fewer than ${REPORTERS_PUBLISHED_MIN} in any one country: too few to say where.`
				: `Nobody told us about ${codes} in that time.`}{" "}
			Countries and networks where they fail would stand here.
		</p>
	);
}
