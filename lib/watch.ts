// Who decides that something is an incident? The watch, and beside it only the desk. It advances on a grid of ten
// seconds, eight seconds behind the database's clock so that nothing arrives late, and it is safe to run twice: a step is
// one transaction that begins with the tick, and whoever comes second changes nothing.
//
// 1. Only the leader looks. 2. It takes in the reports of each grid step in order and asks the detector. 3. Each finding
// becomes one change with its sentence. 4. The tick is saved with them and with what the detector remembers: another
// process goes on from there and finds the same; it is also what lets anybody say "calm".
import type { Catalog } from "./catalog/catalog";
import { type Detector, makeDetector } from "./detect/detector";
import type { Held } from "./detect/finding";
import type { Observation } from "./detect/log";
import { readMemory } from "./detect/memory";
import { type Model, namesOf } from "./detect/model";
import { MEMORY_MS, rules } from "./detect/rules";
import type { Names } from "./detect/space";
import { actOn } from "./findings";
import { concernedBy } from "./live";
import type { Step } from "./store/steps";
import { GRID_MS, MINUTE_MS, plus, SECOND_MS, stepOf } from "./time";

/** Behind the database's clock by more than the five seconds a flush may take (DETECTION: time and order). */
const BEHIND_MS = 8 * SECOND_MS;
export const HELD_WITHIN_MS = rules.reopenMinutes * MINUTE_MS;

export type WatchParts = {
	catalog: Catalog;
	lead(): Promise<boolean>;
	clock(): Promise<Date>;
	findPlace(): Promise<{ at: Date; memory: unknown } | null>;
	listObservations(between: { after: Date; to: Date }): Promise<readonly Observation[]>;
	/** As they stood before the grid time `at`; those that are back, within `HELD_WITHIN_MS`. */
	listHeld(at: Date): Promise<readonly Held[]>;
	/** The name of the model that judges at grid time `at`. */
	modelNameAt(at: Date): Promise<string>;
	readModel(name: string): Promise<Model>;
	/** One transaction: what is done in it stands together or not at all. */
	inStep(deed: (step: Step) => Promise<boolean>): Promise<boolean>;
	/** Told which services' incidents changed. */
	changed(serviceIds: readonly number[]): void;
};

export type Watch = {
	/** Takes every grid step that is due; nothing when another process leads. */
	watchOnce(): Promise<void>;
};

type Place = { detector: Detector; at: Date; model: string };

export function makeWatch(parts: WatchParts): Watch {
	let place: Place | null = null;

	async function watchOnce(): Promise<void> {
		try {
			if (await parts.lead()) await advance();
			else place = null;
		} catch (error) {
			// A step broken off has already been remembered, and a lost lock may have been another's: begin anew from the tick.
			place = null;
			throw error;
		}
	}

	async function advance(): Promise<void> {
		const due = stepOf(plus(await parts.clock(), -BEHIND_MS), GRID_MS);
		place ??= await takeOver(due);
		while (place.at < due) {
			const next = plus(place.at, GRID_MS);
			const model = await parts.modelNameAt(next);
			if (model !== place.model) place = await goOn(place.at, model);
			const isOurs = await step(place.detector, place.at, next);
			place = isOurs ? { ...place, at: next } : null;
			if (place === null) return;
		}
	}

	/** Where the last leader stopped, with what was remembered there; what lies further back than any window is not walked. */
	async function takeOver(due: Date): Promise<Place> {
		const kept = await parts.findPlace();
		const oldest = due.getTime() - MEMORY_MS;
		const at = kept === null ? plus(due, -GRID_MS) : stepOf(new Date(Math.max(kept.at.getTime(), oldest)), GRID_MS);
		return goOn(at, await parts.modelNameAt(plus(at, GRID_MS)));
	}

	/** A detector that knows at `at` what one that had run all the time would know. */
	async function goOn(at: Date, model: string): Promise<Place> {
		const [kept, observations, read] = await Promise.all([
			parts.findPlace(),
			parts.listObservations({ after: plus(at, -MEMORY_MS), to: at }),
			parts.readModel(model),
		]);
		const memory = kept && kept.at.getTime() === at.getTime() ? readMemory(kept.memory) : null;
		return { detector: makeDetector(read, namesFor(read, parts.catalog), { at, memory, observations }), at, model };
	}

	/** False when another watch has taken this step: then nothing of ours stands. */
	async function step(detector: Detector, after: Date, at: Date): Promise<boolean> {
		const [observations, held] = await Promise.all([parts.listObservations({ after, to: at }), parts.listHeld(at)]);
		const findings = detector.step(at, observations, held);
		const touched = new Set<number>();
		const isOurs = await parts.inStep(async (store) => {
			if (!(await store.saveTick(at, detector.memory()))) return false;
			for (const finding of findings) {
				const slices = await actOn(finding, { at, catalog: parts.catalog, store });
				for (const id of slices.flatMap((slice) => concernedBy(slice, parts.catalog))) touched.add(id);
			}
			return true;
		});
		if (touched.size > 0) parts.changed([...touched]);
		return isOurs;
	}

	return { watchOnce };
}

/** The model's numbers, and after them the catalogue's in its order: the same in every process. */
export function namesFor(model: Model, { services, regions, carriers, countryOf, networkOf }: Catalog): Names {
	const names = namesOf(model);
	const under = { mobile: names.channel("sms"), mailbox: names.channel("email") } as const satisfies Record<string, number>;
	for (const { slug } of services) names.service(slug);
	for (const region of regions) names.region(countryOf(region).code);
	for (const carrier of carriers) names.carrier(networkOf(carrier).key, under[carrier.kind]);
	return names;
}
