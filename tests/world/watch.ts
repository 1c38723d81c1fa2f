// Watches on the store, each as a process of its own would have it, told the database's time.
import { recall } from "../../lib/detect/first/recall";
import { changeIncident, openIncident, saveVerdict } from "../../lib/store/incident-changes";
import { findEnded, findIncident, type IncidentRow, listCovering, listIncidents } from "../../lib/store/incidents";
import { findTick, listObservations, saveTick } from "../../lib/store/observations";
import { readClock } from "../../lib/store/pool";
import { makeWatch, type Watch, type WatchParts } from "../../lib/watch";
import { aModel } from "./makers";
import type { Store } from "./store";

const model = aModel();

/** A watch that leads, unless `given` says otherwise; `given` may listen to what it is told. */
export function aWatch({ pool, catalog }: Store, given: Partial<WatchParts> = {}): Watch {
	const parts: WatchParts = {
		catalog,
		lead: async () => true,
		clock: () => readClock(pool),
		findTick: () => findTick(pool),
		saveTick: (at) => saveTick(pool, at),
		listObservations: (between) => listObservations(pool, catalog, between),
		listCovering: () => listCovering(pool),
		findIncident: (id) => findIncident(pool, id),
		findEnded: (serviceId, sliceKey, since) => findEnded(pool, serviceId, sliceKey, since),
		openIncident: (opening) => openIncident(pool, opening),
		changeIncident: (change) => changeIncident(pool, change),
		saveVerdict: (incident, at, slice, verdict) => saveVerdict(pool, incident, at, slice, verdict),
		changed: () => {},
		...given,
	};
	return makeWatch(parts, (at, memory) => recall(model, at, memory));
}

/** Every incident, oldest first. */
export async function incidentsOf({ pool, catalog }: Store, service?: string): Promise<readonly IncidentRow[]> {
	return (await listIncidents(pool, { service }, catalog)).rows.toReversed();
}
