// Incidents as PostgreSQL keeps them. One verb, one transaction: every change of state is a compare-and-set on the
// version the caller saw, with its update for the public in the same transaction, so that two watches or two moderators
// at once do it once.
import { randomBytes } from "node:crypto";
import type { Catalog } from "../catalog/catalog";
import type { Covering } from "../detect/detector";
import type { Author, Cause, IncidentState, Slice, Stance, Update, Verdict } from "../incident";
import type { IncidentFilter } from "../reading";
import { uuidOf } from "../time";
import { type Connection, inTransaction, type Pool } from "./pool";

/** An incident with everything that hangs on it, times still `Date`. */
export type IncidentRow = {
	id: string;
	serviceId: number | null;
	slice: Slice;
	state: IncidentState;
	version: number;
	cause: Cause;
	title: string;
	campaign: boolean;
	demo: boolean;
	startedAt: Date;
	openedAt: Date;
	confirmedAt: Date | null;
	confirmedBy: "crowd" | "moderator" | null;
	dismissedAt: Date | null;
	dismissedReason: string | null;
	endedAt: Date | null;
	closedAt: Date | null;
	updates: readonly Update[];
	/** Oldest first; the first is the one at opening. */
	verdicts: readonly (Verdict & { at: string })[];
	stances: readonly Stance[];
};

const SELECT = `SELECT i.id, i.service_id AS "serviceId", i.slice, i.state, i.version, i.cause, i.title, i.campaign, i.demo,
  i.started_at AS "startedAt", i.opened_at AS "openedAt", i.confirmed_at AS "confirmedAt", i.confirmed_by AS "confirmedBy",
  i.dismissed_at AS "dismissedAt", i.dismissed_reason AS "dismissedReason", i.ended_at AS "endedAt", i.closed_at AS "closedAt",
  coalesce((SELECT json_agg(json_build_object('id', u.id, 'at', to_char(u.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', u.by, 'state', u.state, 'text', u.text) ORDER BY u.at, u.id)
    FROM incident_update u WHERE u.incident_id = i.id), '[]') AS updates,
  coalesce((SELECT json_agg(json_build_object('at', v.at, 'observed', v.observed, 'expected', v.expected, 'score', v.score, 'threshold', v.threshold,
      'windowMinutes', v.window_minutes, 'networks', v.networks, 'arrived', v.arrived, 'model', v.model, 'runnerUp', v.runner_up) ORDER BY v.at, v.id)
    FROM verdict v WHERE v.incident_id = i.id), '[]') AS verdicts,
  coalesce((SELECT json_agg(json_build_object('at', to_char(s.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'value', s.value, 'url', s.url, 'by', s.by) ORDER BY s.at)
    FROM stance s WHERE s.incident_id = i.id), '[]') AS stances
  FROM incident i`;

/** Incidents that hold their slice: open, or dismissed or resolved by hand and not yet back at the baseline. */
export async function listCovering(pool: Pool): Promise<readonly Covering[]> {
	const { rows } = await pool.query<Covering>(
		"SELECT id AS incident, slice, state FROM incident WHERE closed_at IS NULL ORDER BY opened_at, id",
	);
	return rows;
}

export async function findIncident(pool: Pool | Connection, id: string): Promise<IncidentRow | null> {
	const { rows } = await pool.query<IncidentRow>(`${SELECT} WHERE i.id = $1::uuid`, [id]);
	return rows[0] ?? null;
}

/** Open and covering incidents, and those dismissed since `since`; of one service when given. */
export async function listCurrent(pool: Pool, since: Date, serviceId: number | null): Promise<readonly IncidentRow[]> {
	const { rows } = await pool.query<IncidentRow>(
		`${SELECT} WHERE (i.closed_at IS NULL OR i.dismissed_at >= $1::timestamptz OR i.ended_at >= $1::timestamptz)
		   AND ($2::int IS NULL OR i.service_id = $2) ORDER BY i.opened_at DESC, i.id DESC LIMIT 200`,
		[since, serviceId],
	);
	return rows;
}

const INCIDENTS_PER_PAGE = 50;

