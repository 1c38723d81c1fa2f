// Which numbers stand for the listed services, carriers and regions? The reference lists are brought into the database at
// start and read back with their ids. An id never changes and a row is never deleted: reports and tallies point at it.
import type { ClientBase, Pool } from "pg";
import type { Carrier, Listing, Region, Service } from "../catalog/catalog";
import { makeRenewable, type Renewable } from "../catalog/renewal";
import { type Reference, referenceLists } from "../catalog/seed";

/**
 * Seeds the reference lists and returns the catalogue. Safe to run in several processes at once (they take turns) and
 * again at every start: an unchanged row is not written.
 */
export async function openCatalog(pool: Pool): Promise<Renewable> {
	const client = await pool.connect();
	let isDone = false;
	try {
		await client.query("BEGIN");
		await client.query("SELECT pg_advisory_xact_lock(hashtext('undelivered.catalog'))");
		await saveCatalog(client, referenceLists());
		const listing = await readCatalog(client);
		await client.query("COMMIT");
		isDone = true;
		return makeRenewable(listing);
	} finally {
		client.release(!isDone);
	}
}

/**
 * Writes what is new or differs, by slug, key and code; a row that is no longer listed stays as it was. Runs inside the
 * caller's transaction. Only rows that differ reach the `INSERT`, since a conflict would use up an id.
 */
export async function saveCatalog(client: ClientBase, { services, carriers, regions }: Reference): Promise<void> {
	await client.query(MAKE_WAY, [JSON.stringify(services)]);
	await client.query(ADOPT_SUGGESTED, [JSON.stringify(services)]);
	await client.query(SAVE_SERVICES, [JSON.stringify(services)]);
	await client.query(SAVE_CARRIERS, [JSON.stringify(carriers)]);
	await client.query(SAVE_REGIONS, [JSON.stringify(regions)]);
}

/** Every row there is but held services, in the lists still or not, in the order of ids. */
export async function readCatalog(client: ClientBase): Promise<Listing> {
	const services = await readServices(client);
	const carriers = await client.query<Carrier>(
		`SELECT id, key, name, kind, country, parent_key AS parent, aliases FROM carrier ORDER BY id`,
	);
	const regions = await client.query<Region>(`SELECT id, code, name, parent FROM region ORDER BY id`);
	return { services, carriers: carriers.rows, regions: regions.rows };
}

/** The services that the public is told of. */
export async function readServices(client: ClientBase | Pool): Promise<readonly Service[]> {
	const { rows } = await client.query<Service>(
		`SELECT id, slug, name, domain, category, aliases, channels::text[] AS channels, help_url AS "helpUrl"
		 FROM service WHERE held_at IS NULL ORDER BY id`,
	);
	return rows;
}

/** Puts into the catalogue what another process listed: no service is ever taken off, so another number means that one was. */
export async function renewCatalog(pool: Pool, catalog: Renewable): Promise<void> {
	const { rows } = await pool.query<{ listed: number }>("SELECT count(*)::int AS listed FROM service WHERE held_at IS NULL");
	if (rows[0]?.listed !== catalog.services.length) catalog.renew(await readServices(pool));
}

/** A suggested service that has the slug of another one in the lists goes by its domain from now on. */
const MAKE_WAY = `
	UPDATE service SET slug = service.domain
	FROM jsonb_to_recordset($1::jsonb) AS listed (slug text, domain text)
	WHERE service.suggested_at IS NOT NULL AND service.slug = listed.slug AND service.domain <> listed.domain`;

/** A suggested service that the lists have now is that one, and listed: its reports come along. */
const ADOPT_SUGGESTED = `
	UPDATE service SET slug = listed.slug, held_at = NULL, declined_at = NULL
	FROM jsonb_to_recordset($1::jsonb) AS listed (slug text, domain text)
	WHERE service.suggested_at IS NOT NULL AND service.domain = listed.domain
		AND (service.slug <> listed.slug OR service.held_at IS NOT NULL)
		AND NOT EXISTS (SELECT FROM service taken WHERE taken.slug = listed.slug AND taken.id <> service.id)`;

const SAVE_SERVICES = `
	INSERT INTO service (slug, name, domain, category, aliases, channels, help_url)
	SELECT slug, name, domain, category, aliases, channels, "helpUrl"
	FROM jsonb_to_recordset($1::jsonb)
		AS listed (slug text, name text, domain text, category text, aliases text[], channels channel[], "helpUrl" text)
	WHERE NOT EXISTS (
		SELECT FROM service
		WHERE service.slug = listed.slug
			AND (service.name, service.domain, service.category, service.aliases, service.channels, service.help_url)
				IS NOT DISTINCT FROM (listed.name, listed.domain, listed.category, listed.aliases, listed.channels, listed."helpUrl")
	)
	ORDER BY slug
	ON CONFLICT (slug) DO UPDATE
	SET name = excluded.name, domain = excluded.domain, category = excluded.category, aliases = excluded.aliases,
		channels = excluded.channels, help_url = excluded.help_url`;

const SAVE_CARRIERS = `
	INSERT INTO carrier (key, name, kind, country, parent_key, aliases)
	SELECT key, name, kind, country, parent, aliases
	FROM jsonb_to_recordset($1::jsonb)
		AS listed (key text, name text, kind carrier_kind, country char(2), parent text, aliases text[])
	WHERE NOT EXISTS (
		SELECT FROM carrier
		WHERE carrier.key = listed.key
			AND (carrier.name, carrier.kind, carrier.country, carrier.parent_key, carrier.aliases)
				IS NOT DISTINCT FROM (listed.name, listed.kind, listed.country, listed.parent, listed.aliases)
	)
	ORDER BY key
	ON CONFLICT (key) DO UPDATE
	SET name = excluded.name, kind = excluded.kind, country = excluded.country, parent_key = excluded.parent_key,
		aliases = excluded.aliases`;

const SAVE_REGIONS = `
	INSERT INTO region (code, name, parent)
	SELECT code, name, parent
	FROM jsonb_to_recordset($1::jsonb) AS listed (code text, name text, parent text)
	WHERE NOT EXISTS (
		SELECT FROM region
		WHERE region.code = listed.code AND (region.name, region.parent) IS NOT DISTINCT FROM (listed.name, listed.parent)
	)
	ORDER BY code
	ON CONFLICT (code) DO UPDATE SET name = excluded.name, parent = excluded.parent`;
