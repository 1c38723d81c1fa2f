// The store on a real database of its own, whose clock the test sets: `const world = await openStore()` at the top of a
// test file. PostgreSQL finds our `clock_timestamp()` before its own, so the product's SQL runs unchanged.
import { afterAll } from "vitest";
import type { Catalog, Service } from "../../lib/catalog/catalog";
import type { Report } from "../../lib/report";
import { openCatalog } from "../../lib/store/catalog";
import { openPool, type Pool } from "../../lib/store/pool";
import { commitReports, type Filed, type Settled } from "../../lib/store/reports";
import { freshDatabase } from "./database";
import { noon } from "./makers";
import { onServer } from "./sql";

export type Store = {
	url: string;
	pool: Pool;
	catalog: Catalog;
	/** The `place`th service of the catalogue: each test takes one that no other test of the file speaks of. */
	service(place: number): Service;
	/** From now on it is this time, everywhere in the database. */
	setClock(at: Date): Promise<void>;
	/** Commits reports one batch, at the database's time. */
	file(...reports: readonly Report[]): Promise<readonly Filed[]>;
	rows<Row extends object>(statement: string, values?: readonly unknown[]): Promise<readonly Row[]>;
};

export async function openStore(): Promise<Store> {
	const { url, name } = await freshDatabase();
	await onServer(url, "CREATE TABLE told_time (at timestamptz NOT NULL)");
	await onServer(url, `INSERT INTO told_time VALUES ('${noon.toISOString()}')`);
	await onServer(url, "CREATE FUNCTION clock_timestamp() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT at FROM public.told_time'");
	await onServer(url, `ALTER DATABASE ${name} SET search_path = public, pg_catalog`);
	const pool = openPool(url, () => {});
	afterAll(() => pool.end());
	const catalog = await openCatalog(pool);
	return {
		url,
		pool,
		catalog,
		service: (place) => nth(catalog.services, place),
		setClock: async (at) => void (await pool.query("UPDATE told_time SET at = $1", [at])),
		file: async (...reports) =>
			filedOf(
				await commitReports(
					pool,
					reports.map((report) => ({ report, keyed: null })),
				),
			),
		rows: async <Row extends object>(statement: string, values: readonly unknown[] = []) =>
			(await pool.query<Row>(statement, [...values])).rows,
	};
}

/** The list's entry at this place; a test that asks for one that is not there is wrong. */
export function nth<Entry>(list: readonly Entry[], place: number): Entry {
	const entry = list[place];
	if (entry === undefined) throw new Error(`there are only ${list.length}`);
	return entry;
}

export function filedOf(settled: readonly Settled[]): readonly Filed[] {
	return settled.map((one) => {
		if (one.tag !== "filed") throw new Error(`this report was ${one.tag}`);
		return one.filed;
	});
}
