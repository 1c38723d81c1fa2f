// npm run bench:live                                  what an open stream costs, beside a bare server's
// npm run bench:live -- --rounds 3 --streams 4000 --seconds 10 --rate 1000
//
// Each round opens as many streams on a bare server, then on ours, all of one service: quiet first, with one report a
// second, then with RATE reports a second of that service. Lag is how long after a frame reached its first stream it
// reached each other; seen is how long after a report was acknowledged a frame read later than that reached its last.
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openDatabase, startBareStreams, startUndelivered } from "./load/programs.mjs";
import { median, round } from "./numbers.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const SERVICE = "x";
const SETTLE_MS = 3_000;
const WARM_STREAMS = 200;
/** The frame that is said a minute into an outage, and its head. */
const FRAME_BYTES = 1_500;

const { values: asked } = parseArgs({
	options: {
		rounds: { type: "string", default: "3" },
		streams: { type: "string", default: "4000" },
		seconds: { type: "string", default: "10" },
		rate: { type: "string", default: "1000" },
	},
});
const [rounds, streams, seconds, rate] = [asked.rounds, asked.streams, asked.seconds, asked.rate].map(Number);

const database = await openDatabase();
const runs = { "bare streams": [], "ours, quiet": [], [`ours, ${rate} reports a second`]: [] };
const [BARE, QUIET, LOADED] = Object.keys(runs);
try {
	for (let index = 0; index < rounds; index++) {
		runs[BARE].push(await runBare());
		runs[QUIET].push(await runQuiet());
		runs[LOADED].push(await runLoaded());
	}
	tell();
} finally {
	await database.close();
}

async function runBare() {
	const server = await startBareStreams(FRAME_BYTES);
	try {
		await warmStreams(`${server.url}/`);
		const open = await openStreams(`${server.url}/`, server.pid);
		const told = await listen(open.client, server.pid);
		open.client.disconnect();
		return { ...told, kib: open.kib };
	} finally {
		await server.close();
	}
}

/** A process of its own, fresh: what it keeps was kept for its streams. */
async function runQuiet() {
	return withOurs(1, async ({ server, url, reports }) => {
		const open = await openStreams(url, server.pid);
		const told = await report(reports, listen(open.client, server.pid));
		open.client.disconnect();
		return { ...told, kib: open.kib };
	});
}

/** Reports alone come first: the memory they need is not the streams'. */
async function runLoaded() {
	return withOurs(rate, async ({ server, url, reports }) => {
		await report(reports, wait(seconds * 1_000));
		const before = rssKib(server.pid);
		const open = await openStreams(url, server.pid);
		const told = await report(reports, listen(open.client, server.pid));
		const kib = (rssKib(server.pid) - before) / streams;
		open.client.disconnect();
		return { ...told, kib };
	});
}

async function withOurs(perSecond, deed) {
	const server = await startUndelivered(database.url);
	const url = `${server.url}/api/v1/live?service=${SERVICE}`;
	const reports = await startReports(server.url, perSecond);
	try {
		await warmStreams(url);
		return await deed({ server, url, reports });
	} finally {
		reports.disconnect();
		await server.close();
	}
}

/** What a first stream costs once is no stream's. */
async function warmStreams(url) {
	const client = fork(join(here, "load/sse-client.mjs"), [url, String(WARM_STREAMS)]);
	await ask(client, "open");
	client.disconnect();
	await once(client, "exit");
	await wait(SETTLE_MS);
}

async function openStreams(url, pid) {
	const before = rssKib(pid);
	const client = fork(join(here, "load/sse-client.mjs"), [url, String(streams)]);
	const { open, refused } = await ask(client, "open");
	if (open !== streams || refused > 0) throw new Error(`${open} streams of ${streams} were opened, ${refused} refused`);
	await wait(SETTLE_MS);
	return { client, kib: (rssKib(pid) - before) / streams };
}

async function startReports(url, perSecond) {
	const child = fork(join(here, "load/paced.mjs"), [`${url}/api/v1/reports`, String(perSecond), SERVICE]);
	await once(child, "message");
	return child;
}

