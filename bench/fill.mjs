// npm run bench:fill                          a month of reports: how fast it loads, what it weighs, and whether readers notice
// npm run bench:fill -- --reports 10000000 --small 100000 --days 30 --rounds 15
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { root } from "../bin/folders.mjs";
import { DAY_MS, dayOf, plus } from "../lib/time.ts";
import { load } from "./fill/load.mjs";
import { measureReadings } from "./fill/readings.mjs";
import { openDatabase, startUndelivered } from "./load/programs.mjs";
import { round } from "./numbers.mjs";

const LOOK_AGAIN_MS = 2_000;
const GIB = 2 ** 30;

const { values: asked } = parseArgs({
	options: {
		reports: { type: "string", default: "10000000" },
		small: { type: "string", default: "100000" },
		days: { type: "string", default: "30" },
		rounds: { type: "string", default: "15" },
	},
});
const [reports, small, days, rounds] = [asked.reports, asked.small, asked.days, asked.rounds].map(Number);
process.chdir(root);

const until = new Date();
const sizes = [];
try {
	for (const count of [small, reports]) sizes.push(await fill(count));
	tellOf(await measureReadings(sizes, { until, rounds }));
} finally {
	for (const { server, database } of sizes) {
		await server.close();
		await database.close();
	}
}

async function fill(count) {
	const name = `${count.toLocaleString("en")} reports`;
	console.log(name);
	const database = await openDatabase();
	const memory = watchMemory(database.pid);
	const begunAt = performance.now();
	await load({ url: database.url, count, days, until, say: (sentence) => console.log(`  ${sentence}`) });
	const seconds = (performance.now() - begunAt) / 1_000;
	const peak = memory.stop();
	console.table({
		"seconds (10,000,000 in ≤ 600)": Math.round(seconds),
		"reports a second": Math.round(count / seconds),
		"GiB on disk, tables and indexes (≤ 4)": round(await weigh(database.url), 2),
		"GiB of memory at most, loading": round(peak.own / GIB, 2),
		"GiB of memory at most, PostgreSQL": round(peak.postgres / GIB, 2),
	});
	compare(database.url);
	return { name, database, databaseUrl: database.url, ...(await serverOf(database.url)) };
}

async function serverOf(databaseUrl) {
	const server = await startUndelivered(databaseUrl);
	return { server, url: server.url };
}

/** Two days held against their reports, as an operator does it: an ordinary one and the crowd's. */
function compare(databaseUrl) {
	for (const ago of [Math.min(days - 1, 3), 1]) {
		const day = dayOf(plus(until, -ago * DAY_MS));
		const begunAt = performance.now();
		const { stdout, stderr, status } = spawnSync(
			process.execPath,
			[join(root, "bin/rebuild.mjs"), "--dry-run", "--from", day, "--to", day],
			{ cwd: root, env: { ...process.env, DATABASE_URL: databaseUrl, RETAIN_DAYS: String(days + 1) }, encoding: "utf8" },
		);
		console.log(`${stdout.trim().split("\n").at(-1)} (${day}, ${Math.round((performance.now() - begunAt) / 1_000)} s)`);
		if (status !== 0) throw new Error(stderr);
	}
}

async function weigh(url) {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	const { rows } = await client.query("SELECT pg_database_size(current_database())::float8 AS bytes");
	await client.end();
	return rows[0].bytes / GIB;
}

/** Looks every two seconds what PostgreSQL's processes hold, shared pages by their share. */
function watchMemory(postmaster) {
	let postgres = 0;
	const timer = setInterval(() => {
		postgres = Math.max(postgres, memoryOf(postmaster));
	}, LOOK_AGAIN_MS);
	return {
		stop() {
			clearInterval(timer);
			return { own: process.resourceUsage().maxRSS * 1_024, postgres };
		},
	};
}

function memoryOf(postmaster) {
	const isOurs = (pid) => pid === String(postmaster) || parentOf(pid) === postmaster;
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name) && isOurs(name))
		.reduce((sum, pid) => sum + bytesOf(pid), 0);
}

function parentOf(pid) {
	try {
		return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ")[1]);
	} catch {
		return null;
	}
}

function bytesOf(pid) {
	try {
		return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) * 1_024;
	} catch {
		return 0;
	}
}

function tellOf(readings) {
	const [few, many] = sizes.map(({ name }) => name);
	const rows = [...readings].map(([what, ms]) => [
		what,
		{ [`${few}, ms`]: round(ms[few], 1), [`${many}, ms`]: round(ms[many], 1), "× (≤ 1.2)": round(ms[many] / ms[few], 2) },
	]);
	console.table(Object.fromEntries(rows));
	const of = (what) => readings.get(what)[many];
	const share = of("GROUP BY over the reports") / of("24 h timeline, the product's read");
	console.log(`The product's read is 1/${Math.round(share)} of a GROUP BY over the reports (≤ 1/200).`);
}
