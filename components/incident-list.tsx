import type { Incident } from "@/lib/incident";
import type { IncidentPage } from "@/lib/incident-list";
import { momentWords } from "./clock-words";
import { addressOf, type Choice, choiceWords, chosenIn } from "./incident-choice";
import { IncidentRow } from "./incident-row";
import { Section } from "./section";

/** By the UTC day they were noticed, newest first. */
export function IncidentList({ page, choice }: { page: IncidentPage; choice: Choice }) {
	if (page.incidents.length === 0) return <Nothing choice={choice} />;
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
					<a href={addressOf(choice, { cursor: page.next })} className="button">
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

/** Says how to widen a choice that nothing fits. */
function Nothing({ choice }: { choice: Choice }) {
	const chosen = chosenIn(choice);
	if (chosen.length === 0)
		return <p className="py-12 text-l">Nothing has failed yet that people told us of. Incidents will stand here, by day.</p>;
	return (
		<div className="grid gap-4 border-t border-rule py-12">
			<p className="text-l">No incident fits this choice. Look wider:</p>
			<ul className="flex flex-wrap gap-3">
				{chosen.length > 1 &&
					chosen.map(({ part, name }) => (
						<li key={part}>
							<a href={addressOf(choice, { without: part })} className="button">
								{choiceWords[part].any} instead of {name}
							</a>
						</li>
					))}
				<li>
					<a href="/incidents" className="button">
						All incidents
					</a>
				</li>
			</ul>
		</div>
	);
}
