// What readers are told, on the real database: each reading is one statement of lib/store.
import type { Catalog } from "@/lib/catalog/catalog";
import type { Env } from "@/lib/env";
import { makeReadings, type ReadingParts, type Readings } from "@/lib/reading";
import { makeSingleFlight, SLOW_KEPT_MS } from "@/lib/single-flight";
import { listDemoServices } from "@/lib/store/demo";
import { listFlowSteps, listWaitSteps } from "@/lib/store/flows";
import * as incidents from "@/lib/store/incidents";
import { findLastReportAt, findTick } from "@/lib/store/observations";
import { listPlaceSteps } from "@/lib/store/places";
import type { Pool } from "@/lib/store/pool";
import * as tallies from "@/lib/store/tallies";
import * as timelines from "@/lib/store/timelines";

type Opening = Pick<ReadingParts, "flight" | "now" | "expectation" | "failed"> & { env: Env; pool: Pool; catalog: Catalog };

export function openReadings({ env, pool, catalog, flight, now, expectation, failed }: Opening): Readings {
	return makeReadings({
		catalog,
		expectation,
		flight,
		slowFlight: makeSingleFlight(() => performance.now(), SLOW_KEPT_MS),
		retainDays: env.RETAIN_DAYS,
		publicUrl: env.PUBLIC_URL,
		now,
		findTick: () => findTick(pool),
		findLastReportAt: (serviceId) => findLastReportAt(pool, serviceId),
		listDemoServices: (since) => listDemoServices(pool, since),
		listChannelCounts: (serviceId, since) => tallies.listChannelCounts(pool, serviceId, since),
		listAllChannelCounts: (since) => tallies.listAllChannelCounts(pool, since),
		listTotals: (serviceId, query) => timelines.listTotals(pool, serviceId, query),
		listCells: (serviceId, query) => timelines.listCells(pool, serviceId, query),
		listSumOfTotals: (query) => timelines.listSumOfTotals(pool, query),
		listSumOfCells: (query) => timelines.listSumOfCells(pool, query),
		listFlowSteps: (query) => listFlowSteps(pool, query),
		listPlaceSteps: (query) => listPlaceSteps(pool, catalog, query),
		listWaitSteps: (query) => listWaitSteps(pool, query),
		listBetween: (service, from, to) => incidents.listBetween(pool, service, from, to),
		listCurrent: (since, service) => incidents.listCurrent(pool, since, service),
		listOfNoService: (since) => incidents.listOfNoService(pool, since),
		listIncidents: (filter) => incidents.listIncidents(pool, filter, catalog),
		listRelated: (incident, around) => incidents.listRelated(pool, incident, around),
		countDays: (filter, weeks) => incidents.countDays(pool, filter, weeks, catalog),
		listNamedPlaces: () => incidents.listNamedPlaces(pool),
		findIncident: (id) => incidents.findIncident(pool, id),
		failed: (what, error) => failed(`reading ${what}`, error),
	});
}
