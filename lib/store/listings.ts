// Which services were suggested, and what became of them? A suggestion is a row of `service` that is held: reports point
// at it, and nobody is told of it until a moderator lists it. Absent: whether a deed is allowed.
import type { Service } from "../catalog/catalog";
import { deliveredChannels } from "../report";
import { type Doer, noteDeed } from "./audit";
import { type Connection, inTransaction, type Pool, readClock } from "./pool";

const COLUMNS = 'id, slug, name, domain, category, aliases, channels::text[] AS channels, help_url AS "helpUrl"';

/** `isDeclined`: a moderator did not want it. */
export type Suggested = { service: Service; isHeld: boolean; isDeclined: boolean };

/** A held service as moderators weigh it; nobody's report is shown. */
export type Held = { id: number; domain: string; reporters: number; firstAt: Date | null; lastAt: Date | null };

type SuggestedRow = Service & { is_held: boolean; is_declined: boolean };

/** The service of this domain, held, declined or listed; made and held when there is none. `null`: `heldMax` wait already. */
export async function holdService(pool: Pool, domain: string, heldMax: number): Promise<Suggested | null> {
	const known = await findSuggested(pool, "domain = $1", domain);
	if (known) return known;
	return inTransaction(pool, async (connection) => {
		// The seed takes the same lock: whoever is second finds the row, and the number of held ones is exact.
		await connection.query("SELECT pg_advisory_xact_lock(hashtext('undelivered.catalog'))");
		const made = await findSuggested(connection, "domain = $1", domain);
		if (made) return made;
		const { rows } = await connection.query<{ held: number }>(
			"SELECT count(*)::int AS held FROM service WHERE held_at IS NOT NULL AND declined_at IS NULL",
		);
		if ((rows[0]?.held ?? 0) >= heldMax) return null;
		// The domain is the slug until it is listed: it has a dot, which no slug of ours has.
		await connection.query(
			`INSERT INTO service (slug, name, domain, category, aliases, channels, suggested_at, held_at)
			 VALUES ($1, $1, $1, 'work', '{}', $2::text[]::channel[], $3::timestamptz, $3::timestamptz)`,
			[domain, deliveredChannels, await readClock(connection)],
		);
		return findSuggested(connection, "domain = $1", domain);
	});
}

/** A service by its id, held ones too. */
export async function findAnyService(pool: Pool, id: number): Promise<Suggested | null> {
	return findSuggested(pool, "id = $1", id);
}

async function findSuggested(connection: Pool | Connection, condition: string, value: string | number): Promise<Suggested | null> {
	const { rows } = await connection.query<SuggestedRow>(
		`SELECT ${COLUMNS}, held_at IS NOT NULL AS is_held, declined_at IS NOT NULL AS is_declined FROM service
		 WHERE ${condition} ORDER BY held_at IS NULL DESC, id LIMIT 1`,
		[value],
	);
	const [row] = rows;
	if (!row) return null;
	const { is_held: isHeld, is_declined: isDeclined, ...service } = row;
	return { service, isHeld, isDeclined };
}

/** The held services that wait for a moderator, the most reported first. */
export async function listHeld(pool: Pool): Promise<readonly Held[]> {
	const { rows } = await pool.query<Held>(
		`SELECT service.id, service.domain, count(DISTINCT (report.reporter_key))::int AS reporters,
		   min(report.at) AS "firstAt", max(report.at) AS "lastAt"
		 FROM service LEFT JOIN report ON report.service_id = service.id
		 WHERE service.held_at IS NOT NULL AND service.declined_at IS NULL
		 GROUP BY service.id, service.domain ORDER BY reporters DESC, service.id`,
	);
	return rows;
}

export type Listed = Pick<Service, "slug" | "name" | "category" | "channels" | "aliases">;

/** Lists a held service; `gone` when it is not held any more, `taken` when another service has the slug. */
export async function listService(pool: Pool, id: number, listed: Listed, doer: Doer): Promise<"done" | "gone" | "taken"> {
	return inTransaction(pool, async (connection) => {
		await connection.query("SELECT pg_advisory_xact_lock(hashtext('undelivered.catalog'))");
		const taken = await connection.query("SELECT FROM service WHERE slug = $1 AND id <> $2", [listed.slug, id]);
		if (taken.rowCount !== 0) return "taken";
		const { rowCount } = await connection.query(
			`UPDATE service SET slug = $2, name = $3, category = $4, channels = $5::text[]::channel[], aliases = $6::text[], held_at = NULL
			 WHERE id = $1 AND held_at IS NOT NULL AND declined_at IS NULL`,
			[id, listed.slug, listed.name, listed.category, listed.channels, listed.aliases],
		);
		if (rowCount === 0) return "gone";
		await note(connection, id, "list-service", listed, doer);
		return "done";
	});
}

/** Declines a held service; its reports stay, unseen, until they are as old as any. */
export async function declineService(pool: Pool, id: number, reason: string, doer: Doer): Promise<"done" | "gone"> {
	return inTransaction(pool, async (connection) => {
		const { rowCount } = await connection.query(
			"UPDATE service SET declined_at = $2::timestamptz WHERE id = $1 AND held_at IS NOT NULL AND declined_at IS NULL",
			[id, await readClock(connection)],
		);
		if (rowCount === 0) return "gone";
		await note(connection, id, "decline-service", { reason }, doer);
		return "done";
	});
}

/** The same transaction's own row of what was done. */
async function note(connection: Connection, id: number, deed: string, detail: object, doer: Doer): Promise<void> {
	await noteDeed(connection, { at: await readClock(connection), deed, subject: `service ${id}`, detail }, doer);
}
