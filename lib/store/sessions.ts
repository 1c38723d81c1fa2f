// Where is a person signed in? Sessions can be told apart by when they began and on what sort of device, and ended one by
// one; what has expired is forgotten. Absent: whether a deed is allowed. next-auth keeps `expires` in UTC, without a zone.
import { type Doer, noteOwn } from "./audit";
import { inTransaction, type Pool, readClock } from "./pool";

export type SessionRow = { id: string; device: string | null; startedAt: Date; expiresAt: Date; isThisOne: boolean };

/** Those that have not expired, newest first; `token` is the one that asks. */
export async function listSessions(pool: Pool, userId: string, token: string): Promise<readonly SessionRow[]> {
	const { rows } = await pool.query<SessionRow>(
		`SELECT id, device, started_at AS "startedAt", expires AT TIME ZONE 'UTC' AS "expiresAt", session_token = $2 AS "isThisOne"
		 FROM session WHERE user_id = $1 AND expires > ($3::timestamptz AT TIME ZONE 'UTC') ORDER BY started_at DESC, id`,
		[userId, token, await readClock(pool)],
	);
	return rows;
}

/** Ends one of the doer's own; false when it is not theirs, or over. */
export async function endSession(pool: Pool, id: string, doer: Doer): Promise<boolean> {
	return inTransaction(pool, async (connection) => {
		const { rows } = await connection.query<{ device: string | null }>(
			"DELETE FROM session WHERE user_id = $1 AND id = $2 RETURNING device",
			[doer.userId, id],
		);
		const [ended] = rows;
		if (!ended) return false;
		await noteOwn(connection, "end-session", { device: ended.device }, doer);
		return true;
	});
}

/** Ends all of the doer's own but the one with this token. */
export async function endOtherSessions(pool: Pool, token: string, doer: Doer): Promise<void> {
	await inTransaction(pool, async (connection) => {
		const { rowCount } = await connection.query("DELETE FROM session WHERE user_id = $1 AND session_token <> $2", [doer.userId, token]);
		if (rowCount === 0) return;
		await noteOwn(connection, "end-other-sessions", { sessions: rowCount }, doer);
	});
}

/** Forgets sessions and links that have expired. */
export async function forgetExpired(pool: Pool, now: Date): Promise<void> {
	for (const table of ["session", "verification_token"])
		await pool.query(`DELETE FROM ${table} WHERE expires < ($1::timestamptz AT TIME ZONE 'UTC')`, [now]);
}
