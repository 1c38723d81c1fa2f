// npm run bench:loss                          is a report lost that was acknowledged? The server is killed in the middle.
// npm run bench:loss -- --reports 30000 --connections 32 --kills 1
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { root } from "../bin/folders.mjs";
import { gatherCrowd } from "./crowd.mjs";
import { openDatabase, startUndelivered } from "./load/programs.mjs";
import { round } from "./numbers.mjs";

const LOOK_AGAIN_MS = 10;
/** So many requests meet nobody before the server is started again. */
const UNHEARD = 50;

const { values: asked } = parseArgs({
	options: {
		reports: { type: "string", default: "30000" },
		connections: { type: "string", default: "32" },
		kills: { type: "string", default: "1" },
	},
});
const [wanted, lines, kills] = [asked.reports, asked.connections, asked.kills].map(Number);

const database = await openDatabase();
let server = await startUndelivered(database.url);
const { url } = server;
try {
	const begunAt = performance.now();
	const crowd = gatherCrowd(url, { acknowledged: wanted, lines });
	for (let kill = 1; kill <= kills; kill++) {
		await until(() => crowd.acknowledged.size >= (wanted * kill) / (kills + 1));
		process.kill(server.pid, "SIGKILL");
		const lost = crowd.lost;
		await until(() => crowd.lost >= lost + UNHEARD);
		await server.close();
		server = await startUndelivered(database.url, { PORT: new URL(url).port, PUBLIC_URL: url });
	}
	await crowd.over;
	await tell(crowd, (performance.now() - begunAt) / 1_000);
} finally {
	await server.close();
	await database.close();
}

async function until(isSo) {
	while (!isSo()) await wait(LOOK_AGAIN_MS);
}

async function tell({ acknowledged, sent, lost, refusals }, seconds) {
	const client = new pg.Client({ connectionString: database.url });
	await client.connect();
	const { rows: reports } = await client.query("SELECT id, counted FROM report");
	const { rows: tallies } = await client.query(
		"SELECT sum(reporters)::int AS people, sum(repeats)::int AS repeats FROM tally WHERE channel = -1 AND carrier_id = -1",
	);
	await client.end();
	const ids = new Set(reports.map(({ id }) => id));
	const missing = [...acknowledged].filter((id) => !ids.has(id)).length;
	const counted = tallies[0].people + tallies[0].repeats;
	const rebuilt = spawnSync(process.execPath, [join(root, "bin/rebuild.mjs"), "--dry-run"], {
		cwd: root,
		env: { ...process.env, DATABASE_URL: database.url },
		encoding: "utf8",
	});
	console.table({
		sent,
		"acknowledged (201)": acknowledged.size,
		stored: reports.length,
		"counted in tallies": counted,
		"acknowledged and not stored (0)": missing,
		"refused, to come back": refusals.length,
		"answered by nobody": lost,
		"kills -9": kills,
		"reports a second": round(acknowledged.size / seconds, 0),
	});
	console.log(rebuilt.stdout.trim().split("\n").at(-1));
	const isWhole = missing === 0 && reports.length <= sent && counted === reports.length && rebuilt.status === 0;
	console.log(
		isWhole ? "Nothing that was acknowledged is lost, and the tallies count what is stored." : "SOMETHING IS LOST OR COUNTED WRONG.",
	);
	if (!isWhole) process.exitCode = 1;
}
