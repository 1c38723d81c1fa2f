// How does a day that was made up get its incidents? The very watch of every day is told the hours that went by and finds
// them itself; beside it only a moderator's retraction and the vendor's words are played, at their times.
import { randomBytes } from "node:crypto";
import type { Catalog } from "../catalog/catalog";
import type { Observation } from "../detect/log";
import type { Memory } from "../detect/memory";
import type { Model } from "../detect/model";
import { type Filed, makeReader } from "../import";
import type { StanceValue } from "../incident";
import { saveDemo } from "../store/demo";
import * as changes from "../store/incident-changes";
import * as incidents from "../store/incidents";
import { saveTick } from "../store/observations";
import type { Pool } from "../store/pool";
import { inStep } from "../store/steps";
import { DAY_MS, HOUR_MS, MINUTE_MS, plus } from "../time";
import { HELD_WITHIN_MS, makeWatch, type Watch } from "../watch";
import { linesOf } from "./story";

/** When the vendor says what, in minutes before now. */
const stances: readonly [minutesAgo: number, value: StanceValue][] = [
	[150, "silent"],
	[55, "partly_acknowledged"],
];
const RETRACTED_MINUTES_AGO = 400;
const RETRACTION = "A post asked people to report. Codes arrive for those who waited.";
const LOOK_EVERY_MS = HOUR_MS;
const SEED = 20_221_114;

export type Play = { pool: Pool; catalog: Catalog; model: Model; now: Date };

/** Writes the day before `now` and plays the watch over it; returns what was filed. The caller leads meanwhile. */
export async function playDemo({ pool, catalog, model, now }: Play): Promise<readonly Filed[]> {
	const read = makeReader({ catalog, file: randomBytes(16), salt: randomBytes(32), startedAt: now });
	const offeredBy = (service: string) => catalog.findService(service)?.channels ?? [];
	const filed = linesOf(now, SEED, offeredBy).flatMap(({ text }, index) => {
		const became = read(index + 1, text);
		return "reason" in became ? [] : [became];
	});
	await saveDemo(pool, filed);
	const told = { at: plus(now, -DAY_MS) };
	const watch = watchOver({ pool, catalog, model, filed, clock: () => told.at });
	await look(watch, told, plus(now, -RETRACTED_MINUTES_AGO * MINUTE_MS));
	await retract(pool, catalog, told.at);
	for (const [minutesAgo, value] of stances) {
		await look(watch, told, plus(now, -minutesAgo * MINUTE_MS));
		await speak(pool, catalog, { at: told.at, value });
	}
	await look(watch, told, now);
	await saveTick(pool, now);
	return filed;
}

/** Hour by hour, so that the watch has walked every step in between. */
async function look(watch: Watch, told: { at: Date }, until: Date): Promise<void> {
	while (told.at < until) {
		told.at = new Date(Math.min(plus(told.at, LOOK_EVERY_MS).getTime(), until.getTime()));
		await watch.watchOnce();
	}
}

/** The watch on what was filed alone: it neither sees nor touches what people reported. */
function watchOver({ pool, catalog, model, filed, clock }: Omit<Play, "now"> & { filed: readonly Filed[]; clock(): Date }): Watch {
	const observations = filed.flatMap((one) => observationOf(one, catalog));
	const opened = new Set<string>();
	const place: { at: Date; memory: Memory | null } = { at: clock(), memory: null };
	return makeWatch({
		catalog,
		lead: async () => true,
		clock: async () => clock(),
		findPlace: async () => place,
		listObservations: async ({ after, to }) => observations.filter(({ at }) => at > after && at <= to),
		listHeld: async (at) =>
			opened.size === 0 ? [] : (await incidents.listHeld(pool, at, HELD_WITHIN_MS)).filter((one) => opened.has(one.incident)),
		modelNameAt: async () => model.name,
		readModel: async () => model,
		inStep: (deed) =>
			inStep(pool, (step) =>
				deed({
					...step,
					async saveTick(at, memory) {
						Object.assign(place, { at, memory });
						return true;
					},
					async openIncident(opening) {
						const id = await step.openIncident({ ...opening, isPlayed: true });
						if (id) opened.add(id);
						return id;
					},
				}),
			),
		changed: () => {},
	});
}

function observationOf({ id, at, report, outcome }: Filed, catalog: Catalog): Observation[] {
	const service = catalog.serviceOfId(report.serviceId);
	const region = catalog.regionOfId(report.cell.regionId);
	if (!service || !region) return [];
	const carrier = report.cell.carrierId === null ? null : catalog.carrierOfId(report.cell.carrierId);
	const said = {
		service: service.slug,
		region: region.code,
		carrier: carrier?.key ?? null,
		channel: report.channel,
		symptom: report.symptom,
	};
	const { counted, evidence, supersedes } = outcome;
	return [{ id, at, ...said, network: report.networkKey.toString("base64"), counted, evidence, supersedes }];
}

/** The newest incident of a service that was played in. */
async function demoIncident(pool: Pool, catalog: Catalog, service: string) {
	const { rows } = await incidents.listIncidents(pool, { service }, catalog);
	return rows.find((row) => row.demo) ?? null;
}

async function retract(pool: Pool, catalog: Catalog, at: Date): Promise<void> {
	const incident = await demoIncident(pool, catalog, "discord");
	if (!incident || incident.closedAt) return;
	await changes.changeIncident(pool, {
		id: incident.id,
		version: incident.version,
		at,
		by: "moderator",
		userId: null,
		state: "dismissed",
		set: { dismissedAt: at, dismissedReason: RETRACTION },
		text: `Retracted: ${RETRACTION}`,
		verdict: null,
		audit: null,
	});
}

async function speak(pool: Pool, catalog: Catalog, { at, value }: { at: Date; value: StanceValue }): Promise<void> {
	const incident = await demoIncident(pool, catalog, "x");
	if (incident) await changes.recordStance(pool, { incident: incident.id, at, value, url: null, by: "demo" });
}
