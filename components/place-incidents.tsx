// The incidents that name a place, open ones first.
import { isOpen } from "@/lib/incident";
import type { IncidentPage } from "@/lib/incident-list";
import type { Reading } from "@/lib/reading";
import { IncidentRow } from "./incident-row";
import { NotRead } from "./not-read";
import { Section } from "./section";

const SHOWN_MAX = 10;

/** `address`: of the list that has them all. */
export function PlaceIncidents({ reading, name, address }: { reading: Reading<IncidentPage>; name: string; address: string }) {
	return (
		<Section title="Incidents" lead={`Those that name ${name}.`} tools={<a href={address}>All of them</a>}>
			{reading.known ? <Incidents incidents={reading.value.incidents} name={name} /> : <NotRead what="The incidents" />}
		</Section>
	);
}

function Incidents({ incidents, name }: { incidents: IncidentPage["incidents"]; name: string }) {
	if (incidents.length === 0)
		return <p className="max-w-measure">No incident has named {name} yet. Stretches of trouble that are only here would stand here.</p>;
	return incidents
		.toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one)))
		.slice(0, SHOWN_MAX)
		.map((incident) => <IncidentRow key={incident.id} incident={incident} withService />);
}
