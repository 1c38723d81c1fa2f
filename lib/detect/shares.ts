// Which part of what is reported falls to which value? The model's counts as levels and shares, each shrunk towards what is
// known more surely; the last row or column of each table stands for a value never met.
import { channels } from "../report";
import type { Model } from "./model";
import { PRIOR } from "./prior";
import { ANY, channelNumbersOf, keyOf, keysAround, type Place, placeOf, SHAPES_MAX } from "./space";
import { daypartOf } from "./week";

const H = channels.length;

/** Evidence counted in the slice of these values. */
export function seenIn(counts: ReadonlyMap<number, number>, place: Partial<Place>): number {
	return counts.get(keyOf({ service: ANY, region: ANY, carrier: ANY, channel: ANY, ...place })) ?? 0;
}

export function sharesOf(model: Model, counts: ReadonlyMap<number, number>) {
	const S = model.services.length;
	const R = model.regions.length;
	const W = R + 1;
	const C = model.carriers.length;
	const seen = (place: Partial<Place>) => seenIn(counts, place);
	const total = sumOf(model.leaves.map(([, count]) => count));
	// P(channel | service), P(region | service), P(carrier | region, kind), each shrunk towards what is seen overall.
	const channelShare = new Float64Array((S + 1) * H);
	const channelOverall = channels.map(
		(channel, h) => (seen({ channel: h }) + PRIOR.channelWeight * PRIOR.channelShare[channel]) / (total + PRIOR.channelWeight),
	);
	const lambda = new Float64Array((S + 1) * W);
	const regionOverall = Array.from(
		{ length: W },
		(_, r) => ((r < R ? seen({ region: r }) : 0) + PRIOR.regionCount) / (total + PRIOR.regionWeight),
	);
	const priorRate = sumOf(channels.map((channel) => PRIOR.ratePerMinute[channel]));
	const meanProfiles = weekMeans(model);
	for (let s = 0; s <= S; s++) {
		const n = s < S ? seen({ service: s }) : 0;
		const minutes = (s < S ? (model.exposureDays[s] ?? 0) : 0) * 1_440;
		const rate = (n + PRIOR.serviceCount) / (minutes + PRIOR.serviceCount / priorRate);
		for (let h = 0; h < H; h++)
			channelShare[s * H + h] =
				((s < S ? seen({ service: s, channel: h }) : 0) + PRIOR.shareWeight * (channelOverall[h] ?? 0)) / (n + PRIOR.shareWeight);
		for (let r = 0; r <= R; r++) {
			const here = s < S && r < R ? seen({ service: s, region: r }) : 0;
			const share = (here + PRIOR.shareWeight * (regionOverall[r] ?? 0)) / (n + PRIOR.shareWeight);
			lambda[s * W + r] = (rate * share) / (s < S && r < R ? (meanProfiles[s * R + r] ?? 1) : 1);
		}
	}
	const kinds = ["mobile", "mailbox"] as const;
	const carrierShares = { mobile: new Float64Array((C + 1) * W), mailbox: new Float64Array((C + 1) * W) };
	for (const kind of kinds) {
		const ofKind = (place: Partial<Place>) => sumOf(channelNumbersOf[kind].map((channel) => seen({ ...place, channel })));
		const everywhere = ofKind({});
		for (let r = 0; r <= R; r++) {
			const inRegion = r < R ? ofKind({ region: r }) : 0;
			for (let c = 0; c <= C; c++) {
				const isMet = c < C && model.carriers[c]?.kind === kind;
				const overall = ((isMet ? seen({ carrier: c }) : 0) + PRIOR.carrierCount) / (everywhere + PRIOR.carrierWeight);
				const here = isMet && r < R ? seen({ carrier: c, region: r }) : 0;
				carrierShares[kind][c * W + r] = (here + PRIOR.shareWeight * overall) / (inRegion + PRIOR.shareWeight);
			}
		}
	}
	return { lambda, channelShare, channelOverall, regionOverall, carrierShares, meanProfiles };
}

/** Mean over a week of profile · weekend · daypart, per service and region: what turns a mean rate into a level. */
export function weekMeans({ services, regions, profiles, weekends, dayparts }: Model): Float64Array {
	const means = new Float64Array(services.length * regions.length);
	for (let s = 0; s < services.length; s++)
		for (let r = 0; r < regions.length; r++) {
			let sum = 0;
			for (let slot = 0; slot < 48; slot++) {
				const days = slot < 24 ? 5 : 2;
				sum += days * (profiles[r]?.[slot] ?? 1) * (weekends[s]?.[slot < 24 ? 0 : 1] ?? 1) * (dayparts[s]?.[daypartOf(slot)] ?? 1);
			}
			means[s * regions.length + r] = sum / 168;
		}
	return means;
}

/** Evidence of every slice of one value per dimension: each leaf is counted in the slices it lies in. */
export function countLeaves({ leaves }: Model): Map<number, number> {
	const counts = new Map<number, number>();
	const keys = new Float64Array(SHAPES_MAX);
	for (const [leaf, count] of leaves) {
		const found = keysAround(placeOf(leaf), keys);
		for (let i = 0; i < found; i++) counts.set(keys[i] ?? 0, (counts.get(keys[i] ?? 0) ?? 0) + count);
	}
	return counts;
}

export function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}
