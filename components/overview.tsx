// The overview from worst to calmest. A reading that failed shows no count at all: never a zero nobody counted.
import { type NarrowedOverview, narrowed } from "@/lib/narrowing";
import type { Overview as OverviewReading } from "@/lib/overview";
import type { PlaceBook } from "@/lib/places";
import { channelWords } from "@/lib/words";
import { Age } from "./age";
import { CannotTell } from "./cannot-tell";
import { CountryCounts } from "./country-counts";
import { EndedRow, RetractedRow, UnknownRow } from "./doubt-row";
import { Ledger } from "./ledger";
import { ZoneNote } from "./moment";
import { NarrowedNote } from "./narrowed-note";
import { FailingRow, PossibleRow } from "./now-row";
import { chosenParts, type OverviewChoice } from "./overview-choice";
import { OverviewFilters } from "./overview-filters";
import { Section } from "./section";
import { ServiceGrid } from "./service-grid";
import type { Sparks } from "./spark";

type OverviewProps = {
	overview: OverviewReading;
	choice: OverviewChoice;
	sparks: Sparks;
	/** `null`: it could not be read. */
	places: PlaceBook | null;
	countryName(code: string): string;
};

export function Overview({ overview: whole, choice, sparks, places, countryName }: OverviewProps) {
	const overview = narrowed(whole, choice.narrowing);
	if (!overview.known) return <CannotTell overview={overview} />;
	const isNarrowed = chosenParts(choice.narrowing).length > 0;
	const isSilent = overview.services.every((service) => service.reporters === 0 && service.state !== "unknown");
	return (
		<>
			<Ledger services={overview.services} />
			<ReadLine asOf={overview.asOf} count={overview.services.length} choice={choice} />
			<OverviewFilters choice={choice} />
			{isNarrowed && <NarrowedNote overview={overview} choice={choice} countAll={whole.services.length} />}
			{isSilent && overview.services.length > 0 && (
				<p className="max-w-measure pt-6 pb-8 text-l">
					Nobody has reported anything {isNarrowed && "of this "}in the last 24 hours. That is usual.
				</p>
			)}
			<Now overview={overview} sparks={sparks} />
			<SayIt />
			<Doubts overview={overview} />
			{overview.services.length > 0 && (
				<Section id="services" title={channelTitle(choice)} lead={countLead(overview.services.length)}>
					<ServiceGrid services={overview.services} only={choice.narrowing.channel} caption={channelTitle(choice)} />
				</Section>
			)}
			<CountryCounts book={places} choice={choice} services={overview.services} nameOf={countryName} />
		</>
	);
}

function Now({ overview: { open, asOf }, sparks }: { overview: NarrowedOverview; sparks: Sparks }) {
	const failing = open.filter(({ incident }) => incident.state === "confirmed");
	const possible = open.filter(({ incident }) => incident.state === "suspected");
	return (
		<>
			{failing.length > 0 && (
				<Section
					id="failing"
					title="Failing now"
					lead="Confirmed. Ranked by evidence, not by fame: how far reports lie above the usual."
					isDense
				>
					{failing.map((one) => (
						<FailingRow key={one.incident.id} {...one} asOf={asOf} quarters={sparks.get(one.incident.id)} />
					))}
				</Section>
			)}
			{possible.length > 0 && (
				<Section id="possible" title="Possible" lead="Too early to be sure. Some will turn out to be nothing." isDense>
					{possible.map((one) => (
						<PossibleRow key={one.incident.id} {...one} asOf={asOf} />
					))}
				</Section>
			)}
		</>
	);
}

/** On a phone, where a thumb is by now. */
function SayIt() {
	return (
		<p className="grid gap-3 border-t border-rule py-6 wide:hidden">
			<span>Did yours come? Both answers help.</span>
			<a href="/report" className="button button-main sm:justify-self-start">
				Say so in three taps
			</a>
		</p>
	);
}

function Doubts({ overview: { services, retracted, over, asOf } }: { overview: NarrowedOverview }) {
	const unknown = services.filter((service) => service.state === "unknown");
	return (
		<>
			{unknown.length + retracted.length > 0 && (
				<Section id="unknown" title="We can’t tell, or were wrong" lead="Silence is not calm; mistakes stay visible." isDense>
					{unknown.map((service) => (
						<UnknownRow key={service.slug} service={service} asOf={asOf} />
					))}
					{retracted.map((incident) => (
						<RetractedRow key={incident.id} incident={incident} />
					))}
				</Section>
			)}
			{over.length > 0 && (
				<Section
					id="over"
					title="Over"
					lead={
						<>
							Ended in the last 24 hours. <a href="/incidents">All, by day</a>
						</>
					}
					isDense
				>
					{over.map((incident) => (
						<EndedRow key={incident.id} incident={incident} />
					))}
				</Section>
			)}
		</>
	);
}

function channelTitle({ narrowing: { channel } }: OverviewChoice): string {
	return channel ? `By service: ${channelWords[channel].name}` : "By service and channel";
}

function countLead(count: number): string {
	return count === 1 ? "One service." : `${count} services, the most reported first.`;
}

function ReadLine({ asOf, count, choice }: { asOf: string; count: number; choice: OverviewChoice }) {
	const seconds = Math.max(0, (Date.now() - Date.parse(asOf)) / 1000);
	const { channel } = choice.narrowing;
	return (
		<p className="flex flex-wrap gap-x-4 py-2 text-xs text-ink-3">
			<span>
				<Age at={asOf} seconds={seconds} lead="Read " />
			</span>
			<span>
				<ZoneNote />
			</span>
			<span>
				{count} services, each counted by {channel ? `its ${channelWords[channel].codes} alone` : "its worst channel"}
			</span>
		</p>
	);
}