async function report(child, meanwhile) {
	await ask(child, "begin");
	const told = (await meanwhile) ?? { frames: [] };
	const { answers, refused, sent, seconds: took } = await ask(child, "end");
	const seen = answers.flatMap(({ at }) => seenAfter(at, told.frames));
	const waits = answers.map(({ sentAt, at }) => at - sentAt);
	return {
		...told,
		acknowledged: answers.length / took,
		sent: sent / took,
		refused,
		p99Seen: quantile(seen, 0.99),
		p99Answer: quantile(waits, 0.99),
	};
}

/** How long after `at` the first frame that was read later had reached every stream; nothing when the run was over first. */
function seenAfter(at, frames) {
	const frame = frames.find(({ asOf }) => asOf !== null && asOf >= at);
	return frame ? [Math.max(...frame.arrivals) - at] : [];
}

async function listen(client, pid) {
	const [cpu, machine, begun] = [cpuMs(pid), machineTicks(), performance.now()];
	await ask(client, "begin");
	await wait(seconds * 1_000);
	const { frames, open } = await ask(client, "end");
	const [took, ran] = [performance.now() - begun, machineTicks()];
	const whole = frames.filter(({ arrivals }) => arrivals.length === streams);
	const lags = whole.flatMap(({ arrivals }) => arrivals.map((at) => at - arrivals[0]));
	return {
		open,
		frames,
		frameCount: whole.length,
		p50: quantile(lags, 0.5),
		p99: quantile(lags, 0.99),
		cpu: ((cpuMs(pid) - cpu) / took) * 100,
		machine: (1 - (ran.idle - machine.idle) / (ran.all - machine.all)) * 100,
	};
}

async function ask(child, deed) {
	child.send(deed);
	const [answer] = await once(child, "message");
	return answer;
}

function quantile(numbers, part) {
	const sorted = numbers.toSorted((one, other) => one - other);
	return sorted[Math.floor((sorted.length - 1) * part)] ?? null;
}

function rssKib(pid) {
	return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}

function cpuMs(pid) {
	const [, text = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
	const [user, system] = text.split(" ").slice(11, 13).map(Number);
	return (user + system) * 10;
}

/** Of all cores together, whoever used them. */
function machineTicks() {
	const [, ...ticks] = readFileSync("/proc/stat", "utf8").split("\n", 1)[0].split(/ +/).map(Number);
	return { idle: ticks[3] + ticks[4], all: ticks.reduce((sum, one) => sum + one, 0) };
}

function tell() {
	const of = (name, key) => median(runs[name].map((run) => run[key] ?? null));
	console.table(
		Object.fromEntries(
			Object.keys(runs).map((name) => [
				name,
				{
					"KiB a stream": round(of(name, "kib"), 1),
					"lag p50 ms": round(of(name, "p50"), 0),
					"lag p99 ms": round(of(name, "p99"), 0),
					frames: of(name, "frameCount"),
					open: of(name, "open"),
					"server CPU %": round(of(name, "cpu"), 0),
					"all cores %": round(of(name, "machine"), 0),
					"reports a second": round(of(name, "acknowledged") ?? 0, 0),
					refused: of(name, "refused") ?? 0,
					"answer p99 ms": round(of(name, "p99Answer") ?? 0, 0),
					"seen p99 ms": round(of(name, "p99Seen") ?? 0, 0),
				},
			]),
		),
	);
	console.table({
		"KiB a stream (≤ 35)": round(of(LOADED, "kib"), 1),
		"lag p99 × bare, quiet (≤ 1.5)": round(of(QUIET, "p99") / of(BARE, "p99"), 2),
		[`lag p99 × bare, ${rate} reports a second (≤ 1.5)`]: round(of(LOADED, "p99") / of(BARE, "p99"), 2),
		"seen after a report, s (≤ 2)": round(of(LOADED, "p99Seen") / 1_000, 2),
		[`reports acknowledged a second (≥ ${rate})`]: round(of(LOADED, "acknowledged"), 0),
	});
}
