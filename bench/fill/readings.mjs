// What readers are told at two sizes of the ground, read in turn: the 24 hours of the failing service as the product reads
// them and as a GROUP BY over its reports, and its pages as each is made when nobody asked within the second before.
import { setTimeout as wait } from "node:timers/promises";
import { openCatalog } from "../../lib/store/catalog.ts";
import { listBetween } from "../../lib/store/incidents.ts";
import { openPool } from "../../lib/store/pool.ts";
import { listCells, listTotals } from "../../lib/store/timelines.ts";
import { DAY_MS, plus, uuidFloor } from "../../lib/time.ts";
import { readTimeline } from "../../lib/timeline.ts";
import { median } from "../numbers.mjs";
import { FAILING } from "./ground.mjs";

/** Readings are kept for a second: past it each is made anew. */
const PAST_KEPT_MS = 1_100;
const WARM_ROUNDS = 25;
/** What asks the database itself is asked in a row, for the first after a rest pays for the machine's sleep. */
const IN_A_ROW = 5;
/** With a session a page is made for whoever asks; nobody has this one. */
const headers = { cookie: "authjs.session-token=nobody" };

const pages = {
	[`page /services/${FAILING}`]: `/services/${FAILING}`,
	"page /services/google": "/services/google",
	"page /": "/",
	"page /incidents": "/incidents",
	"status JSON": `/api/v1/services/${FAILING}/status`,
	"timeline JSON": `/api/v1/services/${FAILING}/timeline`,
};

/**
 * @param {{ name: string, databaseUrl: string, url: string }[]} sizes
 * @returns {Promise<Map<string, Record<string, number>>>} medians by what was read and the size's name, ms
 */
export async function measureReadings(sizes, { until, rounds }) {
	const opened = await Promise.all(sizes.map(async (size) => ({ ...size, deeds: await deedsOf(size, until) })));
	const took = new Map();
	for (let round = -WARM_ROUNDS; round < rounds; round++) {
		for (const what of Object.keys(opened[0].deeds)) {
			for (const { name, deeds } of round % 2 === 0 ? opened : opened.toReversed()) {
				if (what.startsWith("GROUP BY") && round < 0) continue;
				const times = what in pages ? 1 : IN_A_ROW;
				for (let time = 0; time < times; time++) {
					const ms = await timed(deeds[what]);
					if (round >= 0) took.set(`${what}\t${name}`, [...(took.get(`${what}\t${name}`) ?? []), ms]);
				}
			}
		}
		if (round >= 0) await wait(PAST_KEPT_MS);
	}
	await Promise.all(opened.map(({ deeds }) => deeds.close?.()));
	return new Map(
		Object.keys(opened[0].deeds).map((what) => [
			what,
			Object.fromEntries(sizes.map(({ name }) => [name, median(took.get(`${what}\t${name}`))])),
		]),
	);
}

async function deedsOf({ databaseUrl, url }, until) {
	const pool = openPool(databaseUrl, () => {}, 120_000);
	const catalog = await openCatalog(pool);
	const service = catalog.findService(FAILING);
	const parts = {
		catalog,
		expectation: () => ({ name: "none", of: () => 0 }),
		listTotals: (id, query) => listTotals(pool, id, query),
		listCells: (id, query) => listCells(pool, id, query),
		listBetween: (of, from, to) => listBetween(pool, of, from, to),
	};
	const deeds = {
		"24 h timeline, the product's read": () => readTimeline(parts, service, {}, until),
		"GROUP BY over the reports": () => groupReports(pool, service.id, until),
		...Object.fromEntries(Object.entries(pages).map(([what, path]) => [what, () => read(`${url}${path}`)])),
	};
	Object.defineProperty(deeds, "close", { value: () => pool.end() });
	return deeds;
}

/** What a chart would cost that reads the ground. */
function groupReports(pool, serviceId, until) {
	return pool.query(
		`SELECT date_bin('5 minutes', at, '1970-01-01Z') AS step, symptom, count(*) FROM report
		 WHERE service_id = $1 AND id >= $2::uuid AND id < $3::uuid AND counted GROUP BY 1, 2 ORDER BY 1`,
		[serviceId, uuidFloor(plus(until, -DAY_MS)), uuidFloor(until)],
	);
}

async function read(address) {
	const answer = await fetch(address, { headers });
	await answer.arrayBuffer();
	if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
}

async function timed(deed) {
	const begunAt = performance.now();
	await deed();
	return performance.now() - begunAt;
}
