// The carriers: a search that works by address, those somebody spoke of first, and the networks of a country.
import type { Region } from "@/lib/catalog/catalog";
import type { Named } from "@/lib/incident-list";
import { withArticle } from "@/lib/incident-title";
import { NotRead } from "./not-read";
import { type NamedCount, PlaceCounts } from "./place-counts";
import { PlaceNames } from "./place-names";
import { Section } from "./section";

export type CarrierChoice = { query: string; country: Region | null };

type CarrierListProps = {
	choice: CarrierChoice;
	countries: readonly Region[];
	/** What the choice finds; `null` where nothing is chosen. */
	found: readonly Named[] | null;
	/** Told now, the most failures first; `null`: it could not be read. */
	told: readonly NamedCount[] | null;
	mailboxes: readonly Named[];
};

const TOLD_MAX = 12;

export function CarrierList({ choice, countries, found, told, mailboxes }: CarrierListProps) {
	return (
		<>
			<CarrierSearch choice={choice} countries={countries} />
			{found !== null && <Found choice={choice} found={found} />}
			<Section
				title="Spoken of now"
				lead="Answers about every service in the last hours. A long bar is a high share, not the carrier’s fault."
			>
				{told === null && <NotRead what="What people said of carriers" />}
				{told?.length === 0 && (
					<p className="max-w-measure">
						No carrier had enough people in the last hours to tell of it. That is usual. Those that have would stand here.
					</p>
				)}
				{told !== null && told.length > 0 && <PlaceCounts head="Carrier" counts={told.slice(0, TOLD_MAX)} />}
			</Section>
			<Section title="Mailbox hosts" lead="Who keeps the mailbox that a code is sent to.">
				<PlaceNames places={mailboxes} base="/carriers" />
			</Section>
		</>
	);
}

function CarrierSearch({ choice: { query, country }, countries }: Pick<CarrierListProps, "choice" | "countries">) {
	return (
		<search>
			<form method="get" action="/carriers" className="grid max-w-measure gap-3 pb-6">
				<label className="grid gap-1 text-s">
					Name, or MCC-MNC
					<input name="q" type="search" defaultValue={query} maxLength={80} autoComplete="off" enterKeyHint="search" className="field" />
				</label>
				<label className="grid gap-1 text-s">
					Country
					<select name="country" defaultValue={country?.code ?? ""} className="field field-choice">
						<option value="">Any country</option>
						{countries.map(({ code, name }) => (
							<option key={code} value={code}>
								{name}
							</option>
						))}
					</select>
				</label>
				<button type="submit" className="button button-main min-h-12">
					Look up
				</button>
			</form>
		</search>
	);
}

function Found({ choice: { query, country }, found }: { choice: CarrierChoice; found: readonly Named[] }) {
	const asked = [query === "" ? "" : `“${query}”`, country ? `in ${withArticle(country.name)}` : ""]
		.filter((part) => part !== "")
		.join(" ");
	return (
		<Section title="Found" lead={asked}>
			<div role="status">
				{found.length === 0 ? (
					<p className="max-w-measure">
						We know no carrier {asked}. It may be spelled otherwise: try a part of its name, or its country alone.
					</p>
				) : (
					<PlaceNames places={found} base="/carriers" />
				)}
			</div>
		</Section>
	);
}
