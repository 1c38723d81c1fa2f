import type { ListedIncident } from "@/lib/incident";

/** Open incidents that are about no service in particular: they may be why a code does not come, and change no status. */
export function Elsewhere({ incidents }: { incidents: readonly ListedIncident[] }) {
	if (incidents.length === 0) return null;
	return (
		<aside aria-label="Trouble that is about no service in particular" className="grid gap-1 py-4">
			{incidents.map((incident) => (
				<p key={incident.id} className="max-w-measure">
					<b>Elsewhere:</b> {incident.title} {incident.state === "confirmed" ? "are not" : "may not be"} arriving, whatever the service.{" "}
					<a href={`/incidents/${incident.id}`}>Read the incident</a>
				</p>
			))}
		</aside>
	);
}
