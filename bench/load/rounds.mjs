// Rates mean something only beside each other: every round sends its load to each target in turn, so that whatever else
// the machine does falls on all of them, and the medians of the rounds are compared. CPU is read off /proc before and
// after, which a busy machine bends least.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "../numbers.mjs";

const here = dirname(fileURLToPath(import.meta.url));
/** Linux counts CPU in hundredths of a second. */
const MS_A_TICK = 10;
const REST_MS = 1_000;

/**
 * Runs wrk against each target in each round.
 * @param {{ name: string, url: string, script: string, pid: number, database?: number, env?: Record<string, string> }[]} targets
 *   `script` a Lua file of this folder; `pid` the server's, `database` the postmaster's
 * @param {{ rounds: number, seconds: number, connections: number }} load
 * @returns {Promise<Map<string, { rps: number, p50: number, p99: number, serverUs: number, databaseUs: number, errors: number, total: number }>>}
 *   medians: ms, and µs of CPU a request; `errors` and `total` summed
 */
export async function runRounds(targets, { rounds, seconds, connections }) {
	requireWrk();
	const runs = new Map(targets.map(({ name }) => [name, []]));
	for (let round = 0; round < rounds; round++) {
		for (const target of targets) {
			const before = cpuOf(target);
			const told = await wrk(target, seconds, connections);
			const after = cpuOf(target);
			const total = Math.max(1, told.total);
			const us = (part) => ((after[part] - before[part]) * 1_000) / total;
			runs.get(target.name).push({ ...told, serverUs: us("server"), databaseUs: us("database") });
			await new Promise((resolve) => setTimeout(resolve, REST_MS));
		}
	}
	return new Map([...runs].map(([name, all]) => [name, mediansOf(all)]));
}

function requireWrk() {
	if (spawnSync("wrk", ["-v"]).error) throw new Error("The load is made by wrk, which is not here: apt install wrk.");
}

async function wrk({ url, script, env = {} }, seconds, connections) {
	const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "5s", "-s", join(here, script), url];
	const said = await new Promise((resolve, reject) => {
		const child = spawn("wrk", args, { env: { ...process.env, ...env } });
		const pieces = [];
		for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (piece) => pieces.push(piece));
		child.on("error", reject).on("close", () => resolve(pieces.join("")));
	});
	const [, line] = /RESULT (.*)/.exec(said) ?? [];
	if (line === undefined) throw new Error(`wrk gave no result for ${url}:\n${said}`);
	const { rps, p50, p99, errs, sock, total } = Object.fromEntries(line.split(" ").map((pair) => pair.split("=").map((part) => Number(part) || part)));
	return { rps: Number(rps), p50: Number(p50), p99: Number(p99), errors: Number(errs) + Number(sock), total: Number(total) };
}

function mediansOf(runs) {
	const of = (name) => median(runs.map((run) => run[name]));
	const sum = (name) => runs.reduce((all, run) => all + run[name], 0);
	return {
		rps: of("rps"),
		p50: of("p50"),
		p99: of("p99"),
		serverUs: of("serverUs"),
		databaseUs: of("databaseUs"),
		errors: sum("errors"),
		total: sum("total"),
	};
}

/** CPU a target has used so far, ms. A connection that ended is in its postmaster's own count. */
function cpuOf({ pid, database }) {
	return { server: cpuMs(pid).own, database: database === undefined ? 0 : clusterMs(database) };
}

function clusterMs(postmaster) {
	const own = cpuMs(postmaster);
	const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && cpuMs(name)?.parent === postmaster);
	return children.reduce((sum, child) => sum + (cpuMs(child)?.own ?? 0), own.own + own.ended);
}

function cpuMs(pid) {
	try {
		const [, text] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
		const numbers = text.split(" ").map(Number);
		return { parent: numbers[1], own: (numbers[11] + numbers[12]) * MS_A_TICK, ended: (numbers[13] + numbers[14]) * MS_A_TICK };
	} catch {
		return null;
	}
}
