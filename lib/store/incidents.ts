// Incidents as PostgreSQL keeps them: what is read of them, always whole, with their updates, verdicts and stances.
import type { Catalog } from "../catalog/catalog";
import type { Held } from "../detect/finding";
import type { DayCount } from "../history";
import type { Cause, IncidentState, Slice, Stance, Update, Verdict } from "../incident";
import type { IncidentFilter } from "../incident-list";
import { isUuid, plus } from "../time";
import type { Connection, Pool } from "./pool";

/** An incident with everything that hangs on it, times still `Date`. */
export type IncidentRow = {
	id: string;
	serviceId: number | null;
	slice: Slice;
	sliceAtOpening: Slice;
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
  coalesce((SELECT v.slice FROM verdict v WHERE v.incident_id = i.id ORDER BY v.at, v.id LIMIT 1), i.slice) AS "sliceAtOpening",
  coalesce((SELECT json_agg(json_build_object('id', u.id, 'at', to_char(u.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', u.by, 'state', u.state, 'text', u.text) ORDER BY u.at, u.id)
    FROM incident_update u WHERE u.incident_id = i.id), '[]') AS updates,
  coalesce((SELECT json_agg(json_build_object('at', v.at, 'observed', v.observed, 'expected', v.expected, 'score', v.score, 'threshold', v.threshold,
      'windowMinutes', v.window_minutes, 'networks', v.networks, 'arrived', v.arrived, 'model', v.model, 'runnerUp', v.runner_up) ORDER BY v.at, v.id)
    FROM verdict v WHERE v.incident_id = i.id), '[]') AS verdicts,
  coalesce((SELECT json_agg(json_build_object('at', to_char(s.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'value', s.value, 'url', s.url, 'by', s.by) ORDER BY s.at)
    FROM stance s WHERE s.incident_id = i.id), '[]') AS stances
  FROM incident i`;

/**
 * As they stood before the grid time `at`: incidents that hold their slice (open, or dismissed or resolved by hand and not yet
 * back at the baseline), and those that were back within `withinMs`.
 */
export async function listHeld(pool: Pool, at: Date, withinMs: number): Promise<readonly Held[]> {
	const { rows } = await pool.query<Held>(
		`SELECT id AS incident, slice, state, started_at AS "startedAt", opened_at AS "openedAt", closed_at AS "closedAt"
		 FROM incident WHERE opened_at < $1::timestamptz AND (closed_at IS NULL OR closed_at >= $2::timestamptz) ORDER BY opened_at, id`,
		[at, plus(at, -withinMs)],
	);
	return rows;
}

/** The incident of this id; `null` when there is none, as for a word that is no id at all. */
export async function findIncident(pool: Pool | Connection, id: string): Promise<IncidentRow | null> {
	if (!isUuid(id)) return null;
	const { rows } = await pool.query<IncidentRow>(`${SELECT} WHERE i.id = $1::uuid`, [id]);
	return rows[0] ?? null;
}

/** A service, by itself or among the several that a slice names. */
type ServiceRef = { id: number; slug: string };

/** Open and covering incidents, and those dismissed since `since`; of one service, alone or among others, when given. */
export async function listCurrent(pool: Pool, since: Date, service: ServiceRef | null): Promise<readonly IncidentRow[]> {
	const { rows } = await pool.query<IncidentRow>(
		`${SELECT} WHERE (i.closed_at IS NULL OR i.dismissed_at >= $1::timestamptz OR i.ended_at >= $1::timestamptz)
		   AND ($2::int IS NULL OR i.service_id = $2 OR i.slice->'service' ? $3) ORDER BY i.opened_at DESC, i.id DESC LIMIT 200`,
		[since, service?.id ?? null, service?.slug ?? null],
	);
	return rows;
}

/** Incidents of no service in particular that are open, or ended or were retracted since `since`, newest first. */
export async function listOfNoService(pool: Pool, since: Date): Promise<readonly IncidentRow[]> {
	const { rows } = await pool.query<IncidentRow>(
		`${SELECT} WHERE i.slice->'service' = 'null' AND (i.closed_at IS NULL OR i.dismissed_at >= $1::timestamptz OR i.ended_at >= $1::timestamptz)
		 ORDER BY i.opened_at DESC, i.id DESC LIMIT 50`,
		[since],
	);
	return rows;
}

const INCIDENTS_PER_PAGE = 50;

/** What a filter chooses but for time and page: $1 to $5. */
const FITS = `($1::incident_state IS NULL OR i.state = $1) AND ($2::int IS NULL OR i.service_id = $2 OR i.slice->'service' ? $3)
   AND ($4::text IS NULL OR i.slice->'carrier' ? $4) AND ($5::text IS NULL OR i.slice->'region' ? $5)`;

function fitting({ state, service, carrier, region }: IncidentFilter, catalog: Catalog): readonly unknown[] {
	const serviceId = service === undefined ? null : (catalog.findService(service)?.id ?? 0);
	return [state ?? null, serviceId, service ?? null, carrier ?? null, region ?? null];
}

/** While it lasted, or was taken for lasting. */
const ENDS = "coalesce(i.ended_at, i.dismissed_at, 'infinity')";

/** A page of incidents, newest first, and the cursor of the next one; `service` is a slug of the catalogue. */
export async function listIncidents(
	pool: Pool,
	filter: IncidentFilter,
	catalog: Catalog,
): Promise<{ rows: readonly IncidentRow[]; next: string | null }> {
	const { from, to, during, cursor } = filter;
	const { rows } = await pool.query<IncidentRow>(
		`${SELECT} WHERE ${FITS} AND ($6::timestamptz IS NULL OR i.opened_at >= $6) AND ($7::timestamptz IS NULL OR i.opened_at < $7)
		   AND ($8::timestamptz IS NULL OR ${ENDS} >= $8) AND ($9::timestamptz IS NULL OR i.started_at < $9)
		   AND ($10::uuid IS NULL OR i.id < $10) ORDER BY i.id DESC LIMIT ${INCIDENTS_PER_PAGE + 1}`,
		[...fitting(filter, catalog), from ?? null, to ?? null, during?.from ?? null, during?.to ?? null, cursor ?? null],
	);
	const page = rows.slice(0, INCIDENTS_PER_PAGE);
	return { rows: page, next: rows.length > page.length ? (page.at(-1)?.id ?? null) : null };
}

/** How many incidents lasted into each UTC day from `from` up to, not including, `to`; a day without any is left out. */
export async function countDays(
	pool: Pool,
	filter: IncidentFilter,
	{ from, to }: { from: Date; to: Date },
	catalog: Catalog,
): Promise<readonly DayCount[]> {
	const { rows } = await pool.query<DayCount>(
		`WITH lasting AS MATERIALIZED (SELECT i.state, i.confirmed_at, i.started_at, ${ENDS} AS ends FROM incident i
		   WHERE ${FITS} AND i.started_at < $7::timestamptz AND ${ENDS} >= $6::timestamptz)
		 SELECT to_char(day AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
		   count(*) FILTER (WHERE state <> 'dismissed' AND confirmed_at IS NOT NULL)::int AS confirmed,
		   count(*) FILTER (WHERE state <> 'dismissed' AND confirmed_at IS NULL)::int AS possible,
		   count(*) FILTER (WHERE state = 'dismissed')::int AS retracted
		 FROM generate_series($6::timestamptz, $7::timestamptz - interval '24 hours', interval '24 hours') AS day
		 JOIN lasting ON started_at < day + interval '24 hours' AND ends >= day GROUP BY day ORDER BY day`,
		[...fitting(filter, catalog), from, to],
	);
	return rows;
}

const NAMED = (dimension: "carrier" | "region") =>
	`(SELECT coalesce(array_agg(DISTINCT value), '{}') FROM incident, jsonb_array_elements_text(
	   CASE jsonb_typeof(slice->'${dimension}') WHEN 'array' THEN slice->'${dimension}' ELSE '[]' END) AS value)`;

/** The carriers and regions that incidents name. */
export async function listNamedPlaces(pool: Pool): Promise<{ carriers: readonly string[]; regions: readonly string[] }> {
	const { rows } = await pool.query<{ carriers: string[]; regions: string[] }>(
		`SELECT ${NAMED("carrier")} AS carriers, ${NAMED("region")} AS regions`,
	);
	return rows[0] ?? { carriers: [], regions: [] };
}

export type IncidentAddress = { id: string; changedAt: Date };

/** Incidents that something was said of since `since`, newest first, and when that was last. */
export async function listAddresses(pool: Pool, since: Date, limit: number): Promise<readonly IncidentAddress[]> {
	const { rows } = await pool.query<IncidentAddress>(
		`SELECT id, "changedAt" FROM (SELECT i.id, greatest(i.opened_at, i.confirmed_at, i.dismissed_at, i.closed_at,
		   (SELECT max(u.at) FROM incident_update u WHERE u.incident_id = i.id),
		   (SELECT max(s.at) FROM stance s WHERE s.incident_id = i.id)) AS "changedAt" FROM incident i WHERE NOT i.demo) told
		 WHERE "changedAt" >= $1::timestamptz ORDER BY id DESC LIMIT $2`,
		[since, limit],
	);
	return rows;
}

/** Incidents of a service, alone or among others, that overlap a stretch of time, oldest first. */
export async function listBetween(pool: Pool, service: ServiceRef, from: Date, to: Date): Promise<readonly IncidentRow[]> {
	const { rows } = await pool.query<IncidentRow>(
		`${SELECT} WHERE (i.service_id = $1 OR i.slice->'service' ? $4) AND i.started_at < $3::timestamptz AND coalesce(i.ended_at, $3::timestamptz) >= $2::timestamptz
		 ORDER BY i.started_at LIMIT 100`,
		[service.id, from, to, service.slug],
	);
	return rows;
}

/** Each list at most this long. */
const RELATED_MAX = 8;

/** What is near an incident, newest first: others of its services in a stretch, and those of anybody else that lasted while it did. */
export async function listRelated(
	pool: Pool,
	incident: { id: string; services: readonly string[]; startedAt: Date; endedAt: Date | null },
	around: { from: Date; to: Date },
): Promise<{ same: readonly IncidentRow[]; meanwhile: readonly IncidentRow[] }> {
	const { id, services, startedAt, endedAt } = incident;
	const list = (where: string, values: readonly unknown[]) =>
		pool.query<IncidentRow>(`${SELECT} WHERE i.id <> $1::uuid AND ${where} ORDER BY i.id DESC LIMIT ${RELATED_MAX}`, [
			id,
			services,
			...values,
		]);
	const [same, meanwhile] = await Promise.all([
		list("i.slice->'service' ?| $2::text[] AND i.opened_at >= $3::timestamptz AND i.opened_at < $4::timestamptz", [around.from, around.to]),
		list(
			`NOT coalesce(jsonb_typeof(i.slice->'service') = 'array' AND i.slice->'service' ?| $2::text[], false)
			 AND i.started_at <= coalesce($4::timestamptz, 'infinity') AND ${ENDS} >= $3::timestamptz`,
			[startedAt, endedAt],
		),
	]);
	return { same: same.rows, meanwhile: meanwhile.rows };
}

export type AuditRow = { id: string; at: Date; who: string; deed: string; subject: string; detail: unknown };

/** What was done to one incident, newest first. */
export async function listAudit(pool: Pool, subject: string): Promise<readonly AuditRow[]> {
	const { rows } = await pool.query<AuditRow>(
		"SELECT id, at, who, deed, subject, detail FROM audit WHERE subject = $1 ORDER BY at DESC, id DESC LIMIT 200",
		[subject],
	);
	return rows;
}
