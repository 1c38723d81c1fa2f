// What can be wrong in the database: its version, its clock, its migrations, and what the leader should have done by now.
import { readdirSync } from "node:fs";
import { good, note, wrong } from "./finding.mjs";

const CONNECTS_WITHIN_MS = 5_000;
const VERSION_MIN = 150_000;
const SKEW_MS_MAX = 2_000;
/** As in lib/status.ts: beyond it every status is unknown. */
const TICK_AGE_MS_MAX = 90_000;
/** As in lib/store/leader.ts. */
const LEADER_LOCK = "8461811136649066085";

/** Looks into the database at `url`; `isServing` says whether a server of ours answers here. */
export async function examineDatabase(url, isServing) {
	const { default: pg } = await import("pg");
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECTS_WITHIN_MS, query_timeout: CONNECTS_WITHIN_MS });
	await client.connect();
	try {
		const isMade = await one(client, "SELECT to_regclass('_prisma_migrations') IS NOT NULL");
		const first = [await version(client), await clock(client)];
		if (!isMade) return [...first, note("The database is empty: the first start fills it.")];
		return [...first, await migrations(client), ...(await work(client, isServing)), await salts(client)];
	} finally {
		await client.end();
	}
}

async function one(client, question, values = []) {
	const { rows } = await client.query({ text: question, values, rowMode: "array" });
	return rows[0]?.[0] ?? null;
}

async function version(client) {
	const number = await one(client, "SELECT current_setting('server_version_num')::int");
	const name = `PostgreSQL ${Math.floor(number / 10_000)}`;
	return number < VERSION_MIN ? wrong(`The database is ${name}: move to 15 or newer.`) : good(`The database answers: ${name}.`);
}

async function clock(client) {
	const before = Date.now();
	const told = await one(client, "SELECT clock_timestamp()");
	const skewMs = Math.abs(told.getTime() - (before + Date.now()) / 2);
	if (skewMs <= SKEW_MS_MAX) return good("The clocks of this machine and of the database agree.");
	return wrong(`The clocks of this machine and of the database differ by ${Math.round(skewMs / 1000)} s. Set both by NTP.`);
}

async function migrations(client) {
	const ours = readdirSync("prisma/migrations", { withFileTypes: true }).filter((entry) => entry.isDirectory());
	const names = ours.map(({ name }) => name);
	const { rows } = await client.query(
		"SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
	);
	const applied = rows.map(({ name }) => name);
	const foreign = applied.find((name) => !names.includes(name));
	if (foreign) return wrong(`The database has the migration ${foreign}, which this version does not know. Start the newer version.`);
	const pending = names.filter((name) => !applied.includes(name));
	if (pending.length > 0) return wrong(`Migrations are missing (${pending.join(", ")}). Restart the server: it applies them.`);
	return good("All migrations are applied.");
}

/** What the leader keeps doing while a server runs; without one, only that it rests. */
async function work(client, isServing) {
	const ageMs = await one(client, "SELECT (extract(epoch FROM clock_timestamp() - max(at)) * 1000)::float8 FROM tick");
	const isLed = await one(
		client,
		`SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
		 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
		 AND (classid::bigint << 32) + objid::bigint = $1::bigint`,
		[LEADER_LOCK],
	);
	const isWatched = ageMs !== null && ageMs <= TICK_AGE_MS_MAX;
	if (!isServing && !isLed) return [note("No server leads the watch now.")];
	return [
		isLed ? good("One server leads the watch.") : wrong("No server leads the watch. Restart the server; read its log for “leader”."),
		isWatched
			? good("The watch ticks.")
			: wrong(`The watch has not ticked for ${minutes(ageMs)}: every status is unknown. Restart the server and read its log.`),
		await partitions(client),
	];
}

function minutes(ageMs) {
	return ageMs === null ? "as long as this database is" : `${Math.round(ageMs / 60_000)} min`;
}

async function partitions(client) {
	const isAhead = await one(
		client,
		"SELECT to_regclass('report_' || to_char((clock_timestamp() AT TIME ZONE 'UTC') + interval '1 day', 'YYYYMMDD')) IS NOT NULL",
	);
	return isAhead
		? good("Tomorrow’s reports have their table.")
		: wrong("Tomorrow’s reports have no table yet. Restart the server; its database user must own the database.");
}

/** A salt lives half a day longer than its day: whoever holds an older one with the keys could test addresses. */
async function salts(client) {
	const old = await one(
		client,
		"SELECT count(*)::int FROM salt WHERE day < ((clock_timestamp() AT TIME ZONE 'UTC') - interval '37 hours')::date",
	);
	return old === 0
		? good("No salt is older than it may be.")
		: wrong(
				`${old === 1 ? "A salt that is too old was" : `${old} salts that are too old were`} not destroyed, as the privacy page promises. Start the server: its leader does it within an hour.`,
			);
}
