// The embedded PostgreSQL: made once, started when it does not run, adopted when it does, stopped by who owns it.
// It runs apart from us, so that a terminal's Ctrl-C reaches it only after we have drained. Its owner is the process that
// started it, or the first one that comes after the owner died.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { keptSecret, temporaryFolder } from "./folders.mjs";
import { isAlive } from "./lock.mjs";
import { endPostmaster, isReady, makeCluster, postmasterOf, startPostmaster } from "./postmaster.mjs";

const LOOK_AGAIN_MS = 50;
const LINGERS_MS = 1_000;
const TEMPORARY = "temporary-database";

/**
 * Opens the database kept in a folder. `close` stops it and says so, unless other clients are connected or another
 * living process owns it.
 * @param {string} folder from `dataFolder()` or `temporaryFolder()`
 * @param {Record<string, string>} [settings] PostgreSQL's own, used when this call starts it
 * @returns {Promise<{ url: string, pg: string, wasAdopted: boolean, close(): Promise<boolean> }>}
 */
export async function openPostgres(folder, settings = {}) {
	const cluster = { pg: join(folder, "pg"), owner: join(folder, "pg.owner"), password: keptSecret(folder, "pg.password") };
	makeCluster(cluster.pg, cluster.password);
	const wasAdopted = await isReady(cluster.pg);
	if (!wasAdopted) await startOrFollow(cluster, settings);
	await makeDatabase(cluster);
	own(cluster);
	return { url: urlOf(cluster), pg: cluster.pg, wasAdopted, close: () => close(cluster) };
}

/** The address of the embedded database while it runs; null when it does not. Starts and makes nothing. */
export function runningUrl(folder) {
	const pg = join(folder, "pg");
	return postmasterOf(pg)?.isReady ? urlOf({ pg, password: readFileSync(join(folder, "pg.password"), "utf8").trim() }) : null;
}

/** Lost power is no concern of a database that ends with its process: what is not forced to disk is several times faster. */
const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/**
 * A database that is gone when it is ended. Those of processes that were killed before they could are ended here too.
 * @returns {Promise<{ url: string, end(): Promise<void> }>}
 */
export async function openTemporaryPostgres() {
	await endForgotten();
	const folder = temporaryFolder(TEMPORARY);
	const { url, pg } = await openPostgres(folder, careless);
	return { url, end: () => remove(folder, pg) };
}

async function endForgotten() {
	const name = new RegExp(`^undelivered-${TEMPORARY}-(\\d+)-`);
	const isForgotten = (folder) => name.test(folder) && !isAlive(Number(name.exec(folder)[1]));
	for (const folder of readdirSync(tmpdir()).filter(isForgotten)) await remove(join(tmpdir(), folder), join(tmpdir(), folder, "pg"));
}

async function remove(folder, pg) {
	await endPostmaster(pg);
	rmSync(folder, { recursive: true, force: true });
}

/** Of two processes that start it at once PostgreSQL lets one win; the other follows. */
async function startOrFollow(cluster, settings) {
	try {
		await startPostmaster(cluster.pg, settings);
	} catch (error) {
		if (!(await isReady(cluster.pg))) throw error;
	}
}

function urlOf({ pg, password }, database = "undelivered") {
	return `postgresql://undelivered:${password}@127.0.0.1:${postmasterOf(pg)?.port}/${database}`;
}

async function makeDatabase(cluster) {
	await withClient(urlOf(cluster, "postgres"), async (client) => {
		const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'undelivered'");
		if (rowCount === 0) await client.query("CREATE DATABASE undelivered");
	});
}

async function close(cluster) {
	if (ownerOf(cluster) !== process.pid && isAlive(ownerOf(cluster))) return false;
	rmSync(cluster.owner, { force: true });
	if (!postmasterOf(cluster.pg) || (await hasOthers(cluster))) return false;
	await endPostmaster(cluster.pg);
	return true;
}

/** A connection we have just ended is listed for a moment longer: others are those that stay. */
async function hasOthers(cluster) {
	const others = "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
	return await withClient(urlOf(cluster, "postgres"), async (client) => {
		for (const until = Date.now() + LINGERS_MS; Date.now() < until; await wait(LOOK_AGAIN_MS)) {
			if ((await client.query(others)).rowCount === 0) return false;
		}
		return true;
	});
}

/** `pg` is loaded late: this file is read before anything is installed. */
async function withClient(connectionString, deed) {
	const { default: pg } = await import("pg");
	const client = new pg.Client({ connectionString });
	await client.connect();
	try {
		return await deed(client);
	} finally {
		await client.end();
	}
}

function own(cluster) {
	if (!isAlive(ownerOf(cluster))) writeFileSync(cluster.owner, `${process.pid}\n`);
}

function ownerOf(cluster) {
	try {
		return Number(readFileSync(cluster.owner, "utf8"));
	} catch {
		return 0;
	}
}
