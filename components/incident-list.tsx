import type { Incident, IncidentState } from "@/lib/incident";
import type { IncidentPage } from "@/lib/reading";
import { momentWords } from "./clock-words";
import { IncidentRow } from "./incident-row";
import { Section } from "./section";

type IncidentListProps = { page: IncidentPage; filter: { state: IncidentState | undefined; service: string | undefined } };

/** By the UTC day they were noticed, newest first. */
export function IncidentList({ page, filter }: IncidentListProps) {
	if (page.incidents.length === 0)
		return (
			<p className="py-12 text-l">
				{filter.state || filter.service
					? "No incident fits this choice."
					: "Nothing has failed yet that people told us of. Incidents will stand here, by day."}
			</p>
		);
	return (
		<>
			{byDay(page.incidents).map(([day, incidents]) => (
				<Section key={day} title={momentWords(`${day}T00:00:00Z`, "long-day", "UTC")}>
					{incidents.map((incident) => (
						<IncidentRow key={incident.id} incident={incident} withService />
					))}
				</Section>
			))}
			{page.next && (
				<p className="border-t border-rule py-6">
					<a href={`/incidents?${older(filter, page.next)}`} className="button">
						Older
					</a>
				</p>
			)}
		</>
	);
}

function byDay(incidents: readonly Incident[]): [string, Incident[]][] {
	const days = new Map<string, Incident[]>();
	for (const incident of incidents) {
		const day = incident.openedAt.slice(0, 10);
		days.set(day, [...(days.get(day) ?? []), incident]);
	}
	return [...days.entries()];
}

function older({ state, service }: IncidentListProps["filter"], cursor: string): string {
	return new URLSearchParams({ ...(state && { state }), ...(service && { service }), cursor }).toString();
}