/** A page of incidents, newest first, and the cursor of the next one; `service` is a slug of the catalogue. */
export async function listIncidents(
	pool: Pool,
	filter: IncidentFilter,
	catalog: Catalog,
): Promise<{ rows: readonly IncidentRow[]; next: string | null }> {
	const serviceId = filter.service === undefined ? null : (catalog.findService(filter.service)?.id ?? 0);
	const { rows } = await pool.query<IncidentRow>(
		`${SELECT} WHERE ($1::incident_state IS NULL OR i.state = $1) AND ($2::int IS NULL OR i.service_id = $2)
		   AND ($3::timestamptz IS NULL OR i.opened_at >= $3) AND ($4::timestamptz IS NULL OR i.opened_at < $4)
		   AND ($5::text IS NULL OR i.slice->'carrier' ? $5) AND ($6::text IS NULL OR i.slice->'region' ? $6)
		   AND ($7::uuid IS NULL OR i.id < $7) ORDER BY i.id DESC LIMIT ${INCIDENTS_PER_PAGE + 1}`,
		[
			filter.state ?? null,
			serviceId,
			filter.from ?? null,
			filter.to ?? null,
			filter.carrier ?? null,
			filter.region ?? null,
			filter.cursor ?? null,
		],
	);
	const page = rows.slice(0, INCIDENTS_PER_PAGE);
	return { rows: page, next: rows.length > page.length ? (page.at(-1)?.id ?? null) : null };
}

export type Opening = {
	serviceId: number;
	slice: Slice;
	sliceKey: string;
	cause: Cause;
	title: string;
	startedAt: Date;
	at: Date;
	verdict: Verdict;
	text: string;
};

