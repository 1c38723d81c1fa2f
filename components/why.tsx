import type { Service } from "@/lib/catalog/catalog";
import type { ListedIncident } from "@/lib/incident";
import type { Status } from "@/lib/status";
import { Grounds } from "./grounds";
import { faultSentence } from "./incident-words";

type WhyProps = { service: Service; status: Status; incidents: readonly ListedIncident[] | null };

/** The grounds of what a page claims, also when it claims nothing. */
export function Why({ service, status, incidents }: WhyProps) {
	const incident = incidents?.find(({ id }) => status.incidents.includes(id));
	if (incident)
		return (
			<>
				<p className="mb-4 max-w-measure">{faultSentence(incident)}</p>
				<Grounds incident={incident} />
			</>
		);
	return <p className="max-w-measure">{plain[status.restsOn](service.name)}</p>;
}

const plain = {
	incident: (name) => `An incident with ${name} is open, but its numbers could not be read just now.`,
	reports: (name) => `At least five people reported on ${name} in the last 24 hours, and together they had no more trouble than usual.`,
	silence: (name) =>
		`Nobody has told us anything about ${name} in the last 24 hours. Nobody complaining is a good sign, but it is not a measurement, so we do not call it green.`,
	few: (name) =>
		`Fewer than five people have told us anything about ${name} in the last 24 hours: too few to call it green, or anything else.`,
	doubt: (name) =>
		`More people than usual had trouble with ${name}. Either an incident is just over, or there were not enough of them, from enough networks, close enough together, to call it one.`,
	nothing: () => "We could not read, so we claim nothing. The last good reading, if it is young enough, stands above with its time.",
} as const satisfies Record<Status["restsOn"], (name: string) => string>;
