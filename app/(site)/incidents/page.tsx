import type { Metadata } from "next";
import { foundAs } from "@/app/_http/found";
import { choiceOf, filterOf, servicesIn } from "@/app/_http/incident-choice";
import { IncidentFilters } from "@/components/incident-filters";
import { IncidentList } from "@/components/incident-list";
import { NotRead } from "@/components/not-read";
import { house } from "@/lib/house";
import { isUuid } from "@/lib/time";

export const metadata: Metadata = foundAs({
	path: "/incidents",
	title: "Incidents",
	description: "Every stretch of failing verification codes, and every mistake of ours.",
});

/** While it cannot be read what can be chosen, what is chosen still can. */
const NOWHERE = { carriers: [], regions: [] } as const;

type Query = Record<string, string | string[] | undefined>;

export default async function IncidentsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const query = await searchParams;
	const { catalog, readings } = house();
	const choice = choiceOf(query, catalog);
	const cursor = typeof query.cursor === "string" && isUuid(query.cursor) ? query.cursor : undefined;
	const [reading, places] = await Promise.all([readings.incidents({ ...filterOf(choice), cursor }), readings.incidentPlaces()]);
	return (
		<div className="frame">
			<div className="py-6">
				<h1 className="text-xl">Incidents</h1>
				<p className="mt-1 max-w-measure text-ink-2">Every stretch of trouble we noticed, and every time we were wrong.</p>
			</div>
			<IncidentFilters choice={choice} services={servicesIn(catalog)} places={places.known ? places.value : NOWHERE} />
			{reading.known ? <IncidentList page={reading.value} choice={choice} /> : <NotRead what="The incidents" />}
		</div>
	);
}
