import type { Metadata } from "next";
import { foundAs } from "@/app/_http/found";
import { IncidentFilters } from "@/components/incident-filters";
import { IncidentList } from "@/components/incident-list";
import { NotRead } from "@/components/not-read";
import { house } from "@/lib/house";
import { incidentStates } from "@/lib/incident";
import { isUuid } from "@/lib/time";

export const metadata: Metadata = foundAs({
	path: "/incidents",
	title: "Incidents",
	description: "Every stretch of failing verification codes, and every mistake of ours.",
});

type Query = Record<string, string | string[] | undefined>;

export default async function IncidentsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const query = await searchParams;
	const { catalog, readings } = house();
	const state = incidentStates.find((candidate) => candidate === query.state);
	const service = typeof query.service === "string" ? (catalog.meantService(query.service)?.slug ?? undefined) : undefined;
	const cursor = typeof query.cursor === "string" && isUuid(query.cursor) ? query.cursor : undefined;
	const reading = await readings.incidents({ state, service, cursor });
	return (
		<div className="frame">
			<div className="py-6">
				<h1 className="text-xl">Incidents</h1>
				<p className="mt-1 max-w-measure text-ink-2">Every stretch of trouble we noticed, and every time we were wrong.</p>
			</div>
			<IncidentFilters state={state} service={service} services={catalog.services} />
			{reading.known ? <IncidentList page={reading.value} filter={{ state, service }} /> : <NotRead what="The incidents" />}
		</div>
	);
}
