// Who was told what of which incident? One row per person, incident and kind, so that nobody is told twice, whichever
// process tells. A row is claimed before its mail goes: `due_at` moves on and `tries` counts up, and what was claimed by a
// process that died is due again. Every settling is a compare-and-set on `tries`. Absent: addresses.
import type { Account, AlertKind } from "../alert";
import type { Pool } from "./pool";

export type Alert = { incidentId: string; kind: AlertKind; tries: number };
/** What became of a claimed one; all `null`: due when it was. */
export type Settled = Alert & { sentAt: Date | null; givenUpAt: Date | null; dueAt: Date | null };

const WAITS = "sent_at IS NULL AND given_up_at IS NULL";

/** Everybody who may be woken: those with a role, and whoever has the first admin's address. */
export async function listAccounts(pool: Pool, adminEmail: string | null): Promise<readonly Account[]> {
	const { rows } = await pool.query<Account>(
		`SELECT id, email, role, woken FROM "user" WHERE role <> 'reader' OR lower(email) = $1 ORDER BY id`,
		[adminEmail],
	);
	return rows;
}

/** Queues what these people are owed: open incidents opened since `newsSince`, and open ones that look coordinated. */
export async function queueAlerts(
	pool: Pool,
	people: readonly string[],
	{ now, newsSince }: { now: Date; newsSince: Date },
): Promise<void> {
	await pool.query(
		`INSERT INTO alert (incident_id, kind, person, queued_at, due_at)
		 SELECT incident.id, owed.kind, woken.person, $2::timestamptz, $2::timestamptz FROM incident
		   CROSS JOIN LATERAL (VALUES ('opened'::alert_kind, opened_at >= $3::timestamptz), ('campaign'::alert_kind, campaign)) AS owed (kind, is_owed)
		   CROSS JOIN unnest($1::text[]) AS woken (person)
		 WHERE closed_at IS NULL AND state IN ('suspected', 'confirmed') AND NOT demo AND is_owed
		   AND NOT EXISTS (SELECT FROM alert WHERE alert.incident_id = incident.id AND alert.kind = owed.kind AND alert.person = woken.person)
		 ON CONFLICT DO NOTHING`,
		[people, now, newsSince],
	);
}

/** People for whom something is due and whose hour has room, who waited longest first. A mail is one `sent_at`. */
export async function listDue(
	pool: Pool,
	now: Date,
	{ sentSince, mailsMax }: { sentSince: Date; mailsMax: number },
): Promise<readonly string[]> {
	const { rows } = await pool.query<{ person: string }>(
		`SELECT person FROM alert WHERE ${WAITS} AND due_at <= $1::timestamptz GROUP BY person
		 HAVING (SELECT count(DISTINCT told.sent_at) FROM alert AS told WHERE told.person = alert.person AND told.sent_at > $2::timestamptz) < $3
		 ORDER BY min(due_at), person`,
		[now, sentSince, mailsMax],
	);
	return rows.map(({ person }) => person);
}

/** Takes everything that is due for a person; nobody else gets it before `until`. */
export async function claimAlerts(pool: Pool, person: string, { now, until }: { now: Date; until: Date }): Promise<readonly Alert[]> {
	// Locked in one order, and looked at again once locked: two processes neither wait for each other nor take one row.
	const { rows } = await pool.query<Alert>(
		`WITH due AS (SELECT incident_id, kind FROM alert WHERE person = $1 AND ${WAITS} AND due_at <= $2::timestamptz
		   ORDER BY incident_id, kind FOR UPDATE)
		 UPDATE alert SET tries = tries + 1, due_at = $3::timestamptz FROM due
		 WHERE alert.person = $1 AND alert.incident_id = due.incident_id AND alert.kind = due.kind
		 RETURNING alert.incident_id AS "incidentId", alert.kind, alert.tries`,
		[person, now, until],
	);
	return rows;
}

/** Writes down what became of claimed alerts; one that another process has claimed since is left to it. */
export async function settleAlerts(pool: Pool, person: string, settled: readonly Settled[]): Promise<void> {
	await pool.query(
		`UPDATE alert SET sent_at = became.sent, given_up_at = became.given_up, due_at = coalesce(became.due, due_at)
		 FROM unnest($2::uuid[], $3::text[], $4::int[], $5::timestamptz[], $6::timestamptz[], $7::timestamptz[])
		   AS became (incident, kind, tries, sent, given_up, due)
		 WHERE alert.person = $1 AND alert.incident_id = became.incident AND alert.kind::text = became.kind
		   AND alert.tries = became.tries AND ${WAITS}`,
		[
			person,
			settled.map((one) => one.incidentId),
			settled.map((one) => one.kind),
			settled.map((one) => one.tries),
			settled.map((one) => one.sentAt),
			settled.map((one) => one.givenUpAt),
			settled.map((one) => one.dueAt),
		],
	);
}

/** Takes claimed alerts back out of the queue, so that they can be owed anew; one claimed by another process since stays. */
export async function dropAlerts(pool: Pool, person: string, alerts: readonly Alert[]): Promise<void> {
	await pool.query(
		`DELETE FROM alert USING unnest($2::uuid[], $3::text[], $4::int[]) AS dropped (incident, kind, tries)
		 WHERE alert.person = $1 AND alert.incident_id = dropped.incident AND alert.kind::text = dropped.kind
		   AND alert.tries = dropped.tries AND ${WAITS}`,
		[person, alerts.map((one) => one.incidentId), alerts.map((one) => one.kind), alerts.map((one) => one.tries)],
	);
}

/** Forgets who was told what of incidents that are over. */
export async function forgetAlerts(pool: Pool, before: Date): Promise<void> {
	await pool.query(
		`DELETE FROM alert USING incident WHERE incident.id = alert.incident_id AND incident.closed_at IS NOT NULL AND queued_at < $1::timestamptz`,
		[before],
	);
}

/** Whether somebody wants to be woken; `null` when they have no row. */
export async function findChoice(pool: Pool, userId: string): Promise<boolean | null> {
	const { rows } = await pool.query<{ woken: boolean }>(`SELECT woken FROM "user" WHERE id = $1`, [userId]);
	return rows[0]?.woken ?? null;
}

export async function saveChoice(pool: Pool, userId: string, woken: boolean): Promise<void> {
	await pool.query(`UPDATE "user" SET woken = $2 WHERE id = $1`, [userId, woken]);
}
