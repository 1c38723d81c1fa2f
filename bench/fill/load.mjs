// Loads a month into an empty database: counted report by report as intake and import count, written by COPY, folded and packed
// by the product's own chores. What stands there afterwards is what intake would have left: `npm run rebuild` finds it right.
import pg from "pg";
import { makeLedger } from "../../lib/ledger.ts";
import { openCatalog } from "../../lib/store/catalog.ts";
import { foldHours } from "../../lib/store/folding.ts";
import { migrate } from "../../lib/store/migrate.ts";
import { packIndexes } from "../../lib/store/packing.ts";
import { makeDays, makePartitions } from "../../lib/store/partitions.ts";
import { openPool } from "../../lib/store/pool.ts";
import { rowName, rowsOf } from "../../lib/store/tallies.ts";
import { COUNT_WINDOW_MS, counters } from "../../lib/tally.ts";
import { DAY_MS, plus, stepsBetween, TALLY_STEP_MS, uuidOf } from "../../lib/time.ts";
import { beginCopy } from "./copy.mjs";
import { monthOf } from "./ground.mjs";

const REPORT_COLUMNS = `service_id, id, at, channel, symptom, flow, carrier_id, region_id, waited_seconds, tried_minutes_ago, note,
	reporter_key, network_key, origin_country, counted, evidence, weight_reason, repeat_of, supersedes, demo`;
const TALLY_COLUMNS = `service_id, at, channel, carrier_id, region_id, ${counters.join(", ")}`;
/** Tallies of steps that nobody can move out of any more are written so many steps at a time. */
const STEPS_AT_ONCE = 72;

/**
 * @param {{ url: string, count: number, days: number, until: Date, say(sentence: string): void }} wanted
 * @returns {Promise<Record<string, number>>} what each part of it took, seconds
 */
export async function load({ url, count, days, until, say }) {
	await migrate(url);
	const pool = openPool(url, () => {});
	const took = {};
	const timed = async (what, deed) => {
		const begunAt = performance.now();
		await deed();
		took[what] = (performance.now() - begunAt) / 1_000;
		say(`${what}: ${Math.round(took[what])} s`);
	};
	try {
		const catalog = await openCatalog(pool);
		await makeDays(pool, stepsBetween(plus(until, -days * DAY_MS), until, DAY_MS));
		await makePartitions(pool, until);
		await timed("reports and five minutes", () => write(url, monthOf({ catalog, count, days, until })));
		await timed("hours and days", () => foldHours(pool, until));
		// What autovacuum does in the course of a month.
		await timed("vacuum", () => vacuum(url));
		await timed("packing indexes", () => packIndexes(pool));
		return took;
	} finally {
		await pool.end();
	}
}

/** Two lines: while one takes reports the other takes the tallies of steps that are over. */
async function write(url, month) {
	const [reports, tallies] = [await connectTo(url), await connectTo(url)];
	try {
		await copyMonth(month, reports, tallies);
	} finally {
		for (const connection of [reports, tallies]) await connection.end();
	}
}

async function copyMonth(month, reports, tallies) {
	const ledger = makeLedger();
	const open = new Map();
	let copy = null;
	let day = 0;
	for (const step of month) {
		const at = step[0]?.at.getTime() ?? 0;
		if (Math.floor(at / DAY_MS) > day) {
			await copy?.end();
			copy = await beginCopy(reports, `COPY report (${REPORT_COLUMNS}) FROM STDIN`);
			day = Math.floor(at / DAY_MS);
		}
		const changes = [];
		for (const said of step) {
			const id = uuidOf(said.at, said.chance);
			const outcome = ledger(id, said.statement, said, said.at);
			for (const change of outcome.changes) changes.push(change);
			const catchingUp = copy.write(lineOf(id, said, outcome));
			if (catchingUp) await catchingUp;
		}
		add(open, rowsOf(changes));
		if (open.size >= COUNT_WINDOW_MS / TALLY_STEP_MS + STEPS_AT_ONCE)
			await writeTallies(tallies, open, at - COUNT_WINDOW_MS - TALLY_STEP_MS);
	}
	await copy?.end();
	await writeTallies(tallies, open, Number.POSITIVE_INFINITY);
}

function lineOf(id, { at, statement, reporter, network }, { counted, evidence, weightReason, repeatOf, supersedes }) {
	const { serviceId, channel, symptom, flow, carrierId, regionId, waitedSeconds, originCountry } = statement;
	return `${serviceId}\t${id}\t${at.toISOString()}\t${channel}\t${symptom}\t${flow ?? "\\N"}\t${carrierId ?? 0}\t${regionId}\t${waitedSeconds ?? "\\N"}\t0\t\\N\t\\\\x${reporter}\t\\\\x${network}\t${originCountry}\t${counted}\t${evidence}\t${weightReason ?? "\\N"}\t${repeatOf ?? "\\N"}\t${supersedes ?? "\\N"}\tfalse\n`;
}

function add(open, rows) {
	for (const row of rows) {
		const at = row.at.getTime();
		const step = open.get(at) ?? new Map();
		open.set(at, step);
		const name = rowName(row);
		const sum = step.get(name);
		if (!sum) step.set(name, row);
		else for (const counter of counters) sum.counts[counter] += row.counts[counter];
	}
}

async function writeTallies(connection, open, before) {
	const copy = await beginCopy(connection, `COPY tally (${TALLY_COLUMNS}) FROM STDIN`);
	for (const [at, step] of [...open].sort(([one], [other]) => one - other)) {
		if (at >= before) continue;
		const time = new Date(at).toISOString();
		for (const row of [...step.values()].sort(inKeyOrder)) {
			const catchingUp = copy.write(tallyLineOf(row, time));
			if (catchingUp) await catchingUp;
		}
		open.delete(at);
	}
	await copy.end();
}

/** As intake writes them. */
function inKeyOrder(one, other) {
	return one.serviceId - other.serviceId || one.channel - other.channel || one.carrierId - other.carrierId || one.regionId - other.regionId;
}

function tallyLineOf({ serviceId, channel, carrierId, regionId, counts }, time) {
	return `${serviceId}\t${time}\t${channel}\t${carrierId}\t${regionId}\t${counters.map((counter) => counts[counter]).join("\t")}\n`;
}

async function vacuum(url) {
	const connection = await connectTo(url);
	await connection.query("VACUUM (ANALYZE)");
	await connection.end();
}

/** The product's pool gives up what takes longer than a reading may. */
async function connectTo(url) {
	const connection = new pg.Client({ connectionString: url });
	await connection.connect();
	return connection;
}
