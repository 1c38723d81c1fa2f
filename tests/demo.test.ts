// The demo shows what the product does: the watch finds it, it is marked, and it goes without a trace.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { openCatalog } from "../lib/store/catalog";
import { listIncidents } from "../lib/store/incidents";
import { openPool, type Pool } from "../lib/store/pool";
import { commitReports } from "../lib/store/reports";
import { freshDatabase } from "./world/database";
import { aReport } from "./world/makers";
import { signUp, tokenOf } from "./world/people";
import { startServer } from "./world/server";

/** What stands above a page, and beside a name in a list. */
const NOTE = "These reports were played in";
const MARK = ">Demo</small>";

const runFile = promisify(execFile);
const demo = (url: string, ...args: string[]) =>
	runFile(process.execPath, ["bin/demo.mjs", ...args], { env: { ...process.env, DATABASE_URL: url } });

async function withPool<Result>(url: string, deed: (pool: Pool) => Promise<Result>): Promise<Result> {
	const pool = openPool(url, () => {});
	try {
		return await deed(pool);
	} finally {
		await pool.end();
	}
}

/** Rows in everything that people, the watch or moderators write. */
async function sizes(url: string): Promise<Record<string, number>> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	const tables = [
		"report",
		"tally",
		"tally_hour",
		"tally_day",
		"incident",
		"incident_update",
		"verdict",
		"stance",
		"audit",
		"reporter_claim",
		"network_claim",
		"salt",
	];
	const { rows } = await client.query(`SELECT ${tables.map((name) => `(SELECT count(*)::int FROM ${name}) AS ${name}`).join(", ")}`);
	await client.end();
	return rows[0];
}

test("on an empty database the watch finds X's texts missing, a possible incident, one ended and one retracted", async () => {
	const { url } = await freshDatabase();
	const before = await sizes(url);
	await demo(url);
	await withPool(url, async (pool) => {
		const { rows } = await listIncidents(pool, {}, await openCatalog(pool));
		expect(rows.map(({ title, state, demo: isDemo }) => [title, state, isDemo])).toEqual([
			["Calls with a code from Uber", "suspected", true],
			["SMS codes from X", "confirmed", true],
			["SMS codes from Discord", "dismissed", true],
			["E-mail codes from PayPal", "resolved", true],
		]);
		expect(rows[1]?.stances.map(({ value }) => value)).toEqual(["silent", "partly_acknowledged"]);
		expect((await pool.query("SELECT 1 FROM report WHERE NOT demo")).rowCount).toBe(0);
	});
	const once = await sizes(url);
	await demo(url);
	expect((await sizes(url)).incident).toBe(once.incident);
	await demo(url, "--clear");
	expect(await sizes(url)).toEqual(before);
}, 240_000);

test("every page that shows it says so at the face and at each row, and search engines are told nothing of it", async () => {
	const { url } = await freshDatabase();
	await demo(url);
	const server = await startServer({ env: { DATABASE_URL: url } });
	onTestFinished(async () => void (await server.kill()));
	const read = async (path: string) => (await fetch(server.url + path)).text();
	const { incidents } = await (await fetch(`${server.url}/api/v1/incidents`)).json();
	expect(incidents.map((one: { demo: boolean }) => one.demo)).toEqual([true, true, true, true]);

	const home = await read("/");
	expect(home).toContain(NOTE);
	const rows = [...home.matchAll(/<(article|tr)[ >][\s\S]*?<\/\1>/g)].map(([row]) => row);
	const spokenOf = rows.filter((row) => /href="\/(services|incidents)\/(x|discord|paypal|google|0[\w-]+)"/.test(row));
	expect(spokenOf.length).toBeGreaterThanOrEqual(6);
	// A row of the grid says it to who hears it, and by a dashed line to who sees it.
	for (const row of spokenOf) expect(row).toMatch(/>Demo<\/small>|decoration-dashed.*\(demo\)/s);
	expect(rows.filter((row) => row.includes('href="/services/adobe"')).join()).not.toContain(MARK);

	for (const service of ["x", "discord", "paypal", "google"]) expect(await read(`/services/${service}`), service).toContain(NOTE);
	expect(await read("/services/adobe")).not.toContain(NOTE);
	for (const row of (await read("/incidents")).match(/<article[\s\S]*?<\/article>/g) ?? [""]) expect(row).toContain(MARK);
	expect(await read("/embed/google")).toContain("<b>Demo</b>");
	expect(await read("/embed/adobe")).not.toContain("<b>Demo</b>");
	const moderator = await withPool(url, (pool) => signUp({ pool }, "mo", "moderator"));
	const desk = await fetch(`${server.url}/desk`, { headers: { cookie: `authjs.session-token=${tokenOf(moderator)}` } });
	expect((await desk.text()).split(MARK)).toHaveLength(1 + incidents.length + 1);
	const sitemap = await read("/sitemap.xml");
	for (const { id } of incidents) {
		const page = await read(`/incidents/${id}`);
		expect(page).toContain(NOTE);
		expect(page).toContain('<meta name="robots" content="noindex"');
		expect(sitemap).not.toContain(id);
	}
}, 240_000);

test("beside people's reports it is refused with a sentence, and clearing leaves theirs", async () => {
	const { url } = await freshDatabase();
	await withPool(url, async (pool) => {
		const service = (await openCatalog(pool)).findService("x");
		await commitReports(pool, [{ report: aReport({ serviceId: service?.id ?? 0 }), keyed: null }]);
	});
	const before = await sizes(url);
	await expect(demo(url)).rejects.toThrow("This database holds people's reports");
	expect(await sizes(url)).toEqual(before);
	await demo(url, "--anyway");
	await demo(url, "--clear");
	expect(await sizes(url)).toEqual(before);
}, 240_000);