/** Opens an incident; `null` when another one holds the slice already. */
export async function openIncident(pool: Pool, opening: Opening): Promise<string | null> {
	return inTransaction(pool, async (connection) => {
		const id = newId(opening.at);
		const { rowCount } = await connection.query(
			`INSERT INTO incident (id, service_id, slice, slice_key, state, cause, title, started_at, opened_at)
			 VALUES ($1, $2, $3, $4, 'suspected', $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
			[id, opening.serviceId, opening.slice, opening.sliceKey, opening.cause, opening.title, opening.startedAt, opening.at],
		);
		if (rowCount === 0) return null;
		await insertVerdict(connection, id, opening.at, opening.slice, opening.verdict);
		await insertUpdate(connection, { incident: id, at: opening.at, by: "watch", userId: null, state: "suspected", text: opening.text });
		return id;
	});
}

/** The incident of this slice that ended last, since `since`, and was not dismissed: the one to reopen. */
export async function findEnded(
	pool: Pool,
	serviceId: number,
	sliceKey: string,
	since: Date,
): Promise<{ id: string; version: number } | null> {
	const { rows } = await pool.query<{ id: string; version: number }>(
		`SELECT id, version FROM incident WHERE service_id = $1 AND slice_key = $2 AND state = 'resolved' AND closed_at >= $3::timestamptz
		 ORDER BY closed_at DESC LIMIT 1`,
		[serviceId, sliceKey, since],
	);
	return rows[0] ?? null;
}

/** A change of state: the columns it sets beside it, and the sentence the public reads. */
export type Change = {
	id: string;
	version: number;
	at: Date;
	by: Author;
	userId: string | null;
	state: IncidentState;
	set: Partial<{
		confirmedAt: Date;
		confirmedBy: "crowd" | "moderator";
		dismissedAt: Date;
		dismissedReason: string;
		endedAt: Date | null;
		closedAt: Date | null;
	}>;
	/** Empty: nothing to tell. */
	text: string;
	verdict: Verdict | null;
	audit: { who: string; deed: string; detail: unknown } | null;
};

const columns = {
	confirmedAt: "confirmed_at",
	confirmedBy: "confirmed_by",
	dismissedAt: "dismissed_at",
	dismissedReason: "dismissed_reason",
	endedAt: "ended_at",
	closedAt: "closed_at",
} as const satisfies Record<keyof Change["set"], string>;

/** Compare-and-set: true when this caller made the change, false when the version has moved on. */
export async function changeIncident(pool: Pool, change: Change): Promise<boolean> {
	return inTransaction(pool, async (connection) => {
		const set = Object.entries(change.set);
		const names = set.map(([name], index) => `, ${columnOf(name)} = $${index + 4}`).join("");
		const { rows } = await connection.query<{ slice: Slice }>(
			`UPDATE incident SET state = $3::incident_state, version = version + 1${names} WHERE id = $1::uuid AND version = $2 RETURNING slice`,
			[change.id, change.version, change.state, ...set.map(([, value]) => value)],
		);
		const [row] = rows;
		if (!row) return false;
		if (change.verdict) await insertVerdict(connection, change.id, change.at, row.slice, change.verdict);
		if (change.text) await insertUpdate(connection, { incident: change.id, ...change });
		if (change.audit && change.userId)
			await insertAudit(connection, { at: change.at, userId: change.userId, subject: change.id, ...change.audit });
		return true;
	});
}

function columnOf(name: string): string {
	const found = Object.entries(columns).find(([key]) => key === name);
	if (!found) throw new Error(`an incident has no ${name} to set`);
	return found[1];
}

/** A later verdict of an open incident: the grounds as they stand now. */
export async function saveVerdict(pool: Pool, incident: string, at: Date, slice: Slice, verdict: Verdict): Promise<void> {
	await inTransaction(pool, (connection) => insertVerdict(connection, incident, at, slice, verdict));
}

async function insertVerdict(connection: Connection, incident: string, at: Date, slice: Slice, verdict: Verdict): Promise<void> {
	await connection.query(
		`INSERT INTO verdict (id, incident_id, at, slice, window_minutes, observed, expected, score, threshold, networks, arrived, model, runner_up)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
		[
			newId(at),
			incident,
			at,
			slice,
			verdict.windowMinutes,
			verdict.observed,
			verdict.expected,
			verdict.score,
			verdict.threshold,
			verdict.networks,
			verdict.arrived,
			verdict.model,
			verdict.runnerUp,
		],
	);
}

type UpdateRow = { incident: string; at: Date; by: Author; userId: string | null; state: IncidentState; text: string };

async function insertUpdate(connection: Connection, { incident, at, by, userId, state, text }: UpdateRow): Promise<void> {
	await connection.query(
		"INSERT INTO incident_update (id, incident_id, at, by, user_id, state, text) VALUES ($1, $2, $3, $4, $5, $6, $7)",
		[newId(at), incident, at, by, userId, state, text],
	);
}

type AuditRow = { at: Date; userId: string; who: string; deed: string; subject: string; detail: unknown };

async function insertAudit(connection: Connection, { at, userId, who, deed, subject, detail }: AuditRow): Promise<void> {
	await connection.query("INSERT INTO audit (id, at, user_id, who, deed, subject, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)", [
		newId(at),
		at,
		userId,
		who,
		deed,
		subject,
		JSON.stringify(detail),
	]);
}

/** What was done to one incident, newest first. */
export async function listAudit(pool: Pool, subject: string): Promise<readonly (Omit<AuditRow, "userId"> & { id: string })[]> {
	const { rows } = await pool.query<Omit<AuditRow, "userId"> & { id: string }>(
		"SELECT id, at, who, deed, subject, detail FROM audit WHERE subject = $1 ORDER BY at DESC, id DESC LIMIT 200",
		[subject],
	);
	return rows;
}

function newId(at: Date): string {
	return uuidOf(at, randomBytes(10));
}

/** Incidents of a service that overlap a stretch of time, oldest first. */
export async function listBetween(pool: Pool, serviceId: number, from: Date, to: Date): Promise<readonly IncidentRow[]> {
	const { rows } = await pool.query<IncidentRow>(
		`${SELECT} WHERE i.service_id = $1 AND i.started_at < $3::timestamptz AND coalesce(i.ended_at, $3::timestamptz) >= $2::timestamptz
		 ORDER BY i.started_at LIMIT 100`,
		[serviceId, from, to],
	);
	return rows;
}
