// Watches on the store, each as a process of its own would have it, told the database's time.
import { coldModel } from "../../lib/fitting";
import { type Opening, openIncident } from "../../lib/store/incident-changes";
import { type IncidentRow, listHeld, listIncidents } from "../../lib/store/incidents";
import { findPlace, listObservations } from "../../lib/store/observations";
import { inTransaction, type Pool, readClock } from "../../lib/store/pool";
import { inStep } from "../../lib/store/steps";
import { HELD_WITHIN_MS, makeWatch, type Watch, type WatchParts } from "../../lib/watch";
import type { Store } from "./store";

/** What an instance starts with. */
const model = coldModel(0.05);

/** A watch that leads, unless `given` says otherwise; `given` may listen to what it is told. */
export function aWatch({ pool, catalog }: Store, given: Partial<WatchParts> = {}): Watch {
	return makeWatch({
		catalog,
		lead: async () => true,
		clock: () => readClock(pool),
		findPlace: () => findPlace(pool),
		listObservations: (between) => listObservations(pool, catalog, between),
		listHeld: (at) => listHeld(pool, at, HELD_WITHIN_MS),
		modelNameAt: async () => model.name,
		readModel: async () => model,
		inStep: (deed) => inStep(pool, deed),
		changed: () => {},
		...given,
	});
}

/** Opens an incident as a watch does; `null` when its slice is held. */
export function openOn(pool: Pool, opening: Omit<Opening, "reach">): Promise<string | null> {
	const { serviceId } = opening;
	const reach = { serviceIds: serviceId === null ? null : [serviceId], regionIds: null, carrierIds: null };
	return inTransaction(pool, (connection) => openIncident(connection, { ...opening, reach }));
}

/** Every incident, oldest first. */
export async function incidentsOf({ pool, catalog }: Store, service?: string): Promise<readonly IncidentRow[]> {
	return (await listIncidents(pool, { service }, catalog)).rows.toReversed();
}
