// npm run bench:detection                                       development seeds: mixed 1-4, null 101-104
// npm run bench:detection -- --seeds 21-26 --null 121-124       others
// npm run bench:detection -- --speed                            what a report costs, at 9,000 and 200,000 a day
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { round } from "../numbers.mjs";
import { soonest } from "./soonest.mjs";
import { poissonInterval, pool, poolKinds, readSeeds } from "./table.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const AT_ONCE = 2;
const PROMISE = 0.05;
/** Fewer people open nothing (`lib/detect/rules.ts`): no incident is earlier than the report of so many. */
const PEOPLE_MIN = 5;
const OUTPUT_BYTES_MAX = 2 ** 28;
const run = promisify(execFile);

const { values: asked } = parseArgs({
	options: {
		seeds: { type: "string", default: "1-4" },
		null: { type: "string", default: "101-104" },
		speed: { type: "boolean", default: false },
		fresh: { type: "boolean", default: false },
		json: { type: "string" },
	},
});

/** Published figures of the throw-away prototype: the usual rule and the scan on hold-out seeds, the scan on this generator. */
const PUBLISHED = [
	["usual rule, > 5 × mean and ≥ 15 (published)", [0.14, 0.62, 11, 17, 0.43, 0.68, null, null, null]],
	["prototype, h = 9, hold-out seeds (published)", [0.05, 0.79, 9, 10, 0.83, 0.96, 74, 25, "9/10"]],
	["prototype, h = 9, this generator (published)", [0.11, 0.82, 9, null, 0.54, 0.97, 49, 16, "14/15"]],
];
const GOALS = [0.09, 0.85, 7, 8, 0.88, 0.97, 20, 15, "3/10"];
const COLUMNS = [
	"false alarms/day",
	"detected",
	"delay min",
	"reports",
	"exact",
	"leaf F1",
	"duplicates/28 d",
	"closing min",
	"wide brigades",
];

if (asked.speed) await speed();
else await compare();

async function compare() {
	const mixed = await scoreAll(readSeeds(asked.seeds), "mixed");
	const nulls = asked.null === "" ? [] : await scoreAll(readSeeds(asked.null), "null");
	const ours = pool(mixed.map(({ score }) => score));
	const usual = pool(mixed.map(({ usual: one }) => one));
	const rows = [["this detector", lineOf(ours)], ["usual rule, same seeds", lineOf(usual)], ...PUBLISHED, ["goal", GOALS]];
	console.table(
		Object.fromEntries(rows.map(([name, line]) => [name, Object.fromEntries(COLUMNS.map((column, i) => [column, line[i] ?? "–"]))])),
	);
	console.log(
		`benign surges opened ${ours.benign.join("/")}, narrow brigades ${ours.narrow.join("/")}, brigades confirmed ${ours.brigadesConfirmed}, genuine faults flagged ${ours.flagged}`,
	);
	console.table(poolKinds(mixed));
	console.log(`the fifth report of the median fault comes ${round(mean(mixed.map((one) => one.soonest.all)))} minutes after its start`);
	const alarms = nulls.length > 0 ? pool(nulls.map(({ score }) => score)) : null;
	if (alarms) tellPromise(alarms);
	if (asked.json) writeFileSync(asked.json, JSON.stringify({ ours, usual, mixed, nulls }, null, "\t"));
}

function lineOf(line) {
	const { days, falseAlarms, detected, delay, reports, exact, leafF1, duplicates, closing, wide } = line;
	return [falseAlarms / days, detected, delay, reports, exact, leafF1, duplicates, closing].map(round).concat([wide.join("/")]);
}

function mean(numbers) {
	return numbers.reduce((all, number) => all + number, 0) / numbers.length;
}

function tellPromise({ falseAlarms, days }) {
	const [low, high] = poissonInterval(falseAlarms, days);
	const isKept = low <= PROMISE && PROMISE <= high;
	console.log(
		`null seeds: ${falseAlarms} false alarms in ${days} days, 95 % interval ${round(low)} – ${round(high)} a day; promised ${PROMISE}: ${isKept ? "kept" : "NOT kept"}`,
	);
}

async function scoreAll(seeds, scenario) {
	const left = [...seeds];
	const done = [];
	const work = async () => {
		for (let seed = left.shift(); seed !== undefined; seed = left.shift()) done.push(await scoreOne(seed, scenario));
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return done.sort((one, other) => one.seed - other.seed);
}

async function scoreOne(seed, scenario) {
	const folder = scenarioOf(["--seed", String(seed), "--scenario", scenario]);
	const { incidents, timing } = await replay(join(folder, "reports.jsonl"), []);
	console.error(
		`${scenario} ${seed}: ${timing.seconds.toFixed(0)} s, of these ${timing.calibration.toFixed(0)} s calibration; ${round((timing.detector * 1e6) / timing.reports)} µs a report in the detector; ${Math.round(timing.peakRssMb)} MB`,
	);
	const rule = execFileSync(process.execPath, [join(here, "usual-rule.mjs"), join(folder, "reports.jsonl")], {
		maxBuffer: OUTPUT_BYTES_MAX,
	});
	return { seed, timing, score: scored(folder, incidents), usual: scored(folder, rule), soonest: soonest(folder, PEOPLE_MIN) };
}

function scored(folder, incidents) {
	const file = join(folder, `incidents.${process.pid}.jsonl`);
	writeFileSync(file, incidents);
	const told = execFileSync(process.execPath, [join(here, "score.mjs"), "--scenario", folder, "--incidents", file, "--json"]);
	rmSync(file);
	return JSON.parse(told);
}

async function replay(file, options) {
	const { stdout, stderr } = await run(process.execPath, [join(root, "bin/replay.mjs"), file, "--timing", ...options], {
		maxBuffer: OUTPUT_BYTES_MAX,
	});
	return { incidents: stdout, timing: JSON.parse(stderr.trim().split("\n").at(-1)) };
}

/** Made once per generator and seed, in the system's folder for temporary files. */
function scenarioOf(options) {
	const generator = join(here, "generate.mjs");
	const name = createHash("sha256").update(readFileSync(generator)).update(options.join(" ")).digest("hex").slice(0, 16);
	const folder = join(tmpdir(), "undelivered-bench", name);
	if (asked.fresh) rmSync(folder, { recursive: true, force: true });
	if (existsSync(join(folder, "catalogue.json"))) return folder;
	mkdirSync(folder, { recursive: true });
	execFileSync(process.execPath, [generator, ...options, "--out", folder], { stdio: "inherit" });
	return folder;
}

async function speed() {
	const cases = [
		["9,000 a day, 63 days", ["--seed", "1"], []],
		[
			"200,000 a day, 7 days",
			["--seed", "1", "--reports-per-day", "200000", "--history-days", "5", "--test-days", "2", "--incidents-per-day", "9"],
			["--history-days", "5"],
		],
	];
	const rows = {};
	for (const [name, options, replayed] of cases) {
		const { timing } = await replay(join(scenarioOf(options), "reports.jsonl"), replayed);
		rows[name] = {
			lines: timing.reports,
			"µs a report (goal 100)": round((timing.detector * 1e6) / timing.reports),
			"seconds without calibration (goal 90 for 560,000)": round(timing.seconds - timing.calibration),
			"seconds in all (goal 180)": round(timing.seconds),
			"peak MB": Math.round(timing.peakRssMb),
		};
	}
	console.table(rows);
}
