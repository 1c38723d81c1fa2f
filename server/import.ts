// A file of reports into the database, run after run to the same end. Reads the file from its first line every time, so
// that counting sees what it saw before; writes only what is not committed yet.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { type Filed, LINE_LENGTH_MAX, makeReader } from "@/lib/import";
import { openCatalog } from "@/lib/store/catalog";
import { beginImport, endImport, makeDaysOf, saveImported } from "@/lib/store/imports";
import { migrate } from "@/lib/store/migrate";
import { notify } from "@/lib/store/news";
import { openPool, type Pool } from "@/lib/store/pool";
import { DAY_MS, plus } from "@/lib/time";
import { linesOf } from "./lines";

const BATCH_LINES = 2_000;
const SIGN_OF_LIFE_LINES = 50_000;

export type Command = { databaseUrl: string; retainDays: number; say(line: string): void };

/** Imports the file; run again it adds what is missing, and nothing once it is done. */
export async function run([path = ""]: readonly string[], { databaseUrl, retainDays, say }: Command): Promise<void> {
	await migrate(databaseUrl);
	const pool = openPool(databaseUrl, () => {});
	try {
		await importFile(pool, path, { retainDays, say });
	} finally {
		await pool.end();
	}
}

async function importFile(pool: Pool, path: string, { retainDays, say }: Omit<Command, "databaseUrl">): Promise<void> {
	const catalog = await openCatalog(pool);
	const file = await hashOf(path);
	const { salt, line: committed, startedAt } = await beginImport(pool, file);
	if (salt === null) return say("This file was imported before: nothing to add.");
	if (committed > 0) say(`Going on after line ${committed}, where the last run ended`);
	const read = makeReader({ catalog, file, salt, startedAt });
	const refusals = createWriteStream(path.replace(/(\.jsonl)?$/, ".refused.jsonl"));
	const services = new Set<number>();
	const count = { stored: 0, refused: 0, old: 0 };
	let batch: Filed[] = [];
	let place = committed;
	let line = 0;

	async function save(): Promise<void> {
		if (line <= place) return;
		await makeDaysOf(pool, batch);
		await saveImported(pool, file, { from: place, to: line, filed: batch });
		place = line;
		batch = [];
	}

	for await (const text of linesOf(createReadStream(path, { encoding: "utf8" }), LINE_LENGTH_MAX)) {
		const became = read(++line, text);
		if ("reason" in became) {
			count.refused++;
			if (!refusals.write(`${JSON.stringify(became)}\n`)) await once(refusals, "drain");
		} else {
			count.stored++;
			if (became.at < plus(startedAt, -retainDays * DAY_MS)) count.old++;
			services.add(became.report.serviceId);
			if (line > committed) batch.push(became);
		}
		if (line % BATCH_LINES === 0) await save();
		if (line % SIGN_OF_LIFE_LINES === 0) say(`${line} lines read, ${count.refused} refused`);
	}
	await save();
	refusals.end();
	await once(refusals, "finish");
	await endImport(pool, file);
	await notify(pool, [...services]);
	say(`Imported ${count.stored} reports of ${services.size} services; ${count.refused} lines refused.`);
	if (count.refused > 0) say(`Why, line by line: ${refusals.path}`);
	if (count.old > 0) say(`${count.old} are older than RETAIN_DAYS (${retainDays}): the server keeps their tallies and drops the reports.`);
}

async function hashOf(path: string): Promise<Buffer> {
	const hash = createHash("sha256");
	for await (const chunk of createReadStream(path)) hash.update(chunk);
	return hash.digest();
}
