// Where does it happen? How many failed and how many answered by network and country, of closed half hours at least and never
// of a few people (lib/publish-places.ts). Read for every service at once, once a minute while somebody asks: the page of a
// service, of a carrier, of a country and the map are all told from the same reading.
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Catalog, Service } from "./catalog/catalog";
import { grouped } from "./grouped";
import type { Incident, Slice } from "./incident";
import { makePatience, type PatienceParts } from "./patience";
import { onChannels, together } from "./places-of";
import { NAMED_STEP_MIN_MS } from "./publish";
import { PLACE_STEP_MAX_MS, type PlaceCounts, type PlaceStep, publishPlaces } from "./publish-places";
import type { Channel } from "./report";
import { STEPS_KEPT_DAYS } from "./tally";
import { DAY_MS, plus, stepOf } from "./time";

/** Times are ISO 8601 UTC. `from` equals `to` until the first step is over, or where the counts are gone. */
export type PlaceReading = Omit<PlaceCounts, "until"> & {
	from: string;
	to: string;
	/** False where the five minutes of this time are gone. */
	kept: boolean;
};

/** The same of every service somebody spoke of, by slug. */
export type PlaceBook = { from: string; to: string; services: ReadonlyMap<string, PlaceReading> };

type Lived = Pick<Incident, "slice" | "startedAt" | "endedAt" | "dismissedAt">;

export type PlaceReadings = {
	/** Of the last three to six hours. `null`: it could not be read. */
	places(): Promise<PlaceBook | null>;
	placesOfService(service: Service, channel?: Channel): Promise<PlaceReading | null>;
	/** Of the services and channels of an incident, everywhere, while it lasts; of a long one the last day. */
	placesOfIncident(incident: Lived): Promise<PlaceReading | null>;
};

export type PlaceParts = PatienceParts & {
	catalog: Catalog;
	listPlaceSteps(query: Stretch & { serviceIds: readonly number[] }): Promise<readonly ServiceStep[]>;
};

type ServiceStep = PlaceStep & { service: string };
type Stretch = { from: Date; to: Date };

export function makePlaceReadings(parts: PlaceParts): PlaceReadings {
	const { catalog, now } = parts;
	const patience = makePatience<PlaceBook>(parts);

	function places(): Promise<PlaceBook | null> {
		const to = stepOf(now(), NAMED_STEP_MIN_MS);
		const from = plus(stepOf(to, PLACE_STEP_MAX_MS), -PLACE_STEP_MAX_MS);
		return patience("places", to, () => readBook({ from, to }, catalog.services));
	}

	async function readBook(stretch: Stretch, services: readonly Service[]): Promise<PlaceBook> {
		const steps = await parts.listPlaceSteps({ ...stretch, serviceIds: services.map(({ id }) => id) });
		const told = new Map<string, PlaceReading>();
		for (const [slug, said] of grouped(steps, ({ service }) => service)) {
			told.set(slug, readingOf(said, stretch));
			// A crowd's table is a few milliseconds of work, and there may be hundreds: requests come in between.
			await nextTurn();
		}
		return { from: stretch.from.toISOString(), to: stretch.to.toISOString(), services: told };
	}

	async function placesOfIncident({ slice, startedAt, endedAt, dismissedAt }: Lived): Promise<PlaceReading | null> {
		const end = endedAt ?? dismissedAt;
		const stretch = stretchOf({ from: new Date(startedAt), to: end === null ? null : new Date(end) }, now());
		if (stretch.from < plus(now(), -STEPS_KEPT_DAYS * DAY_MS)) return nothing(stretch, { kept: false });
		const services = servicesOf(slice, catalog);
		const key = `places ${services.map(({ slug }) => slug)} ${stretch.from.getTime()}`;
		const book = await patience(key, stretch.to, () => readBook(stretch, services));
		return book && onChannels(together(book), slice.channel);
	}

	return {
		places,
		async placesOfService({ slug }, channel) {
			const book = await places();
			if (book === null) return null;
			const reading = book.services.get(slug) ?? nothing({ from: new Date(book.from), to: new Date(book.to) }, { kept: true });
			return onChannels(reading, channel === undefined ? null : [channel]);
		},
		placesOfIncident,
	};
}

/** Whole steps of the day around an incident, cut at the last half hour that is over. */
function stretchOf({ from, to }: { from: Date; to: Date | null }, now: Date): Stretch {
	const closed = stepOf(now, NAMED_STEP_MIN_MS);
	const end = to === null ? closed : plus(stepOf(plus(to, -1), PLACE_STEP_MAX_MS), PLACE_STEP_MAX_MS);
	const until = new Date(Math.min(end.getTime(), closed.getTime()));
	const since = new Date(Math.max(from.getTime(), until.getTime() - DAY_MS));
	return { from: stepOf(since, PLACE_STEP_MAX_MS), to: until };
}

function servicesOf(slice: Slice, catalog: Catalog): readonly Service[] {
	return slice.service === null ? catalog.services : slice.service.flatMap((slug) => catalog.findService(slug) ?? []);
}

function readingOf(steps: readonly PlaceStep[], stretch: Stretch): PlaceReading {
	const { until, ...told } = publishPlaces(steps, stretch);
	return { from: stretch.from.toISOString(), to: until.toISOString(), kept: true, ...told };
}

function nothing({ from, to }: Stretch, { kept }: { kept: boolean }): PlaceReading {
	return { from: from.toISOString(), to: (kept ? to : from).toISOString(), kept, regions: [], elsewhere: [] };
}
