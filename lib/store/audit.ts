// Who did what, for whoever asks later. Every deed of a person leaves a row here, in the deed's own transaction.
import { randomBytes } from "node:crypto";
import { uuidOf } from "../time";
import { type Connection, readClock } from "./pool";

/** Who does it. */
export type Doer = { userId: string; who: string };

/** `subject`: the id of an incident, or "service 7", "person …", "invitation …", "account …". `detail` is anything JSON can say. */
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

/** The same transaction's own row of what was done; gives its id. */
export async function noteDeed(connection: Connection, noted: Omit<AuditRow, "id" | keyof Doer>, { userId, who }: Doer): Promise<string> {
	const id = uuidOf(noted.at, randomBytes(10));
	await insertAudit(connection, { id, userId, who, ...noted });
	return id;
}

/** The same of a deed on the doer's own account, now. */
export async function noteOwn(connection: Connection, deed: string, detail: object, doer: Doer): Promise<void> {
	await noteDeed(connection, { at: await readClock(connection), deed, subject: `account ${doer.userId}`, detail }, doer);
}
