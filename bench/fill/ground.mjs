// A month as it may have been, one five minutes after another: many services of which few are spoken of much, people who
// come back and say how it ended, countries and carriers as unequal as services, nights that are quieter than evenings;
// and in the last day one service that fails for a whole crowd. Seeded: the same size gives the same month.
import { flows } from "../../lib/report.ts";
import { DAY_MS, plus, stepOf, TALLY_STEP_MS } from "../../lib/time.ts";

/** The part of all reports that the failing service's last day has. */
const OUTAGE_SHARE = 1 / 8;
const OUTAGE_MS = DAY_MS;
export const FAILING = "x";

const SERVICES_MAX = 160;
const COUNTRIES = 40;
/** Countries are more unequal than services: the first of forty has four in ten. */
const STEEP = 1.5;
const CARRIERS_PER_COUNTRY = 4;
const MAILBOX_HOSTS = 8;
const NETWORKS = 400_000;
/** People of a service who may speak again. */
const RECENT = 64;
/** Out of a hundred who speak. */
const [REPEATING, MOVING] = [9, 7];
const CARRIER_STATED = 0.6;

/** Out of a hundred reports, on an ordinary day and of the crowd. */
const symptoms = {
	usual: { missing: 28, late: 14, rejected: 8, blocked: 4, arrived: 46 },
	failing: { missing: 66, late: 14, rejected: 5, blocked: 4, arrived: 11 },
};

/**
 * Yields the reports of each five minutes, in order of time; `count` of them in all.
 * @param {{ catalog: import("../../lib/catalog/catalog").Catalog, count: number, days: number, until: Date }} month
 * @returns {Generator<{ at: Date, statement: object, reporter: string, network: string, chance: Uint8Array }[]>}
 */
export function* monthOf({ catalog, count, days, until }) {
	const random = makeRandom(count);
	const say = makeSayings(catalog, random);
	const steps = stepsOf(until, days);
	const usual = sharesOf(steps, (at) => 1 + 0.7 * Math.sin(((at.getTime() % DAY_MS) / DAY_MS - 0.35) * 2 * Math.PI));
	const outage = sharesOf(steps, (at) => (at >= plus(until, -OUTAGE_MS) ? 1 : 0));
	let [usualSaid, outageSaid] = [0, 0];
	for (const [index, at] of steps.entries()) {
		const usualUntil = Math.round(usual[index] * count * (1 - OUTAGE_SHARE));
		const outageUntil = Math.round(outage[index] * count * OUTAGE_SHARE);
		const failing = outageUntil - outageSaid;
		const size = usualUntil - usualSaid + failing;
		[usualSaid, outageSaid] = [usualUntil, outageUntil];
		let failingSaid = 0;
		yield Array.from({ length: size }, (_, place) => {
			// Spread among the others, for they came at the same time.
			const isOfCrowd = Math.floor(((place + 1) * failing) / size) > failingSaid;
			if (isOfCrowd) failingSaid++;
			return { at: plus(at, Math.floor((place * TALLY_STEP_MS) / size)), ...say(isOfCrowd) };
		});
	}
}

function stepsOf(until, days) {
	const end = stepOf(until, TALLY_STEP_MS).getTime();
	const count = (days * DAY_MS) / TALLY_STEP_MS;
	return Array.from({ length: count }, (_, index) => new Date(end - (count - index) * TALLY_STEP_MS));
}

/** How much of everything is said by the end of each step, by weights. */
function sharesOf(steps, weightOf) {
	const weights = steps.map(weightOf);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	let sum = 0;
	return weights.map((weight) => {
		sum += weight;
		return sum / total;
	});
}

function makeSayings(catalog, random) {
	const failing = catalog.findService(FAILING);
	const others = catalog.services.filter((service) => service !== failing).slice(0, SERVICES_MAX - 1);
	const services = unequal([failing, ...others]);
	const countries = unequal(catalog.countries.filter(({ code }) => catalog.carriersOf(code).length > 0).slice(0, COUNTRIES), STEEP);
	const carriers = new Map(catalog.countries.map(({ code }) => [code, unequal(catalog.carriersOf(code).slice(0, CARRIERS_PER_COUNTRY))]));
	const hosts = unequal(catalog.mailboxHosts.slice(0, MAILBOX_HOSTS));
	const words = { usual: weighed(symptoms.usual), failing: weighed(symptoms.failing) };
	const recent = new Map();
	const pick = (table) => table[Math.floor(random() * table.length)];

	function carrierOf(channel, country) {
		const table = channel === "email" ? hosts : channel === "sms" || channel === "call" ? carriers.get(country.code) : [];
		return table.length > 0 && random() < CARRIER_STATED ? pick(table) : null;
	}

	function someone(service, isOfCrowd) {
		const [country, offered] = [pick(countries), service.channels.filter((channel) => channel !== "key")];
		const channel = isOfCrowd || offered.length === 0 ? "sms" : offered[Math.floor(random() ** 2 * offered.length)];
		const carrier = carrierOf(channel, country);
		return {
			statement: {
				serviceId: service.id,
				channel,
				symptom: pick(isOfCrowd ? words.failing : words.usual),
				flow: random() < 0.7 ? pick(flows) : null,
				carrierId: carrier?.id ?? null,
				regionId: country.id,
				cell: { carrierId: carrier && catalog.networkOf(carrier).id, regionId: country.id },
				waitedSeconds: random() < 0.3 ? Math.floor(random() * 900) : null,
				originCountry: country.code,
			},
			reporter: keyOf(random() * 2 ** 32, random() * 2 ** 32),
			network: keyOf(Math.floor(random() * NETWORKS), 7),
		};
	}

	return (isOfCrowd) => {
		const service = isOfCrowd ? failing : pick(services);
		const known = recent.get(service.id) ?? [];
		const again = random() * 100;
		const before = known[Math.floor(random() * RECENT)];
		const said = before && again < REPEATING + MOVING ? (again < MOVING ? moved(before) : before) : someone(service, isOfCrowd);
		known[Math.floor(random() * RECENT)] = said;
		recent.set(service.id, known);
		return { ...said, chance: bytesOf(random) };
	};
}

/** Who waited and has it now, or waited longer. */
function moved(said) {
	return { ...said, statement: { ...said.statement, symptom: said.statement.symptom === "missing" ? "late" : "arrived" } };
}

/** A table to draw from in which the nth thing stands 1/n as often as the first (Zipf's law), or steeper. */
function unequal(things, steepness = 1) {
	return things.flatMap((thing, place) => Array.from({ length: Math.ceil((4 * things.length) / (place + 1) ** steepness) }, () => thing));
}

function weighed(weights) {
	return Object.entries(weights).flatMap(([word, weight]) => Array.from({ length: weight }, () => word));
}

/** Sixteen bytes, told in hex. */
function keyOf(one, other) {
	const words = Uint32Array.of(one, other, Math.imul(one, 0x9e3779b1) ^ other, Math.imul(other, 0x85ebca6b) ^ one);
	return Buffer.from(words.buffer).toString("hex");
}

function bytesOf(random) {
	const bytes = new Uint8Array(10);
	const view = new DataView(bytes.buffer);
	for (const place of [0, 4]) view.setUint32(place, random() * 2 ** 32);
	view.setUint16(8, random() * 2 ** 16);
	return bytes;
}

/** Mulberry32: fast, and good enough to draw people with. */
function makeRandom(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		const mixed = Math.imul(state ^ (state >>> 15), state | 1);
		const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
		return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
	};
}
