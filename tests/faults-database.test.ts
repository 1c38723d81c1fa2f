// What may break while a crowd reports: the server, its database, its disk, its schema under an upgrade. Whatever does, who
// was told "saved" is saved and counted, who was not is told to come back, and all goes on by itself.
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { type Crowd, gatherCrowd } from "../bench/crowd.mjs";
import { temporaryFolder } from "../bin/folders.mjs";
import { openPostgres } from "../bin/postgres.mjs";
import { endPostmaster, postmasterOf, startPostmaster } from "../bin/postmaster.mjs";
import { migrate } from "../lib/store/migrate";
import { run as rebuild } from "../server/rebuild";
import { killTree } from "./world/process";
import { startServer } from "./world/server";
import { rowsOn } from "./world/sql";

/** A database that forces to disk what it commits, as an installation's does, and that this file alone may kill. */
const folder = temporaryFolder("fault-database");
const database = await openPostgres(folder);
afterAll(async () => {
	await endPostmaster(database.pg);
	await rm(folder, { recursive: true });
});
const server = await startServer({ env: { TRUST_PROXY: "1", DATABASE_URL: database.url } });

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await isSo())) await wait(10);
}

async function expectKept({ acknowledged, sent }: Crowd, before: ReadonlySet<string>): Promise<void> {
	const ids = await idsOfReports();
	expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
	expect(ids.size - before.size).toBeGreaterThanOrEqual(acknowledged.size);
	expect(ids.size - before.size).toBeLessThanOrEqual(sent);
	expect(await rebuilt()).toContain("the tallies say what the reports say");
}

async function idsOfReports(): Promise<ReadonlySet<string>> {
	return new Set((await rowsOn<{ id: string }>(database.url, "SELECT id FROM report")).map(({ id }) => id));
}

/** What the product's own rebuild says of the tallies; it throws when they differ. */
async function rebuilt(): Promise<string> {
	const said: string[] = [];
	await rebuild({ isDry: true, from: null, to: null }, { databaseUrl: database.url, retainDays: 30, say: (line) => said.push(line) });
	return said.join("\n");
}

test("thousands report, the server is killed with -9 in the middle and started again: what was acknowledged is there and counted", async () => {
	const before = await idsOfReports();
	const crowd = gatherCrowd(server.url, { acknowledged: 3_000 });
	await until(() => crowd.acknowledged.size >= 1_000);
	await server.kill("SIGKILL");
	await until(() => crowd.lost > 50);
	await server.restart();
	await crowd.over;
	await expectKept(crowd, before);
}, 60_000);

const ends: Record<string, (postmaster: number) => void> = {
	"is killed with all its processes": (postmaster) => killTree(postmaster, "SIGKILL"),
	"is told to stop at once": (postmaster) => void process.kill(postmaster, "SIGQUIT"),
};

test.each(Object.keys(ends))(
	"the database %s under a crowd: people are told to come back, and what was acknowledged is there when it is",
	async (what) => {
		const before = await idsOfReports();
		const crowd = gatherCrowd(server.url);
		await until(() => crowd.acknowledged.size >= 500);
		const { port } = new URL(database.url);
		ends[what]?.(postmasterPid());
		await until(() => crowd.refusals.length > 50);
		await startPostmaster(database.pg, { port });
		const atReturn = crowd.acknowledged.size;
		await until(() => crowd.acknowledged.size >= atReturn + 500);
		crowd.stop();
		await crowd.over;
		expect(new Set(crowd.refusals.map(({ status, retryAfter }) => `${status} ${Number(retryAfter) > 0}`))).toEqual(new Set(["503 true"]));
		await expectKept(crowd, before);
	},
	60_000,
);

function postmasterPid(): number {
	const pid = postmasterOf(database.pg)?.pid;
	if (pid === undefined) throw new Error("the database does not run");
	return pid;
}

/** Changes the schema beside a crowd: a lock that is not had at once is asked for again, before PostgreSQL finds a deadlock. */
async function givingWay(statement: string): Promise<void> {
	for (let tries = 0; tries < 40; tries++) {
		try {
			return void (await rowsOn(database.url, `SET lock_timeout = 300; ${statement}`));
		} catch {
			await wait(100);
		}
	}
	throw new Error(`${statement} found no gap`);
}

/** Everything a report writes, and the time it was last touched. */
const WRITTEN = `SELECT (SELECT count(*) FROM report) AS reports, (SELECT count(*) FROM reporter_claim) AS people,
	(SELECT count(*) FROM network_claim) AS networks, (SELECT count(*) FROM idempotency) AS keys,
	(SELECT sum(missing + late + rejected + arrived + reporters) FROM tally) AS counted`;

test("a full disk: nothing is half written, people are told to come back, readers read on, and it ends with the cause", async () => {
	const before = await idsOfReports();
	const [written] = await rowsOn(database.url, WRITTEN);
	await rowsOn(
		database.url,
		`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
		$$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`,
	);
	await givingWay("CREATE TRIGGER full_disk BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION full_disk()");
	const crowd = gatherCrowd(server.url);
	await until(() => crowd.refusals.length > 200);
	const status = await fetch(`${server.url}/api/v1/services/x/status`);
	expect(await status.json()).toMatchObject({ state: expect.stringMatching(/calm|raised|failing/) });
	expect((await fetch(`${server.url}/services/x`)).status).toBe(200);
	expect(await rowsOn(database.url, WRITTEN)).toEqual([written]);
	expect(crowd.acknowledged.size).toBe(0);
	expect(crowd.refusals.every(({ status, retryAfter }) => status === 503 && Number(retryAfter) > 0)).toBe(true);
	await givingWay("DROP TRIGGER full_disk ON report");
	await until(() => crowd.acknowledged.size > 200);
	crowd.stop();
	await crowd.over;
	await expectKept(crowd, before);
}, 60_000);

test("a migration of the tables that people write to: no report is refused, none waits longer than the migration may", async () => {
	const before = await idsOfReports();
	const newer = join(folder, "migrations");
	await cp("prisma/migrations", newer, { recursive: true });
	await mkdir(join(newer, "99991231235959_newer"));
	await writeFile(
		join(newer, "99991231235959_newer", "migration.sql"),
		`ALTER TABLE report ADD COLUMN mood TEXT;
		ALTER TABLE reporter_claim ADD COLUMN mood TEXT;
		CREATE INDEX tally_at ON tally (at);`,
	);
	const crowd = gatherCrowd(server.url);
	await until(() => crowd.acknowledged.size >= 200);
	const reader = new pg.Client({ connectionString: database.url });
	await reader.connect();
	await reader.query("BEGIN");
	await reader.query("SELECT FROM report LIMIT 1");
	const migrating = migrate(database.url, newer);
	await wait(2_500);
	const whileWaiting = crowd.acknowledged.size;
	await reader.end();
	expect(await migrating).toEqual(["99991231235959_newer"]);
	await until(() => crowd.acknowledged.size > whileWaiting + 300);
	crowd.stop();
	await crowd.over;
	expect(crowd.refusals).toEqual([]);
	expect(crowd.slowestMs).toBeLessThan(2_000);
	await expectKept(crowd, before);
}, 60_000);
