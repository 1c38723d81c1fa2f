// npm run bench:intake                            what a report costs, beside bare servers
// npm run bench:intake -- --rounds 5 --seconds 10 --connections 64
import { parseArgs } from "node:util";
import { openDatabase, startEcho, startEmptyNext, startInserts, startUndelivered } from "./load/programs.mjs";
import { runRounds } from "./load/rounds.mjs";
import { round } from "./numbers.mjs";

const { values: asked } = parseArgs({
	options: {
		rounds: { type: "string", default: "3" },
		seconds: { type: "string", default: "8" },
		connections: { type: "string", default: "32" },
	},
});
const load = { rounds: Number(asked.rounds), seconds: Number(asked.seconds), connections: Number(asked.connections) };

const database = await openDatabase();
const programs = [];
try {
	const [echo, empty, inserts, ours] = [
		await startEcho(),
		await startEmptyNext(),
		await startInserts(database.url),
		await startUndelivered(database.url),
	];
	programs.push(echo, empty, inserts, ours);
	const reports = `${ours.url}/api/v1/reports`;
	const post = { script: "report.lua", database: database.pid };
	const targets = [
		{ ...post, name: "bare echo", url: `${echo.url}/`, pid: echo.pid },
		{ ...post, name: "empty Next handler", url: `${empty.url}/empty`, pid: empty.pid },
		{ ...post, name: "one INSERT a request", url: `${inserts.url}/`, pid: inserts.pid },
		{ ...post, name: "report, many services", url: reports, pid: ours.pid },
		{ ...post, name: "report, one service", url: reports, pid: ours.pid, env: { HOT: "1" } },
	];
	// A handler means something once it is compiled well: the first round is nobody's.
	await runRounds(targets, { ...load, rounds: 1 });
	tell(await runRounds(targets, load));
} finally {
	for (const program of programs) await program.close();
	await database.close();
}

function tell(results) {
	const [echo, empty, inserts, spread, hot] = [...results.values()];
	const rows = [...results].map(([name, { rps, p50, p99, serverUs, databaseUs, errors }]) => [
		name,
		{
			"a second": Math.round(rps),
			"p50 ms": round(p50, 1),
			"p99 ms": round(p99, 1),
			"server µs": Math.round(serverUs),
			"database µs": Math.round(databaseUs),
			"× echo": round(rps / echo.rps, 2),
			"× empty Next": round(rps / empty.rps, 2),
			errors,
		},
	]);
	console.table(Object.fromEntries(rows));
	console.table({
		"× empty Next handler (≥ 2.5)": round(spread.rps / empty.rps, 2),
		"× bare echo (≥ 0.18)": round(spread.rps / echo.rps, 2),
		"server CPU × empty handler's (≤ 0.15)": round(spread.serverUs / empty.serverUs, 2),
		"p99 × empty handler's (≤ 1)": round(spread.p99 / empty.p99, 2),
		"one service × many (≥ 0.9)": round(hot.rps / spread.rps, 2),
		"database CPU × one INSERT a request (≤ 0.1)": round(spread.databaseUs / inserts.databaseUs, 2),
	});
}
