// What is ordinary in one hour for every service and region, summed in the ways a slice asks for. One hour is made in one
// go and kept for a while; of one service alone it can be had much cheaper.
import { channels } from "../report";
import type { Model } from "./model";
import type { sharesOf } from "./shares";
import { daypartOf, type LocalHour, localHour, WEEK_HOURS } from "./week";

const H = channels.length;
/** Hours kept ready: two days, as a day is capped hour by hour. */
const TABLES_MAX = 64;

/** What is ordinary in one hour, per minute. Rows and columns one past the end are values never met, outside every sum. */
export type Table = { mu: Float64Array; service: Float64Array; region: Float64Array; regionChannel: Float64Array; total: number };

export type Tables = {
	/** Of an hour, counted from the epoch. */
	tableOf(hour: number): Table;
	/** The same with one service's numbers alone, good until the next is asked for. */
	rowOf(service: number, hour: number): Table;
	/** The whole history: what every hour's mean comes to over the days a service was there. */
	mean: Table;
};

type Shares = Pick<ReturnType<typeof sharesOf>, "lambda" | "channelShare" | "regionOverall" | "meanProfiles">;

export function makeTables(model: Model, { lambda, channelShare, regionOverall, meanProfiles }: Shares): Tables {
	const S = model.services.length;
	const R = model.regions.length;
	const W = R + 1;
	/** Services a cold instance is told of that nobody has spoken of yet. */
	const unmet = Math.max(0, model.choices.service - S);

	const tables = new Map<number, Table>();
	function tableOf(hour: number): Table {
		const kept = tables.get(hour);
		if (kept) return kept;
		const made = makeTable(hour);
		if (tables.size >= TABLES_MAX) tables.delete(tables.keys().next().value ?? 0);
		tables.set(hour, made);
		return made;
	}

	function emptyTable(): Table {
		return {
			mu: new Float64Array((S + 1) * W),
			service: new Float64Array(S + 1),
			region: new Float64Array(W),
			regionChannel: new Float64Array(W * H),
			total: 0,
		};
	}

	function makeTable(hour: number): Table {
		const table = emptyTable();
		for (let r = 0; r <= R; r++) {
			const local = localOf(hour, r);
			for (let s = 0; s <= S; s++) {
				const mu = muOf(s, r, local);
				table.mu[s * W + r] = mu;
				if (r < R) table.service[s] = (table.service[s] ?? 0) + mu;
				const times = s === S ? unmet : 1;
				if (times === 0) continue;
				table.region[r] = (table.region[r] ?? 0) + mu * times;
				if (r < R) table.total += mu * times;
				for (let h = 0; h < H; h++)
					table.regionChannel[r * H + h] = (table.regionChannel[r * H + h] ?? 0) + mu * times * (channelShare[s * H + h] ?? 0);
			}
		}
		if (R === 0) for (let s = 0; s <= S; s++) table.service[s] = fromNowhere(s);
		if (R === 0) table.total = table.service.reduce((sum, rate, s) => sum + rate * (s === S ? unmet : 1), 0);
		return table;
	}

	const locals = Array.from({ length: W }, (_, r) =>
		Array.from({ length: WEEK_HOURS }, (_, hour) => localHour(hour, model.clockHours[r] ?? 0)),
	);
	function localOf(hour: number, r: number): LocalHour {
		return locals[r]?.[hour % WEEK_HOURS] ?? localHour(hour, 0);
	}

	function muOf(s: number, r: number, { slot, isWeekend }: LocalHour): number {
		const profile = r < R ? (model.profiles[r]?.[slot] ?? 1) : 1;
		const own = s < S ? (model.weekends[s]?.[isWeekend ? 1 : 0] ?? 1) * (model.dayparts[s]?.[daypartOf(slot)] ?? 1) : 1;
		return (lambda[s * W + r] ?? 0) * profile * own;
	}

	/** With no region met yet a service's reports come from regions not met. */
	function fromNowhere(s: number): number {
		return (lambda[s * W] ?? 0) / (regionOverall[0] ?? 1);
	}

	const row = emptyTable();
	/** The week of the service asked for last: its channels are asked for one after the other. */
	const week: { service: number; mu: Float64Array } = { service: -1, mu: new Float64Array(WEEK_HOURS * W) };
	function rowOf(s: number, hour: number): Table {
		if (week.service !== s) fillWeek(s);
		const mu = week.mu.subarray((hour % WEEK_HOURS) * W, (hour % WEEK_HOURS) * W + W);
		row.mu.set(mu, s * W);
		row.service[s] = R === 0 ? fromNowhere(s) : mu.subarray(0, R).reduce((sum, one) => sum + one, 0);
		return row;
	}

	function fillWeek(s: number): void {
		week.service = s;
		for (let hour = 0; hour < WEEK_HOURS; hour++) for (let r = 0; r <= R; r++) week.mu[hour * W + r] = muOf(s, r, localOf(hour, r));
	}

	function meanTable(): Table {
		const table = emptyTable();
		for (let s = 0; s < S; s++)
			for (let r = 0; r < R; r++) {
				const mu = (lambda[s * W + r] ?? 0) * (meanProfiles[s * R + r] ?? 1) * (model.exposureDays[s] ?? 0) * 1_440;
				table.mu[s * W + r] = mu;
				table.service[s] = (table.service[s] ?? 0) + mu;
				table.region[r] = (table.region[r] ?? 0) + mu;
				table.total += mu;
				for (let h = 0; h < H; h++)
					table.regionChannel[r * H + h] = (table.regionChannel[r * H + h] ?? 0) + mu * (channelShare[s * H + h] ?? 0);
			}
		return table;
	}

	return { tableOf, rowOf, mean: meanTable() };
}
