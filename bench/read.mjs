// npm run bench:read                              what a reader costs, beside bare servers
// npm run bench:read -- --rounds 5 --seconds 10 --connections 64
import { parseArgs } from "node:util";
import { counting, freshness, postReport, readingsDuring } from "./load/crowd.mjs";
import { openDatabase, startEcho, startEmptyNext, startUndelivered } from "./load/programs.mjs";
import { runRounds } from "./load/rounds.mjs";
import { median, round } from "./numbers.mjs";

const { values: asked } = parseArgs({
	options: {
		rounds: { type: "string", default: "3" },
		seconds: { type: "string", default: "5" },
		connections: { type: "string", default: "64" },
	},
});
const load = { rounds: Number(asked.rounds), seconds: Number(asked.seconds), connections: Number(asked.connections) };
/** What the pages have to show. */
const REPORTS = 300;
/** How long the crowd reads while readings are counted and reports are looked for. */
const CROWD_SECONDS = 12;

const database = await openDatabase(counting);
const programs = [];
try {
	const [echo, empty, ours] = [await startEcho(), await startEmptyNext(), await startUndelivered(database.url)];
	programs.push(echo, empty, ours);
	for (let turn = 0; turn < REPORTS; turn++) await postReport(ours.url, turn);
	const get = { script: "get.lua", database: database.pid };
	const our = (name, path, env = {}) => ({ ...get, name, url: ours.url + path, pid: ours.pid, env });
	const page = our("service page", "/services/x");
	const json = our("status JSON", "/api/v1/services/x");
	const targets = [
		{ ...get, name: "bare echo", url: `${echo.url}/`, pid: echo.pid },
		{ ...get, name: "empty Next page", url: `${empty.url}/`, pid: empty.pid },
		page,
		our("service page, zipped", "/services/x", { HEADERS: "Accept-Encoding: gzip" }),
		our("embed", "/embed/x"),
		our("embed, zipped", "/embed/x", { HEADERS: "Accept-Encoding: gzip" }),
		json,
		our("status JSON, known already", "/api/v1/services/x", { REVALIDATE: "1" }),
		our("status alone", "/api/v1/services/x/status"),
		our("badge", "/api/v1/badge/x.svg"),
		our("widget.js", "/widget.js"),
		// Last: a server goes on making for a while what nobody waits for any more.
		our("service page, made each time", "/services/x", { HEADERS: "Cookie: authjs.session-token=nobody's" }),
	];
	// A handler means something once it is compiled well: the first round is nobody's.
	await runRounds(targets, { ...load, rounds: 1, seconds: 3 });
	const results = await runRounds(targets, load);
	tellRates(results);
	tellTargets(results, await crowd(ours, page), await crowd(ours, json));
} finally {
	for (const program of programs) await program.close();
	await database.close();
}

/** A crowd reads one address; meanwhile readings are counted, then reports posted and looked for. */
async function crowd(ours, target) {
	const reading = () => runRounds([target], { ...load, rounds: 1, seconds: CROWD_SECONDS });
	const { result, readings, statements } = await readingsDuring(database.url, reading);
	let isOn = true;
	const lags = freshness(ours.url, target.url, () => isOn);
	await reading();
	isOn = false;
	return { rps: [...result.values()][0].rps, readings, statements, lags: await lags };
}

function tellRates(results) {
	const [echo, empty] = [...results.values()];
	const rows = [...results].map(([name, { rps, p50, p99, serverUs, databaseUs, errors }]) => [
		name,
		{
			"a second": Math.round(rps),
			"p50 ms": round(p50, 1),
			"p99 ms": round(p99, 1),
			"server µs": Math.round(serverUs),
			"database µs": round(databaseUs, 1),
			"× echo": round(rps / echo.rps, 2),
			"× empty page": round(rps / empty.rps, 1),
			errors,
		},
	]);
	console.table(Object.fromEntries(rows));
}

function tellTargets(results, page, json) {
	const echo = results.get("bare echo");
	const times = (name) => round(results.get(name).rps / echo.rps, 2);
	const us = (name) => Math.round(results.get(name).serverUs);
	console.table({
		"service page × bare echo (≥ 0.3)": times("service page"),
		"the same, zipped (≥ 0.3)": times("service page, zipped"),
		"embed × bare echo (≥ 0.3)": times("embed"),
		"the same, zipped (≥ 0.3) ": times("embed, zipped"),
		"service page, server µs (≤ 200)": us("service page"),
		"the same, zipped (≤ 200)": us("service page, zipped"),
		"embed, server µs (≤ 200)": us("embed"),
		"status JSON × bare echo (≥ 0.5)": times("status JSON"),
		"badge × bare echo (≥ 0.5)": times("badge"),
		"readings of the service a second, crowd on its page (≤ 1)": round(page.readings, 2),
		"readings of the service a second, crowd on its JSON (≤ 1)": round(json.readings, 2),
		"statements a second in all, crowd on its page": round(page.statements, 1),
		"report to page, ms, median": Math.round(median(page.lags)),
		"report to page, ms, longest (≤ 2000)": Math.round(Math.max(...page.lags)),
		"report to JSON, ms, longest (≤ 2000)": Math.round(Math.max(...json.lags)),
	});
}
