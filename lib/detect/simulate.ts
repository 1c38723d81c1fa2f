// What would be reported if nothing ever broke? Days drawn from the fitted model: services and carriers rise and fall by
// themselves from half hour to half hour as much as they were seen to, and the reports of a service in a region lie where
// its reports of the past lay. The random numbers are the same every time.
import { channels } from "../report";
import type { Baseline } from "./baseline";
import { BLOCK_MS, BLOCKS_A_DAY } from "./history";
import type { Model } from "./model";
import { ANY, type Place, placeOf } from "./space";

export type Simulated = { at: number; place: Place };

const BLOCK_MINUTES = BLOCK_MS / 60_000;
const SEED = 20_200_615;

/** Failing reports of so many days from the UTC day `firstDay` on, half hour by half hour, in order of time. */
export function* simulate(model: Model, baseline: Baseline, firstDay: number, days: number): Generator<readonly Simulated[]> {
	const random = makeRandom(SEED);
	const pairs = pairsOf(model);
	const spread = { service: model.dispersion.service.passing, carrier: model.dispersion.carrier.passing };
	for (let block = 0; block < days * BLOCKS_A_DAY; block++) {
		const start = (firstDay * BLOCKS_A_DAY + block) * BLOCK_MS;
		const services = model.services.map(() => random.gammaOfMeanOne(spread.service));
		const carriers = model.carriers.map(() => random.gammaOfMeanOne(spread.carrier));
		const reports: Simulated[] = [];
		for (const { place, leaves, total } of pairs) {
			const weights = leaves.map(([leaf, count]) => count * (leaf.carrier === ANY ? 1 : (carriers[leaf.carrier] ?? 1)));
			const weight = weights.reduce((sum, one) => sum + one, 0);
			const mean = (baseline.rate(place, start) * BLOCK_MINUTES * (services[place.service] ?? 1) * weight) / total;
			for (let count = random.poisson(mean); count > 0; count--) {
				reports.push({ at: start + Math.floor(random.uniform() * BLOCK_MS), place: pick(leaves, weights, random.uniform() * weight) });
			}
		}
		yield reports.sort((one, other) => one.at - other.at);
	}
}

type Pair = { place: Place; leaves: (readonly [leaf: Place, count: number])[]; total: number };

/** The leaves of each service in each region. */
function pairsOf(model: Model): Pair[] {
	const pairs = new Map<string, Pair>();
	for (const [key, count] of model.leaves) {
		const leaf = placeOf(key);
		const place = { service: leaf.service, region: leaf.region, carrier: ANY, channel: ANY };
		const pair = pairs.get(`${leaf.service} ${leaf.region}`) ?? { place, leaves: [], total: 0 };
		pair.leaves.push([leaf, count]);
		pair.total += count;
		pairs.set(`${leaf.service} ${leaf.region}`, pair);
	}
	return [...pairs.values()].filter(({ total }) => total > 0);
}

function pick(leaves: Pair["leaves"], weights: readonly number[], at: number): Place {
	let left = at;
	for (let i = 0; i < leaves.length - 1; i++) {
		left -= weights[i] ?? 0;
		if (left < 0) return leaves[i]?.[0] ?? NOWHERE;
	}
	return leaves.at(-1)?.[0] ?? NOWHERE;
}

const NOWHERE: Place = { service: ANY, region: ANY, carrier: ANY, channel: channels.indexOf("sms") };

type Random = { uniform(): number; poisson(mean: number): number; gammaOfMeanOne(variance: number): number };

/** Mulberry32, public domain: 32 bits of state are enough for a few million draws. */
function makeRandom(seed: number): Random {
	let state = seed;
	function uniform(): number {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}
	function normal(): number {
		return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
	}
	/** By multiplying uniforms (Knuth), and by the normal where that would be long. */
	function poisson(mean: number): number {
		if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
		const limit = Math.exp(-mean);
		let count = 0;
		for (let product = uniform(); product > limit; product *= uniform()) count++;
		return count;
	}
	/** Marsaglia & Tsang 2000, for shapes of one and above. */
	function gammaOfMeanOne(variance: number): number {
		if (variance <= 0) return 1;
		const shape = Math.max(1, 1 / variance);
		const d = shape - 1 / 3;
		for (;;) {
			const x = normal();
			const v = (1 + x / Math.sqrt(9 * d)) ** 3;
			if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
		}
	}
	return { uniform, poisson, gammaOfMeanOne };
}
