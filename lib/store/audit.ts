// Who did what, for whoever asks later. Every deed of a person leaves a row here, in the deed's own transaction.
import type { Connection } from "./pool";

/** `subject`: the id of an incident, or "service 7". `detail` is anything JSON can say. */
export type AuditRow = { id: string; at: Date; userId: string; who: string; deed: string; subject: string; detail: unknown };

/** Twice with one id is a fault. */
export async function insertAudit(connection: Connection, { id, at, userId, who, deed, subject, detail }: AuditRow): Promise<void> {
	await connection.query("INSERT INTO audit (id, at, user_id, who, deed, subject, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)", [
		id,
		at,
		userId,
		who,
		deed,
		subject,
		JSON.stringify(detail),
	]);
}
