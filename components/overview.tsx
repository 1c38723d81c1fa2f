// The overview from worst to calmest. A reading that failed shows no count at all: never a zero nobody counted.
import type { Overview as OverviewReading } from "@/lib/overview";
import { Age } from "./age";
import { DemoNote } from "./demo-note";
import { RetractedRow, UnknownRow } from "./doubt-row";
import { Ledger } from "./ledger";
import { ZoneNote } from "./moment";
import { FailingRow, PossibleRow } from "./now-row";
import { Section } from "./section";
import { ServiceGrid } from "./service-grid";
import { Shape } from "./shape";

export function Overview({ overview }: { overview: OverviewReading }) {
	if (!overview.known) return <CannotTell overview={overview} />;
	const failing = overview.open.filter(({ incident }) => incident.state === "confirmed");
	const possible = overview.open.filter(({ incident }) => incident.state === "suspected");
	const unknown = overview.services.filter((service) => service.state === "unknown");
	const isSilent = overview.services.every((service) => service.reporters === 0) && unknown.length === 0;
	return (
		<>
			<Ledger services={overview.services} />
			{overview.services.some((service) => service.demo) && <DemoNote />}
			<ReadLine asOf={overview.asOf} count={overview.services.length} />
			{isSilent && <p className="max-w-measure pt-6 pb-8 text-l">Nobody has reported anything in the last 24 hours. That is usual.</p>}
			{failing.length > 0 && (
				<Section
					id="failing"
					title="Failing now"
					lead="Confirmed by a moderator or by our published rule. Ranked by evidence, not by fame."
				>
					{failing.map((open) => (
						<FailingRow key={open.incident.id} {...open} asOf={overview.asOf} />
					))}
				</Section>
			)}
			{possible.length > 0 && (
				<Section id="possible" title="Possible" lead="Too early to be sure. Some of these will turn out to be nothing.">
					{possible.map((open) => (
						<PossibleRow key={open.incident.id} {...open} asOf={overview.asOf} />
					))}
				</Section>
			)}
			{unknown.length + overview.retracted.length > 0 && (
				<Section id="unknown" title="We can’t tell, or were wrong" lead="Silence is not calm, and mistakes stay visible.">
					{unknown.map((service) => (
						<UnknownRow key={service.slug} service={service} asOf={overview.asOf} />
					))}
					{overview.retracted.map((incident) => (
						<RetractedRow key={incident.id} incident={incident} />
					))}
				</Section>
			)}
			<Section id="services" title="By service and channel" lead={`All ${overview.services.length} services, the most reported first.`}>
				<ServiceGrid services={overview.services} caption="Status by service and channel" />
			</Section>
		</>
	);
}

function ReadLine({ asOf, count }: { asOf: string; count: number }) {
	const seconds = Math.max(0, (Date.now() - Date.parse(asOf)) / 1000);
	return (
		<p className="flex flex-wrap gap-x-4 py-2 text-xs text-ink-3">
			<span>
				<Age at={asOf} seconds={seconds} lead="Read " />
			</span>
			<span>
				<ZoneNote />
			</span>
			<span>{count} services, each counted by its worst channel</span>
		</p>
	);
}

function CannotTell({ overview }: { overview: OverviewReading }) {
	return (
		<>
			<div role="status" className="tone-unknown grid max-w-measure gap-2 border-t-2 border-tone bg-wash p-4">
				<p className="flex items-center gap-2 text-l font-strong text-tone">
					<Shape name="unknown" /> We can’t tell right now.
				</p>
				<p>Our own reading failed, so we say nothing about anybody. We try again every few seconds; reports are still taken.</p>
			</div>
			{overview.services.length > 0 && (
				<Section id="services" title="By service and channel" lead="Nothing here is a statement about a service until we can read again.">
					<ServiceGrid services={overview.services} caption="Services and their channels" />
				</Section>
			)}
		</>
	);
}
